"""A blank sheet for a workshop as PDF for print: PDF/UA-1, real text, the sheet in words."""

from __future__ import annotations

from iceberg.errors import ExportError
from iceberg.exporters.parts import Exported
from iceberg.exporters.typeset import render
from iceberg.model import Canvas
from iceberg.scene import build_sheet
from iceberg.theme import SHEET_SIZES, SheetName


def blank_sheet(
    canvas: Canvas,
    page: SheetName = "a3",
    *,
    layers: tuple[str, ...] | None = None,
    greyscale: bool | None = None,
) -> Exported:
    """A PDF with one landscape page to stick notes on: the canvas's icebergs without its cards.

    ``layers`` names those to show, from left to right as the canvas orders them; what is ``None``
    is as the canvas's own view says.
    Raises ExportError for a page that there is not or a file that could not be made, and
    NotFoundError for a layer that the canvas does not have.
    """
    if page not in SHEET_SIZES:
        raise ExportError(f"There is no sheet “{page}”. Choose one of {', '.join(SHEET_SIZES)}.")
    scene = build_sheet(canvas, page, layers=layers, greyscale=greyscale)
    return Exported(render(scene, "pdf"), scene.notes)
