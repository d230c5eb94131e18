"""The worked examples: each opens as a copy of one's own."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from iceberg import resources
from iceberg.importers import load_canvas
from iceberg.model import Canvas
from iceberg.ui import session, wording
from iceberg.ui.plain import plain


def examples() -> None:
    """One row an example, with its title and its question."""
    st.subheader(wording.EXAMPLES, anchor=False)
    st.caption(wording.EXAMPLES_LINE)
    known = [(path, _read(path)) for path in resources.examples_folder().glob("*.iceberg.json")]
    for path, canvas in sorted(known, key=lambda pair: (len(pair[1].cards), pair[0].name)):
        _example(path, canvas)


def _example(path: Path, canvas: Canvas) -> None:
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="top", wrap=False):
            st.markdown(f"**{plain(canvas.title)}**", width="stretch")
            opened = st.button(wording.EXAMPLE_OPEN, key=f"example:{path.name.split('.')[0]}")
        st.caption(plain(_line(canvas)))
    if opened:
        session.go_to_canvas(session.create(canvas))


def _line(canvas: Canvas) -> str:
    size = wording.EXAMPLE_SIZE.format(cards=len(canvas.cards), links=len(canvas.links))
    return f"{canvas.question} {size}".strip()


@st.cache_resource(show_spinner=False)
def _read(path: Path) -> Canvas:
    return load_canvas(path, session.catalog())
