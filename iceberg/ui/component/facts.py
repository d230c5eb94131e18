"""What a picture does not show and changing it needs, as plain JSON values."""

from __future__ import annotations

from typing import Any

from iceberg.model import LEVELS, TEXT_LIMIT, Canvas, Card, Layer, Link
from iceberg.wording import LEVEL_TITLES


def facts_of(canvas: Canvas) -> dict[str, Any]:
    """Facts by id of ``cards`` and ``links``; ``layers`` from the left and ``levels`` from the top.

    ``text_limit`` is the most characters that a card may hold.
    """
    return {
        "text_limit": TEXT_LIMIT,
        "cards": {card.id: _card(card) for card in canvas.cards},
        "links": {link.id: _link(link) for link in canvas.links},
        "layers": [_layer(layer) for layer in canvas.ordered_layers()],
        "levels": [{"id": level, "title": LEVEL_TITLES[level]} for level in LEVELS],
    }


def _card(card: Card) -> dict[str, Any]:
    force = card.force
    return {
        "text": card.text,
        "force": force.model_dump(mode="json") if force else None,
        "pinned": bool(card.position and card.position.pinned),
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "verb": link.verb,
        "sign": link.sign,
        "strength": link.strength,
        "delayed": link.delayed,
        "note": link.note,
    }


def _layer(layer: Layer) -> dict[str, Any]:
    questions = {level: layer.guide(level).question for level in LEVELS}
    return {"id": layer.id, "title": layer.title, "questions": questions}
