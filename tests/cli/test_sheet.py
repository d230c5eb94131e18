"""``iceberg sheet``."""

from __future__ import annotations

import pymupdf

from tests.cli.running import NORTHFIELD, Run, Said


def printed(name: str) -> tuple[int, str]:
    """The width in mm and the text of a PDF's first page."""
    page = pymupdf.open(name)[0]
    return round(page.rect.width * 25.4 / 72), page.get_text()


def test_sheet_needs_no_canvas(run: Run) -> None:
    assert run("sheet", "-o", "x.pdf", "--layers", "region") == Said(0, "Wrote x.pdf.\n", "")
    width, text = printed("x.pdf")
    assert width == 420
    assert "REGION" in text
    assert "NATIONAL" not in text


def test_sheet_takes_what_a_canvas_says_but_its_cards(run: Run) -> None:
    assert run("sheet", NORTHFIELD, "-o", "x.pdf", "--page", "A1", "--layers", "place").code == 0
    width, text = printed("x.pdf")
    assert width == 841
    assert "Keeping Northfield Together going after 2028" in text
    assert "NATIONAL" not in text
