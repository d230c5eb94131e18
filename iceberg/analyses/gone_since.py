"""What an assumption rested on at its last review and what is no longer on the canvas."""

from __future__ import annotations

from iceberg.model import Assumption, Canvas, Card, Link


def gone_cards(then: Canvas, canvas: Canvas, assumption: Assumption) -> tuple[Card, ...]:
    """The cards that are gone; one that was merged into another is still there in its words."""
    rested, off = _then(then, assumption).cards, _taken_off(then, canvas)
    return tuple(card for card in then.cards if card.id in rested and card.id in off)


def gone_links(then: Canvas, canvas: Canvas, assumption: Assumption) -> tuple[Link, ...]:
    """The links that are gone, but for those of which a card that is told as gone took them along.

    A link that a merge of cards has dropped is said by another one.
    """
    rested, there = _then(then, assumption), {link.id for link in canvas.links}
    gone = (x for x in then.links if x.id in rested.links and x.id not in there)
    cards, off = {card.id for card in canvas.cards}, _taken_off(then, canvas)
    untold = off - set(rested.cards)
    return tuple(link for link in gone if {link.source, link.target} - cards <= untold)


def _taken_off(then: Canvas, canvas: Canvas) -> set[str]:
    there = {card.id for card in canvas.cards}
    merged = {text for card in canvas.cards for text in card.originals}
    return {card.id for card in then.cards if card.id not in there and card.text not in merged}


def _then(then: Canvas, assumption: Assumption) -> Assumption:
    return next((one for one in then.assumptions if one.id == assumption.id), assumption)
