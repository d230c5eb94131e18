"""One finding: what it says, what to try, how sure it is, and the way to the picture."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from iceberg.analyses import Finding
from iceberg.analyses.wording import SURE_WORDS
from iceberg.model import Canvas
from iceberg.ui.findings import wording
from iceberg.ui.findings.showing import ways_to_show
from iceberg.ui.plain import plain


def show_findings(
    canvas: Canvas, findings: Iterable[Finding], part: str, *, may_change: bool
) -> None:
    """One finding after the other; ``part`` names the part of the page that they stand in."""
    for finding in findings:
        with st.container(border=True, gap="small"):
            to_try = wording.TO_TRY.format(what=plain(finding.to_try))
            st.markdown(f"{plain(finding.sentence)}  \n{to_try}")
            st.caption(SURE_WORDS[finding.sure])
            ways_to_show(canvas, finding, f"{part}:{finding.id}", may_change=may_change)
