"""Out to other programs and back: what each file keeps, and that it says what it does not."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import networkx as nx
import pytest
from hypothesis import given

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.importers import Imported, accepted, load_canvas, read_map, suggest, to_canvas
from iceberg.importers.layering import layered
from iceberg.model import Canvas, Card, Link
from tests.exporters.test_hostile_text import HOSTILE
from tests.scene.samples import plain, sample
from tests.strategies import canvases

NORTHFIELD = load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())
WHOLE = (".csv", ".graphml", ".gexf", ".dot", ".kumu.json")
"""Formats that carry all that cards and links say."""
BACK = (*WHOLE, ".prsm", ".mmp", ".md")


def written(canvas: Canvas, extension: str) -> bytes:
    return export(canvas, extension).data


def back(canvas: Canvas, extension: str) -> Imported:
    chosen, read = read_map(f"map{extension}", written(canvas, extension))
    source, layers = layered(read, canvas.layers, ())
    placements = accepted(suggest(source, layers))
    return to_canvas(source, placements, layers, name="map", format_title=chosen.title)


def in_order(canvas: Canvas) -> tuple[list[Card], list[Link]]:
    """Cards and links by id: graphs have no order of their own."""
    return sorted(canvas.cards, key=lambda c: c.id), sorted(canvas.links, key=lambda ln: ln.id)


@pytest.mark.parametrize("extension", WHOLE)
def test_an_example_comes_back_with_all_cards_and_links(extension: str) -> None:
    assert in_order(back(NORTHFIELD, extension).canvas) == in_order(NORTHFIELD)


def test_our_own_workbook_comes_back_with_all_but_positions() -> None:
    found = back(NORTHFIELD, ".xlsx").canvas
    before = {card.id: card.model_copy(update={"position": None}) for card in NORTHFIELD.cards}
    assert {card.id: card for card in found.cards} == before
    assert in_order(found)[1] == in_order(NORTHFIELD)[1]


@given(canvases(min_cards=1))
def test_csv_loses_nothing_of_cards_and_links(canvas: Canvas) -> None:
    found = back(canvas, ".csv").canvas
    assert found.cards == canvas.cards
    assert found.links == canvas.links


@pytest.mark.parametrize("extension", WHOLE)
@given(canvas=canvases(min_cards=1))
def test_the_whole_formats_lose_nothing(extension: str, canvas: Canvas) -> None:
    assert in_order(back(canvas, extension).canvas) == in_order(canvas)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
@pytest.mark.parametrize("extension", BACK)
def test_hostile_texts_come_back_as_they_were(extension: str, text: str) -> None:
    before = plain(text)
    found = back(before, extension).canvas.cards
    expected = [card.text for card in before.cards]
    # PRSM wraps labels with line breaks of its own, which nobody can tell from a person's.
    kept = [text.replace("\n", " ") for text in expected] if extension == ".prsm" else expected
    assert [card.text for card in found] == kept


@given(canvases(min_cards=1))
def test_graphml_is_the_same_graph_with_all_attributes(canvas: Canvas) -> None:
    graph = nx.read_graphml(io.BytesIO(written(canvas, ".graphml")))
    assert set(graph) == {card.id for card in canvas.cards}
    assert {(a, b) for a, b in graph.edges} == {(ln.source, ln.target) for ln in canvas.links}
    for card in canvas.cards:
        told = graph.nodes[card.id]
        assert (told["label"], told["layer"], told["level"]) == (card.text, card.layer, card.level)
        assert told.get("effect") == (card.force.effect if card.force else None)
        assert told.get("strength") == (card.force.strength if card.force else None)
        assert told.get("note") == card.note
    for link in canvas.links:
        told = graph.edges[link.source, link.target]
        assert (told["id"], told["verb"], told.get("sign")) == (link.id, link.verb, link.sign)
        assert told["strength"] == link.strength


def test_graphml_and_gexf_are_isomorphic_through_networkx() -> None:
    one = nx.read_graphml(io.BytesIO(written(NORTHFIELD, ".graphml")))
    other = nx.read_gexf(io.BytesIO(written(NORTHFIELD, ".gexf")))
    same = nx.is_isomorphic(
        one,
        other,
        node_match=lambda a, b: (
            {k: str(v) for k, v in a.items()} == {k: str(v) for k, v in b.items()}
        ),
    )
    assert same


@pytest.mark.parametrize("extension", [".prsm", ".mmp", ".md"])
def test_the_others_keep_texts_levels_and_links(extension: str) -> None:
    found = back(NORTHFIELD, extension).canvas
    assert sorted(c.text for c in found.cards) == sorted(c.text for c in NORTHFIELD.cards)
    assert len(found.links) == len(NORTHFIELD.links)
    levels = {card.text: card.level for card in NORTHFIELD.cards}
    assert {card.text: card.level for card in found.cards} == levels


def test_prsm_keeps_all_but_positions() -> None:
    found = back(NORTHFIELD, ".prsm").canvas
    for card, before in zip(found.cards, NORTHFIELD.cards, strict=True):
        assert card.model_copy(update={"position": before.position}) == before
    assert found.links == NORTHFIELD.links


def test_prsm_is_as_its_own_files_are() -> None:
    data = json.loads(written(NORTHFIELD, ".prsm"))
    assert {"version", "mapTitle", "styles", "nodes", "edges", "attributeTitles"} <= set(data)
    assert all({"id", "label", "grp", "x", "y"} <= set(node) for node in data["nodes"])
    assert all(node["grp"] in data["styles"]["nodes"] for node in data["nodes"])
    assert all(edge["grp"] in data["styles"]["edges"] for edge in data["edges"])
    assert len({(node["x"], node["y"]) for node in data["nodes"]}) == len(data["nodes"])


def test_kumu_is_a_blueprint() -> None:
    data = json.loads(written(sample(), ".kumu.json"))
    assert set(data) == {"name", "elements", "connections"}
    assert all({"id", "label", "type"} <= set(element) for element in data["elements"])
    ids = {element["id"] for element in data["elements"]}
    assert all({one["from"], one["to"]} <= ids for one in data["connections"])


def test_mental_modeler_has_influences_from_minus_1_to_1() -> None:
    data = json.loads(written(NORTHFIELD, ".mmp"))
    links: list[dict[str, Any]] = [one for c in data["concepts"] for one in c["relationships"]]
    assert len(links) == len(NORTHFIELD.links)
    assert all(0 < abs(float(one["influence"])) <= 1 for one in links)


def test_no_cell_is_taken_for_a_formula() -> None:
    data = written(plain("=HYPERLINK(1)", title="x"), ".csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data)) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not any(re.match(r"[=+\-@].", cell) for cell in cells)


def test_mermaid_draws_every_card_and_link_and_nothing_else() -> None:
    said = written(NORTHFIELD, ".mmd").decode()
    assert said.startswith("flowchart TB\n")
    assert len(re.findall(r'^ +c\d+\["', said, re.MULTILINE)) == len(NORTHFIELD.cards)
    assert len(re.findall(r"^  c\d+ (?:-\.->|-->|==>)", said, re.MULTILINE)) == len(
        NORTHFIELD.links
    )
    assert said.count("subgraph") == said.count("\n  end") + said.count("\n    end")
    hostile = written(plain('end"] --> x["<script>'), ".mmd").decode()
    assert "<script>" not in hostile
    assert "-->" not in hostile


@pytest.mark.parametrize("fmt", DATA_FORMATS, ids=lambda fmt: fmt.extension)
def test_each_says_what_it_cannot_carry(fmt: Any) -> None:
    notes = " ".join(export(NORTHFIELD, fmt.extension).notes)
    assert f"{fmt.title} has no place for" in notes
    assert f"{len(NORTHFIELD.readings)} reading" in notes
    bare = NORTHFIELD.model_copy(update={"readings": (), "assumptions": (), "snapshots": ()})
    told = " ".join(export(bare, fmt.extension).notes)
    assert bool(told) == (fmt.extension not in WHOLE) or fmt.extension == ".prsm"


@pytest.mark.parametrize("fmt", DATA_FORMATS, ids=lambda fmt: fmt.extension)
def test_layers_can_be_chosen(fmt: Any) -> None:
    said = export(sample(), fmt.extension, ExportOptions(layers=("place",))).data.decode()
    assert "Staff keep leaving" in said
    assert "Contracts below cost" not in said
