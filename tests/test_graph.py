"""The canvas as a graph."""

from __future__ import annotations

import datetime as dt

from hypothesis import given

from iceberg.graph import to_graph
from iceberg.model import Canvas, Card, Force, Layer, Link, Reading
from tests.strategies import canvases

CANVAS = Canvas(
    title="T",
    layers=(Layer(id="national", title="National"), Layer(id="place", title="Place")),
    cards=(
        Card(id="b", layer="national", level="patterns", text="B", force=Force(effect="helps")),
        Card(id="a", layer="place", level="events", text="A"),
    ),
    links=(
        Link(id="l1", source="b", target="a", sign="-", strength=3, delayed=True),
        Link(id="l2", source="a", target="b", verb="blocks"),
    ),
    readings=(Reading(id="r", card="a", date=dt.date(2026, 6, 24), direction="rising"),),
)


def test_nodes_and_edges_carry_what_is_documented() -> None:
    graph = to_graph(CANVAS)
    assert graph.graph["canvas"] is CANVAS
    assert graph.nodes["b"] == {
        "card": CANVAS.cards[0],
        "layer": "national",
        "level": "patterns",
        "text": "B",
        "effect": "helps",
        "strength": 3,
        "direction": None,
    }
    assert (graph.nodes["a"]["effect"], graph.nodes["a"]["strength"]) == (None, 0)
    assert graph.nodes["a"]["direction"] == "rising"
    assert graph.edges["b", "a"] == {
        "link": CANVAS.links[0],
        "id": "l1",
        "verb": "drives",
        "sign": -1,
        "strength": 3,
        "delayed": True,
        "crosses": True,
    }


def test_a_link_and_its_way_back_are_two_edges() -> None:
    graph = to_graph(CANVAS)
    assert graph.edges["a", "b"]["id"] == "l2"
    assert graph.edges["b", "a"]["id"] == "l1"


@given(canvases(max_cards=20))
def test_every_card_is_a_node_and_every_link_an_edge_in_order(canvas: Canvas) -> None:
    graph = to_graph(canvas)
    assert list(graph) == [card.id for card in canvas.cards]
    edges = {data["id"]: ends for *ends, data in graph.edges(data=True)}
    assert edges == {link.id: [link.source, link.target] for link in canvas.links}
