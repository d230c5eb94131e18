"""The page script: what all pages share, and which of them to show."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from iceberg.ui import where, wording
from iceberg.ui.acting import show_told
from iceberg.ui.guard import guarded
from iceberg.ui.pages import page_of

_HERE = Path(__file__).parent


def main() -> None:
    """Show the page in the address; whatever goes wrong on it is told in a sentence."""
    st.set_page_config(page_title=wording.APP, page_icon=_HERE / "icon.svg", layout="wide")
    st.html(_HERE / "style.css")
    st.html(f'<p class="no-connection" role="status">{wording.NO_CONNECTION}</p>')
    where.serve(_show)


def _show() -> None:
    where.show_address()
    with guarded():
        page_of(where.page())()
    show_told()


if __name__ == "__main__":
    main()
