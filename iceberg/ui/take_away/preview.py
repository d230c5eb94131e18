"""What will come out, before it is downloaded, and what would spoil it."""

from __future__ import annotations

import dataclasses

import streamlit as st

from iceberg.exporters.leaving.advice import advice
from iceberg.exporters.leaving.selection import Selection, select
from iceberg.model import Canvas
from iceberg.scene import Scene
from iceberg.scene.shown import shown_part
from iceberg.ui import pictures, wording
from iceberg.ui.plain import plain
from iceberg.ui.take_away import wording as words
from iceberg.ui.take_away.choices import Choice

_BEGINNING = 2_000


def preview(canvas_id: str, canvas: Canvas, choice: Choice) -> None:
    """The very page as a picture (every picture format draws the same scene), or the text.

    What stands beside the picture in a document, or in a workbook, is there to be read as well.
    """
    if choice.is_picture:
        _picture(canvas_id, canvas, choice)
        _beside(canvas_id, canvas, choice)
    elif choice.is_text:
        made = pictures.file_of(
            *pictures.key_of(canvas_id, canvas),
            choice.format.extension,
            choice.options,
            canvas,
        )
        _text(made.data, choice)
    else:
        _instead(canvas_id, canvas, choice)


def _beside(canvas_id: str, canvas: Canvas, choice: Choice) -> None:
    """Closed at first: the picture would be scrolled out of sight."""
    key = pictures.key_of(canvas_id, canvas)
    said = pictures.words_of(*key, choice.format.extension, choice.options, canvas)
    if said:
        with st.expander(words.IN_WORDS):
            st.html(said)


def _instead(canvas_id: str, canvas: Canvas, choice: Choice) -> None:
    key = pictures.key_of(canvas_id, canvas)
    said = pictures.words_of(*key, choice.format.extension, choice.options, canvas)
    st.caption(words.INSTEAD[choice.format.extension] if said else words.NO_PREVIEW)
    if said:
        st.html(said)


def _text(data: bytes, choice: Choice) -> None:
    """Text to paste is shown whole, for the button that copies it; data only begins."""
    whole = choice.format.mime == "text/plain"
    st.caption(wording.PREVIEW_WHOLE if whole else wording.PREVIEW_CUT)
    shown = data if whole else data[:_BEGINNING]
    language = "json" if choice.format.mime == "application/json" else None
    st.code(shown.decode("utf-8", "ignore"), language=language, height=480, wrap_lines=whole)


def _picture(canvas_id: str, canvas: Canvas, choice: Choice) -> None:
    options = dataclasses.replace(choice.options, dpi=300, formats=None, limit=None)
    with st.spinner(wording.DRAWING):
        key = pictures.key_of(canvas_id, canvas)
        drawn = pictures.file_of(*key, ".svg", options, canvas)
        scene = pictures.drawing_of(*key, options, canvas)
    _warn(canvas, choice, scene)
    with st.container(border=True):
        st.image(
            drawn.data.decode("utf-8"),
            width="stretch",
            alt=wording.PREVIEW_ALT.format(title=canvas.title, description=scene.description),
        )


def _warn(canvas: Canvas, choice: Choice, scene: Scene) -> None:
    options = choice.options
    part = select(canvas, options.show or Selection(), layers=options.layers, whole=options.whole)
    shown = shown_part(part, options.layers, whole=options.whole)
    total = len(shown.cards) + len(shown.view.left_out)
    if shown.view.left_out:
        st.caption(words.shows(len(shown.cards), total))
    if choice.purpose is None:
        notes = scene.notes
    else:
        page, palette = options.page or canvas.view.page, options.palette or canvas.view.palette
        notes = advice(scene, shown, choice.purpose, page, palette)
    if notes:
        st.warning("\n".join(f"- {plain(note)}" for note in notes))
