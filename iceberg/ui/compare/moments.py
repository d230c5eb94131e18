"""The moments of the open canvas that can be compared: the beginning, named ones, and now."""

from __future__ import annotations

from iceberg.compare import Moment
from iceberg.model import Canvas
from iceberg.ui import session
from iceberg.ui.compare import wording
from iceberg.ui.plain import told_apart


def moment_names(canvas: Canvas) -> dict[int, str]:
    """What each moment is called, by its revision, the earliest first; now is the last."""
    named = {one.revision: one.name for one in canvas.snapshots if one.revision <= canvas.revision}
    names = {0: wording.BEGINNING, **named}
    names[canvas.revision] = wording.NOW
    return told_apart(dict(sorted(names.items())))


def moment_of(canvas_id: str, canvas: Canvas, revision: int) -> Moment:
    """The canvas at a revision; raises NotFoundError when there is no such one."""
    name = moment_names(canvas)[revision]
    if revision == canvas.revision:
        return Moment(name, wording.WHEN_NOW, canvas)
    known = {one.revision for one in canvas.snapshots}
    named = wording.WHEN_NAMED.format(name=name)
    when = named if revision in known else wording.WHEN_BEGINNING
    return Moment(name, when, session.workshop().at(canvas_id, revision))


def named_moments(canvas_id: str, canvas: Canvas) -> list[Moment]:
    """The moments that somebody has named, and now."""
    known = {one.revision for one in canvas.snapshots} | {canvas.revision}
    return [moment_of(canvas_id, canvas, one) for one in moment_names(canvas) if one in known]
