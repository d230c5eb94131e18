"""What a picture does not show and changing it needs, as plain JSON values."""

from __future__ import annotations

from typing import Any

from iceberg.model import (
    LEVELS,
    NOTE_LIMIT,
    TEXT_LIMIT,
    Canvas,
    Card,
    Layer,
    Link,
    Reading,
    TrayCard,
)
from iceberg.theme import EFFECT_COLOURS, UNSCORED
from iceberg.wording import LEVEL_TITLES


def canvas_facts(canvas: Canvas) -> dict[str, Any]:
    """``layers`` from the left, ``levels`` from the top, limits and colours.

    ``text_limit`` and ``note_limit`` are the most characters that a card and a note may hold;
    ``left_out`` counts the cards that the view does not show, ``bars`` are colours by force.
    """
    return {
        "text_limit": TEXT_LIMIT,
        "note_limit": NOTE_LIMIT,
        "bars": {**EFFECT_COLOURS, "none": UNSCORED},
        "layers": [_layer(layer) for layer in canvas.ordered_layers()],
        "left_out": len(canvas.left_out_cards()),
        "levels": [{"id": level, "title": LEVEL_TITLES[level]} for level in LEVELS],
    }


def card_facts(card: Card, reading: Reading | None) -> dict[str, Any]:
    """What is known of a card, with its newest reading."""
    force = card.force
    return {
        "text": card.text,
        "force": force.model_dump(mode="json") if force else None,
        "pinned": bool(card.position and card.position.pinned),
        "tags": list(card.tags),
        "reading": reading.direction if reading else None,
    }


def waiting_facts(card: TrayCard) -> dict[str, Any]:
    """What is shown of a card that waits in the tray."""
    return {"text": card.text, "tags": list(card.tags)}


def link_facts(link: Link) -> dict[str, Any]:
    """What is known of a link."""
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
