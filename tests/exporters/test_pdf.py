"""The picture as PDF."""

from __future__ import annotations

import pymupdf
import pytest

from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas
from tests.scene.samples import plain, sample


def pdf_of(canvas: Canvas, **options: object) -> pymupdf.Document:
    return pymupdf.open(stream=export(canvas, ".pdf", ExportOptions(**options)).data)  # type: ignore[arg-type]


def objects(document: pymupdf.Document) -> str:
    return "\n".join(
        document.xref_object(xref, compressed=False) for xref in range(1, document.xref_length())
    )


def test_it_is_one_page_of_the_right_size() -> None:
    document = pdf_of(sample(), page="a3")
    assert document.page_count == 1
    millimetres = [round(side * 25.4 / 72, 1) for side in document[0].rect.br]
    assert millimetres == [420.0, 297.0]


def test_it_says_that_it_is_accessible() -> None:
    document = pdf_of(sample())
    assert "<pdfuaid:part>1</pdfuaid:part>" in document.get_xml_metadata()
    catalog = document.xref_object(document.pdf_catalog())
    assert "/MarkInfo" in catalog
    assert "/StructTreeRoot" in catalog


def test_it_has_a_title_and_a_language() -> None:
    document = pdf_of(sample())
    assert document.metadata["title"] == "Keeping going"
    assert "/Lang (en-GB)" in document.xref_object(document.pdf_catalog())


@pytest.mark.parametrize("language", ["cy", "ar", "zh-Hant-TW"])
def test_any_language_is_accepted(language: str) -> None:
    document = pdf_of(sample().model_copy(update={"language": language}))
    assert document.language.startswith(language[:2])


def test_the_picture_has_the_whole_description_as_its_alternative() -> None:
    figures = [line for line in objects(pdf_of(sample())).splitlines() if "/Alt" in line]
    assert len(figures) == 1
    assert "Extended iceberg" in figures[0] or "/Alt <" in figures[0]


def test_its_text_is_text() -> None:
    text = pdf_of(sample())[0].get_text()
    for line in ("Keeping going", "Contracts below cost", "Staff keep leaving", "NATIONAL"):
        assert line in text


def test_its_fonts_are_inside() -> None:
    fonts = pdf_of(plain("Hello", "Привет", "الأمل 🧊"))[0].get_fonts()
    assert fonts
    assert all(extension != "n/a" for _, extension, *_ in fonts)


def test_letters_of_no_font_are_boxes_and_do_not_break_it() -> None:
    assert "Odd □ here" in pdf_of(plain("Odd \U0001347a here"))[0].get_text()


def test_an_empty_canvas_makes_a_page() -> None:
    assert "Canvas" in pdf_of(plain())[0].get_text()
