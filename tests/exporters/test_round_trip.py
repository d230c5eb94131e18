"""Office files that LibreOffice has read and written anew still hold all that they held."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pptx
import pytest
from docx import Document

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.importers import load_canvas
from iceberg.model import Canvas
from tests.exporters.offices import converted

NORTHFIELD: Canvas = load_canvas(
    resources.examples_folder() / "northfield.iceberg.json", load_catalog()
)
TEXTS = {card.text for card in NORTHFIELD.cards}


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Each file as it was exported and as LibreOffice has written it, by kind."""
    made = {}
    for kind in ("docx", "pptx", "xlsx"):
        folder = tmp_path_factory.mktemp(kind)
        file = folder / f"northfield.{kind}"
        file.write_bytes(export(NORTHFIELD, f".{kind}", ExportOptions(dpi=72)).data)
        [again] = converted([file], tmp_path_factory.mktemp(f"{kind}-again"), kind)
        made[kind] = (file, again)
    return made


def test_word_keeps_headings_tables_and_the_pictures_alternative(
    anew: dict[str, tuple[Path, Path]],
) -> None:
    first, again = (Document(str(file)) for file in anew["docx"])
    heads = [
        [p.text for p in one.paragraphs if p.style and p.style.name.startswith("Heading")]
        for one in (first, again)
    ]
    assert len(heads[0]) > 8
    assert heads[0] == heads[1]
    tables = [
        [[c.text for c in row.cells] for table in one.tables for row in table.rows]
        for one in (first, again)
    ]
    assert tables[0] == tables[1]
    assert all("w:tblHeader" in table._tbl.xml for table in again.tables)
    [picture] = again.inline_shapes
    assert picture._inline.docPr.get("descr").startswith("Extended iceberg: Keeping Northfield")


def test_powerpoint_keeps_slides_shapes_and_notes(anew: dict[str, tuple[Path, Path]]) -> None:
    first, again = (pptx.Presentation(str(file)) for file in anew["pptx"])
    assert len(first.slides) == len(again.slides) == 5
    native = again.slides[1]
    said = {shape.text_frame.text for shape in _leaves(native.shapes) if shape.has_text_frame}
    assert {" ".join(text.split()) for text in TEXTS} <= {" ".join(text.split()) for text in said}
    for one, other in zip(first.slides, again.slides, strict=True):
        assert one.has_notes_slide == other.has_notes_slide
    notes = again.slides[0].notes_slide.notes_text_frame.text
    assert "At a glance" in notes


def _leaves(shapes: object) -> list[object]:
    """All shapes, those within groups too."""
    found: list[object] = []
    for shape in shapes:  # type: ignore[attr-defined]
        found += _leaves(shape.shapes) if shape.shape_type == 6 else [shape]
    return found


def test_excel_keeps_sheets_values_and_how_they_print(anew: dict[str, tuple[Path, Path]]) -> None:
    first, again = (openpyxl.load_workbook(file) for file in anew["xlsx"])
    assert first.sheetnames == again.sheetnames
    for name in first.sheetnames:
        one, other = first[name], again[name]
        assert list(one.values) == list(other.values)
        assert other.print_title_rows in ("1:1", "$1:$1")
        assert other.page_setup.orientation == "landscape"
        assert one.page_setup.scale == other.page_setup.scale
