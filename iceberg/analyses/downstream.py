"""How many cards each card leads on to, for all cards in one pass."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from iceberg.graph import CauseGraph


class Downstream:
    """Which cards lie downstream of each card, itself left out even where it lies on a loop.

    ``networkx.descendants`` gives the same for one card; asking it for each of 2,000 cards takes
    far longer than the whole of this: a set of cards is one integer of as many bits, and the sets
    are united once, from the last effect back to the first cause.
    """

    def __init__(self, graph: CauseGraph) -> None:
        self._bit = {card: 1 << index for index, card in enumerate(graph)}
        self._below = _united(graph, self._bit)

    def counts(self, among: Iterable[str]) -> dict[str, int]:
        """How many of these cards lie downstream of each card of the graph."""
        wanted = sum(self._bit[card] for card in set(among))
        return {
            card: (self._below[card] & wanted & ~self._bit[card]).bit_count() for card in self._bit
        }


def _united(graph: CauseGraph, bit: dict[str, int]) -> dict[str, int]:
    """For each card the bits of all that it reaches, with itself."""
    knots = nx.condensation(graph)
    reached: dict[int, int] = {}
    below: dict[str, int] = {}
    for knot in reversed(list(nx.topological_sort(knots))):
        members = knots.nodes[knot]["members"]
        bits = sum(bit[card] for card in members)
        for effect in knots[knot]:
            bits |= reached[effect]
        reached[knot] = bits
        below.update(dict.fromkeys(members, bits))
    return below
