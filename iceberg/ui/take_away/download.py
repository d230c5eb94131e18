"""The file itself, with a name that says what it is, and what there is to know about it."""

from __future__ import annotations

import streamlit as st

from iceberg.exporters import Exported
from iceberg.exporters.names import file_name
from iceberg.model import Canvas
from iceberg.ui import pictures, wording
from iceberg.ui.plain import plain
from iceberg.ui.take_away.choices import Choice
from iceberg.ui.take_away.making import made_apart, takes_long
from iceberg.ui.take_away.names import names_left


def download(canvas_id: str, canvas: Canvas, choice: Choice) -> None:
    """Make the file, say what is worth knowing about it, and offer it.

    What takes long is made when it is asked for, and can be stopped.
    """
    if left := names_left(canvas_id, canvas):
        st.warning(left, icon=":material/person_search:")
    if takes_long(choice):
        made_apart(canvas_id, canvas, choice, _offer)
        return
    with st.spinner(wording.MAKING, show_time=True):
        key = pictures.key_of(canvas_id, canvas)
        made = pictures.file_of(*key, choice.format.extension, choice.options, canvas)
    _offer(canvas, choice, made)


def _offer(canvas: Canvas, choice: Choice, made: Exported) -> None:
    extension = choice.format.extension
    if not choice.is_picture:
        # Of a picture, what there is to know stands beside the picture.
        for note in made.notes:
            st.warning(plain(note))
    name = file_name(canvas, extension)
    title = wording.FORMATS.get(extension, (choice.format.title, ""))[0]
    st.download_button(
        wording.DOWNLOAD.format(format=title),
        made.data,
        file_name=name,
        mime=choice.format.mime,
        type="primary",
        key="download",
        on_click="ignore",
        width="stretch",
    )
    st.caption(plain(wording.FILE_SIZE.format(name=name, size=_size(len(made.data)))))


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count / 1_000:.0f} kB"
