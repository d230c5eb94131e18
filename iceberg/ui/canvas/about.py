"""The canvas as a whole: what it is about, its icebergs, its named moments, its history."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import AddLayer, DetailsChanges
from iceberg.model import LINE_LIMIT, TITLE_LIMIT, Canvas
from iceberg.ui import session, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.bring import wording as bring_words
from iceberg.ui.canvas.changes import details_change
from iceberg.ui.canvas.history import history
from iceberg.ui.canvas.imports import imports
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.canvas.naming import name_moment

_PLACE = "about"


def about(canvas: Canvas) -> None:
    """The details first; what is needed less often is folded away."""
    _details(canvas)
    with st.expander(wording.ADD_LAYER):
        _add_layer(canvas)
    with st.expander(wording.SNAPSHOT):
        name_moment(canvas)
    with st.expander(bring_words.IMPORTS):
        imports(canvas)
    with st.expander(wording.HISTORY, expanded=True):
        history(canvas)


def _details(canvas: Canvas) -> None:
    kept = {field: getattr(canvas, field) for field in (*wording.CANVAS_LINES, "date")}
    fields = Fields("about", DetailsChanges(**kept))
    with st.form(fields.key("form"), border=False):
        limits = {"title": TITLE_LIMIT}
        for field, label in wording.CANVAS_LINES.items():
            st.text_input(
                label,
                getattr(canvas, field),
                key=fields.key(field),
                max_chars=limits.get(field, LINE_LIMIT),
            )
        st.date_input(wording.DATE, canvas.date, key=fields.key("date"), format="DD/MM/YYYY")
        st.form_submit_button(
            wording.DETAILS_BUTTON,
            type="primary",
            key=fields.key("save"),
            on_click=_save,
            args=(fields,),
            width="stretch",
        )
    show_refusal(_PLACE)


def _save(fields: Fields) -> None:
    names = (*wording.CANVAS_LINES, "date")
    act(_PLACE, lambda canvas: details_change(canvas, {name: fields[name] for name in names}))


def _add_layer(canvas: Canvas) -> None:
    used = {layer.id for layer in canvas.layers}
    titles = {layer.id: layer.title for layer in session.catalog().layers if layer.id not in used}
    if not titles:
        st.caption(wording.ADD_LAYER_NONE)
        return
    with st.form("add_layer", border=False):
        st.selectbox(
            wording.LAYER, list(titles), format_func=lambda item: titles[item], key="layer_to_add"
        )
        st.form_submit_button(wording.ADD_LAYER_BUTTON, key="add_layer_button", on_click=_put_layer)
    show_refusal("layer")


def _put_layer() -> None:
    layer = session.catalog().layer(st.session_state["layer_to_add"])
    act("layer", lambda _: AddLayer(layer=layer))
