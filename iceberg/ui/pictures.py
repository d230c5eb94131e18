# ruff: noqa: ARG001 - the arguments that look unused are the key
"""Scenes and files, made once for a revision of a canvas and the options they are drawn with.

The results are frozen, so one copy is shared by everybody who looks at the same revision. Canvases
are not part of the key: a canvas id and a revision name one state for ever.
"""

from __future__ import annotations

import streamlit as st

from iceberg.exporters import Exported, ExportOptions, export
from iceberg.exporters.drawing import draw
from iceberg.exporters.leaving.selection import select
from iceberg.live.pieces import forget_drawings
from iceberg.model import Canvas
from iceberg.scene import Scene, build_scene
from iceberg.ui.assumptions.kept import asking_of
from iceberg.ui.bring.preview import forget_previews
from iceberg.ui.compare.kept import forget_comparisons
from iceberg.ui.findings.kept import forget_told
from iceberg.ui.pictures_key import key_of

__all__ = ["file_of", "forget_pictures", "key_of", "scene_of"]

_SCENES = 48
_FILES = 24


@st.cache_resource(show_spinner=False, max_entries=_SCENES)
def scene_of(canvas_id: str, revision: int, cards: int, _canvas: Canvas) -> Scene:
    """The canvas as its own view shows it; ``cards`` tells whether new ones are kept back."""
    return build_scene(_canvas)


@st.cache_resource(show_spinner=False, max_entries=_FILES)
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


@st.cache_resource(show_spinner=False, max_entries=_SCENES)
def drawing_of(
    canvas_id: str, revision: int, cards: int, options: ExportOptions, _canvas: Canvas
) -> Scene:
    """The scene that a file with these options shows, without what they leave out."""
    if options.show:
        where = {"layers": options.layers, "whole": options.whole}
        _canvas = select(_canvas, options.show, **where)  # type: ignore[arg-type]
    return draw(_canvas, options)


def forget_pictures() -> None:
    """Drop every kept picture and what was read from it, as when a canvas is deleted for good."""
    scene_of.clear()
    file_of.clear()
    drawing_of.clear()
    forget_drawings()
    forget_told()
    forget_comparisons()
    forget_previews()
    asking_of.clear()
