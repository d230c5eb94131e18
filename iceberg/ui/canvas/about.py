"""The canvas as a whole: what it is about, its icebergs, its named moments, its history."""

from __future__ import annotations

import streamlit as st

from iceberg.edits import AddLayer, DetailsChanges, NameSnapshot
from iceberg.errors import EditRefusedError
from iceberg.model import LINE_LIMIT, TITLE_LIMIT, Canvas, Snapshot, new_id
from iceberg.ui import session, wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.changes import details_change
from iceberg.ui.canvas.history import history
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.canvas.looking import looked_at
from iceberg.ui.when import today

_PLACE = "about"


def about(canvas: Canvas) -> None:
    """The details first; what is needed less often is folded away."""
    _details(canvas)
    with st.expander(wording.ADD_LAYER):
        _add_layer(canvas)
    with st.expander(wording.SNAPSHOT):
        _name_snapshot(canvas)
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


def _name_snapshot(canvas: Canvas) -> None:
    earlier = looked_at(canvas)
    with st.form("snapshot", border=False):
        st.text_input(
            wording.SNAPSHOT_NAME,
            key="snapshot_name",
            placeholder=wording.SNAPSHOT_HINT,
            max_chars=TITLE_LIMIT,
        )
        st.form_submit_button(
            wording.SNAPSHOT_BUTTON,
            key="snapshot_button",
            on_click=_name,
            args=(canvas.revision if earlier is None else earlier,),
        )
    show_refusal("snapshot")


def _name(revision: int) -> None:
    name, snapshot_id = st.session_state["snapshot_name"], new_id()
    if not name.strip():
        act("snapshot", _nameless)
        return
    snapshot = Snapshot(id=snapshot_id, name=name, revision=revision, date=today())
    if act("snapshot", lambda _: NameSnapshot(snapshot=snapshot)):
        st.session_state["snapshot_name"] = ""


def _nameless(_: Canvas) -> None:
    raise EditRefusedError(wording.SNAPSHOT_NAMELESS)
