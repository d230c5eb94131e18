"""A blueprint that Kumu imports (docs.kumu.io, JSON / Blueprints)."""

from __future__ import annotations

import json
from typing import Any, Final

from iceberg.exporters.data import data_format, told_of_card, told_of_link
from iceberg.exporters.left_behind import NEVER
from iceberg.model import Canvas, Card, Link
from iceberg.wording import LEVEL_TITLES


def _text(canvas: Canvas) -> str:
    elements = {card.id for card in canvas.cards}
    blueprint = {
        "name": canvas.title,
        "elements": [_element(card) for card in canvas.cards],
        "connections": [_connection(link, elements) for link in canvas.links],
    }
    return json.dumps(blueprint, ensure_ascii=False, indent=1) + "\n"


def _element(card: Card) -> dict[str, Any]:
    told: dict[str, Any] = told_of_card(card)
    description = {"description": told.pop("note")} if "note" in told else {}
    tags = {"tags": list(card.tags)} if card.tags else {}
    return {"id": card.id, "type": LEVEL_TITLES[card.level], **told, **description, **tags}


def _connection(link: Link, elements: set[str]) -> dict[str, Any]:
    told: dict[str, Any] = told_of_link(link)
    if link.id in elements:
        # Ids are unique among elements and connections together; without one Kumu makes its own.
        del told["id"]
    # Kumu's causal loop maps keep the sign in the type.
    kind = told.pop("sign", link.verb)
    description = {"description": told.pop("note")} if "note" in told else {}
    ends = {"from": link.source, "to": link.target, "direction": "directed", "type": kind}
    return {**told, **ends, **description}


FORMAT: Final = data_format(".kumu.json", "application/json", "Kumu map", _text, leaves=NEVER)
