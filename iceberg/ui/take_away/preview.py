"""What will come out, before it is downloaded."""

from __future__ import annotations

import dataclasses

import streamlit as st

from iceberg.model import Canvas
from iceberg.ui import pictures, wording
from iceberg.ui.take_away.choices import Choice

_BEGINNING = 2_000


def preview(canvas_id: str, canvas: Canvas, choice: Choice) -> None:
    """The very page as a picture (every picture format draws the same scene), or the text.

    Nothing for what is neither.
    """
    if choice.is_picture:
        _picture(canvas_id, canvas, choice)
    elif choice.is_text:
        made = pictures.file_of(
            *pictures.key_of(canvas_id, canvas),
            choice.format.extension,
            choice.options,
            canvas,
        )
        st.caption(wording.PREVIEW_CUT)
        language = "json" if choice.format.mime == "application/json" else None
        beginning = made.data[:_BEGINNING].decode("utf-8", "ignore")
        st.code(beginning, language=language, height=480, wrap_lines=language is None)


def _picture(canvas_id: str, canvas: Canvas, choice: Choice) -> None:
    options = dataclasses.replace(choice.options, dpi=300)
    with st.spinner(wording.DRAWING):
        key = pictures.key_of(canvas_id, canvas)
        drawn = pictures.file_of(*key, ".svg", options, canvas)
        scene = pictures.scene_of(*key, canvas)
    with st.container(border=True):
        st.image(
            drawn.data.decode("utf-8"),
            width="stretch",
            alt=wording.PREVIEW_ALT.format(title=canvas.title, description=scene.description),
        )
