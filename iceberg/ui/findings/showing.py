"""From a finding to the picture: choose a card of it there, or leave all others out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import streamlit as st

from iceberg.analyses import Finding
from iceberg.model import Canvas
from iceberg.scene.placing import shown_alone
from iceberg.ui import where
from iceberg.ui.acting import act, show_refusal
from iceberg.ui.canvas.choosing import choose
from iceberg.ui.canvas.looking import back_to_now
from iceberg.ui.findings import wording


def ways_to_show(canvas: Canvas, finding: Finding, key: str, *, may_change: bool) -> None:
    """The buttons that show a finding's cards; one of them changes the view, and says so."""
    there = {card.id for card in canvas.shown_cards()}
    shown = [card for card in finding.cards if card in there]
    with st.container(horizontal=True, gap="small"):
        if shown and st.button(wording.SHOW, key=f"show:{key}", help=wording.SHOW_HELP):
            _go(shown)
        if may_change and len(finding.cards) > 1:
            _just_these(finding, f"just:{key}")
    if finding.cards and not shown:
        st.caption(wording.NOT_SHOWN)


def _just_these(finding: Finding, key: str) -> None:
    pressed = st.button(wording.SHOW_JUST, key=key, help=wording.SHOW_JUST_HELP, type="tertiary")
    # Not in a callback, because a callback cannot lead on to another page.
    if pressed and act(key, lambda canvas: shown_alone(canvas, finding.cards)):
        _go(finding.cards)
    show_refusal(key)


def _go(cards: Sequence[str]) -> NoReturn:
    back_to_now()
    choose(card=cards[0])
    where.go(where.CANVAS, where.canvas_id())
