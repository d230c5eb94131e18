"""A map before it is kept: what is placed stands on icebergs, the rest waits in the tray."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.errors import BadInputError
from iceberg.exporters.canvas_file import write_canvas
from iceberg.importers import Draft, Edge, Map, Node, drafted
from iceberg.importers.preparing import prepared
from iceberg.layout import lay_out
from iceberg.model import REPORT_LIMIT, TITLE_LIMIT, ImportNote, KeptFinding
from iceberg.scene.build import page_frame
from tests.importers.bringing import CATALOG
from tests.importers.samples import FILES
from tests.scene.samples import sample

LAYERS = (CATALOG.layer("national"), CATALOG.layer("place"))
IDS = "abcdef"
NODES = tuple(Node(one, text=f"Card {one}", x=10.0 * at) for at, one in enumerate(IDS))
EDGES = tuple(Edge(a, b) for a, b in pairwise(IDS))


def draft(nodes: tuple[Node, ...] = NODES, edges: tuple[Edge, ...] = EDGES) -> Draft:
    return Draft("ours.csv", "CSV table", prepared(Map(nodes, edges)), LAYERS)


@given(st.sets(st.sampled_from(IDS)))
def test_every_card_and_link_is_kept_whatever_is_placed(chosen: set[str]) -> None:
    one = draft()
    made = one.placed(one.suggestions[node] for node in chosen)
    canvas = made.canvas
    assert {card.id for card in canvas.cards} == chosen
    assert {card.id for card in (*canvas.cards, *canvas.tray)} == set(IDS)
    assert len(canvas.links) + len(canvas.tray_links) == len(EDGES)
    assert len(made.report.waiting) == len(IDS) - len(chosen)


def test_the_report_names_what_waits() -> None:
    told = draft().placed(()).report.markdown()
    assert "Waiting in the tray, to be placed later (6)" in told
    assert "- Card a" in told


@pytest.mark.parametrize("name", FILES)
def test_every_format_can_wait_whole_in_the_tray(name: str) -> None:
    one = drafted(name, FILES[name], CATALOG, LAYERS)
    canvas = one.placed(()).canvas
    assert len(canvas.tray) == len(one.source.nodes)
    assert canvas.cards == ()


def test_a_canvas_of_our_own_comes_with_its_places() -> None:
    one = drafted("ours.iceberg.json", write_canvas(sample()).encode(), CATALOG, LAYERS)
    made = one.placed(one.suggestions.values())
    kept = {card.id: (card.layer, card.level, card.text) for card in sample().cards}
    assert {card.id: (card.layer, card.level, card.text) for card in made.canvas.cards} == kept
    assert set(made.report.names("other")) == {"1 reading", "1 assumption"}


def test_what_was_kept_on_a_canvas_of_our_own_is_named_where_it_does_not_come() -> None:
    kept = (KeptFinding(id="gap:lone:a", kind="gap", text="Nobody asked"),)
    notes = (ImportNote(id="i1", name="theirs.csv", format="CSV table"),)
    canvas = sample().model_copy(update={"kept": kept, "imports": notes})
    one = drafted("ours.iceberg.json", write_canvas(canvas).encode(), CATALOG, LAYERS)
    named = one.placed(()).report.names("other")
    assert {"1 kept finding", "1 import report"} <= set(named)


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(BadInputError):
        drafted("x.iceberg.json", b'{"schema": 1, "layers": []}', CATALOG, LAYERS)


def test_a_very_long_report_is_cut_and_says_so() -> None:
    many = tuple(Node(f"n{n}", text=f"{n} {'long ' * 45}") for n in range(900))
    note = draft(many, ()).placed(()).report.note("r1")
    assert len(note.report) <= REPORT_LIMIT
    assert note.report.rstrip().endswith("too long to be kept.")


def test_a_long_file_name_still_names_the_report() -> None:
    one = Draft("x" * 300, "CSV table", prepared(Map(NODES)), LAYERS)
    assert len(one.placed(()).report.note("r1").name) <= TITLE_LIMIT


def test_cards_keep_their_sides() -> None:
    """People know their map again: within a row of the picture nobody changes sides."""
    order = "dbcafe"
    nodes = tuple(
        Node(one, text=f"Card {one}", x=100.0 * at, y=5.0, level="patterns", layer="Place")
        for at, one in enumerate(order)
    )
    one = draft(nodes, ())
    canvas = one.placed(one.suggestions.values()).canvas
    rows: dict[int, list[str]] = {}
    for placed in sorted(lay_out(canvas, *page_frame(canvas, "a4")).cards, key=lambda c: c.rect.x):
        rows.setdefault(placed.row, []).append(placed.id)
    assert any(len(row) > 1 for row in rows.values())
    assert all(row == sorted(row, key=order.index) for row in rows.values())
