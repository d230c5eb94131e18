"""Loops: what feeds itself, and what holds itself in check."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Final, Literal

from iceberg.analyses import wording
from iceberg.analyses.circuits import LONGEST_LOOP, Circuits, circuits
from iceberg.analyses.findings import Analysis, Finding, finding_id
from iceberg.analyses.paths import Path, in_words, links_along
from iceberg.graph import CauseGraph
from iceberg.model import Canvas

Turn = Literal["reinforcing", "balancing", "unsigned"]

_TURNS: Final[dict[int, Turn]] = {1: "reinforcing", -1: "balancing", 0: "unsigned"}


def find_loops(canvas: Canvas, graph: CauseGraph) -> tuple[Finding, ...]:
    """Each loop with how it turns, shortest first, then why the search ended early, if it did."""
    found = circuits(graph)
    titles = {layer.id: layer.title for layer in canvas.ordered_layers()}
    loops = (_about(graph, loop, titles) for loop in found.loops)
    return (*loops, *_stopped(found))


def turn_of(graph: CauseGraph, loop: Path) -> Turn:
    """Reinforcing with an even number of minus signs, balancing with an odd one.

    So in the causal-loop convention (Sterman, Business Dynamics, 2000, chapter 5). It is claimed
    only where every link has a sign; a verb such as “blocks” is none.
    """
    return _TURNS[prod(graph.edges[ends]["sign"] for ends in _round(loop))]


def _round(loop: Path) -> Iterator[tuple[str, str]]:
    return zip(loop, (*loop[1:], loop[0]), strict=True)


def _about(graph: CauseGraph, loop: Path, titles: dict[str, str]) -> Finding:
    turn = turn_of(graph, loop)
    closed = (*loop, loop[0])
    layers = {graph.nodes[card]["layer"] for card in loop}
    crossed = tuple(title for layer, title in titles.items() if layer in layers)
    path = in_words(graph, closed, last=wording.THE_START)
    unsigned = sum(not graph.edges[ends]["sign"] for ends in _round(loop))
    return Finding(
        id=finding_id("loop", turn, *_from_least(loop)),
        kind="loop",
        sentence=wording.loop(turn, path, crossed, unsigned),
        sure="a hint" if turn == "unsigned" else "if the links hold",
        to_try=wording.LOOP_TRIES[turn],
        cards=loop,
        links=links_along(graph, closed),
    )


def _from_least(loop: Path) -> Path:
    """The same loop from its least id on, wherever its cards stand on the canvas."""
    start = loop.index(min(loop))
    return (*loop[start:], *loop[:start])


def _stopped(found: Circuits) -> Iterator[Finding]:
    if found.stopped == "all found":
        return
    yield Finding(
        id=finding_id("loop", "stopped"),
        kind="loop",
        sentence=wording.stopped(found.stopped, len(found.loops), LONGEST_LOOP),
        sure="plain to see",
        to_try=wording.STOPPED_TRY,
    )


ANALYSIS = Analysis("loop", find_loops)
