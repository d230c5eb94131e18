"""The columns of the two tables: what may be put into their cells, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from streamlit import column_config as column

from iceberg import wording as picture_words
from iceberg.model import LEVELS, LINE_LIMIT, NOTE_LIMIT, TEXT_LIMIT, VERBS, Canvas
from iceberg.ui import wording
from iceberg.ui.canvas.choosing import card_names

CARD_COLUMNS: Final = {
    "text": "string",
    "layer": "string",
    "level": "string",
    "effect": "string",
    "strength": "Int64",
    "shiftable": "string",
    "votes": "Int64",
    "tags": "string",
    "source": "string",
    "note": "string",
}
LINK_COLUMNS: Final = {
    "from": "string",
    "verb": "string",
    "to": "string",
    "sign": "string",
    "strength": "Int64",
    "delayed": "boolean",
    "note": "string",
}
"""Each column and what kind of cells it has; every kind can be empty, as in a new row."""


def _choice(
    name: str, words: Mapping[str, str], *, first: str | None = None, width: int | None = None
) -> Any:
    """One of a few words; with a ``first`` one to begin a new row with it is never empty."""
    return column.SelectboxColumn(
        wording.COLUMNS[name],
        options=list(words),
        format_func=lambda item: words.get(str(item), str(item)),
        required=first is not None,
        default=first or None,
        width=width,
    )


def _number(name: str, low: int, high: int) -> Any:
    return column.NumberColumn(wording.COLUMNS[name], min_value=low, max_value=high, step=1)


def _line(name: str, limit: int, width: int | None = None, *, required: bool = False) -> Any:
    return column.TextColumn(wording.COLUMNS[name], max_chars=limit, width=width, required=required)


def card_columns(canvas: Canvas) -> dict[str, Any]:
    """How each column of the table of cards is edited."""
    layers = {layer.id: layer.title for layer in canvas.ordered_layers()}
    return {
        "text": _line("text", TEXT_LIMIT, 380, required=True),
        "layer": _choice("layer", layers, first=list(layers)[-1]),
        "level": _choice("level", picture_words.LEVEL_TITLES, first=LEVELS[0]),
        "effect": _choice("effect", picture_words.EFFECT_WORDS),
        "strength": _number("strength", 1, 5),
        "shiftable": _choice("shiftable", wording.SHIFTABLES_ASKED),
        "votes": _number("votes", 0, 9_999),
        "tags": _line("tags", LINE_LIMIT),
        "source": _line("source", LINE_LIMIT),
        "note": _line("note", NOTE_LIMIT),
    }


def link_columns(canvas: Canvas) -> dict[str, Any]:
    """How each column of the table of links is edited."""
    names = card_names(canvas)
    return {
        "from": _choice("from", names, first="", width=280),
        "verb": _choice("verb", wording.VERBS, first=VERBS[0]),
        "to": _choice("to", names, first="", width=280),
        "sign": _choice("sign", picture_words.SIGN_SYMBOLS),
        "strength": _number("strength", 1, 3),
        "delayed": column.CheckboxColumn(wording.COLUMNS["delayed"]),
        "note": _line("note", NOTE_LIMIT),
    }
