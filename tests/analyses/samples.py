"""Small canvases for the analyses: written as one line, or random and full of links."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from hypothesis import strategies as st

from iceberg.model import (
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
    Level,
    Link,
    Reading,
    Sign,
    StatusChange,
)

NATIONAL = Layer(id="national", title="National", order=1)
PLACE = Layer(id="place", title="Place", order=2)
_PLACES: dict[str, tuple[str, Level]] = {
    f"{initial}{letter}": (layer, level)
    for initial, layer in (("n", "national"), ("p", "place"))
    for letter, level in zip("epsm", LEVELS, strict=True)
}
_SIGNS: dict[str, Sign] = {"+": "+", "-": "-"}


def card(card_id: str, **more: Any) -> Card:
    """A card whose id begins with its layer and level: ``np1`` is a national pattern."""
    layer, level = _PLACES[card_id[:2]]
    return Card(id=card_id, layer=layer, level=level, text=f"Card {card_id}", **more)


def link(way: str, **more: Any) -> Link:
    """A link from a text such as ``np1>pe1``; a sign at the end is the link's sign."""
    sign = _SIGNS.get(way[-1])
    source, target = way.rstrip("+-").split(">")
    return Link(id=f"{source}-{target}", source=source, target=target, sign=sign, **more)


def canvas(*links: Link | str, cards: tuple[Card | str, ...] = (), **more: Any) -> Canvas:
    """A national and a place layer with these links, these cards, and those that links name."""
    made = tuple(link(one) if isinstance(one, str) else one for one in links)
    given = [card(one) if isinstance(one, str) else one for one in cards]
    known = {one.id for one in given}
    named = dict.fromkeys(end for one in made for end in (one.source, one.target))
    rest = tuple(card(end) for end in named if end not in known)
    return Canvas(
        title="Sample", layers=(NATIONAL, PLACE), cards=(*given, *rest), links=made, **more
    )


def random_canvas(
    seed: int, cards: int, links: int, *, layers: int = 2, assumptions: int = 1, readings: int = 4
) -> Canvas:
    """A canvas with random links between any cards, and all marks that analyses read."""
    random = Random(seed)
    ids = [f"c{number}" for number in range(cards)]
    return Canvas(
        title="Random",
        date=dt.date(2026, 6, 24),
        layers=tuple(
            Layer(id=f"layer{n}", title=f"Layer {n}", order=n) for n in range(max(1, layers))
        ),
        cards=tuple(_random_card(random, card_id, layers) for card_id in ids),
        links=_random_links(random, ids, links),
        readings=tuple(
            Reading(
                id=f"r{number}",
                card=random.choice(ids),
                date=dt.date(2026, random.randint(1, 12), 1),
                direction=random.choice(DIRECTIONS),
            )
            for number in range(readings if cards else 0)
        ),
        assumptions=tuple(_random_assumption(random, number, ids) for number in range(assumptions)),
    )


def _random_card(random: Random, card_id: str, layers: int) -> Card:
    force = Force(
        effect=random.choice(EFFECTS),
        strength=random.randint(1, 5),
        shiftable=random.choice([None, *SHIFTABLE]),
    )
    return Card(
        id=card_id,
        layer=f"layer{random.randrange(layers)}",
        level=random.choice(LEVELS),
        text=f"What {card_id} says",
        force=random.choice([None, force]),
    )


def _random_links(random: Random, ids: list[str], wanted: int) -> tuple[Link, ...]:
    possible = len(ids) * (len(ids) - 1)
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < min(wanted, possible):
        source, target = random.choice(ids), random.choice(ids)
        if source != target:
            pairs.setdefault((source, target))
    return tuple(
        Link(
            id=f"l{number}",
            source=source,
            target=target,
            verb=random.choice(VERBS),
            sign=random.choice([None, *SIGNS, *SIGNS]),
            strength=random.randint(1, 3),
            delayed=random.random() < 0.2,
        )
        for number, (source, target) in enumerate(pairs)
    )


def _random_assumption(random: Random, number: int, ids: list[str]) -> Assumption:
    looked = StatusChange(date=dt.date(2026, random.randint(1, 12), 1), status="holds")
    return Assumption(
        id=f"a{number}",
        text=f"We assume thing {number}",
        cards=tuple(random.sample(ids, min(len(ids), random.randint(0, 2)))),
        load_bearing=random.random() < 0.5,
        review=random.choice([None, dt.date(2026, 9, 30)]),
        status=random.choice(STATUSES),
        history=random.choice([(), (looked,)]),
    )


@st.composite
def small_canvases(draw: st.DrawFn, max_cards: int = 7, max_layers: int = 3) -> Canvas:
    """Canvases that are small enough to try every way through them."""
    cards = draw(st.integers(0, max_cards))
    return random_canvas(
        draw(st.integers(0, 2**32 - 1)),
        cards,
        draw(st.integers(0, 3 * cards)),
        layers=draw(st.integers(1, max_layers)),
        assumptions=draw(st.integers(0, 2)),
    )
