"""Loops: found shortest first, named, and never for longer than a fixed number of steps."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.analyses.circuits import circuits
from iceberg.analyses.loops import find_loops, turn_of
from iceberg.graph import CauseGraph, to_graph
from iceberg.model import Canvas
from tests.analyses.samples import canvas, link, random_canvas, small_canvases


def turned(loop: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The same loop from its least card on."""
    start = loop.index(min(loop))
    return (*loop[start:], *loop[:start])


def every_loop(graph: CauseGraph) -> set[tuple[str, ...]]:
    return {turned(loop) for loop in nx.simple_cycles(graph)}


@given(small_canvases(max_cards=7))
def test_loops_beside_all_simple_cycles(one: Canvas) -> None:
    graph = to_graph(one)
    found = circuits(graph, most=10**6, longest=7, steps=10**9)
    assert found.stopped == "all found"
    assert {turned(loop) for loop in found.loops} == every_loop(graph)
    assert len(found.loops) == len(every_loop(graph))
    assert [len(loop) for loop in found.loops] == sorted(len(loop) for loop in found.loops)


@given(small_canvases(max_cards=7), st.integers(1, 12), st.integers(2, 5))
def test_fewer_loops_are_the_shortest_and_the_search_says_why_it_ended(
    one: Canvas, most: int, longest: int
) -> None:
    graph = to_graph(one)
    found = circuits(graph, most=most, longest=longest, steps=10**9)
    lengths = sorted(len(loop) for loop in every_loop(graph))
    within = [length for length in lengths if length <= longest]
    assert [len(loop) for loop in found.loops] == within[:most]
    if found.stopped == "many":
        assert len(within) > most
    if found.stopped == "all found":
        assert lengths == within[:most]


@given(small_canvases(max_cards=7), st.integers(0, 60))
def test_when_the_steps_run_out_no_shorter_loop_is_missing(one: Canvas, steps: int) -> None:
    graph = to_graph(one)
    found = circuits(graph, most=10**6, longest=7, steps=steps)
    if found.stopped == "work":
        longest = max((len(loop) for loop in found.loops), default=0)
        shorter = {loop for loop in every_loop(graph) if len(loop) < longest}
        assert shorter <= {turned(loop) for loop in found.loops}
    else:
        assert {turned(loop) for loop in found.loops} == every_loop(graph)


def test_a_loop_of_one_length_more_than_is_looked_for_is_not_passed_over_in_silence() -> None:
    ring = canvas("pe1>pe2", "pe2>pe3", "pe3>pe1")
    assert circuits(to_graph(ring), longest=2).stopped == "long"
    assert circuits(to_graph(ring), longest=3).stopped == "all found"


@pytest.mark.parametrize(
    ("links", "turn"),
    [
        (("pe1>pp1+", "pp1>pe1+"), "reinforcing"),
        (("pe1>pp1-", "pp1>pe1-"), "reinforcing"),
        (("pe1>pp1+", "pp1>pe1-"), "balancing"),
        (("pe1>pp1+", "pp1>pe1"), "unsigned"),
        ((link("pe1>pp1+", verb="blocks"), "pp1>pe1+"), "reinforcing"),
        ((link("pe1>pp1", verb="blocks"), "pp1>pe1+"), "unsigned"),
    ],
)
def test_how_a_loop_turns(links: tuple[str, ...], turn: str) -> None:
    one = canvas(*links)
    assert turn_of(to_graph(one), ("pe1", "pp1")) == turn
    (finding,) = find_loops(one, to_graph(one))
    assert finding.id == f"loop:{turn}:pe1:pp1"
    assert finding.links == ("pe1-pp1", "pp1-pe1")
    assert finding.sure == ("a hint" if turn == "unsigned" else "if the links hold")


@given(small_canvases(max_cards=6))
def test_turns_beside_counted_minus_signs(one: Canvas) -> None:
    graph = to_graph(one)
    for loop in circuits(graph).loops:
        signs = [
            link.sign
            for link in one.links
            if (link.source, link.target) in zip(loop, (*loop[1:], loop[0]), strict=True)
        ]
        expected = "reinforcing" if signs.count("-") % 2 == 0 else "balancing"
        assert turn_of(graph, loop) == ("unsigned" if None in signs else expected)


def test_a_loop_across_layers_says_so() -> None:
    one = canvas("np1>pp1+", "pp1>np1+")
    (finding,) = find_loops(one, to_graph(one))
    assert finding.sentence == (
        "This feeds itself (a reinforcing loop): Card np1 → Card pp1 → the card it began with."
        " It runs through National and Place."
    )


def test_an_id_stays_when_the_cards_are_put_in_another_order() -> None:
    one = canvas("pe1>pp1+", "pp1>ps1+", "ps1>pe1-")
    other = one.model_copy(update={"cards": one.cards[::-1]})
    ids = [[finding.id for finding in find_loops(c, to_graph(c))] for c in (one, other)]
    assert ids[0] == ids[1] == ["loop:balancing:pe1:pp1:ps1"]


def test_a_dense_map_tells_its_shortest_loops_and_that_there_are_more() -> None:
    one = random_canvas(1, 93, 250)
    *loops, last = find_loops(one, to_graph(one))
    assert len(loops) == 200
    assert last.sentence == "Showing the 200 shortest loops; there are more."


def test_a_search_that_finds_nothing_comes_to_an_end() -> None:
    """Everything lies on loops here, but on none that is short enough."""
    random = Random(1)
    rings = [[f"pp{ring}x{n}" for n in range(150)] for ring in range(13)]
    links = [
        f"{a}>{b}"
        for ring, after in zip(rings, (*rings[1:], rings[0]), strict=True)
        for a in ring
        for b in random.sample(after, 5)
    ]
    random.shuffle(links)
    one = canvas(*links)
    (finding,) = find_loops(one, to_graph(one))
    assert finding.sentence == (
        "Showing no loop: this canvas is so dense that the search was stopped early."
    )
