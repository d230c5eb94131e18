"""What a picture does not show and changing it needs, as plain JSON values."""

from __future__ import annotations

from typing import Any

from iceberg.model import LEVELS, NOTE_LIMIT, TEXT_LIMIT, Canvas, Card, Layer, Link, Reading
from iceberg.theme import EFFECT_COLOURS, UNSCORED
from iceberg.wording import LEVEL_TITLES


def facts_of(canvas: Canvas) -> dict[str, Any]:
    """Facts by id of ``cards`` and ``links``; ``layers`` from the left and ``levels`` from the top.

    ``text_limit`` and ``note_limit`` are the most characters that a card and a note may hold;
    ``left_out`` counts the cards that the view does not show, ``bars`` are colours by force.
    """
    latest = canvas.latest_readings()
    return {
        "text_limit": TEXT_LIMIT,
        "note_limit": NOTE_LIMIT,
        "cards": {card.id: _card(card, latest.get(card.id)) for card in canvas.cards},
        "links": {link.id: _link(link) for link in canvas.links},
        "bars": {**EFFECT_COLOURS, "none": UNSCORED},
        "layers": [_layer(layer) for layer in canvas.ordered_layers()],
        "left_out": len(canvas.left_out_cards()),
        "levels": [{"id": level, "title": LEVEL_TITLES[level]} for level in LEVELS],
    }


def _card(card: Card, reading: Reading | None) -> dict[str, Any]:
    force = card.force
    return {
        "text": card.text,
        "force": force.model_dump(mode="json") if force else None,
        "pinned": bool(card.position and card.position.pinned),
        "tags": list(card.tags),
        "reading": reading.direction if reading else None,
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
