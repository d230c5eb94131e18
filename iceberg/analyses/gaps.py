"""What is still missing: cards that hang in the air, and levels without cards."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg.analyses import wording
from iceberg.analyses.findings import Analysis, Finding, finding_id
from iceberg.analyses.paths import reached_from, turned_round
from iceberg.analyses.sides import Sides, sides_of
from iceberg.graph import CauseGraph
from iceberg.model import LEVELS, Canvas, Card


def find_gaps(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """Cards that lack something, the place's first, then levels without cards.

    An event lacks what lies beneath when no card of a deeper level leads to it, on any layer; a
    pattern lacks a structure when no structure does. Of the place's structures those are named
    that nothing leads to at all; its mental models are not, being the ground that the rest
    stands on. A card beyond the place is asked whether it reaches the place. A card without
    links lacks all of this, which is said once.
    """
    sides = sides_of(canvas)
    found = [
        _about(card, topic, sides)
        for topic, lacking in _lacking(canvas, graph, sides).items()
        for card in lacking
    ]
    place = set(sides.place_cards)
    found.sort(key=lambda finding: finding.cards[0] not in place)
    return (*found, *_empty(canvas, sides))


def _lacking(canvas: Canvas, graph: CauseGraph, sides: Sides) -> dict[str, list[Card]]:
    linked = [card for card in canvas.cards if graph.degree(card.id)]
    here = [card for card in linked if card.layer == sides.place.id]
    beyond = [card for card in linked if card.layer != sides.place.id]
    beneath = reached_from(graph, _at(canvas, LEVELS[1:]))
    structured = reached_from(graph, _at(canvas, ("structures",)))
    reaching = reached_from(turned_round(graph), sides.place_cards)
    return {
        "event": [c for c in linked if c.level == "events" and c.id not in beneath],
        "pattern": [c for c in linked if c.level == "patterns" and c.id not in structured],
        "structure": [c for c in here if c.level == "structures" and not graph.in_degree(c.id)],
        "unreaching": [card for card in beyond if card.id not in reaching],
        "unlinked": [card for card in canvas.cards if not graph.degree(card.id)],
    }


def _at(canvas: Canvas, levels: tuple[str, ...]) -> list[str]:
    return [card.id for card in canvas.cards if card.level in levels]


def _about(card: Card, topic: str, sides: Sides) -> Finding:
    sentence, to_try = wording.gap(topic, card.text, sides.place.title)
    return Finding(
        id=finding_id("gap", topic, card.id),
        kind="gap",
        sentence=sentence,
        sure="plain to see",
        to_try=to_try,
        cards=(card.id,),
    )


def _empty(canvas: Canvas, sides: Sides) -> Iterator[Finding]:
    """Layers without any card, and the levels without cards of the others."""
    filled = {(card.layer, card.level) for card in canvas.cards}
    for layer in (sides.place, *sides.beyond):
        empty = [level for level in LEVELS if (layer.id, level) not in filled]
        for level in (None,) if len(empty) == len(LEVELS) else empty:
            question = layer.guide(level).question if level else ""
            sentence, to_try = wording.empty(layer.title, level, question)
            yield Finding(
                id=finding_id("gap", "empty", layer.id, level or "all"),
                kind="gap",
                sentence=sentence,
                sure="plain to see",
                to_try=to_try,
            )


ANALYSIS = Analysis("gap", find_gaps)
