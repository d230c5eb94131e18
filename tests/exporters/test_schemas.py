"""Files for Kumu and PRSM are as their documentation and sources say that they have to be."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from typing import Any

import jsonschema
import openpyxl
import pytest
from hypothesis import given

from iceberg.exporters import export
from iceberg.model import Canvas, Link
from tests.exporters.everything import everything
from tests.exporters.schemas import KUMU, PRSM
from tests.scene.samples import plain
from tests.strategies import canvases


def data(canvas: Canvas, extension: str) -> Any:
    return json.loads(export(canvas, extension).data)


def sheets(canvas: Canvas) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(export(canvas, ".kumu.xlsx").data))
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


def column(rows: list[tuple[Any, ...]], heading: str) -> list[Any]:
    place = rows[0].index(heading)
    return [row[place] for row in rows[1:]]


def are_unique(values: Iterable[Any]) -> bool:
    given = [value for value in values if value is not None]
    return len(given) == len(set(given))


@given(canvases())
def test_kumus_blueprint_fits_its_schema(canvas: Canvas) -> None:
    found = data(canvas, ".kumu.json")
    jsonschema.validate(found, KUMU)
    elements, connections = found["elements"], found["connections"]
    ids = [one["id"] for one in elements]
    assert are_unique([*ids, *(one.get("id") for one in connections)])
    assert all({one["from"], one["to"]} <= set(ids) for one in connections)


@given(canvases())
def test_kumus_sheets_have_its_headings_and_name_ends_by_ids(canvas: Canvas) -> None:
    found = sheets(canvas)
    assert list(found) == ["Elements", "Connections"]
    elements, connections = found.values()
    assert elements[0][:5] == ("ID", "Label", "Type", "Tags", "Description")
    assert connections[0][:5] == ("ID", "From", "To", "Type", "Direction")
    ids = column(elements, "ID")
    assert are_unique([*ids, *column(connections, "ID")])
    assert {*column(connections, "From"), *column(connections, "To")} <= set(ids)
    assert set(column(connections, "Direction")) <= {"directed"}
    for sheet in found.values():
        assert are_unique(sheet[0])
        assert None not in sheet[0]


@pytest.mark.parametrize("extension", [".kumu.json", ".kumu.xlsx"])
def test_a_link_that_is_called_as_a_card_goes_without_its_id(extension: str) -> None:
    canvas = plain("A", "B")
    link = Link(id="c0", source="c0", target="c1")
    canvas = canvas.model_copy(update={"links": (link,)})
    if extension == ".kumu.json":
        assert "id" not in data(canvas, extension)["connections"][0]
    else:
        assert column(sheets(canvas)["Connections"], "ID") == [None]


def test_kumus_fields_are_those_that_the_canvas_has() -> None:
    elements, connections = sheets(everything(1)).values()
    assert {"Layer", "Level", "Effect", "Votes", "Source", "Unsure"} < set(elements[0])
    assert {"Verb", "Strength", "Delayed"} < set(connections[0])
    assert "Votes" not in sheets(everything(0))["Elements"][0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)"])
def test_no_cell_of_kumus_sheets_is_a_formula(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(plain(text), ".kumu.xlsx").data))
    [cell] = [cell for row in book["Elements"] for cell in row if cell.value == text]
    assert cell.data_type == "s"
    assert cell.quotePrefix


@given(canvases())
def test_prsms_map_fits_its_schema(canvas: Canvas) -> None:
    found = data(canvas, ".prsm")
    jsonschema.validate(found, PRSM)
    nodes, edges, styles = found["nodes"], found["edges"], found["styles"]
    assert export(canvas, ".prsm").data.startswith(b"{")
    for parts in (nodes, edges):
        assert are_unique(one["id"] for one in parts)
    ids = {node["id"] for node in nodes}
    assert all({edge["from"], edge["to"]} <= ids for edge in edges)
    assert {node["grp"] for node in nodes} <= set(styles["nodes"])
    assert {edge["grp"] for edge in edges} <= set(styles["edges"])
    assert found["lastNodeSample"] in styles["nodes"]
    assert found["lastLinkSample"] in styles["edges"]
    assert are_unique((node["x"], node["y"]) for node in nodes)
    theirs = {"id", "label", "grp", "x", "y", "thumbUp", "thumbDown", "note"}
    assert all(set(node) - theirs <= set(found["attributeTitles"]) for node in nodes)
