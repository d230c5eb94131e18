"""What is chosen: a card or a link, on the picture or in a list, always one and the same."""

from __future__ import annotations

import streamlit as st

from iceberg.model import LEVELS, Canvas, Card, Link
from iceberg.ui import session, wording
from iceberg.ui.component import CanvasState
from iceberg.ui.plain import short, told_apart

PANEL = "panel"


def follow(state: CanvasState) -> None:
    """Choose what was just chosen on the picture; a choice made since in a list stands."""
    if state.news:
        choose(state.selected_card, state.selected_link)


def choose(card: str | None = None, link: str | None = None) -> None:
    """Choose a card or a link and open its panel; nothing leaves the panel as it is."""
    session.select(card, link)
    if card or link:
        st.session_state[PANEL] = "card" if card else "link"


def chosen_card(canvas: Canvas) -> Card | None:
    """The chosen card, unless it has gone meanwhile."""
    card_id = session.selected_card()
    return canvas.card(card_id) if card_id else None


def chosen_link(canvas: Canvas) -> Link | None:
    """The chosen link, unless it has gone meanwhile."""
    link_id = session.selected_link()
    return next((link for link in canvas.links if link.id == link_id), None)


def card_names(canvas: Canvas) -> dict[str, str]:
    """Each card's id and what to call it in a list, in the order in which the picture reads."""
    layers = {layer.id: (number, layer) for number, layer in enumerate(canvas.ordered_layers())}
    ordered = sorted(
        canvas.cards, key=lambda card: (layers[card.layer][0], LEVELS.index(card.level))
    )
    return told_apart(
        {card.id: f"{short(card.text, 80)} ({layers[card.layer][1].title})" for card in ordered}
    )


def link_names(canvas: Canvas) -> dict[str, str]:
    """Each link's id and the sentence that it says."""
    texts = {card.id: short(card.text, 50) for card in canvas.cards}
    return told_apart(
        {
            link.id: f"{texts[link.source]} {wording.VERBS[link.verb]} {texts[link.target]}"
            for link in canvas.links
        }
    )
