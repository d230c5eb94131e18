"""Every file carries the revision, and can be opened again to it."""

from __future__ import annotations

import io

import pymupdf
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation

from iceberg.catalog import load_catalog
from iceberg.exporters import FORMATS, ExportOptions, export
from iceberg.importers import read_canvas
from iceberg.importers.origin import origin_of
from iceberg.model import Origin, origin_marked
from tests.scene.samples import sample

ORIGIN = Origin("k2m-x_9", 143)
OPTIONS = ExportOptions(origin=ORIGIN, dpi=72, formats=("txt", "svg"))
MARKED = (
    *(".svg", ".html", ".png", ".pdf", ".report.pdf", ".docx", ".pptx", ".xlsx"),
    *(".tiles.pdf", ".zip", ".iceberg.json"),
)


@pytest.mark.parametrize("extension", [fmt.extension for fmt in FORMATS])
def test_a_file_says_which_canvas_and_revision_it_is_from(extension: str) -> None:
    marked = export(sample(), extension, OPTIONS).data
    assert (origin_of(marked) == ORIGIN) == (extension in MARKED)
    assert (
        origin_of(export(sample(), extension, ExportOptions(dpi=72, formats=("txt",))).data) is None
    )


def test_marked_files_open_in_other_programs() -> None:
    made = {extension: export(sample(), extension, OPTIONS).data for extension in MARKED}
    assert Document(io.BytesIO(made[".docx"])).core_properties.identifier == ORIGIN.mark
    assert Presentation(io.BytesIO(made[".pptx"])).core_properties.identifier == ORIGIN.mark
    assert load_workbook(io.BytesIO(made[".xlsx"])).properties.identifier == ORIGIN.mark
    assert pymupdf.Pixmap(made[".png"]).width > 100
    assert ORIGIN.mark in pymupdf.open(stream=made[".pdf"]).metadata["keywords"]
    assert read_canvas(made[".iceberg.json"], load_catalog()) == sample()


def test_the_revision_can_be_read_by_people_too() -> None:
    for extension in (".svg", ".txt", ".html", ".iceberg.json"):
        told = export(sample(), extension).data.decode()
        assert "revision 143" in told or '"revision": 143' in told
    [page] = pymupdf.open(stream=export(sample(), ".pdf").data)
    assert "revision 143" in page.get_text()


@given(st.binary(max_size=300))
def test_any_bytes_have_an_origin_or_none(content: bytes) -> None:
    assert origin_of(content) is None
    assert origin_of(b"PK\x03\x04" + content) is None
    assert origin_of(b"<" + content + b" " + ORIGIN.mark.encode()) == ORIGIN


@pytest.mark.parametrize(
    "text",
    ["", "iceberg-canvas:@3", "iceberg-canvas:a b@3", "iceberg-canvas:-a@3", "iceberg-canvas:a@x"],
)
def test_what_is_no_mark(text: str) -> None:
    assert origin_marked(text) is None
