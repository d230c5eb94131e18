"""Pushing cards up or down and following the signs of the links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

import networkx as nx

from iceberg.analyses.paths import reached_from
from iceberg.errors import NotFoundError
from iceberg.graph import CauseGraph

Push = Literal[1, -1]
Way = Literal["more", "less", "either way", "not known"]
Pushes: TypeAlias = Mapping[str, Push]

WAYS: Final[tuple[Way, ...]] = get_args(Way)


@dataclass(frozen=True, slots=True)
class Movement:
    """Which way a card moves.

    ``more`` or ``less`` of what it says; ``either way`` when signed ways to it disagree;
    ``not known`` when only ways with an unsigned link lead to it. A movement is ``doubted`` when
    such a way leads to it as well: a sign there could turn it into ``either way``.
    """

    way: Way
    doubted: bool = False


def follow(graph: CauseGraph, pushes: Pushes) -> dict[str, Movement]:
    """The cards that move when some are pushed up (1) or down (-1), in the canvas's order.

    Signs multiply along a way and are compared where ways meet, as in qualitative probabilistic
    networks (Wellman, "Fundamental concepts of qualitative probabilistic networks", Artificial
    Intelligence 44, 1990) and for maps with loops in Puccia and Levins (Qualitative modeling of
    complex systems, 1985): on a way that goes round a balancing loop both signs arrive, so it
    could go either way. How strong or how slow a link is does not count. Pushed cards are held
    where they were pushed and are not among those that move.

    Raises:
        NotFoundError: a push names a card that the canvas does not have.
    """
    for card in pushes:
        if card not in graph:
            raise NotFoundError(f"There is no card {card} to push. Name one that the canvas has.")
    arrived: dict[str, set[int]] = {}
    for card, sign in reached_from(_signed(graph, pushes), list(pushes.items())):
        arrived.setdefault(card, set()).add(sign)
    return {
        card: _movement(arrived[card]) for card in graph if card in arrived and card not in pushes
    }


def _signed(graph: CauseGraph, pushes: Pushes) -> nx.DiGraph:
    """The graph three times over: each card with the sign 1, -1 or 0 that may arrive there."""
    signed = nx.DiGraph()
    signed.add_nodes_from(pushes.items())
    for source, target, sign in graph.edges(data="sign"):
        if target not in pushes:
            signed.add_edges_from(((source, s), (target, s * sign)) for s in (1, -1, 0))
    return signed


def _movement(signs: set[int]) -> Movement:
    if {1, -1} <= signs:
        return Movement("either way")
    if 1 in signs:
        return Movement("more", doubted=0 in signs)
    if -1 in signs:
        return Movement("less", doubted=0 in signs)
    return Movement("not known")
