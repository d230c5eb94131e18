"""Edits that fit a canvas, and histories of them."""

from __future__ import annotations

from collections.abc import Callable
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
    LEVELS,
    SIGNS,
    STATUSES,
    VERBS,
    Assumption,
    Canvas,
    Card,
    Layer,
    Link,
    Reading,
    Snapshot,
    StatusChange,
    Threshold,
)
from tests.layout.texts import card_texts
from tests.strategies.canvases import canvases, canvases_with_trays
from tests.strategies.covers import covers, views
from tests.strategies.findings import finding_edits
from tests.strategies.parts import actions, dates, figures, forces, ids, lines, positions
from tests.strategies.tray import tray_edits

_CHANGES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "card": {
        "text": card_texts,
        "force": st.none() | forces,
        "tags": st.sampled_from([(), ("policies",), ("power", "money")]),
        "source": lines,
        "note": lines,
        "votes": st.integers(0, 50),
        "unsure": st.booleans(),
    },
    "link": {
        "verb": st.sampled_from(VERBS),
        "sign": st.none() | st.sampled_from(SIGNS),
        "strength": st.integers(1, 3),
        "delayed": st.booleans(),
        "note": lines,
    },
    "reading": {
        "date": dates,
        "direction": st.sampled_from(DIRECTIONS),
        "figure": figures,
        "unit": lines,
        "source": lines,
    },
    "assumption": {
        "text": card_texts,
        "load_bearing": st.booleans(),
        "vulnerable": st.booleans(),
        "signpost": lines,
        "threshold": st.none()
        | st.builds(Threshold, crossing=st.sampled_from(CROSSINGS), figure=st.integers(-9, 99)),
        "shaping": actions,
        "hedging": actions,
        "review": st.none() | dates,
        "status": st.sampled_from(STATUSES),
        "history": st.lists(
            st.builds(StatusChange, date=dates, status=st.sampled_from(STATUSES), text=lines)
        ).map(lambda lines: tuple(lines[:2])),
    },
    "details": {
        "title": card_texts.map(lambda text: text[:100].replace("\n", " ").strip() or "x"),
        "question": st.sampled_from(["", "Why does it stay?"]),
        "place": st.sampled_from(["", "Northfield"]),
        "aim": st.sampled_from(["", "Posts that last"]),
        "date": st.none() | dates,
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
        id=ids,
        layer=layers,
        level=st.sampled_from(LEVELS),
        text=card_texts,
        force=st.none() | forces,
        position=st.none() | positions,
    )
    adding = st.builds(AddCard, card=new, at=_at(canvas.cards))
    if not canvas.cards:
        return [adding]
    cards = _any_id(canvas.cards)
    several = st.lists(cards, min_size=1, max_size=3, unique=True).map(tuple)
    place = st.none() | positions
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
            ids,
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
        id=ids,
        card=_any_id(canvas.cards),
        date=dates,
        direction=st.sampled_from(DIRECTIONS),
        figure=figures,
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
    new = st.builds(Assumption, id=ids, text=card_texts, **named)
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
    layer = st.builds(Layer, id=ids, title=st.just("Another"), order=st.integers(-2, 5))
    snapshot = st.builds(Snapshot, id=ids, name=st.just("Workshop"), revision=st.just(0))
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
