"""From a finding to the picture: choose a card of it there, or leave all others out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import streamlit as st

from iceberg.model import Canvas
from iceberg.scene.placing import shown_alone
from iceberg.ui import where
from iceberg.ui.acting import act
from iceberg.ui.canvas.choosing import choose
from iceberg.ui.canvas.looking import back_to_now
from iceberg.ui.findings import wording


def ways_to_show(canvas: Canvas, cards: tuple[str, ...], key: str, *, may_change: bool) -> None:
    """The buttons that show a finding's cards; one of them changes the view, and says so."""
    shown = _shown(canvas, cards)
    if shown and st.button(wording.SHOW, key=f"show:{key}", help=wording.SHOW_HELP):
        show_on_picture(shown)
    there = tuple(card for card in cards if canvas.card(card))
    if may_change and len(there) > 1:
        _just_these(there, key)


def not_shown(canvas: Canvas, cards: tuple[str, ...]) -> None:
    """Say so where none of a finding's cards is on the picture now."""
    if cards and not _shown(canvas, cards):
        gone = not any(canvas.card(card) for card in cards)
        st.caption(wording.CARDS_GONE if gone else wording.NOT_SHOWN)


def _shown(canvas: Canvas, cards: tuple[str, ...]) -> list[str]:
    there = {card.id for card in canvas.shown_cards()}
    return [card for card in cards if card in there]


def _just_these(cards: tuple[str, ...], key: str) -> None:
    pressed = st.button(
        wording.SHOW_JUST, key=f"just:{key}", help=wording.SHOW_JUST_HELP, type="tertiary"
    )
    # Not in a callback, because a callback cannot lead on to another page.
    if pressed and act(key, lambda canvas: shown_alone(canvas, cards)):
        show_on_picture(cards)


def show_on_picture(cards: Sequence[str]) -> NoReturn:
    """Go to the canvas as it is now and choose the first of these cards."""
    back_to_now()
    choose(card=cards[0])
    where.go(where.CANVAS, where.canvas_id())
