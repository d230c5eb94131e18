"""The blank sheet as PDF."""

from __future__ import annotations

import pymupdf
import pytest

from iceberg.errors import ExportError, NotFoundError
from iceberg.exporters import blank_sheet
from iceberg.theme import SheetName
from tests.scene.samples import plain, sample

MILLIMETRES: dict[SheetName, list[float]] = {
    "a4": [297.0, 210.0],
    "a3": [420.0, 297.0],
    "a2": [594.0, 420.0],
    "a1": [841.0, 594.0],
    "a0": [1189.0, 841.0],
}


def opened(page: SheetName = "a4") -> pymupdf.Document:
    return pymupdf.open(stream=blank_sheet(sample(), page).data)


@pytest.mark.parametrize("page", MILLIMETRES)
def test_it_is_one_page_of_the_right_size(page: SheetName) -> None:
    document = opened(page)
    assert document.page_count == 1
    assert [round(side * 25.4 / 72, 1) for side in document[0].rect.br] == MILLIMETRES[page]


def test_it_says_that_it_is_accessible() -> None:
    document = opened()
    assert "<pdfuaid:part>1</pdfuaid:part>" in document.get_xml_metadata()
    assert "/StructTreeRoot" in document.xref_object(document.pdf_catalog())
    objects = [document.xref_object(xref) for xref in range(1, document.xref_length())]
    assert sum("/Alt" in one for one in objects) == 1


def test_its_text_is_text() -> None:
    text = opened()[0].get_text()
    for line in ("Keeping going", "NATIONAL", "EVENTS", "What just happened?", "Date:"):
        assert line in text
    assert "Staff keep leaving" not in text


def test_the_same_canvas_gives_the_same_bytes() -> None:
    assert blank_sheet(sample(), "a1").data == blank_sheet(sample(), "a1").data


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(ExportError, match=r"“a5”.*a1"):
        blank_sheet(plain(), "a5")  # type: ignore[arg-type]
    with pytest.raises(NotFoundError, match="moon"):
        blank_sheet(plain(), "a4", layers=("moon",))
