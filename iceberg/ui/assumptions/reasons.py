"""Why an assumption asks for another look, where the assumption itself stands above."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from iceberg.analyses import Finding
from iceberg.analyses.assumption_words import because
from iceberg.model import Assumption
from iceberg.ui.assumptions import wording
from iceberg.ui.plain import plain

_MOST: Final = 3


def show_reasons(assumption: Assumption, asks: Sequence[Finding]) -> None:
    """The first few reasons in one box, the others counted; nothing where there is none."""
    told = [plain(because(finding.sentence, assumption.text)) for finding in asks[:_MOST]]
    if len(asks) > _MOST:
        told.append(wording.AND_MORE.format(count=len(asks) - _MOST))
    if told:
        lines = told if len(told) == 1 else [f"- {reason}" for reason in told]
        st.warning("\n".join(lines), icon=":material/flag:")
