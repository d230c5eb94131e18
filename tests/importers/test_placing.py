"""Where imported cards are suggested to stand: for every card one place, with its reason."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.importers import Edge, Map, Node, Placement, accepted, suggest, to_canvas
from iceberg.model import LEVELS, Hint, Layer
from tests.importers.bringing import CATALOG

LAYERS = (CATALOG.layer("national"), CATALOG.layer("place"))


def places(*nodes: Node, edges: tuple[Edge, ...] = ()) -> dict[str, Placement]:
    return {one.node: one for one in accepted(suggest(Map(nodes, edges), LAYERS))}


def place(node: Node) -> tuple[str, str, str]:
    [found] = places(node).values()
    return found.layer, found.level, found.reason


@pytest.mark.parametrize(
    ("node", "level", "reason"),
    [
        (Node("a", "A", kind="Mental Models"), "mental_models", "its type is “Mental Models”"),
        (Node("a", "A", tags=("x", "Trend")), "patterns", "it is tagged “Trend”"),
        (
            Node("a", "A", group="Structural causes"),
            "structures",
            "its group is “Structural causes”",
        ),
        (Node("a", "A", group="What just happened?"), "events", "its group is"),
        (Node("a", "A", group="What keeps happening?"), "patterns", "its group is"),
        (Node("a", "A", group="What holds it in place?"), "structures", "its group is"),
        (Node("a", "A", group="What do people believe?"), "mental_models", "its group is"),
        (Node("a", "We believe nobody listens"), "mental_models", "it says “believe”"),
        (Node("a", "Posts keep moving"), "patterns", "it says “keep”"),
        (Node("a", "A", level="events"), "events", "the file says so"),
        (Node("a", "A"), "patterns", "nothing in the file speaks for another place"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_level_is_suggested_with_its_reason(node: Node, level: str, reason: str) -> None:
    found = place(node)
    assert found[1] == level
    assert reason in found[2]


@pytest.mark.parametrize(
    ("node", "layer", "reason"),
    [
        (Node("a", "A", layer="National"), "national", "the file says so"),
        (Node("a", "A", group="Government"), "national", "its group is “Government”"),
        (Node("a", "The Treasury waits"), "national", "it says “Treasury”"),
        (Node("a", "Residents stay away"), "place", "it says “Residents”"),
        (Node("a", "The government and the council differ"), "place", "nothing in the file"),
        (Node("a", "A"), "place", "nothing in the file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_layer_is_suggested_with_its_reason(node: Node, layer: str, reason: str) -> None:
    found = place(node)
    assert found[0] == layer
    assert reason in found[2]


def test_cards_of_one_colour_follow_their_fellows() -> None:
    told = [Node(str(n), f"Our belief {n}", colour="#ff0000") for n in range(3)]
    found = places(*told, Node("x", "A", colour="#ff0000"), Node("y", "B", colour="#00ff00"))
    assert found["x"].level == "mental_models"
    assert "most cards of the colour “#ff0000” are there" in found["x"].reason
    assert found["y"].level == "patterns"


def test_causes_come_deeper_than_their_effects() -> None:
    chain = "abcdefgh"
    edges = tuple(Edge(one, other) for one, other in pairwise(chain))
    found = places(*(Node(name, name.upper()) for name in chain), edges=edges)
    depths = [LEVELS.index(found[name].level) for name in chain]
    assert depths == sorted(depths, reverse=True)
    assert (depths[0], depths[-1]) == (3, 0)
    assert "in the order of causes" in found["a"].reason


def test_a_mere_loop_has_no_order() -> None:
    edges = (Edge("a", "b"), Edge("b", "a"))
    assert "nothing" in places(Node("a", "A"), Node("b", "B"), edges=edges)["a"].reason


def test_without_links_the_height_on_the_old_map_speaks() -> None:
    nodes = [Node(str(n), str(n), x=0.0, y=float(n)) for n in range(8)]
    found = places(*nodes)
    assert [found[str(n)].level for n in range(8)] == [level for level in LEVELS for _ in "12"]
    assert "at the top" in found["0"].reason


texts = st.sampled_from(["", "A", "trend", "council", "believe", "keep government"])
positions = st.none() | st.floats(allow_nan=False, allow_infinity=False)
nodes = st.builds(
    Node,
    id=st.text("abcdef", min_size=1, max_size=2),
    text=texts,
    kind=texts,
    group=texts,
    colour=texts,
    layer=texts,
    tags=st.lists(texts, max_size=2).map(tuple),
    x=positions,
    y=positions,
)
edges = st.builds(
    Edge, source=st.text("abcdefg", max_size=2), target=st.text("abcdefg", max_size=2)
)
maps = st.builds(
    Map,
    nodes=st.lists(nodes, unique_by=lambda node: node.id, min_size=1, max_size=12).map(tuple),
    edges=st.lists(edges, max_size=30).map(tuple),
)


@given(maps, st.permutations(LAYERS))
def test_every_card_gets_one_place_whatever_the_map(source: Map, layers: list[Layer]) -> None:
    suggestions = suggest(source, tuple(layers))
    assert sorted(node for one in suggestions for node in one.nodes) == sorted(
        node.id for node in source.nodes
    )
    assert all(one.reason and one.layer in {"national", "place"} for one in suggestions)
    assert suggestions == suggest(source, tuple(reversed(layers)))


@given(maps)
def test_every_card_and_link_is_on_the_canvas_or_in_the_report(source: Map) -> None:
    placements = accepted(suggest(source, LAYERS))
    made = to_canvas(source, placements, LAYERS, name="x", format_title="X")
    assert len(made.canvas.cards) == len(source.nodes)
    left_out = [made.report.names(about) for about in ("dangling", "self", "duplicate")]
    assert len(made.canvas.links) + sum(map(len, left_out)) == len(source.edges)


def test_a_person_decides() -> None:
    source = Map((Node("a", "A"), Node("b", "B")))
    chosen = [Placement("a", "national", "events", "so"), Placement("b", "place", "events", "so")]
    made = to_canvas(source, chosen, LAYERS, name="x.csv", format_title="X")
    assert [(card.layer, card.level) for card in made.canvas.cards] == [
        ("national", "events"),
        ("place", "events"),
    ]
    assert made.canvas.title == "x"


def test_the_old_positions_are_hints_and_nothing_is_pinned() -> None:
    source = Map(
        tuple(Node(str(n), str(n), x=100.0 * n, y=-5.0 * n, level="events") for n in range(5))
    )
    made = to_canvas(source, accepted(suggest(source, LAYERS)), LAYERS, name="x", format_title="X")
    found = [card.position for card in made.canvas.cards if card.position]
    assert [one.x for one in found] == [0, 0.25, 0.5, 0.75, 1]
    assert [one.row for one in found] == [1, 0, 0, 0, 0]
    assert not any(one.pinned for one in found)


def test_cards_of_the_tray_keep_where_they_stood_as_a_hint() -> None:
    source = Map((Node("a", "A", x=-50.0, y=10.0), Node("b", "B", x=150.0, y=0.0), Node("c", "C")))
    made = to_canvas(source, (), LAYERS, name="x", format_title="X")
    assert [card.hint for card in made.canvas.tray] == [Hint(x=0, y=1), Hint(x=1, y=0), None]
