"""Files opened again by programs that did not write them."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pptx
import pymupdf
import pytest
from docx import Document

from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas
from tests.exporters.offices import as_pdf, words_of
from tests.exporters.test_hostile_text import squeezed
from tests.layout.samples import SCRIPTS, sample_canvas
from tests.scene.samples import plain, sample

OFFICE = (".docx", ".pptx", ".xlsx")
QUICK = ExportOptions(dpi=72)
ODD = plain(
    "Mae’r tŷ’n oer",
    "الأمل يغيّر المكان",
    "漢字と仮名",
    "ice 🧊 berg",
    "=1+1",
    "<b>#panic()</b>",
    "W" * 240,
    title="Odd texts",
)
CANVASES = {
    "three cards": sample(),
    "odd texts": ODD,
    "24 cards": sample_canvas(24, 1),
    "100 cards": sample_canvas(100, 2, scripts=tuple(SCRIPTS)),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Every Office file of every canvas as LibreOffice prints it: it is started once."""
    folder = tmp_path_factory.mktemp("office")
    made = {}
    for n, (name, canvas) in enumerate(CANVASES.items()):
        for extension in OFFICE:
            file = folder / f"{n}-{extension[1:]}{extension}"
            file.write_bytes(export(canvas, extension, QUICK).data)
            made[name, extension] = file
    return dict(zip(made, as_pdf(list(made.values()), folder), strict=True))


@pytest.mark.parametrize("name", CANVASES)
@pytest.mark.parametrize("extension", OFFICE)
def test_libreoffice_prints_it(
    printed: dict[tuple[str, str], Path], name: str, extension: str
) -> None:
    said = squeezed(words_of(printed[name, extension], as_drawn=extension == ".docx"))
    for card in CANVASES[name].cards:
        # Sheets are read line by line across their cells, so only whole short words can be found.
        whole = [word for word in card.text.split() if len(word) < 12]
        for part in whole if extension == ".xlsx" else [card.text]:
            assert not part.isascii() or squeezed(part) in said, part
    page = pymupdf.open(printed[name, extension])[0].get_pixmap(dpi=30)
    assert not page.is_unicolor


@pytest.mark.parametrize("name", CANVASES)
@pytest.mark.parametrize("extension", [".pdf", ".report.pdf"])
def test_poppler_reads_its_words(tmp_path: Path, name: str, extension: str) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(export(CANVASES[name], extension).data)
    said = squeezed(words_of(file)).replace("\u200b", "")
    for card in CANVASES[name].cards:
        if card.text.isascii():
            assert squeezed(card.text) in said, card.text


@pytest.mark.parametrize("canvas", CANVASES.values(), ids=CANVASES)
def test_the_libraries_read_what_they_know(canvas: Canvas) -> None:
    texts = {card.text for card in canvas.cards}
    document = Document(io.BytesIO(export(canvas, ".docx", QUICK).data))
    assert texts <= {c.text for t in document.tables for row in t.rows for c in row.cells}
    deck = pptx.Presentation(io.BytesIO(export(canvas, ".pptx", QUICK).data))
    assert len(deck.slides[0].shapes) == 2
    book = openpyxl.load_workbook(io.BytesIO(export(canvas, ".xlsx").data))
    values = {cell.value for row in book["Cards"].iter_rows() for cell in row}
    assert texts <= values
    assert {c.data_type for row in book["Cards"].iter_rows() for c in row} <= {"s", "n"}
