"""The top of the page: title, and one line of question, place, date and revision."""

from __future__ import annotations

from iceberg import theme, wording
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.text import LINE_HEIGHT, wrap
from iceberg.model import Canvas
from iceberg.scene.parts import Mark
from iceberg.scene.shapes import line_between
from iceberg.theme import Sizes


def draw_header(canvas: Canvas, sizes: Sizes) -> tuple[tuple[Mark, ...], float]:
    """The header's lines, and the y (mm) under which the picture may begin."""
    marks: list[Mark] = []
    y = sizes.edge - 1.2 * sizes.scale
    room = sizes.width - 2 * sizes.edge
    blocks = (
        (canvas.title, sizes.title, theme.INK, True),
        (subtitle(canvas), sizes.subtitle, theme.QUIET_INK, False),
    )
    for content, size, colour, bold in blocks:
        for line in wrap(content, room, size, bold=bold):
            y += LINE_HEIGHT * size * MM_PER_PT
            baseline = y - 0.3 * size * MM_PER_PT
            right = sizes.width - sizes.edge
            marks.append(line_between(line, sizes.edge, right, baseline, size, colour, bold=bold))
    return tuple(marks), y + 2.6 * sizes.scale


def subtitle(canvas: Canvas) -> str:
    """Question, place, date (or the snapshot's name) and revision, as far as they are known."""
    snapshot = next((s for s in canvas.snapshots if s.revision == canvas.revision), None)
    when = snapshot.name if snapshot else wording.long_date(canvas.date) if canvas.date else ""
    revision = wording.REVISION.format(revision=canvas.revision) if canvas.revision else ""
    parts = (canvas.question, canvas.place, when, revision)
    return wording.SEPARATOR.join(part for part in parts if part)
