"""Around the picture: title, question, date, who it is from and for, a caption, a logo."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import DetailsChanges
from iceberg.model import LINE_LIMIT, TEXT_DIRECTIONS, TITLE_LIMIT, Canvas, Cover, Logo, logo_from
from iceberg.ui import wording as words
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import details_change
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.take_away import wording

_PLACE = "cover"
_LINES = ("title", "question", "date", "language")
_LOGO_MB = 1


def cover(canvas: Canvas) -> None:
    """A form for all of it; a logo is checked when it is saved, and kept on the canvas."""
    about = DetailsChanges(**{name: getattr(canvas, name) for name in _LINES}, cover=canvas.cover)
    fields = Fields("cover", about)
    with st.expander(wording.COVER), st.form(fields.key("form"), border=False):
        _canvas_lines(canvas, fields)
        for name, label in wording.COVER_LINES.items():
            value = getattr(canvas.cover, name)
            st.text_input(label, value, key=fields.key(name), max_chars=LINE_LIMIT)
        st.segmented_control(
            wording.DIRECTION,
            TEXT_DIRECTIONS,
            default=canvas.cover.direction,
            format_func=lambda one: wording.DIRECTIONS[one],
            required=True,
            key=fields.key("direction"),
        )
        _logo(canvas, fields)
        st.form_submit_button(
            wording.COVER_SAVE,
            key=fields.key("save"),
            on_click=_save,
            args=(fields,),
            width="stretch",
        )
    show_refusal(_PLACE)


def _canvas_lines(canvas: Canvas, fields: Fields) -> None:
    lines = {"title": words.CANVAS_LINES["title"], "question": words.CANVAS_LINES["question"]}
    for name, label in lines.items():
        most = TITLE_LIMIT if name == "title" else LINE_LIMIT
        st.text_input(label, getattr(canvas, name), key=fields.key(name), max_chars=most)
    st.date_input(words.DATE, canvas.date, key=fields.key("date"), format="DD/MM/YYYY")
    st.text_input(
        wording.LANGUAGE,
        canvas.language,
        key=fields.key("language"),
        max_chars=20,
        help=wording.LANGUAGE_HELP,
    )


def _logo(canvas: Canvas, fields: Fields) -> None:
    kept = canvas.cover.logo
    with st.container(key="cover_logo"):
        st.file_uploader(
            wording.LOGO,
            type=["png", "svg"],
            key=fields.key("logo"),
            max_upload_size=_LOGO_MB,
            help=wording.LOGO_KEPT if kept else None,
        )
    st.text_input(
        wording.LOGO_ALT,
        kept.alt if kept else "",
        key=fields.key("alt"),
        max_chars=LINE_LIMIT,
    )
    if kept:
        st.checkbox(wording.LOGO_REMOVE, key=fields.key("remove_logo"))


def _save(fields: Fields) -> None:
    def making(canvas: Canvas) -> object:
        values = {name: fields[name] for name in _LINES}
        lines = {name: fields[name] for name in (*wording.COVER_LINES, "direction")}
        new = Cover(**lines, logo=_new_logo(canvas, fields))
        return details_change(canvas, {**values, "cover": new})

    act(_PLACE, making)  # type: ignore[arg-type]


def _new_logo(canvas: Canvas, fields: Fields) -> Logo | None:
    """The file that was chosen, else the logo that is kept, else none."""
    given, alt = fields["logo"], fields["alt"]
    if given is not None:
        return logo_from(given.getvalue(), alt)
    kept = None if fields.get("remove_logo") else canvas.cover.logo
    return kept.model_copy(update={"alt": alt}) if kept else None
