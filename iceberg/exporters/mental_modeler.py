"""A model for Mental Modeler (.mmp): a fuzzy cognitive map, influences from −1 to 1."""

from __future__ import annotations

import json
from typing import Any, Final

from iceberg.exporters.data import data_format
from iceberg.exporters.left_behind import NEVER, ON_CARDS, ON_LINKS
from iceberg.exporters.spread_out import spread_out
from iceberg.model import LEVELS, Canvas, Link
from iceberg.wording import LEVEL_TITLES, counted

_INFLUENCE: Final = {1: 0.33, 2: 0.66, 3: 1.0}
_KEPT: Final = frozenset({"card note", "link note", "strength"})
_GROUPS: Final = 6


def _text(canvas: Canvas) -> str:
    names = {str(n): LEVEL_TITLES[level] for n, level in enumerate(LEVELS)}
    model = {
        "info": {"name": canvas.title, "id": "", "version": "1.0", "date": "", "author": ""},
        "groupNames": {str(n): names.get(str(n), "") for n in range(_GROUPS)},
        "concepts": _concepts(canvas),
        "scenarios": [],
    }
    return json.dumps(model, ensure_ascii=False, indent=1) + "\n"


def _concepts(canvas: Canvas) -> list[dict[str, Any]]:
    places = spread_out(canvas)
    texts = {card.id: card.text for card in canvas.cards}
    out: dict[str, list[dict[str, str]]] = {card.id: [] for card in canvas.cards}
    for link in canvas.links:
        out[link.source].append(_relationship(link, texts[link.target]))
    return [
        {
            "id": card.id,
            "name": card.text,
            "notes": card.note or "",
            "units": "",
            "group": str(LEVELS.index(card.level)),
            "x": str(places[card.id][0]),
            "y": str(places[card.id][1]),
            "preferredState": "0",
            "relationships": out[card.id],
        }
        for card in canvas.cards
    ]


def _relationship(link: Link, name: str) -> dict[str, str]:
    return {
        "id": link.target,
        "name": name,
        "notes": link.note or "",
        "confidence": "0",
        "influence": f"{_INFLUENCE[link.strength] * (-1 if _lowers(link) else 1):g}",
    }


def _lowers(link: Link) -> bool:
    return link.sign == "-" or (link.sign is None and link.verb == "blocks")


def _also(canvas: Canvas) -> list[str]:
    layers = len({card.layer for card in canvas.cards})
    unsigned = sum(link.sign is None for link in canvas.links)
    notes = ["Mental Modeler has no layers: they are left out."] if layers > 1 else []
    if unsigned:
        noun = counted(unsigned, "link")
        notes.append(f"{noun} without a sign: written as +, or as − where a card blocks another.")
    return notes


FORMAT: Final = data_format(
    ".mmp",
    "application/json",
    "Mental Modeler model",
    _text,
    leaves=(NEVER | ON_CARDS | ON_LINKS) - _KEPT,
    also=_also,
)
