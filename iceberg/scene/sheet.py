"""A blank sheet for a room: empty icebergs that say what to ask, with room for sticky notes."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg import wording
from iceberg.layout.blank import lay_out_blank
from iceberg.layout.parts import Layout, Rect
from iceberg.model import LEVELS, Canvas
from iceberg.scene.asking import draw_asking
from iceberg.scene.build import lost_letters
from iceberg.scene.greyscale import to_greyscale
from iceberg.scene.ground import draw_background, draw_band, draw_waterline
from iceberg.scene.header import subtitle
from iceberg.scene.icebergs import draw_iceberg
from iceberg.scene.parts import Mark, Page, Scene
from iceberg.scene.questions import asked
from iceberg.scene.shown import shown_part
from iceberg.scene.writing import draw_sheet_footer, draw_sheet_header
from iceberg.theme import SHEET_SIZES, SheetName, Sizes


def build_sheet(
    canvas: Canvas,
    page: SheetName,
    *,
    layers: tuple[str, ...] | None = None,
    greyscale: bool | None = None,
) -> Scene:
    """The drawing of a blank sheet: the canvas's layers, its title, question and place, no cards.

    What the canvas does not say gets a line to write on, and so does the date: that of the day on
    which the sheet is used. What is ``None`` is as the canvas's own view says.
    Raises NotFoundError for a layer that the canvas does not have.
    """
    sizes, blank = SHEET_SIZES[page], _blank(shown_part(canvas, layers))
    header, top = draw_sheet_header(blank, sizes)
    footer, bottom = draw_sheet_footer(blank, sizes)
    area = Rect(0.0, top, sizes.width - sizes.edge / 2, bottom - top)
    layout = lay_out_blank(blank.ordered_layers(), area, sizes.strip, sizes.scale)
    scene = _scene(blank, layout, sizes, (*header, *footer))
    wants_grey = canvas.view.greyscale if greyscale is None else greyscale
    return to_greyscale(scene) if wants_grey else scene


def _blank(canvas: Canvas) -> Canvas:
    parts = ("cards", "links", "readings", "assumptions", "kept", "snapshots")
    return canvas.model_copy(update={**dict.fromkeys(parts, ()), "date": None, "revision": 0})


def _scene(canvas: Canvas, layout: Layout, sizes: Sizes, furniture: tuple[Mark, ...]) -> Scene:
    layers = {layer.id: layer for layer in canvas.layers}
    return Scene(
        page=Page(sizes.width, sizes.height),
        title=canvas.title,
        description="\n".join(_spoken(canvas)),
        language=canvas.language,
        background=draw_background(layout, sizes),
        bands=tuple(draw_band(band, layout, sizes, asks=False) for band in layout.bands),
        icebergs=tuple(draw_iceberg(layers[i.layer], i, layout, sizes) for i in layout.icebergs),
        waterline=(*draw_waterline(layout, sizes), *draw_asking(canvas, layout, sizes)),
        links=(),
        cards=(),
        furniture=furniture,
        notes=tuple(lost_letters(_printed(canvas))),
    )


def _spoken(canvas: Canvas) -> Iterator[str]:
    yield wording.spoken_sheet(canvas.title, subtitle(canvas))
    for layer in canvas.ordered_layers():
        yield wording.spoken_empty(layer.title)
        for level in LEVELS:
            yield wording.spoken_asking(level, asked(layer, level))


def _printed(canvas: Canvas) -> Iterator[str]:
    yield from (canvas.title, subtitle(canvas))
    for layer in canvas.layers:
        yield layer.title
        yield from (asked(layer, level) for level in LEVELS)
