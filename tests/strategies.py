"""Canvases and edits for property tests, with texts in several scripts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from iceberg.edits import (
    AddAssumption,
    AddCard,
    AddLayer,
    AddLink,
    AddReading,
    Arrange,
    AssumptionChanges,
    CardChanges,
    ChangeAssumption,
    ChangeCard,
    ChangeDetails,
    ChangeLink,
    ChangeReading,
    DetailsChanges,
    Edit,
    LinkChanges,
    MergeCards,
    MoveCard,
    NameSnapshot,
    Placement,
    ReadingChanges,
    RemoveAssumption,
    RemoveCard,
    RemoveLayer,
    RemoveLink,
    RemoveReading,
    RemoveSnapshot,
    Together,
    apply,
)
from iceberg.errors import EditRefusedError
from iceberg.model import (
    CROSSINGS,
    DIRECTIONS,
    EFFECTS,
    LEVELS,
    SHIFTABLE,
    SIGNS,
    STATUSES,
    VERBS,
    Assumption,
    Canvas,
    Card,
    Force,
    Layer,
    Link,
    Position,
    Reading,
    Snapshot,
    StatusChange,
    Threshold,
)
from tests.assumption_strategies import random_assumption
from tests.cover_strategies import covers, views
from tests.finding_strategies import finding_edits, random_finding
from tests.layout.texts import card_texts
from tests.tray_strategies import tray_edits, with_tray

LAYER_TITLES = {
    "national": "National",
    "region": "Region",
    "place": "Place",
    "neighbourhood": "Neighbourhood",
}

_dates = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))
_lines = st.none() | card_texts.map(lambda text: text.replace("\n", " "))
_forces = st.builds(
    Force,
    effect=st.sampled_from(EFFECTS),
    strength=st.integers(1, 5),
    shiftable=st.none() | st.sampled_from(SHIFTABLE),
)
_positions = st.builds(
    Position,
    row=st.integers(0, 4),
    x=st.floats(0, 1).map(lambda x: round(x, 4)),
    pinned=st.booleans(),
)
_figures = st.none() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | st.just("62%")
_actions = st.lists(st.sampled_from(["Ask the funder", "Keep a reserve"]), max_size=2).map(tuple)
_ids = st.text("abcdefghijkmnpqrstuvwxyz23456789", min_size=1, max_size=4)


def _card(random: Random, number: int, layers: list[str], texts: list[str]) -> Card:
    force = Force(
        effect=random.choice(EFFECTS),
        strength=random.randint(1, 5),
        shiftable=random.choice([None, *SHIFTABLE]),
    )
    place = Position(row=random.randint(0, 3), x=round(random.random(), 3))
    return Card(
        id=f"c{number}",
        layer=random.choice(layers),
        level=random.choice(LEVELS),
        text=random.choice(texts),
        force=random.choice([None, force]),
        position=random.choice([None, None, None, place]),
        votes=random.choice([0, 0, 3, 12]),
        tags=random.choice([(), ("policies",), ("power", "practices")]),
        source=random.choice([None, "MHCLG, 2025"]),
        note=random.choice([None, "Said twice\nin the room"]),
    )


def _links(random: Random, cards: list[str], count: int) -> tuple[Link, ...]:
    pairs = sorted({(random.choice(cards), random.choice(cards)) for _ in range(count)})
    random.shuffle(pairs)
    return tuple(
        Link(
            id=f"l{number}",
            source=source,
            target=target,
            verb=random.choice(VERBS),
            sign=random.choice([None, *SIGNS]),
            strength=random.randint(1, 3),
            delayed=random.random() < 0.2,
        )
        for number, (source, target) in enumerate(pairs)
        if source != target
    )


def _reading(random: Random, number: int, cards: list[str]) -> Reading:
    return Reading(
        id=f"r{number}",
        card=random.choice(cards),
        date=dt.date(2020 + random.randint(0, 6), random.randint(1, 12), random.randint(1, 28)),
        direction=random.choice(DIRECTIONS),
        figure=random.choice([None, 134_760, 7.25, "£1.5bn"]),
    )


def random_canvas(seed: int, card_count: int, layer_count: int, texts: list[str]) -> Canvas:
    """The same canvas for the same arguments, with about 1.5 links a card."""
    random = Random(seed)
    layers = list(LAYER_TITLES)[:layer_count]
    cards = [_card(random, number, layers, texts) for number in range(card_count)]
    ids = [card.id for card in cards]
    links = _links(random, ids, round(1.5 * card_count)) if ids else ()
    some = range(card_count // 3)
    return Canvas(
        title=random.choice(texts)[:100].replace("\n", " ").strip() or "Canvas",
        question="What holds it in place?",
        layers=tuple(
            Layer(id=layer, title=LAYER_TITLES[layer], order=order)
            for order, layer in enumerate(layers)
        ),
        cards=tuple(cards),
        links=links,
        readings=tuple(_reading(random, number, ids) for number in some),
        assumptions=tuple(
            random_assumption(random, number, ids, [link.id for link in links], texts)
            for number in range(random.randint(0, 3))
        ),
        snapshots=(Snapshot(id="s0", name="First workshop", revision=0),),
        kept=tuple(
            random_finding(random, number, ids, texts) for number in range(random.randint(0, 2))
        ),
        dismissed=("loop:stopped", "gap:lone:c1")[: random.randint(0, 2)],
    )


@st.composite
def canvases_with_trays(draw: st.DrawFn, max_cards: int = 12) -> Canvas:
    """The same, where some of the cards wait in the tray."""
    return with_tray(draw(canvases(max_cards=max_cards)), draw(st.integers(0, 2**16 - 1)))


@st.composite
def canvases(
    draw: st.DrawFn, max_cards: int = 12, min_cards: int = 0, max_layers: int = 4
) -> Canvas:
    """Canvases of a number of cards, on 1 to 4 layers, with texts in several scripts."""
    return random_canvas(
        draw(st.integers(0, 2**32 - 1)),
        draw(st.integers(min_cards, max_cards)),
        draw(st.integers(1, max_layers)),
        draw(st.lists(card_texts, min_size=1, max_size=8)),
    )


_CHANGES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "card": {
        "text": card_texts,
        "force": st.none() | _forces,
        "tags": st.sampled_from([(), ("policies",), ("power", "money")]),
        "source": _lines,
        "note": _lines,
        "votes": st.integers(0, 50),
        "unsure": st.booleans(),
    },
    "link": {
        "verb": st.sampled_from(VERBS),
        "sign": st.none() | st.sampled_from(SIGNS),
        "strength": st.integers(1, 3),
        "delayed": st.booleans(),
        "note": _lines,
    },
    "reading": {
        "date": _dates,
        "direction": st.sampled_from(DIRECTIONS),
        "figure": _figures,
        "unit": _lines,
        "source": _lines,
    },
    "assumption": {
        "text": card_texts,
        "load_bearing": st.booleans(),
        "vulnerable": st.booleans(),
        "signpost": _lines,
        "threshold": st.none()
        | st.builds(Threshold, crossing=st.sampled_from(CROSSINGS), figure=st.integers(-9, 99)),
        "shaping": _actions,
        "hedging": _actions,
        "review": st.none() | _dates,
        "status": st.sampled_from(STATUSES),
        "history": st.lists(
            st.builds(StatusChange, date=_dates, status=st.sampled_from(STATUSES), text=_lines)
        ).map(lambda lines: tuple(lines[:2])),
    },
    "details": {
        "title": card_texts.map(lambda text: text[:100].replace("\n", " ").strip() or "x"),
        "question": st.sampled_from(["", "Why does it stay?"]),
        "place": st.sampled_from(["", "Northfield"]),
        "aim": st.sampled_from(["", "Posts that last"]),
        "date": st.none() | _dates,
        "language": st.sampled_from(["en-GB", "cy", "ar"]),
        "view": views,
        "cover": covers,
    },
}


def _changes(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=_CHANGES[kind])


def _at(parts: tuple[Any, ...]) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, len(parts) + 1)


def _any_id(parts: tuple[Any, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([part.id for part in parts])


def _card_edits(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    layers = _any_id(canvas.layers)
    new = st.builds(
        Card,
        id=_ids,
        layer=layers,
        level=st.sampled_from(LEVELS),
        text=card_texts,
        force=st.none() | _forces,
        position=st.none() | _positions,
    )
    adding = st.builds(AddCard, card=new, at=_at(canvas.cards))
    if not canvas.cards:
        return [adding]
    cards = _any_id(canvas.cards)
    several = st.lists(cards, min_size=1, max_size=3, unique=True).map(tuple)
    place = st.none() | _positions
    return [
        adding,
        st.builds(
            ChangeCard, card=cards, changes=_changes("card").map(lambda new: CardChanges(**new))
        ),
        st.builds(
            MoveCard, card=cards, layer=layers, level=st.sampled_from(LEVELS), position=place
        ),
        st.builds(RemoveCard, card=cards),
        st.builds(MergeCards, into=cards, cards=several, text=st.none() | card_texts),
        st.builds(
            Arrange,
            placements=st.lists(
                st.builds(Placement, card=cards, position=place), min_size=1, max_size=4
            ).map(tuple),
        ),
    ]


def _link_edits(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    if not canvas.cards:
        return []
    cards = _any_id(canvas.cards)
    pairs = st.tuples(cards, cards).filter(lambda ends: ends[0] != ends[1])
    adding: list[st.SearchStrategy[Edit]] = []
    if len(canvas.cards) > 1:
        new = st.builds(
            lambda part_id, ends, more: Link(id=part_id, source=ends[0], target=ends[1], **more),
            _ids,
            pairs,
            _changes("link"),
        )
        adding = [st.builds(AddLink, link=new, at=_at(canvas.links))]
    if not canvas.links:
        return adding
    links = st.sampled_from(canvas.links)
    turned = links.map(
        lambda ln: ChangeLink(link=ln.id, changes=LinkChanges(source=ln.target, target=ln.source))
    )
    return [
        *adding,
        turned,
        st.builds(
            ChangeLink,
            link=_any_id(canvas.links),
            changes=st.builds(
                lambda given, end: LinkChanges(**given, **end),
                _changes("link"),
                st.fixed_dictionaries({}, optional={"target": cards}),
            ),
        ),
        st.builds(RemoveLink, link=_any_id(canvas.links)),
    ]


def _reading_edits(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    if not canvas.cards:
        return []
    new = st.builds(
        Reading,
        id=_ids,
        card=_any_id(canvas.cards),
        date=_dates,
        direction=st.sampled_from(DIRECTIONS),
        figure=_figures,
    )
    adding = st.builds(AddReading, reading=new, at=_at(canvas.readings))
    if not canvas.readings:
        return [adding]
    readings = _any_id(canvas.readings)
    changes = _changes("reading").map(lambda new: ReadingChanges(**new))
    return [
        adding,
        st.builds(ChangeReading, reading=readings, changes=changes),
        st.builds(RemoveReading, reading=readings),
    ]


def _assumption_edits(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    cards = st.just(())
    if canvas.cards:
        cards = st.lists(_any_id(canvas.cards), max_size=3, unique=True).map(tuple)
    named = {"cards": cards, "links": st.just(()), "signpost_card": st.none()}
    if canvas.links:
        named["links"] = st.lists(_any_id(canvas.links), max_size=2, unique=True).map(tuple)
    if canvas.cards:
        named["signpost_card"] = st.none() | _any_id(canvas.cards)
    new = st.builds(Assumption, id=_ids, text=card_texts, **named)
    adding = st.builds(AddAssumption, assumption=new, at=_at(canvas.assumptions))
    if not canvas.assumptions:
        return [adding]
    assumptions = _any_id(canvas.assumptions)
    changes = st.builds(
        lambda given, more: AssumptionChanges(**given, **more),
        _changes("assumption"),
        st.fixed_dictionaries({}, optional=named),
    )
    return [
        adding,
        st.builds(ChangeAssumption, assumption=assumptions, changes=changes),
        st.builds(RemoveAssumption, assumption=assumptions),
    ]


def _canvas_edits(canvas: Canvas) -> list[st.SearchStrategy[Edit]]:
    changes = _changes("details").map(lambda new: DetailsChanges(**new))
    layer = st.builds(Layer, id=_ids, title=st.just("Another"), order=st.integers(-2, 5))
    snapshot = st.builds(Snapshot, id=_ids, name=st.just("Workshop"), revision=st.just(0))
    edits: list[st.SearchStrategy[Edit]] = [
        st.builds(ChangeDetails, changes=changes),
        st.builds(AddLayer, layer=layer, at=_at(canvas.layers)),
        st.builds(RemoveLayer, layer=_any_id(canvas.layers)),
        st.builds(NameSnapshot, snapshot=snapshot, at=_at(canvas.snapshots)),
    ]
    if canvas.snapshots:
        edits.append(st.builds(RemoveSnapshot, snapshot=_any_id(canvas.snapshots)))
    return edits


_GROUPS: tuple[Callable[[Canvas], list[st.SearchStrategy[Edit]]], ...] = (
    _card_edits,
    _link_edits,
    _reading_edits,
    _assumption_edits,
    finding_edits,
    _canvas_edits,
    tray_edits,
)


def single_edits(canvas: Canvas) -> st.SearchStrategy[Edit]:
    """Edits about what is on a canvas; nearly all of them fit it."""
    return st.one_of([strategy for group in _GROUPS for strategy in group(canvas)])


@st.composite
def fitting_edits(draw: st.DrawFn, canvas: Canvas) -> Edit:
    """Edits that fit a canvas; one in eight is several together."""
    if draw(st.integers(0, 7)):
        edit = draw(single_edits(canvas))
        assume(_fits(canvas, edit))
        return edit
    edits = []
    after = canvas
    for _ in range(draw(st.integers(0, 4))):
        edit = draw(single_edits(after))
        if _fits(after, edit):
            after = apply(after, edit)
            edits.append(edit)
    return Together(edits=tuple(edits))


@st.composite
def histories(
    draw: st.DrawFn, max_cards: int = 6, max_edits: int = 12
) -> tuple[Canvas, tuple[Edit, ...]]:
    """A canvas, and edits that fit one after the other."""
    first = draw(canvases(max_cards=max_cards) | canvases_with_trays(max_cards=max_cards))
    canvas, edits = first, []
    for _ in range(draw(st.integers(1, max_edits))):
        edit = draw(single_edits(canvas))
        if _fits(canvas, edit):
            canvas = apply(canvas, edit)
            edits.append(edit)
    return first, tuple(edits)


def _fits(canvas: Canvas, edit: Edit) -> bool:
    try:
        apply(canvas, edit)
    except EditRefusedError:
        return False
    return True
