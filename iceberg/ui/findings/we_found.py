"""What the room has kept, in its own words, and what it has dismissed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from iceberg.analyses import Finding
from iceberg.analyses.wording import KEPT_TITLE, KIND_TITLES
from iceberg.edits import Edit, ForgetFinding, KeptChanges, RewordFinding
from iceberg.model import FINDING_LIMIT, Canvas, KeptFinding
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.keys import Fields
from iceberg.ui.findings import wording
from iceberg.ui.findings.finding import show_findings
from iceberg.ui.findings.showing import not_shown, ways_to_show
from iceberg.ui.plain import plain
from iceberg.ui.when import day


def we_found(canvas: Canvas, findings: Sequence[Finding], *, may_change: bool) -> None:
    """The findings that are kept; nothing where there are none."""
    if not canvas.kept:
        return
    st.subheader(KEPT_TITLE, anchor=False)
    told = {finding.id for finding in findings}
    for kept in canvas.kept:
        with st.container(border=True, gap="small"):
            _one(canvas, kept, told, may_change=may_change)


def dismissed(canvas: Canvas, findings: Sequence[Finding], *, may_change: bool) -> None:
    """A switch that shows what was dismissed; nothing where nothing was."""
    gone = [finding for finding in findings if finding.id in canvas.dismissed]
    if not gone:
        return
    label = wording.SHOW_DISMISSED.format(count=len(gone))
    if st.toggle(label, key="show_dismissed", persist_state="session"):
        show_findings(canvas, gone, "dismissed", may_change=may_change)


def _one(canvas: Canvas, kept: KeptFinding, told: Collection[str], *, may_change: bool) -> None:
    key = f"kept:{kept.id}"
    st.markdown(plain(kept.text))
    st.caption(_about(kept, told))
    with st.container(horizontal=True, gap="small"):
        ways_to_show(canvas, kept.cards, key, may_change=may_change)
        if may_change:
            st.button(
                wording.FORGET,
                key=f"forget:{key}",
                type="tertiary",
                on_click=_forget,
                args=(kept.id,),
            )
    not_shown(canvas, kept.cards)
    if may_change:
        _words(kept)
    show_refusal(key)


def _about(kept: KeptFinding, told: Collection[str]) -> str:
    """What it is, since when it is kept, and whether the canvas still says it."""
    since = wording.KEPT_ON.format(date=day(kept.date)) if kept.date else ""
    stale = kept.kind != "what if" and kept.id not in told
    parts = (KIND_TITLES[kept.kind], since, wording.SAYS_NO_MORE if stale else "")
    return " · ".join(part for part in parts if part)


def _words(kept: KeptFinding) -> None:
    fields = Fields("kept", kept)
    with (
        st.expander(wording.REWORD, key=f"words:{kept.id}"),
        st.form(fields.key("form"), border=False),
    ):
        st.text_area(
            wording.REWORD_LABEL,
            kept.text,
            key=fields.key("text"),
            max_chars=FINDING_LIMIT,
            label_visibility="collapsed",
        )
        st.form_submit_button(
            wording.REWORD_SAVE, key=fields.key("save"), on_click=_reword, args=(fields, kept)
        )


def _reword(fields: Fields, kept: KeptFinding) -> None:
    def making(_: Canvas) -> Edit | None:
        changes = KeptChanges(text=fields["text"])
        same = changes.text == kept.text
        return None if same else RewordFinding(finding=kept.id, changes=changes)

    act(f"kept:{kept.id}", making)


def _forget(key: str) -> None:
    act(f"kept:{key}", lambda _: ForgetFinding(finding=key))
