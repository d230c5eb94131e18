"""The top of the page: title, what and when, who it is from and for, a caption, a logo."""

from __future__ import annotations

from collections.abc import Iterator

from iceberg import theme, wording
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.text import LINE_HEIGHT, descent, fall, is_rtl, wrap
from iceberg.model import Canvas
from iceberg.scene.parts import Mark, PlacedLogo
from iceberg.scene.shapes import line_between, mm
from iceberg.theme import Sizes

LOGO_HEIGHT = 11.0
LOGO_WIDTH = 44.0
"""The largest logo, in mm on A4: as high as title and subtitle, so that it takes no room of its
own from the picture."""
BESIDE_LOGO = 5.0
"""From the logo to the words beside it, in mm on A4."""


def draw_header(canvas: Canvas, sizes: Sizes) -> tuple[tuple[Mark, ...], float]:
    """The header's lines, and the y (mm) under which the picture may begin."""
    marks: list[Mark] = []
    y = sizes.edge - 1.2 * sizes.scale
    left, right = _sides(canvas, sizes)
    for content, size, colour, bold in _blocks(canvas, sizes):
        for line in wrap(content, right - left, size, bold=bold):
            y += LINE_HEIGHT * size * MM_PER_PT
            baseline = y - 0.3 * size * MM_PER_PT
            marks.append(
                line_between(
                    line,
                    left,
                    right,
                    baseline,
                    size,
                    colour,
                    bold=bold,
                    direction=canvas.cover.direction,
                )
            )
            # Tails of a large title would reach into the smaller line below it.
            y += fall(line, size) - descent(size)
    logo = place_logo(canvas, sizes)
    end = max(y, logo.y + logo.height) if logo else y
    return tuple(marks), end + 2.6 * sizes.scale


def _blocks(canvas: Canvas, sizes: Sizes) -> Iterator[tuple[str, float, str, bool]]:
    yield canvas.title, sizes.title, theme.INK, True
    for line in (subtitle(canvas), credit(canvas)):
        yield line, sizes.subtitle, theme.QUIET_INK, False
    yield canvas.cover.caption, sizes.subtitle, theme.INK, False


def _sides(canvas: Canvas, sizes: Sizes) -> tuple[float, float]:
    """Where the header's lines begin and end, beside the logo if there is one."""
    left, right = sizes.edge, sizes.width - sizes.edge
    logo = place_logo(canvas, sizes)
    if logo is None:
        return left, right
    taken = logo.width + BESIDE_LOGO * sizes.scale
    return (left + taken, right) if from_right(canvas) else (left, right - taken)


def place_logo(canvas: Canvas, sizes: Sizes) -> PlacedLogo | None:
    """The logo in the corner where the title ends; None where the canvas has none."""
    logo = canvas.cover.logo
    if logo is None:
        return None
    shape = logo.width_to_height
    height = min(LOGO_HEIGHT, LOGO_WIDTH / shape) * sizes.scale
    width = height * shape
    x = sizes.edge if from_right(canvas) else sizes.width - sizes.edge - width
    return PlacedLogo(mm(x), mm(sizes.edge - 0.8 * sizes.scale), mm(width), mm(height), logo)


def from_right(canvas: Canvas) -> bool:
    """Whether the page as a whole runs from right to left: as asked for, else as the title does."""
    asked = canvas.cover.direction
    return is_rtl(canvas.title) if asked == "auto" else asked == "rtl"


def subtitle(canvas: Canvas) -> str:
    """Question, place, date (or the snapshot's name) and revision, as far as they are known."""
    snapshot = next((s for s in canvas.snapshots if s.revision == canvas.revision), None)
    when = snapshot.name if snapshot else wording.long_date(canvas.date) if canvas.date else ""
    revision = wording.REVISION.format(revision=canvas.revision) if canvas.revision else ""
    parts = (canvas.question, canvas.place, when, revision)
    return wording.side_by_side(parts)


def credit(canvas: Canvas) -> str:
    """Who the picture is from and for, as far as that is known."""
    funder = wording.FOR_FUNDER.format(funder=canvas.cover.funder) if canvas.cover.funder else ""
    return wording.side_by_side((canvas.cover.organisation, funder))
