"""The report as PDF: what a reader, a screen reader and a printer get."""

from __future__ import annotations

import pymupdf
import pytest

from iceberg.exporters import ExportOptions, export
from iceberg.exporters.report.long_words import with_breaks
from iceberg.model import Canvas, KeptFinding
from tests.exporters.test_hostile_text import HOSTILE, squeezed
from tests.layout.samples import sample_canvas
from tests.scene.samples import plain, sample

A4 = (595.28, 841.89)


def report_of(canvas: Canvas, **options: object) -> pymupdf.Document:
    made = export(canvas, ".report.pdf", ExportOptions(**options))  # type: ignore[arg-type]
    return pymupdf.open(stream=made.data)


@pytest.fixture(scope="module")
def report() -> pymupdf.Document:
    return report_of(sample())


def said(report: pymupdf.Document) -> str:
    return " ".join(" ".join(page.get_text() for page in report).split())


def test_its_parts_come_in_reading_order_with_bookmarks(report: pymupdf.Document) -> None:
    first = [title for level, title, _ in report.get_toc() if level == 1]
    assert first == [
        "At a glance",
        "The picture",
        "How to read this",
        "What is on the picture",
        "What leads to what",
        "What resists and what helps the change",
        "What we assume",
        "What was observed",
        "Sources",
    ]
    places = [said(report).rindex(title) for title in first[2:-1]]
    assert places == sorted(places)


def test_it_has_the_picture_on_a_page_of_its_own_size(report: pymupdf.Document) -> None:
    assert tuple(report[0].rect.br) == pytest.approx(A4, abs=1)
    assert tuple(report[1].rect.br) == pytest.approx(A4[::-1], abs=1)
    assert "Contracts below cost" in report[1].get_text()


def test_its_first_page_shows_the_picture_small_and_the_key_figures(
    report: pymupdf.Document,
) -> None:
    first = " ".join(report[0].get_text().split())
    for text in (
        "Contracts below cost",
        "The next page shows the picture in full.",
        "3 cards on National and Place; 2 links say what leads to what, 1 of them",
        "2 cards resist and 1 card helps the change.",
        "The plan rests on 1 assumption: 1 is weakening.",
    ):
        assert text in first
    assert "SOURCES" not in first.upper().split("AT A GLANCE")[0], "header and footer stay away"
    drawn = max(report[0].get_drawings(), key=lambda one: one["rect"].width)["rect"]
    assert drawn.width > 0.8 * (A4[0] - 2 * 57)


def test_our_own_words_keep_their_order_in_a_report_from_the_right() -> None:
    arabic = {"title": "الأمل يغيّر المكان", "language": "ar"}
    report = report_of(sample().model_copy(update=arabic))
    for number, page in enumerate(report, start=1):
        words = [" ".join(line.split()) for line in page.get_text(sort=True).splitlines()]
        assert any(line.startswith("Revision 143 · 24 June 2026") for line in words)
        assert any(line.endswith(f"Page {number} of {len(report)}") for line in words)
    [below] = report[0].search_for("The next page shows the picture in full.")
    assert below.x0 < 60, "our sentence begins at the left"


@pytest.mark.parametrize(("count", "page"), [(3, 1), (12, 3)])
def test_few_findings_stand_on_the_first_page_and_many_on_their_own(count: int, page: int) -> None:
    text = "What is decided nationally reaches the place through contracts. " * 2
    kept = [KeptFinding(id=f"gap:c{n}", kind="gap", text=text) for n in range(count)]
    report = report_of(sample().model_copy(update={"kept": tuple(kept)}))
    found = {title: place for _, title, place in report.get_toc()}
    assert found["What we found"] == page
    assert found["At a glance"] == 1
    assert found["The picture"] == 2


@pytest.mark.parametrize("cards", [3, 24, 100])
def test_the_picture_is_on_the_second_page_whatever_stands_on_the_first(cards: int) -> None:
    canvas = sample_canvas(cards, 2, scripts=("welsh", "endless"))
    title = {"title": "W" * 100, "question": "Q" * 240}
    report = report_of(canvas.model_copy(update=title))
    assert {title: place for _, title, place in report.get_toc()}["The picture"] == 2
    for block in report[0].get_text("blocks"):
        assert block[2] <= report[0].rect.width - 50
        assert block[3] <= report[0].rect.height - 20


def test_every_page_has_its_number_and_the_revision(report: pymupdf.Document) -> None:
    for number, page in enumerate(report, start=1):
        assert f"Page {number} of {len(report)}" in page.get_text()
        assert "Revision 143 · 24 June 2026" in page.get_text()


def test_its_tables_have_header_cells(report: pymupdf.Document) -> None:
    kinds = [report.xref_get_key(xref, "S")[1] for xref in range(1, report.xref_length())]
    assert kinds.count("/Table") >= 5
    assert kinds.count("/TH") >= 2 * kinds.count("/Table")
    assert kinds.count("/Figure") == 2, "the picture small and in full"


def test_it_tells_the_assumptions_with_status_and_review(report: pymupdf.Document) -> None:
    for text in ("We assume the council pays for two posts.", "weakening", "1 September 2026"):
        assert text in said(report)


def in_picture(page: pymupdf.Page, box: tuple[float, ...]) -> bool:
    """Whether a line stands in the small picture of the first page."""
    picture = max(page.get_drawings(), key=lambda one: one["rect"].width)["rect"]
    return page.number == 0 and pymupdf.Rect(box) in picture


def test_no_text_of_the_story_is_smaller_than_11_points(report: pymupdf.Document) -> None:
    for number in (0, *range(2, len(report))):
        spans = [
            span
            for block in report[number].get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            if line["bbox"][3] < A4[1] - 60 and not in_picture(report[number], line["bbox"])
        ]
        assert min(span["size"] for span in spans) >= 10.9


def test_nothing_runs_off_a_page() -> None:
    for page in report_of(sample_canvas(60, 3, scripts=("endless", "welsh"))):
        for block in page.get_text("blocks"):
            assert block[0] >= 0
            assert block[2] <= page.rect.width


def test_hostile_text_comes_out_as_written() -> None:
    texts = [text for text in HOSTILE if text.isascii() and text.isprintable()]
    found = squeezed(said(report_of(plain(*texts)))).replace("\u200b", "")
    for text in texts:
        assert found.count(squeezed(text)) >= 2, text


def test_grey_is_grey() -> None:
    for page in report_of(sample(), greyscale=True):
        pixels = page.get_pixmap(dpi=40)
        samples, step = pixels.samples, pixels.n
        tones = zip(samples[0::step], samples[1::step], samples[2::step], strict=True)
        assert max(max(tone) - min(tone) for tone in tones) <= 2


def test_what_no_font_draws_is_told_once() -> None:
    notes = export(plain("Odd \U0001347a here"), ".report.pdf").notes
    assert len([note for note in notes if "U+1347A" in note]) == 1


def test_addresses_break_at_their_joints_and_wide_words_anywhere() -> None:
    assert with_breaks("see example.org/a-page", 20) == "see example.\u200borg/\u200ba-\u200bpage"
    assert with_breaks("short words stay", 20) == "short words stay"
    assert with_breaks("W" * 5, 12) == "\u200b".join("W" * 5)
    assert with_breaks("i" * 10, 12) == "i" * 10
