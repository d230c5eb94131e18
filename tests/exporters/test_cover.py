"""Who a file is from and for is in every document, and its logo in every picture."""

from __future__ import annotations

import base64
import io
import zipfile

import pymupdf
import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas, Cover, Logo, logo_from
from tests.scene.samples import sample
from tests.strategies.covers import LOGO
from tests.test_logo import png

PNG = logo_from(png(60, 20), "A green plate")


def covered(logo: Logo = LOGO) -> Canvas:
    cover = Cover(organisation="Our Trust", funder="Their Fund", caption="As we see it.", logo=logo)
    return sample().model_copy(update={"cover": cover})


@pytest.mark.parametrize("logo", [PNG, LOGO], ids=["png", "svg"])
def test_the_logo_is_drawn_in_its_own_colour(logo: Logo) -> None:
    picture = export(covered(logo), ".png", ExportOptions(dpi=72)).data
    pixels = pymupdf.Pixmap(picture)
    corner = {
        pixels.pixel(x, y)[:3]
        for x in range(pixels.width - 130, pixels.width - 20)
        for y in range(10, 60)
    }
    assert (0x0F, 0x75, 0x65) in corner
    [page] = pymupdf.open(stream=export(covered(logo), ".pdf").data)
    assert "Our Trust · for Their Fund" in page.get_text()
    assert "As we see it." in page.get_text()


def test_an_svg_carries_the_logo_with_its_alternative() -> None:
    drawn = export(covered(), ".svg").data.decode()
    assert f'href="data:image/svg+xml;base64,{LOGO.data}"' in drawn
    assert 'aria-label="A green plate"' in drawn


def test_the_page_to_explore_shows_the_logo() -> None:
    page = export(covered(PNG), ".html").data.decode()
    assert f'src="data:image/png;base64,{PNG.data}"' in page
    assert 'alt="A green plate"' in page


def test_word_says_who_it_is_from_and_for_and_gives_the_caption() -> None:
    document = Document(io.BytesIO(export(covered(), ".docx").data))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "Our Trust · for Their Fund" in said
    assert "Figure 1: As we see it." in said
    assert document.core_properties.author == "Our Trust"


@pytest.mark.parametrize("logo", [PNG, LOGO], ids=["png", "svg"])
def test_slides_carry_the_logo_as_a_picture_of_its_own(logo: Logo) -> None:
    deck = Presentation(io.BytesIO(export(covered(logo), ".pptx").data))
    [shown] = [shape for shape in deck.slides[1].shapes if shape.name == "Logo"]
    assert shown._element.nvPicPr.cNvPr.get("descr") == "A green plate"
    assert shown.width / shown.height == pytest.approx(logo.width_to_height, rel=0.01)
    assert shown.image.content_type == "image/png"


def test_office_never_holds_an_svg_inside_an_svg() -> None:
    with zipfile.ZipFile(io.BytesIO(export(covered(), ".docx").data)) as package:
        [name] = [name for name in package.namelist() if name.endswith(".svg")]
        drawn = package.read(name).decode()
    assert "data:image/png;base64," in drawn
    assert "data:image/svg+xml" not in drawn


def test_text_and_workbook_say_who_it_is_from() -> None:
    told = export(covered(), ".txt").data.decode()
    assert "Our Trust · for Their Fund\nAs we see it." in told
    book = load_workbook(io.BytesIO(export(covered(), ".xlsx").data))
    assert book.properties.creator == "Our Trust"


def test_the_canvas_file_keeps_the_cover() -> None:
    from iceberg.catalog import load_catalog
    from iceberg.importers import read_canvas

    data = export(covered(), ".iceberg.json").data
    assert read_canvas(data, load_catalog()).cover == covered().cover
    assert base64.b64encode(LOGO.content) in data


def test_documents_run_the_way_that_was_asked_for() -> None:
    cover = covered().cover.model_copy(update={"direction": "rtl"})
    turned = sample().model_copy(update={"cover": cover})
    book = load_workbook(io.BytesIO(export(turned, ".xlsx").data))
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
    sections = [
        Document(io.BytesIO(export(canvas, ".docx").data)).sections[0]._sectPr.xml
        for canvas in (turned, covered())
    ]
    assert ["w:bidi" in section for section in sections] == [True, False]
