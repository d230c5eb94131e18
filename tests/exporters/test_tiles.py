"""A wall in sheets: they cover the page, overlap, and show what the page shows."""

from __future__ import annotations

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.errors import ExportError
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.tiling import MARGIN, OVERLAP, PRINTER_SIDES, tiling
from iceberg.scene import build_scene
from iceberg.scene.parts import Page
from tests.scene.samples import sample

MM = 25.4 / 72
sides = st.floats(150, 1500)


@given(sides, sides, st.sampled_from(sorted(PRINTER_SIDES)))
def test_tiles_cover_the_page_and_overlap(width: float, height: float, printer: str) -> None:
    cut = tiling(Page(width, height), printer)  # type: ignore[arg-type]
    assert cut.width <= cut.sheet.width - 2 * MARGIN + 1e-6
    assert cut.height <= cut.sheet.height - 2 * MARGIN + 1e-6
    first, last = cut.tiles[0], cut.tiles[-1]
    assert (first.x, first.y) == (0, 0)
    assert last.x + cut.width == pytest.approx(width)
    assert last.y + cut.height == pytest.approx(height)
    for tile in cut.tiles:
        assert tile.x == pytest.approx((tile.column - 1) * (cut.width - OVERLAP))
        assert tile.y == pytest.approx((tile.row - 1) * (cut.height - OVERLAP))
    assert len(cut.tiles) == cut.rows * cut.columns


@pytest.mark.parametrize(("page", "printer"), [("a1", "a4"), ("a1", "a3"), ("a0", "a4")])
def test_each_sheet_has_its_number_and_the_paper_its_size(page: str, printer: str) -> None:
    made = export(sample(), ".tiles.pdf", ExportOptions(page=page, printer=printer))  # type: ignore[arg-type]
    document = pymupdf.open(stream=made.data)
    cut = tiling(build_scene(sample(), page=page).page, printer)  # type: ignore[arg-type]
    guide, *sheets = document
    assert f"{cut.rows} rows of {cut.columns} sheets" in guide.get_text()
    assert len(sheets) == len(cut.tiles)
    for sheet, tile in zip(sheets, cut.tiles, strict=True):
        assert f"{tile.row}-{tile.column}" in sheet.get_text()
        size = [side * MM for side in sheet.rect.br]
        assert size == pytest.approx([cut.sheet.width, cut.sheet.height], abs=0.1)


def test_cards_stand_on_the_sheets_where_the_scene_has_them() -> None:
    scene = build_scene(sample(), page="a1")
    cut = tiling(scene.page, "a4")
    document = pymupdf.open(stream=export(sample(), ".tiles.pdf").data)
    left, top = (cut.sheet.width - cut.width) / 2, (cut.sheet.height - cut.height) / 2
    found = []
    for tile, sheet in zip(cut.tiles, list(document)[1:], strict=True):
        for drawing in sheet.get_drawings():
            box = drawing["rect"]
            x, y = box.x0 * MM - left + tile.x, box.y0 * MM - top + tile.y
            found.append((x, y, box.width * MM, box.height * MM))
    for card in scene.cards:
        place = (card.x, card.y, card.width, card.height)
        assert any(one == pytest.approx(place, abs=0.1) for one in found), card.id


def test_a_page_that_is_no_wall_becomes_one() -> None:
    small = export(sample(), ".tiles.pdf", ExportOptions(page="a4")).data
    assert small == export(sample(), ".tiles.pdf", ExportOptions(page="a1")).data


def test_paper_that_no_office_has_is_refused() -> None:
    with pytest.raises(ExportError, match="a7"):
        ExportOptions(printer="a7")  # type: ignore[arg-type]
