"""Canvases with texts in several scripts."""

from __future__ import annotations

import datetime as dt
from random import Random

from hypothesis import strategies as st

from iceberg.model import (
    DIRECTIONS,
    EFFECTS,
    LEVELS,
    SHIFTABLE,
    SIGNS,
    VERBS,
    Canvas,
    Card,
    Force,
    Layer,
    Link,
    Position,
    Reading,
    Snapshot,
)
from tests.layout.texts import card_texts
from tests.strategies.assumptions import random_assumption
from tests.strategies.findings import random_finding
from tests.strategies.tray import with_tray

LAYER_TITLES = {
    "national": "National",
    "region": "Region",
    "place": "Place",
    "neighbourhood": "Neighbourhood",
}


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
