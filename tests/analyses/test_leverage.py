"""Where a small shift may go far: four measures that stay apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given

from iceberg.analyses import leverage
from iceberg.analyses.downstream import Downstream
from iceberg.analyses.leverage import Lever, find_leverage, levers, unbeaten
from iceberg.graph import CauseGraph, to_graph
from iceberg.model import Canvas, Force
from tests.analyses.samples import canvas, card, random_canvas, small_canvases


@given(small_canvases())
def test_reach_beside_the_descendants_of_each_card(one: Canvas) -> None:
    graph = to_graph(one)
    some = [card.id for card in one.cards[::2]]
    counts = Downstream(graph).counts(some)
    for card_id in graph:
        below = nx.descendants(graph, card_id)
        assert counts[card_id] == len(below & set(some))


@given(small_canvases(max_cards=6))
def test_measures_beside_a_count_by_hand(one: Canvas) -> None:
    graph = to_graph(one)
    found = {lever.card: lever for lever in levers(one, graph)}
    assert set(found) == {card for card in graph if nx.descendants(graph, card)}
    between = dict.fromkeys(graph, 0.0)
    for source, target in permutations(graph, 2):
        ways = list(_shortest(graph, source, target))
        for inner in (one_between for way in ways for one_between in way[1:-1]):
            between[inner] += 1 / len(ways)
    for lever in found.values():
        assert lever.reach == len(nx.descendants(graph, lever.card))
        assert lever.between == pytest.approx(between[lever.card], abs=0.501)


def _shortest(graph: CauseGraph, source: str, target: str) -> Iterator[list[str]]:
    if nx.has_path(graph, source, target):
        yield from nx.all_shortest_paths(graph, source, target)


@given(small_canvases(max_cards=7))
def test_a_lever_is_unbeaten_when_no_other_is_better_all_over(one: Canvas) -> None:
    some = levers(one, to_graph(one))
    expected = {
        lever.card
        for lever in some
        if not any(
            other.measures != lever.measures
            and all(a >= b for a, b in zip(other.measures, lever.measures, strict=True))
            for other in some
        )
    }
    assert {lever.card for lever in unbeaten(some)} == expected


def test_each_measure_can_keep_a_card_on_the_list() -> None:
    reach, between = Lever("a", 9, 0, 0, None), Lever("b", 1, 9, 0, None)
    depth, ease = Lever("c", 1, 0, 3, None), Lever("d", 1, 0, 0, "yes")
    assert set(unbeaten((reach, between, depth, ease))) == {reach, between, depth, ease}
    assert unbeaten((reach, Lever("e", 8, 0, 0, "no"))) == (reach,)


def test_place_and_nation_take_turns_and_what_cannot_be_shifted_comes_last() -> None:
    stuck = card("ns1", force=Force(effect="resists", shiftable="no"))
    ours = card("ps1", force=Force(effect="resists", shiftable="yes"))
    one = canvas("ns1>np1", "np1>ps1", "ps1>pe1", cards=(stuck, ours))
    found = find_leverage(one, to_graph(one))
    assert [finding.id for finding in found] == [
        "leverage:place:ps1",
        "leverage:beyond:np1",
        "leverage:beyond:ns1",
    ]
    assert found[0].sentence == (
        "In our own hands: “Card ps1”. It leads on to 1 card, joins 2 pairs of others,"
        " is a structure, and we can shift it."
    )


def test_what_is_sampled_stays_near_what_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    one = random_canvas(5, 60, 150)
    graph = to_graph(one)
    counted = {lever.card: lever.between for lever in levers(one, graph)}
    monkeypatch.setattr(leverage, "BETWEEN_STEPS", 210 * 30)
    sampled = {lever.card: lever.between for lever in levers(one, graph)}
    assert sampled != counted
    assert all(lever.estimated for lever in levers(one, graph))
    assert sum(sampled.values()) == pytest.approx(sum(counted.values()), rel=0.25)
    assert max(sampled, key=sampled.__getitem__) in sorted(counted, key=counted.__getitem__)[-10:]
