"""The force fields of a canvas on one page: a column for each iceberg, a bar for each card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from iceberg import theme
from iceberg.analyses.forces import ForceField, force_fields
from iceberg.layout.parts import Rect
from iceberg.model import Canvas, Card, PageName
from iceberg.scene import wording
from iceberg.scene.build import lost_letters
from iceberg.scene.header import draw_header, place_logo
from iceberg.scene.parts import Mark, Page, Paint, Scene
from iceberg.scene.pull import draw_pull, shift_words
from iceberg.scene.recolouring import recoloured, to_greyscale
from iceberg.scene.shapes import box, mm, polyline, text
from iceberg.scene.shown import shown_part
from iceberg.theme import PAGE_SIZES, PALETTE_TONES, Sizes

MOST: Final = 12
"""Cards that a column has room for each way."""
_ROWS: Final = (7.5, 12.5)
"""Height of a card's row at most, in mm on A4: in a narrow column and in a wide one."""
_TO_WIDTH: Final = 0.09
"""How high a row may be beside its width, so that most cards' words fit on a line."""


def build_force_fields(
    canvas: Canvas, *, page: PageName | None = None, greyscale: bool | None = None
) -> Scene:
    """What resists and what helps in each iceberg that is shown, the strongest first.

    After Lewin's force field (Field theory in social science, 1951), turned on its side: bars to
    the left resist, bars to the right help, as long as their strength; beside each stands whether
    we can shift it. What is ``None`` is as the canvas's own view says. The same canvas gives the
    same scene.
    """
    shown, sizes = shown_part(canvas), PAGE_SIZES[page or canvas.view.page]
    scene = recoloured(_scene(shown, sizes), PALETTE_TONES[canvas.view.palette])
    grey = canvas.view.greyscale if greyscale is None else greyscale
    return to_greyscale(scene) if grey else scene


def _scene(canvas: Canvas, sizes: Sizes) -> Scene:
    about = canvas.model_copy(update={"question": wording.forces_of(canvas.question)})
    fields = force_fields(canvas)
    header, top = draw_header(about, sizes)
    columns = zip(fields, _columns(len(fields), top, sizes), strict=True)
    rows = max(_rows(field) for field in fields)
    drawn = (mark for field, area in columns for mark in _column(field, area, rows, sizes))
    return Scene(
        page=Page(sizes.width, sizes.height),
        title=canvas.title,
        description="\n".join((about.question, *_spoken(fields))),
        language=canvas.language,
        background=(box(0, 0, sizes.width, sizes.height, 0, Paint(fill=theme.SHEET)),),
        bands=(),
        icebergs=(),
        cards=(),
        links=(),
        furniture=(*header, *drawn),
        notes=tuple(lost_letters(_printed(canvas))),
        logo=place_logo(canvas, sizes),
    )


def _columns(count: int, top: float, sizes: Sizes) -> list[Rect]:
    gap, room = 8.0 * sizes.scale, sizes.width - 2 * sizes.edge
    width = (room - gap * (count - 1)) / count
    height = sizes.height - sizes.edge - top
    return [Rect(sizes.edge + n * (width + gap), top, width, height) for n in range(count)]


def _rows(field: ForceField) -> int:
    return len(_told(field))


def _told(field: ForceField) -> tuple[Card, ...]:
    return (*field.resisting[:MOST], *field.helping[:MOST])


def _column(field: ForceField, area: Rect, rows: int, sizes: Sizes) -> Iterator[Mark]:
    """A title, the bars on both sides of a line, and under them what the sides mean."""
    line, middle = 4.6 * sizes.scale, area.x + area.width / 2
    title, size = field.layer.title, 1.3 * sizes.band
    yield text(title, middle, area.y + line, size, theme.INK, bold=True, anchor="middle")
    told = _told(field)
    if not told:
        y = area.y + 2.6 * line
        yield text(wording.NO_FORCES, middle, y, sizes.footer, theme.QUIET_INK, anchor="middle")
        return
    top = area.y + 1.6 * line
    least, most = (height * sizes.scale for height in _ROWS)
    wanted = min(most, max(least, _TO_WIDTH * area.width))
    height = min(wanted, (area.bottom - 2.4 * line - top) / rows)
    bottom = top + height * len(told)
    stroke = Paint(stroke=theme.QUIET_INK, stroke_width=mm(0.25 * sizes.scale))
    for n, card in enumerate(told):
        row = Rect(area.x, top + n * height, area.width, height)
        # The line stops where names stand, so that it runs through no letter.
        yield polyline(((middle, row.y + 0.48 * height), (middle, row.bottom)), stroke)
        yield from draw_pull(card, row)
    yield from _foot(field, middle, bottom + 0.8 * line, sizes)


def _foot(field: ForceField, middle: float, y: float, sizes: Sizes) -> Iterator[Mark]:
    more = len(field.resisting) + len(field.helping) - _rows(field)
    said = " ".join((wording.FORCE_AXIS, *((wording.weaker(more),) if more else ())))
    yield text(said, middle, y, sizes.footer, theme.QUIET_INK, anchor="middle")


def _spoken(fields: Sequence[ForceField]) -> Iterator[str]:
    for field in fields:
        count = len(field.resisting), len(field.helping)
        yield wording.spoken_field(field.layer.title, *count)
        for card in (*field.resisting, *field.helping):
            if card.force:
                line = " ".join(card.text.split())
                said = card.force.effect, card.force.strength, shift_words(card.force)
                yield wording.spoken_pull(line, *said)


def _printed(canvas: Canvas) -> Iterator[str]:
    yield from (canvas.title, canvas.question)
    yield from (layer.title for layer in canvas.layers)
    yield from (card.text for card in canvas.cards if card.force)
