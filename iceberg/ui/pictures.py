# ruff: noqa: ARG001 - the arguments that look unused are the key
"""Scenes and files, made once for a revision of a canvas and the options they are drawn with.

The results are frozen, so one copy is shared by everybody who looks at the same revision. Canvases
are not part of the key: a canvas id and a revision name one state for ever.
"""

from __future__ import annotations

from iceberg.exporters import Exported, ExportOptions, export
from iceberg.exporters.drawing import draw
from iceberg.exporters.leaving.selection import select
from iceberg.exporters.page_story import in_sheets, in_words
from iceberg.exporters.story import tell
from iceberg.live.pieces import forget_drawings
from iceberg.model import Canvas
from iceberg.scene import Scene, build_scene
from iceberg.ui.kept import forget_too, kept
from iceberg.ui.pictures_key import key_of

__all__ = ["file_of", "key_of", "scene_of", "words_of"]

_SCENES = 48
_FILES = 24
_WITH_STORY = (".report.pdf", ".docx", ".html")
_INSTEAD = (".xlsx", ".ics")
"""What has words beside its picture, and what is told in words because it has none."""


@kept(_SCENES)
def scene_of(canvas_id: str, revision: int, cards: int, _canvas: Canvas) -> Scene:
    """The canvas as its own view shows it; ``cards`` tells whether new ones are kept back."""
    return build_scene(_canvas)


@kept(_FILES)
def file_of(
    canvas_id: str,
    revision: int,
    cards: int,
    extension: str,
    options: ExportOptions,
    _canvas: Canvas,
) -> Exported:
    """The canvas as a file; raises ExportError when it cannot be made."""
    return export(_canvas, extension, options)


@kept(_SCENES)
def drawing_of(
    canvas_id: str, revision: int, cards: int, options: ExportOptions, _canvas: Canvas
) -> Scene:
    """The scene that a file with these options shows, without what they leave out."""
    if options.show:
        where = {"layers": options.layers, "whole": options.whole}
        _canvas = select(_canvas, options.show, **where)  # type: ignore[arg-type]
    return draw(_canvas, options)


@kept(_FILES)
def words_of(
    canvas_id: str,
    revision: int,
    cards: int,
    extension: str,
    options: ExportOptions,
    _canvas: Canvas,
) -> str:
    """What a file says beside its picture, as a part of a page; empty for one that says nothing."""
    if extension not in (*_WITH_STORY, *_INSTEAD):
        return ""
    where = {"layers": options.layers, "whole": options.whole}
    if options.show:
        _canvas = select(_canvas, options.show, **where)  # type: ignore[arg-type]
    story = tell(_canvas, **where)  # type: ignore[arg-type]
    match extension:
        case ".xlsx":
            return in_sheets(story)
        case ".ics":
            has_days = any(one.review for one in _canvas.assumptions)
            return in_words(story, only="assumptions") if has_days else ""
        case _:
            return in_words(story)


forget_too(forget_drawings)
