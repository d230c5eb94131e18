"""What the canvas says: what is kept, assumptions, the few findings to begin with, then all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice
from typing import Final

import streamlit as st

from iceberg.analyses import Finding, Kind, few, left_to_tell
from iceberg.analyses.few import first_of_each_assumption
from iceberg.analyses.wording import KIND_TITLES
from iceberg.model import Canvas
from iceberg.ui.findings import wording
from iceberg.ui.findings.finding import show_findings
from iceberg.ui.findings.we_found import dismissed, we_found
from iceberg.ui.side_by_side import side_by_side

_ASSUMPTIONS: Final = 5
_AT_ONCE: Final = 20


def says(canvas: Canvas, findings: tuple[Finding, ...], *, may_change: bool) -> None:
    """What a room can take in at once; the rest is folded away below."""
    we_found(canvas, findings, may_change=may_change)
    every, findings = findings, left_to_tell(canvas, findings)
    _assumptions(canvas, findings, may_change=may_change)
    _others(canvas, findings, may_change=may_change)
    st.subheader(wording.ALL, anchor=False)
    for kind, of_kind in groupby(findings, key=lambda finding: finding.kind):
        _folded(canvas, kind, list(of_kind), may_change=may_change)
    dismissed(canvas, every, may_change=may_change)


def _assumptions(canvas: Canvas, findings: Sequence[Finding], *, may_change: bool) -> None:
    st.subheader(KIND_TITLES["assumption"], anchor=False)
    asking = first_of_each_assumption(f for f in findings if f.kind == "assumption")
    first = list(islice(asking, _ASSUMPTIONS))
    if not first:
        st.info(wording.LOOK_AGAIN_NONE if canvas.assumptions else wording.NO_ASSUMPTIONS)
    for column, finding in side_by_side(first):
        with column:
            show_findings(canvas, (finding,), "few", may_change=may_change)


def _others(canvas: Canvas, findings: Sequence[Finding], *, may_change: bool) -> None:
    st.subheader(wording.ELSE, anchor=False)
    begin = [finding for finding in few(findings) if finding.kind != "assumption"]
    kinds = [(kind, list(some)) for kind, some in groupby(begin, key=lambda f: f.kind)]
    if not kinds:
        st.info(wording.ELSE_NONE)
    for column, (kind, alike) in side_by_side(kinds):
        with column:
            st.markdown(f"**{KIND_TITLES[kind]}**")
            show_findings(canvas, alike, "few", may_change=may_change)


def _folded(canvas: Canvas, kind: Kind, findings: Sequence[Finding], *, may_change: bool) -> None:
    label = wording.KIND.format(title=KIND_TITLES[kind], count=len(findings))
    with st.expander(label, key=f"all:{kind}", on_change="rerun") as fold:
        if fold.open:
            shown = st.session_state.setdefault(f"shown:{kind}", _AT_ONCE)
            show_findings(canvas, findings[:shown], "all", may_change=may_change)
            _more(kind, len(findings) - shown)


def _more(kind: Kind, hidden: int) -> None:
    if hidden > 0:
        label = wording.MORE.format(count=min(hidden, _AT_ONCE))
        st.button(label, key=f"more:{kind}", on_click=_show_more, args=(kind,))


def _show_more(kind: Kind) -> None:
    st.session_state[f"shown:{kind}"] += _AT_ONCE
