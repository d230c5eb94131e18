"""Ways through the graph from some cards to others: the strongest and the shortest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Any, Final, TypeAlias, TypeVar

import networkx as nx

from iceberg.analyses import wording
from iceberg.graph import CauseGraph

Path: TypeAlias = tuple[str, ...]
"""Card ids from cause to effect, at least two."""

Node = TypeVar("Node")

STRENGTHS: Final = (3, 2, 1)


def turned_round(graph: CauseGraph) -> CauseGraph:
    """The graph from effect to cause."""
    # A view, because networkx copies every card and link in depth otherwise.
    return graph.reverse(copy=False)


def shortest_from(graph: CauseGraph, sources: Iterable[str], weakest: int = 1) -> dict[str, Path]:
    """For each card that any source reaches, a way of the fewest links, each strong enough.

    Of equally short ways the one found first in the order of the canvas.
    """
    starts = list(sources)
    if not starts:
        return {}

    def length(_source: str, _target: str, data: dict[str, Any]) -> int | None:
        return 1 if data["strength"] >= weakest else None

    _, paths = nx.multi_source_dijkstra(graph, starts, weight=length)
    return {card: tuple(path) for card, path in paths.items() if len(path) > 1}


def strongest_from(graph: CauseGraph, groups: Sequence[Sequence[str]]) -> dict[str, Path]:
    """For each card that any source reaches, the way whose weakest link is strongest.

    A chain is as strong as its weakest link (the widest path: Pollack, "The maximum capacity
    through a network", Operations Research 8, 1960). Of equally strong ways the one from the
    earliest group of sources, then the shortest.
    """
    best: dict[str, Path] = {}
    for weakest in STRENGTHS:
        for sources in groups:
            best = shortest_from(graph, sources, weakest) | best
    return best


def reached_from(graph: nx.DiGraph, sources: Iterable[Node]) -> set[Node]:
    """The sources and every card downstream of one."""
    return set(chain.from_iterable(nx.bfs_layers(graph, list(sources))))


def links_along(graph: CauseGraph, path: Sequence[str]) -> tuple[str, ...]:
    """The ids of the links along a way, in its order."""
    return tuple(graph.edges[step]["id"] for step in pairwise(path))


def weakest_link(graph: CauseGraph, path: Sequence[str]) -> int:
    """The strength of the weakest link along a way, 1 to 3."""
    strengths: list[int] = [graph.edges[step]["strength"] for step in pairwise(path)]
    return min(strengths)


def in_words(graph: CauseGraph, path: Sequence[str], *, first: str = "", last: str = "") -> str:
    """A way as its cards' words with arrows between; ``first`` and ``last`` stand for its ends."""
    steps = [wording.step(graph.edges[ends]["link"]) for ends in pairwise(path)]
    names = [wording.named(graph.nodes[card]["text"]) for card in path]
    names[0], names[-1] = first or names[0], last or names[-1]
    return names[0] + "".join(step + name for step, name in zip(steps, names[1:], strict=True))


def named(graph: CauseGraph, cards: Iterable[str]) -> list[str]:
    """Cards by their words, in quotation marks."""
    return [wording.quoted(graph.nodes[card]["text"]) for card in cards]
