"""Where a small shift may matter most, by four measures that stay apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2s
from itertools import zip_longest
from typing import Final, Literal

import networkx as nx

from iceberg.analyses import wording
from iceberg.analyses.downstream import Downstream
from iceberg.analyses.findings import Analysis, Finding, finding_id
from iceberg.analyses.sides import sides_of
from iceberg.graph import CauseGraph
from iceberg.model import LEVELS, Canvas, Card, Shiftable

Side = Literal["place", "beyond"]

BETWEEN_STEPS: Final = 1_000_000
"""Visits of cards and links that may go into what lies between: all of them up to about 600
cards, and a sample of the causes on larger canvases."""

_EASE: Final[dict[Shiftable | None, int]] = {"no": 0, None: 1, "partly": 2, "yes": 3}


@dataclass(frozen=True, slots=True)
class Lever:
    """A card that leads on to others, by each measure; they are never added up.

    ``reach`` counts the cards downstream. ``between`` counts the pairs of other cards whose
    shortest way runs through this one (betweenness: Freeman, "A set of measures of centrality
    based on betweenness", Sociometry 40, 1977; pairs with several such ways count in part).
    ``depth`` is the level, 0 for events to 3 for mental models: the deeper, the slower and the
    further (Meadows, "Leverage points", 1999). ``estimated``: the canvas is so large that
    ``between`` comes from a sample of the causes.
    """

    card: str
    reach: int
    between: int
    depth: int
    shiftable: Shiftable | None
    estimated: bool = False

    @property
    def measures(self) -> tuple[int, int, int, int]:
        """All four, each more the better: reach, between, depth, how far we can shift it."""
        return self.reach, self.between, self.depth, _EASE[self.shiftable]


def levers(canvas: Canvas, graph: CauseGraph) -> tuple[Lever, ...]:
    """The measures of every card that leads on to at least one other, in the canvas's order."""
    reach = Downstream(graph).counts(graph)
    causes, sample = _causes(graph)
    between = _between(graph, causes, sample)
    return tuple(
        Lever(
            card=card.id,
            reach=reach[card.id],
            between=round(between[card.id]),
            depth=LEVELS.index(card.level),
            shiftable=card.force.shiftable if card.force else None,
            estimated=len(sample) < len(causes),
        )
        for card in canvas.cards
        if reach[card.id]
    )


def unbeaten(some: Iterable[Lever]) -> tuple[Lever, ...]:
    """Those that no other equals or beats on every measure and beats on one (Pareto's front)."""
    front: list[Lever] = []
    # Whatever beats a lever comes before it in this order.
    for lever in sorted(some, key=lambda lever: lever.measures, reverse=True):
        if not any(_beats(other, lever) for other in front):
            front.append(lever)
    return tuple(front)


def _beats(one: Lever, other: Lever) -> bool:
    pairs = zip(one.measures, other.measures, strict=True)
    return one.measures != other.measures and all(a >= b for a, b in pairs)


def find_leverage(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """The unbeaten levers of the place and of what lies beyond, by turns.

    Of each side those first that are not said to be beyond shifting, and the farthest first.
    """
    sides = sides_of(canvas)
    known = {lever.card: lever for lever in levers(canvas, graph)}
    cards = {card.id: card for card in canvas.cards}

    def told(side: Side, of_side: tuple[str, ...]) -> list[Finding]:
        some = _shiftable_first(known[card] for card in of_side if card in known)
        return [_about(side, lever, cards[lever.card]) for lever in some]

    turns = zip_longest(told("place", sides.place_cards), told("beyond", sides.beyond_cards))
    return tuple(found for turn in turns for found in turn if found)


def _shiftable_first(some: Iterable[Lever]) -> list[Lever]:
    return sorted(unbeaten(some), key=lambda lever: lever.shiftable == "no")


def _about(side: Side, lever: Lever, card: Card) -> Finding:
    joined = wording.pairs(lever.between, lever.estimated)
    return Finding(
        id=finding_id("leverage", side, card.id),
        kind="leverage",
        sentence=wording.lever(side, card.text, card.level, lever.reach, joined, lever.shiftable),
        sure="a hint",
        to_try=wording.LEVER_TRIES[side],
        cards=(card.id,),
    )


def _causes(graph: CauseGraph) -> tuple[list[str], list[str]]:
    """The cards that lead to others, and as many of them as the steps are enough for.

    Which of them are in the sample depends on their ids alone, so that it stays much the same
    while the canvas changes.
    """
    causes = [card for card in graph if graph.out_degree(card)]
    linked = graph.number_of_nodes() - nx.number_of_isolates(graph) + graph.number_of_edges()
    wanted = max(1, BETWEEN_STEPS // max(1, linked))
    return causes, causes if len(causes) <= wanted else sorted(causes, key=_digest)[:wanted]


def _between(graph: CauseGraph, causes: list[str], sample: list[str]) -> dict[str, float]:
    """Betweenness of all cards in pairs, from the ways that begin at a sample of the causes."""
    pairs = nx.betweenness_centrality_subset(graph, sample, list(graph))
    scale = len(causes) / max(1, len(sample))
    return {card: value * scale for card, value in pairs.items()}


def _digest(card: str) -> bytes:
    return blake2s(card.encode()).digest()


ANALYSIS = Analysis("leverage", find_leverage)
