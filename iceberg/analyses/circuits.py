"""The loops of a graph, shortest first, within a fixed number of steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import networkx as nx

from iceberg.graph import CauseGraph

Stopped = Literal["all found", "many", "long", "work"]
_Links: TypeAlias = dict[int, list[int]]

MOST_LOOPS: Final = 200
LONGEST_LOOP: Final = 12
MOST_STEPS: Final = 1_000_000
"""Looks at a link: a fraction of a second."""


@dataclass(frozen=True, slots=True)
class Circuits:
    """Loops as card ids, each beginning at its first card on the canvas; and why the search ended.

    ``all found``: there are no others. ``many``: there are more than asked for, and these are the
    shortest. ``long``: longer ones than asked for were not looked for. ``work``: the steps ran
    out; every loop shorter than the last of these was found.
    """

    loops: tuple[tuple[str, ...], ...]
    stopped: Stopped


class _OutOfStepsError(Exception):
    pass


class _Steps:
    """How many steps are left; taking one too many ends the search."""

    def __init__(self, left: int) -> None:
        self._left = left

    def take(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise _OutOfStepsError


def circuits(
    graph: CauseGraph,
    most: int = MOST_LOOPS,
    longest: int = LONGEST_LOOP,
    steps: int = MOST_STEPS,
) -> Circuits:
    """The shortest loops of a graph: at most ``most``, of at most ``longest`` cards each.

    ``networkx.simple_cycles`` has a bound for the length, but neither an order nor an end to the
    work between one loop and the next: a map of 93 cards and 250 links can have millions. So
    lengths are tried one after the other; for each, the loops through a card are those ways back
    to it over later cards that are still short enough by breadth-first distance. Looks at links
    are counted, never seconds, and only inside of knots (strongly connected components): the
    result is the same everywhere, and cards that lie on no loop do not change it.
    """
    cards, after, before, largest = _knots(graph)
    found: list[tuple[str, ...]] = []
    stopped: Stopped = "long" if largest > longest else "all found"
    try:
        budget = _Steps(steps)
        for length in range(2, min(longest, largest) + 1):
            for loop in _of_length(after, before, length, budget):
                if len(found) == most:
                    return Circuits(tuple(found), "many")
                found.append(tuple(cards[index] for index in loop))
    except _OutOfStepsError:
        stopped = "work"
    return Circuits(tuple(found), stopped)


def _knots(graph: CauseGraph) -> tuple[list[str], _Links, _Links, int]:
    """Cards by index; the links inside of knots, forth and back; the size of the largest knot."""
    knot = {
        card: number
        for number, members in enumerate(nx.strongly_connected_components(graph))
        for card in members
    }
    sizes: dict[int, int] = {}
    for number in knot.values():
        sizes[number] = sizes.get(number, 0) + 1
    cards = list(graph)
    index = {card: n for n, card in enumerate(cards)}
    after: _Links = {index[card]: [] for card in cards if sizes[knot[card]] > 1}
    before: _Links = {card: [] for card in after}
    for source, target in graph.edges:
        if knot[source] == knot[target]:
            after[index[source]].append(index[target])
            before[index[target]].append(index[source])
    return cards, after, before, max(sizes.values(), default=0)


def _of_length(
    after: _Links, before: _Links, length: int, steps: _Steps
) -> Iterator[tuple[int, ...]]:
    for root in after:
        away = _distances(before, root, length - 1, steps)
        yield from _closing((root,), after, away, length, steps)


def _distances(before: _Links, root: int, farthest: int, steps: _Steps) -> dict[int, int]:
    """How many links each card is away from the root, over cards that come after the root."""
    away = {root: 0}
    edge = [root]
    for distance in range(1, farthest + 1):
        nearer, edge = edge, []
        for card in nearer:
            for cause in before[card]:
                steps.take()
                if cause > root and cause not in away:
                    away[cause] = distance
                    edge.append(cause)
    return away


def _closing(
    path: tuple[int, ...], after: _Links, away: dict[int, int], length: int, steps: _Steps
) -> Iterator[tuple[int, ...]]:
    """The loops of this length that begin with a path."""
    if len(path) == length:
        if path[0] in after[path[-1]]:
            yield path
        return
    for card in after[path[-1]]:
        steps.take()
        if away.get(card, length) <= length - len(path) and card not in path:
            yield from _closing((*path, card), after, away, length, steps)
