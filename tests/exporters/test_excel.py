"""The workbook, opened as the archive of XML that it is."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.exporters import ExportOptions, export
from iceberg.model import Assumption, Canvas, StatusChange
from tests.exporters.packages import DC, S, days, part, parts, text_of
from tests.exporters.test_hostile_text import HOSTILE
from tests.scene.samples import plain, sample

SHEETS = ["Cards", "Links", "Forces", "Assumptions", "Findings", "Readings", "Sources"]
BESIDE = ["Canvas", "Layers"]
_CODE = re.compile("_x([0-9A-Fa-f]{4})_")
Cell = tuple[str, str | float]
"""The type of a cell (``s`` for text) and what it holds."""


def sheet(data: bytes, name: str) -> list[list[Cell]]:
    """The rows of a sheet, as ECMA-376 says that they are to be read."""
    book, files = part(data, "xl/workbook.xml"), parts(data)
    names = [one.attrib["name"] for one in book.iter(f"{S}sheet")]
    tree = Xml.fromstring(files[f"xl/worksheets/sheet{names.index(name) + 1}.xml"])
    assert not list(tree.iter(f"{S}f")), "there is no formula anywhere"
    return [[_value(cell) for cell in row] for row in tree.iter(f"{S}row")]


def _value(cell: Xml.Element) -> Cell:
    if cell.attrib.get("t") == "inlineStr":
        return ("s", _CODE.sub(lambda code: chr(int(code[1], 16)), text_of(cell, S)))
    held = cell.findtext(f"{S}v")
    return (cell.attrib.get("t", "n"), float(held) if held else "")


def column(data: bytes, name: str, title: str) -> list[str | float]:
    head, *rows = sheet(data, name)
    place = [value for _, value in head].index(title)
    return [row[place][1] for row in rows if place < len(row)]


@pytest.fixture(scope="module")
def book() -> bytes:
    return export(sample(), ".xlsx").data


def test_it_has_a_sheet_for_each_kind_of_part(book: bytes) -> None:
    names = [one.attrib["name"] for one in part(book, "xl/workbook.xml").iter(f"{S}sheet")]
    assert names == [*SHEETS, *BESIDE]
    assert column(book, "Cards", "Card") == [
        "Contracts below cost",
        "A circle meets",
        "Staff keep leaving",
    ]
    assert column(book, "Links", "Sign") == ["+", "−"]
    assert column(book, "Forces", "Strength") == [4, 3, 3]
    assert column(book, "Assumptions", "Status") == ["weakening"]
    assert column(book, "Readings", "Source") == ["The staff list"]
    assert column(book, "Sources", "Source") == ["A contracts survey, 2025", "The staff list"]


def test_the_header_row_stays_in_sight_and_columns_have_widths(book: bytes) -> None:
    for n in range(1, len(SHEETS) + 1):
        tree = part(book, f"xl/worksheets/sheet{n}.xml")
        pane = tree.find(f"{S}sheetViews/{S}sheetView/{S}pane")
        assert pane is not None
        assert (pane.attrib["ySplit"], pane.attrib["state"]) == ("1", "frozen")
        widths = [float(one.attrib["width"]) for one in tree.iter(f"{S}col")]
        assert widths
        assert all(8 <= width <= 70 for width in widths)


def test_dates_are_dates_and_figures_numbers(book: bytes) -> None:
    days_since_1900 = (dt.date(2026, 9, 1) - dt.date(1899, 12, 30)).days
    assert column(book, "Assumptions", "Review by") == [days_since_1900]
    assert column(book, "Cards", "Votes")[-1] == 3


@pytest.mark.parametrize("text", [*HOSTILE, "#N/A", "=", "'quoted", "TRUE", "1e5", "01/02/2026"])
def test_text_is_text_and_reads_back_as_written(text: str) -> None:
    canvas = plain(text, title=text[:60])
    data = export(canvas, ".xlsx").data
    _, row = sheet(data, "Cards")
    assert ("s", canvas.cards[0].text) in row


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_text_that_looks_like_a_formula_stays_text_when_it_is_edited(text: str) -> None:
    data = export(plain(text), ".xlsx").data
    tree, styles = part(data, "xl/worksheets/sheet1.xml"), part(data, "xl/styles.xml")
    formats = styles.find(f"{S}cellXfs")
    assert formats is not None
    marked = [
        cell
        for cell in tree.iter(f"{S}c")
        if formats[int(cell.attrib.get("s", 0))].attrib.get("quotePrefix") == "1"
    ]
    assert len(marked) == 1


@given(st.text(alphabet="_x0041F=+\n é", min_size=1, max_size=20).filter(str.strip))
def test_what_looks_like_an_escape_reads_back_as_written(text: str) -> None:
    canvas = plain(text)
    _, row = sheet(export(canvas, ".xlsx").data, "Cards")
    assert ("s", canvas.cards[0].text) in row


def test_a_history_longer_than_a_cell_is_cut() -> None:
    turn = StatusChange(date=dt.date(2026, 1, 1), status="holds", note="n" * 4000)
    long = Assumption(id="a", text="We assume", history=(turn,) * 12)
    data = export(plain("A").model_copy(update={"assumptions": (long,)}), ".xlsx").data
    [history] = column(data, "Assumptions", "History")
    assert isinstance(history, str)
    assert len(history) == 32_767
    assert history.endswith("…")


def test_fonts_are_told_in_the_order_of_the_schema(book: bytes) -> None:
    fonts = list(part(book, "xl/styles.xml").iter(f"{S}font"))
    order = ["b", "sz", "color", "name", "family", "scheme"]
    assert len(fonts) == 2
    for font in fonts:
        told = [child.tag.removeprefix(S) for child in font]
        assert told == sorted(told, key=order.index)


def test_its_title_and_dates_come_from_the_canvas(book: bytes) -> None:
    assert part(book, "docProps/core.xml").findtext(f"{DC}title") == "Keeping going"
    assert days(book) == {(2026, 6, 24)}


def test_cards_that_the_view_leaves_out_are_not_in_it() -> None:
    view = sample().view.model_copy(update={"left_out": ("c1",)})
    hidden: Canvas = sample().model_copy(update={"view": view})
    for body in parts(export(hidden, ".xlsx").data).values():
        assert b"Contracts below cost" not in body
    whole = parts(export(hidden, ".xlsx", ExportOptions(whole=True)).data)
    assert b"Contracts below cost" in whole["xl/worksheets/sheet1.xml"]


def test_an_empty_canvas_has_the_same_sheets() -> None:
    data = export(plain(), ".xlsx").data
    assert [len(sheet(data, name)) for name in SHEETS] == [1] * len(SHEETS)
