"""One finding: what it says, what to try, how sure it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from iceberg.analyses import Finding
from iceberg.analyses.wording import SURE_WORDS
from iceberg.model import Canvas
from iceberg.ui.acting import show_refusal
from iceberg.ui.findings import wording
from iceberg.ui.findings.keeping import ways_to_keep
from iceberg.ui.findings.showing import not_shown, ways_to_show
from iceberg.ui.plain import plain


def show_findings(
    canvas: Canvas,
    findings: Iterable[Finding],
    part: str,
    *,
    may_change: bool,
    may_dismiss: bool = True,
) -> None:
    """One finding after the other; ``part`` names the part of the page that they stand in."""
    for finding in findings:
        key = f"{part}:{finding.id}"
        with st.container(border=True, gap="small"):
            to_try = wording.TO_TRY.format(what=plain(finding.to_try))
            st.markdown(f"{plain(finding.sentence)}  \n{to_try}")
            st.caption(SURE_WORDS[finding.sure])
            with st.container(horizontal=True, gap="small"):
                ways_to_show(canvas, finding.cards, key, may_change=may_change)
                if may_change:
                    ways_to_keep(canvas, finding, key, may_dismiss=may_dismiss)
            not_shown(canvas, finding.cards)
            show_refusal(key)
