"""Where the picture is too much for a page: one sentence, and parts to show instead."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from iceberg.edits import ChangeDetails, DetailsChanges, Edit
from iceberg.model import Canvas
from iceberg.scene import Scene
from iceberg.scene.portions import Portion, is_too_much, portions, takes_long, whole_view
from iceberg.ui import wording
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.plain import plain, short
from iceberg.wording import LEVEL_TITLES

_PLACE = "portions"


def offer_before(canvas_id: str, canvas: Canvas) -> bool:
    """Whether parts are offered before all is drawn, which takes long, and nobody asked for it."""
    asked = f"whole:{canvas_id}"
    found = portions(canvas) if takes_long(canvas) and asked not in st.session_state else ()
    if not found:
        return False
    cards = len(canvas.shown_cards())
    st.info(wording.too_much(cards))
    with st.container(horizontal=True):
        _offer(canvas, found)
        total = wording.SHOW_WHOLE.format(total=cards)
        st.button(total, key="portion:all", on_click=_draw_all, args=(asked,))
    show_refusal(_PLACE)
    return True


def offer_portions(canvas: Canvas, scene: Scene) -> None:
    """Buttons that show a part, or all again; each is one change that undo takes back."""
    found = portions(canvas) if is_too_much(scene) else ()
    if found:
        st.caption(wording.too_much(len(scene.cards)))
    if found or _is_part(canvas):
        with st.container(horizontal=True):
            _offer(canvas, found)
            if _is_part(canvas):
                total = wording.SHOW_WHOLE.format(total=len(canvas.cards))
                st.button(total, key="portion:whole", on_click=_show, args=(None,))
    show_refusal(_PLACE)


def _offer(canvas: Canvas, found: Iterable[Portion]) -> None:
    for portion in found:
        key, title = portion.key, _title(canvas, portion)
        st.button(title, key=f"portion:{key}", on_click=_show, args=(key,))


def _draw_all(asked: str) -> None:
    st.session_state[asked] = True


def _is_part(canvas: Canvas) -> bool:
    """Whether an iceberg is left out; single cards are brought back on the picture itself."""
    return len(canvas.shown_layers()) < len(canvas.layers)


def _title(canvas: Canvas, portion: Portion) -> str:
    titles = {layer.id: plain(short(layer.title, 30)) for layer in canvas.layers}
    if portion.layer:
        return wording.ONLY_LAYER.format(layer=titles[portion.layer], cards=portion.cards)
    if portion.level:
        level = LEVEL_TITLES[portion.level]
        return wording.ONLY_CAUSES.format(level=level, cards=portion.cards)
    return wording.MOST_LINKED.format(cards=portion.cards)


def _show(key: str | None) -> None:
    def making(canvas: Canvas) -> Edit | None:
        # The canvas may have changed since the page was drawn: the part is found anew.
        views = {one.key: one.view for one in portions(canvas)}
        view = whole_view(canvas) if key is None else views.get(key, canvas.view)
        return ChangeDetails(changes=DetailsChanges(view=view)) if view != canvas.view else None

    act(_PLACE, making)
