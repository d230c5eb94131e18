"""The report for Word, opened as the archive of XML that it is."""

from __future__ import annotations

import io
from xml.etree import ElementTree as Xml

import pytest
from docx import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas
from tests.exporters.everything import everything
from tests.exporters.packages import DC, DCTERMS, WP, A, W, days, part, parts, text_of
from tests.scene.samples import FIRST, SECOND, THIRD, plain, sample

DOCUMENT = "word/document.xml"
QUICK = ExportOptions(dpi=72)


@pytest.fixture(scope="module")
def report() -> bytes:
    return export(sample(), ".docx", QUICK).data


def body(data: bytes) -> Xml.Element:
    return part(data, DOCUMENT)


def styled(data: bytes, style: str) -> list[str]:
    """The text of every paragraph in a style."""
    return [
        text_of(paragraph, W)
        for paragraph in body(data).iter(f"{W}p")
        if (found := paragraph.find(f"{W}pPr/{W}pStyle")) is not None
        and found.attrib[f"{W}val"] == style
    ]


def test_its_sections_have_real_headings(report: bytes) -> None:
    assert styled(report, "Title") == ["Keeping going"]
    assert styled(report, "Heading1") == [
        "At a glance",
        "How to read this",
        "What is on the picture",
        "What leads to what",
        "What resists and what helps the change",
        "What we assume",
        "What was observed",
        "Sources",
    ]
    assert styled(report, "Heading2")[:2] == ["National", "Place"]


def test_the_picture_has_an_alternative_a_caption_and_a_page_across(report: bytes) -> None:
    [drawn] = body(report).iter(f"{WP}docPr")
    assert drawn.attrib["descr"].startswith("Extended iceberg: Keeping going.")
    assert "3 cards and 2 links" in drawn.attrib["descr"]
    assert styled(report, "Caption")[0].startswith("Figure 1: ")
    pages = [page.attrib for page in body(report).iter(f"{W}pgSz")]
    assert [page.get(f"{W}orient", "portrait") for page in pages] == ["landscape", "portrait"]
    assert len(list(body(report).iter(f"{A}blip"))) == 1
    assert parts(report)["word/media/image1.png"].startswith(b"\x89PNG")


def test_every_table_repeats_its_header_row_and_has_a_name(report: bytes) -> None:
    tables = list(body(report).iter(f"{W}tbl"))
    assert len(tables) == 7
    for table in tables:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert len(heads) > 1
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None


def test_its_properties_come_from_the_canvas(report: bytes) -> None:
    core = part(report, "docProps/core.xml")
    assert core.findtext(f"{DC}title") == "Keeping going"
    assert core.findtext(f"{DC}language") == "en-GB"
    assert core.findtext(f"{DCTERMS}created") == "2026-06-24T00:00:00Z"
    assert b"revision 143" in parts(report)["docProps/core.xml"]
    assert days(report) == {(2026, 6, 24)}
    undated = export(sample().model_copy(update={"date": None}), ".docx", QUICK).data
    assert days(undated) == {(1980, 1, 1)}
    assert part(undated, "docProps/core.xml").find(f"{DCTERMS}created") is None


@pytest.mark.parametrize("language", ["cy", "ar", "zh-Hant-TW"])
def test_it_speaks_the_language_of_the_canvas(language: str) -> None:
    canvas = sample().model_copy(update={"language": language})
    styles = part(export(canvas, ".docx", QUICK).data, "word/styles.xml")
    lang = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang is not None
    assert {lang.attrib[f"{W}{script}"] for script in ("val", "eastAsia", "bidi")} == {language}


def test_type_is_the_users_own(report: bytes) -> None:
    assert not [name for name in parts(report) if "font" in name.lower() and ".xml" not in name]
    assert not list(body(report).iter(f"{W}rFonts"))


def test_text_runs_the_way_of_its_letters() -> None:
    data = export(plain("الأمل يغيّر المكان", title="خطة"), ".docx", QUICK).data
    ways = {
        text_of(paragraph, W): paragraph.find(f"{W}pPr/{W}bidi") is not None
        for paragraph in body(data).iter(f"{W}p")
    }
    assert ways["الأمل يغيّر المكان"]
    assert not ways["Patterns"]
    assert len(list(body(data).iter(f"{W}sectPr"))) == 2
    assert all(page.find(f"{W}bidi") is not None for page in body(data).iter(f"{W}sectPr"))


@pytest.mark.parametrize(("title", "mirrored"), [("خطة", True), ("Plan", False)])
def test_tables_of_a_document_from_the_right_begin_on_the_right(title: str, mirrored: bool) -> None:
    data = export(sample().model_copy(update={"title": title}), ".docx", QUICK).data
    tables = list(body(data).iter(f"{W}tblPr"))
    assert tables
    assert {one.find(f"{W}bidiVisual") is not None for one in tables} == {mirrored}


def test_a_sentence_keeps_its_way_where_it_begins_with_a_card_that_runs_the_other() -> None:
    cards = (FIRST.model_copy(update={"text": "الأمل يغيّر المكان"}), SECOND, THIRD)
    data = export(sample().model_copy(update={"cards": cards}), ".docx", QUICK).data
    said = next(p for p in body(data).iter(f"{W}p") if "drives" in text_of(p, W))
    assert text_of(said, W).startswith("“\u2068الأمل يغيّر المكان\u2069” drives")
    assert said.find(f"{W}pPr/{W}bidi") is None


def test_one_layer_is_a_report_of_that_layer() -> None:
    data = export(sample(), ".docx", ExportOptions(dpi=72, layers=("place",))).data
    said = text_of(body(data), W)
    assert "Staff keep leaving" in said
    assert "Contracts below cost" not in said


def test_an_empty_canvas_makes_a_report() -> None:
    data = export(plain(), ".docx", QUICK).data
    assert styled(data, "Heading1") == ["How to read this"]


def test_the_greatest_canvas_of_a_room_is_a_report_too() -> None:
    canvas: Canvas = plain(*(f"Card number {n}" for n in range(100)))
    said = text_of(body(export(canvas, ".docx", QUICK).data), W)
    assert all(f"Card number {n}" in said for n in range(100))


def test_what_leads_to_a_table_stays_on_its_page() -> None:
    document = Document(io.BytesIO(export(everything(6), ".docx", ExportOptions(dpi=72)).data))
    leading = [table._tbl.getprevious() for table in document.tables]
    paragraphs = [Paragraph(one, document) for one in leading if one.tag.endswith("}p")]
    sentences = [one for one in paragraphs if one.style and one.style.name == "Normal"]
    assert sentences
    assert all(one.paragraph_format.keep_with_next for one in sentences)
    for table in document.tables:
        assert table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_every_page_says_which_edition_and_which_page_it_is(report: bytes) -> None:
    document = Document(io.BytesIO(report))
    assert [section.footer.is_linked_to_previous for section in document.sections] == [False] * 2
    for section in document.sections:
        [foot] = section.footer.paragraphs
        fields = [field.get(f"{W}instr") for field in foot._p.iter(f"{W}fldSimple")]
        assert text_of(foot._p, W).startswith("Revision 143 · 24 June 2026")
        assert fields == ["PAGE", "NUMPAGES"]
        # Below the page's own text, which would give way to it.
        assert section.footer_distance is not None
        assert section.bottom_margin is not None
        assert section.footer_distance + Pt(14) <= section.bottom_margin


def test_a_sentence_stays_on_one_page(report: bytes) -> None:
    styles = part(report, "word/styles.xml").iter(f"{W}style")
    [bullets] = [one for one in styles if one.get(f"{W}styleId") == "ListBullet"]
    assert bullets.find(f"{W}pPr/{W}keepLines") is not None
