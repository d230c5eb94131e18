"""What can be done with a finding: keep it, dismiss it, bring it back."""

from __future__ import annotations

import streamlit as st

from iceberg.analyses import Finding
from iceberg.edits import BringBackFinding, DismissFinding, KeepFinding
from iceberg.model import FINDING_LIMIT, Canvas, KeptFinding
from iceberg.ui.acting import act
from iceberg.ui.findings import wording
from iceberg.ui.plain import short
from iceberg.ui.when import today

_TOLD = 120
"""Characters of a finding that the history tells."""


def ways_to_keep(canvas: Canvas, finding: Finding, key: str, *, may_dismiss: bool) -> None:
    """The buttons that keep a finding or send it away; of one that is kept, that it is so."""
    if any(kept.id == finding.id for kept in canvas.kept):
        st.caption(wording.IS_KEPT)
        return
    st.button(
        wording.KEEP, key=f"keep:{key}", help=wording.KEEP_HELP, on_click=_keep, args=(finding, key)
    )
    if finding.id in canvas.dismissed:
        st.button(wording.BRING_BACK, key=f"back:{key}", on_click=_bring_back, args=(finding, key))
    elif may_dismiss:
        st.button(
            wording.DISMISS,
            key=f"dismiss:{key}",
            help=wording.DISMISS_HELP,
            type="tertiary",
            on_click=_dismiss,
            args=(finding, key),
        )


def _keep(finding: Finding, key: str) -> None:
    kept = KeptFinding(
        id=finding.id,
        kind=finding.kind,
        text=short(finding.sentence, FINDING_LIMIT),
        cards=finding.cards,
        links=finding.links,
        date=today(),
    )
    act(key, lambda _: KeepFinding(finding=kept))


def _dismiss(finding: Finding, key: str) -> None:
    says = short(finding.sentence, _TOLD)
    act(key, lambda _: DismissFinding(finding=finding.id, says=says))


def _bring_back(finding: Finding, key: str) -> None:
    says = short(finding.sentence, _TOLD)
    act(key, lambda _: BringBackFinding(finding=finding.id, says=says))
