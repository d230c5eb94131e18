"""The page script: what all pages share, and which of them to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import streamlit as st

from iceberg.ui import where, wording
from iceberg.ui.acting import show_told
from iceberg.ui.assumptions.page import assumptions_page
from iceberg.ui.bring.page import bring_page
from iceberg.ui.canvas.page import canvas_page
from iceberg.ui.compare.page import compare_page
from iceberg.ui.findings.page import findings_page
from iceberg.ui.guard import guarded
from iceberg.ui.meeting.page import meeting_page
from iceberg.ui.readings.page import readings_page
from iceberg.ui.start.page import start_page
from iceberg.ui.take_away.page import take_away_page

_HERE = Path(__file__).parent
_PAGES: Final[dict[str, Callable[[], None]]] = {
    where.START: start_page,
    where.CANVAS: canvas_page,
    where.FINDINGS: findings_page,
    where.ASSUMPTIONS: assumptions_page,
    where.WORKSHOP: meeting_page,
    where.TAKE_AWAY: take_away_page,
    where.READINGS: readings_page,
    where.COMPARE: compare_page,
    where.BRING: bring_page,
}


def main() -> None:
    """Show the page in the address; whatever goes wrong on it is told in a sentence."""
    st.set_page_config(page_title=wording.APP, page_icon=_HERE / "icon.svg", layout="wide")
    st.html(_HERE / "style.css")
    where.serve(_show)


def _show() -> None:
    where.show_address()
    with guarded():
        _PAGES[where.page()]()
    show_told()


if __name__ == "__main__":
    main()
