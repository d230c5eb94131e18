"""Out to other programs and back: what each file keeps, and that it says what it does not."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.importers import Imported, accepted, load_canvas, read_map, suggest, to_canvas
from iceberg.importers.layering import layered
from iceberg.model import Canvas, Card, Link
from tests.exporters.packages import parts
from tests.exporters.test_hostile_text import HOSTILE
from tests.scene.samples import plain, sample
from tests.strategies import canvases

NORTHFIELD = load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())
WHOLE = (".csv", ".xlsx", ".graphml", ".gexf", ".dot", ".kumu.json", ".kumu.xlsx")
"""Formats that carry all that cards and links say."""
BACK = (*WHOLE, ".prsm", ".mmp", ".md")


def written(canvas: Canvas, extension: str) -> bytes:
    return export(canvas, extension, ExportOptions(whole=True)).data


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
def test_layers_can_be_chosen(fmt: Any) -> None:
    data = export(sample(), fmt.extension, ExportOptions(layers=("place",))).data
    said = b"".join(parts(data).values()) if fmt.extension == ".kumu.xlsx" else data
    assert b"Staff keep leaving" in said
    assert b"Contracts below cost" not in said


def test_prsm_is_told_what_the_canvas_asks_and_what_links_do() -> None:
    asked = NORTHFIELD.model_copy(update={"question": "Why?", "place": "Northfield", "aim": ""})
    data = json.loads(written(asked, ".prsm"))
    assert data["description"]["text"]["ops"] == [{"insert": "Question: Why?\nPlace: Northfield\n"}]
    labels = {edge["id"]: edge["label"] for edge in data["edges"]}
    assert labels == {ln.id: "" if ln.verb == "drives" else ln.verb for ln in asked.links}
    assert "description" not in json.loads(written(plain("A"), ".prsm"))
