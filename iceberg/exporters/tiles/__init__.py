"""The picture for a wall, cut into sheets that an office printer takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from iceberg.exporters.drawing import draw
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.svg import texts_of
from iceberg.exporters.tiles.pages import tiles_data, words_of
from iceberg.exporters.tiling import tiling
from iceberg.exporters.typeset import notes_on, set_pages, template
from iceberg.model import Canvas, PageName

_LARGE: Final[tuple[PageName, ...]] = ("a1", "a0")


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    """A sheet that says how to put the wall together, then a sheet for each tile."""
    page = options.page or canvas.view.page
    scene = draw(canvas, replace(options, page=page if page in _LARGE else _LARGE[0]))
    tiles = tiling(scene.page, options.printer)
    data = {**tiles_data(canvas, scene, tiles), "marks": options.marks}
    texts = [(text.text, text.bold) for text in texts_of(scene)]
    texts += [(word, bold) for word in words_of(data) for bold in (False, True)]
    return Exported(
        set_pages(template("tiles"), data, texts, "pdf"),
        (*scene.notes, *notes_on(scene.description)),
    )


FORMAT: Final = Format(".tiles.pdf", "application/pdf", "Wall in sheets to join (PDF)", _write)
