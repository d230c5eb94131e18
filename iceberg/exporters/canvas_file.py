"""A canvas as a readable JSON file (``*.iceberg.json``); `iceberg.importers` reads it back."""

from __future__ import annotations

import json
from typing import Any, Final

from iceberg.errors import NotFoundError
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import LEVELS, SCHEMA_VERSION, Canvas, Force

ALWAYS: Final = (
    "title",
    "question",
    "place",
    "aim",
    "layers",
    "cards",
    "links",
    "readings",
    "assumptions",
)
"""Keys that every file has, so that a person who opens one sees what there could be."""

_WIDTH = 100
_EVEN = Force.model_fields["strength"].default


def write_canvas(canvas: Canvas) -> str:
    """The canvas as JSON: keys in the model's order, defaults left out, a newline at the end.

    Reading the text back gives an equal canvas. The layers are written whole, so that the file
    stays the same picture when the program's own layers change.
    """
    return write_json(canvas_to_dict(canvas))


def write_json(data: dict[str, Any]) -> str:
    """JSON as canvas files are written: what fits its line stays on it, a newline at the end."""
    return f"{_json(data)}\n"


def canvas_to_dict(canvas: Canvas) -> dict[str, Any]:
    """What the file holds, as plain dicts, lists, texts and numbers, in the file's order."""
    given = canvas.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    whole = canvas.model_dump(mode="json", by_alias=True, include=set(ALWAYS))
    empty = {key: whole[key] for key in ALWAYS if key not in given}
    found = {"schema": SCHEMA_VERSION, **empty, **given}
    order = [field.alias or name for name, field in Canvas.model_fields.items()]
    data = {key: found[key] for key in order if key in found}
    for layer in data["layers"]:
        if "levels" in layer:
            layer["levels"] = {
                key: layer["levels"][key] for key in LEVELS if key in layer["levels"]
            }
    for card in data["cards"]:
        if "force" in card:
            # An effect without its strength would look like one that nobody scored.
            effect = {"effect": card["force"]["effect"], "strength": _EVEN}
            card["force"] = {**effect, **card["force"]}
    return data


def only_layers(canvas: Canvas, layers: tuple[str, ...]) -> Canvas:
    """The canvas with these layers alone, and with what stands on them or between them.

    Raises `NotFoundError` for a layer that the canvas does not have.
    """
    known = [layer.id for layer in canvas.layers]
    for layer in layers:
        if layer not in known:
            names = ", ".join(known)
            raise NotFoundError(f"The canvas has no layer “{layer}”. It has: {names}.")
    there = {card.id for card in canvas.cards if card.layer in layers}
    shown = tuple(one for one in canvas.view.layers if one in layers)
    return canvas.only_cards(there | {card.id for card in canvas.tray}).model_copy(
        update={
            "layers": tuple(layer for layer in canvas.layers if layer.id in layers),
            "view": canvas.view.model_copy(update={"layers": shown}),
        }
    )


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    shown = only_layers(canvas, options.layers) if options.layers else canvas
    gone = len(canvas.cards) - len(shown.cards)
    notes = (f"Left out with their layers: {gone} of {len(canvas.cards)} cards.",) if gone else ()
    return Exported(write_canvas(shown).encode(), notes)


def _json(value: Any, indent: int = 0, used: int = 0) -> str:
    """Like `json.dumps`, but a part that fits its line stays on it: one link, one line.

    ``used`` counts the characters that already stand on the line, its comma included.
    """
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not isinstance(value, dict | list) or not value or (indent and len(flat) + used <= _WIDTH):
        return flat
    inner = indent + 2
    if isinstance(value, dict):
        keys = [f"{json.dumps(key, ensure_ascii=False)}: " for key in value]
        items = [
            key + _json(item, inner, inner + len(key) + 1)
            for key, item in zip(keys, value.values(), strict=True)
        ]
        opening, closing = "{}"
    else:
        items = [_json(item, inner, inner + 1) for item in value]
        opening, closing = "[]"
    lines = ",\n".join(" " * inner + item for item in items)
    return f"{opening}\n{lines}\n{' ' * indent}{closing}"


FORMAT: Final = Format(".iceberg.json", "application/json", "Canvas file", _write)
