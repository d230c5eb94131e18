"""Excel workbooks as Kumu and PRSM give them out, as people make them, and as attackers do."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest

from tests.importers.bringing import arrows, bring, card, refused, texts


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    written = io.BytesIO(data)
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


KUMU = workbook(
    Elements=[("Label", "Type", "Tags", "Description"), ("Rents", "Trend", "a|b", "High")],
    Connections=[("From", "To", "Type", "Direction"), ("Rents", "Debt", "+", "directed")],
)


def test_kumus_two_sheets_are_one_map() -> None:
    imported = bring(KUMU, "kumu.xlsx")
    assert arrows(imported) == ["Rents >+ Debt"]
    assert card(imported, "Rents").tags == ("a", "b", "Trend")
    assert card(imported, "Rents").level == "patterns"


def test_prsms_sheets_are_read() -> None:
    data = workbook(
        Factors=[
            ("label", "style", "note", "x", "y"),
            ("A", 3, "n", 10, 20),
            ("B", None, "", 5, 5),
        ],
        Links=[("from", "to", "style", "label"), ("A", "B", 1, "why")],
    )
    assert arrows(bring(data, "prsm.xlsx")) == ["A > B"]


def test_sheets_to_ignore_and_sheets_of_nothing_known_are_told() -> None:
    sheets = {
        "Ours": [("Text",), ("A",)],
        "More (ignore)": [("Text",), ("B",)],
        "Costs": [("Euro", "Cent"), (1, 2)],
    }
    imported = bring(workbook(**sheets), "book.xlsx")
    assert texts(imported) == ["A"]
    assert imported.report.names("sheet") == ("More (ignore)", "Costs")


def test_a_second_table_begins_after_two_empty_rows() -> None:
    rows = [("Label", "Tags"), ("A", ""), ("B", ""), (), (), ("From", "To"), ("A", "B")]
    assert arrows(bring(workbook(All=rows), "one.xlsx")) == ["A > B"]


def test_numbers_and_dates_are_texts_and_dates_are_told() -> None:
    data = workbook(Cards=[("Text",), (3.0,), (2.5,), (dt.date(2026, 1, 2),), (True,)])
    imported = bring(data, "numbers.xlsx")
    assert texts(imported) == ["3", "2.5", "2026-01-02", "yes"]
    assert imported.report.names("date") == ("Cards: 2026-01-02",)


def test_formulas_macros_and_pictures_are_told() -> None:
    data = workbook(Cards=[("Text", "Note"), ("A", "=1+1")])
    data = with_part(data, "xl/vbaProject.bin", b"Sub Auto_Open()")
    data = with_part(data, "xl/media/image1.png", b"png")
    report = bring(data, "macros.xlsm").report
    assert report.names("formula") == ("sheet1.xml",)
    assert report.names("macro") == ("xl/vbaProject.bin",)
    assert report.names("drawing") == ("image1.png",)


def test_path_names_inside_the_archive_do_nothing(tmp_path: Any) -> None:
    assert arrows(bring(with_part(KUMU, "../../out.txt", b"x"), "kumu.xlsx"))
    assert not (tmp_path / "out.txt").exists()


def test_a_zip_bomb_is_refused() -> None:
    bomb = with_part(KUMU, "xl/worksheets/sheet9.xml", b" " * 50_000_000)
    assert "unpacks to far more" in refused(bomb, "bomb.xlsx")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_entities_are_refused(part: str) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
    old = zipfile.ZipFile(io.BytesIO(KUMU))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in old.namelist():
            archive.writestr(name, laughs if name == part else old.read(name))
    assert "XML entities" in refused(written.getvalue(), "laughs.xlsx")


@pytest.mark.parametrize(
    ("part", "name", "said"),
    [
        ("word/document.xml", "report.docx", "a document, not a workbook"),
        ("ppt/presentation.xml", "talk.pptx", "a document, not a workbook"),
        ("content.xml", "report.odt", "a document, not a workbook"),
        ("maps/ours.prsm", "maps.zip", "an archive, not a workbook"),
    ],
)
def test_another_archive_is_refused(part: str, name: str, said: str) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(part, "<a/>")
    assert said in refused(written.getvalue(), name)


def test_headings_that_nobody_knows_are_named_below_a_title() -> None:
    rows = [("Our sticky notes",), (), ("Who", "What it says"), ("Ann", "Shops shut")]
    assert "called “Who”, “What it says”" in refused(workbook(Notes=rows), "notes.xlsx")


def test_the_old_format_says_how_to_save() -> None:
    assert ".xlsx" in refused(b"\xd0\xcf\x11\xe0" + b"x" * 600, "old.xls")


@pytest.mark.parametrize("length", [4, 100, len(KUMU) // 2, len(KUMU) - 1])
def test_a_workbook_that_is_cut_off_is_refused(length: int) -> None:
    assert "broken" in refused(KUMU[:length], "cut.xlsx")


def test_far_cells_and_many_columns_do_no_harm() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"], book.active["XFD2"] = "Text", "A", "far"
    written = io.BytesIO()
    book.save(written)
    assert texts(bring(written.getvalue(), "far.xlsx")) == ["A"]


def test_a_cell_in_the_last_row_is_refused_in_time() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A1048576"] = "Text", "deep"
    written = io.BytesIO()
    book.save(written)
    assert refused(written.getvalue(), "deep.xlsx")


def test_beside_a_sheet_of_cards_only_that_of_links_counts() -> None:
    sheets = {
        "Cards": [("Text",), ("A",), ("B",)],
        "Links": [("Cause", "Link", "Effect on"), ("A", "blocks", "B")],
        "Readings": [("Card", "Figure"), ("A", 7)],
    }
    imported = bring(workbook(**sheets), "book.xlsx")
    assert texts(imported) == ["A", "B"]
    assert arrows(imported) == ["A > B"]
    assert imported.report.names("sheet") == ("Readings",)
