"""How what lies beyond the place reaches it."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given, settings

from iceberg.analyses import Finding
from iceberg.analyses.chains import find_chains
from iceberg.graph import CauseGraph, to_graph
from iceberg.model import Canvas
from tests.analyses.samples import canvas, link, small_canvases


def chains(one: Canvas) -> dict[str, Finding]:
    return {
        finding.id.removeprefix("chain:"): finding for finding in find_chains(one, to_graph(one))
    }


def test_the_share_of_the_place_with_a_national_cause() -> None:
    one = canvas("np1>pp1", "pp1>pe1", "ps1>pe2", cards=("pm1",))
    share = chains(one)["share"]
    assert share.cards == ("pp1", "pe1")
    assert share.sentence.startswith("2 of the 5 cards in the Place iceberg have a cause in the Na")


def test_without_two_sides_there_are_no_chains() -> None:
    assert chains(canvas("ps1>pe1")) == {}
    assert chains(canvas("ns1>ne1")) == {}


def test_a_strong_detour_and_the_short_way_are_both_told() -> None:
    strong = (link("ns1>np1", strength=3), link("np1>pe1", strength=3))
    found = chains(canvas(link("ns1>pe1", strength=2), *strong))
    assert found["strongest-to:pe1"].cards == ("ns1", "np1", "pe1")
    assert found["strongest-to:pe1"].links == ("ns1-np1", "np1-pe1")
    assert "Every link of it is strong." in found["strongest-to:pe1"].sentence
    assert found["shortest-to:pe1"].cards == ("ns1", "pe1")
    assert found["shortest-from:ns1"].cards == ("ns1", "pe1")
    assert "shortest-from:np1" not in found


def test_the_strongest_way_begins_as_deep_as_it_can() -> None:
    found = chains(canvas("nm1>ns1", "ns1>np1", "np1>pe1"))
    assert found["strongest-to:pe1"].cards == ("nm1", "ns1", "np1", "pe1")
    assert found["shortest-to:pe1"].cards == ("np1", "pe1")


def test_a_chain_names_its_subject_once_and_says_what_blocks_and_what_takes_time() -> None:
    one = canvas(
        link("nm1>ns1", verb="opens up"),
        link("ns1>ps1-", delayed=True),
        link("ps1>pe1-", verb="blocks", delayed=True),
    )
    assert chains(one)["strongest-to:pe1"].sentence == (
        "2 cards of the National iceberg lead to “Card pe1”. The strongest way: Card nm1 → opens"
        " up: Card ns1 → in time less of: Card ps1 → in time blocks: this."
    )


def _ways(graph: CauseGraph, sources: set[str], target: str) -> list[list[str]]:
    return [
        path
        for source in sorted(sources - {target})
        for path in nx.all_simple_paths(graph, source, target)
    ]


def _weakest(graph: CauseGraph, path: list[str] | tuple[str, ...]) -> int:
    return min(graph.edges[step]["strength"] for step in pairwise(path))


@settings(max_examples=150)
@given(small_canvases(max_cards=6))
def test_chains_beside_every_simple_path(one: Canvas) -> None:
    graph = to_graph(one)
    place = one.ordered_layers()[-1].id
    beyond = {card.id for card in one.cards if card.layer != place}
    events = {card.id for card in one.cards if card.layer == place and card.level == "events"}
    found = chains(one)
    for event in events:
        ways = _ways(graph, beyond, event)
        _same_as_the_best(graph, found, "to", event, ways)
    for card in beyond:
        ways = [way for event in events for way in _ways(graph, {card}, event)]
        _same_as_the_best(graph, found, "from", card, ways)


def _same_as_the_best(
    graph: CauseGraph, found: dict[str, Finding], topic: str, subject: str, ways: list[list[str]]
) -> None:
    strongest = found.get(f"strongest-{topic}:{subject}")
    assert (strongest is None) == (not ways)
    if strongest is None:
        return
    most = max(_weakest(graph, way) for way in ways)
    assert list(strongest.cards) in ways
    assert _weakest(graph, strongest.cards) == most
    shortest = found.get(f"shortest-{topic}:{subject}", strongest)
    assert list(shortest.cards) in ways
    assert len(shortest.cards) == min(map(len, ways))


@given(small_canvases(max_cards=6))
def test_the_share_beside_the_ancestors_of_each_card(one: Canvas) -> None:
    graph = to_graph(one)
    place = one.ordered_layers()[-1].id
    beyond = {card.id for card in one.cards if card.layer != place}
    here = [card.id for card in one.cards if card.layer == place]
    caused = tuple(card for card in here if nx.ancestors(graph, card) & beyond)
    if here and beyond:
        assert chains(one)["share"].cards == caused
