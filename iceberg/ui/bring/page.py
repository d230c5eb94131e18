"""The page on which a map is placed: report, places, picture, and at the end keeping it."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from iceberg.errors import NotFoundError
from iceberg.ui import session, where
from iceberg.ui.bring import wording
from iceberg.ui.bring.keep import go_on, keep
from iceberg.ui.bring.placing import placing
from iceberg.ui.bring.preview import preview
from iceberg.ui.bring.report import report
from iceberg.ui.bring.upload import drafts, upload
from iceberg.ui.frame import frame
from iceberg.ui.guard import guarded
from iceberg.ui.plain import plain


def bring_page() -> None:
    """What came in and the choices on one side; on the other the picture, and keeping it."""
    go_on()
    frame()
    token = where.draft()
    bringing = drafts().find(token)
    if bringing is None:
        _choose_file(is_gone=bool(token))
        return
    _check(bringing.canvas_id)
    st.title(plain(wording.TITLE.format(name=bringing.draft.name)), anchor=False)
    side, main = st.columns([9, 7], gap="large")
    with side:
        with guarded():
            report(bringing)
        with guarded():
            placing(token, bringing)
    with main, st.container(key="bring_preview"):
        with guarded():
            preview(token, bringing)
        with guarded():
            keep(token, bringing)


def _choose_file(*, is_gone: bool) -> None:
    into = where.named_canvas()
    _check(into)
    if is_gone:
        st.info(wording.GONE)
    st.title(wording.BRING, anchor=False)
    if into:
        title = session.workshop().open(into).title
        st.markdown(f"**{plain(wording.INTO.format(title=title))}**")
        where.link(wording.BACK, where.CANVAS, into, icon=":material/arrow_back:")
    st.caption(wording.BRING_LINE)
    with guarded():
        upload(into)


def _check(into: str | None) -> None:
    """Nothing where the map is for a new canvas, or for one that this session may facilitate."""
    if into is None:
        return
    try:
        if session.grant(into).may_facilitate:
            return
    except NotFoundError as error:
        _stop(str(error))
    _stop(wording.ONLY_FACILITATORS)


def _stop(sentence: str) -> NoReturn:
    st.info(plain(sentence))
    st.stop()
