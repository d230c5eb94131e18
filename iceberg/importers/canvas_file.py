"""A canvas from its own file (``*.iceberg.json``), written by this program or by hand."""

from __future__ import annotations

import json
import re
from itertools import chain, count
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from iceberg.catalog import Catalog
from iceberg.errors import BadInputError, NotFoundError, Problem
from iceberg.importers.disk import read_bytes
from iceberg.importers.json_text import read_json
from iceberg.importers.upgrades import upgraded
from iceberg.model import ID_PATTERN, Canvas, problems_of

FILE_LIMIT: Final = 20_000_000
"""Bytes in a file: four times the largest canvas with a paragraph of notes on every card."""


def load_canvas(path: Path, catalog: Catalog) -> Canvas:
    """The canvas in a file. Raises `NotFoundError` without such a file, else as `read_canvas`."""
    return read_canvas(read_bytes(path, FILE_LIMIT + 1, "a canvas file"), catalog)


def read_canvas(content: str | bytes, catalog: Catalog) -> Canvas:
    """The canvas that a JSON text holds.

    ``layers`` may name layers of the catalog by id; readings without an id get ``r1``, ``r2``, …
    by their place in the list. Raises `BadInputError` with everything that is wrong: each problem
    names its place, with the id of the part where it has one.
    """
    size = len(content.encode("utf-8", "replace") if isinstance(content, str) else content)
    if size > FILE_LIMIT:
        what = f"The file is larger than {FILE_LIMIT // 1_000_000} MB, the most that is read."
        raise BadInputError((Problem("", what, "Shorten its notes, or split the canvas."),))
    data = read_json(content)
    if not isinstance(data, dict):
        what = "The file holds no canvas: its text does not begin with {."
        raise BadInputError((Problem("", what, "Choose a canvas file (*.iceberg.json)."),))
    # Where the file comes from is said beside the canvas; `iceberg.importers.origin` reads it.
    data.pop("origin", None)
    # What led to the canvas may come along (`iceberg.workshop.everything`); it begins anew here.
    data.pop("history", None)
    return _validated(upgraded(data), catalog)


def _validated(data: dict[str, Any], catalog: Catalog) -> Canvas:
    filled = {**data, "readings": _with_ids(data.get("readings", []))}
    unknown: list[Problem] = []
    if isinstance(data.get("layers"), list):
        filled["layers"], unknown = _whole_layers(data["layers"], catalog)
    # Half characters (lone surrogates) cannot be written as UTF-8 and go like control characters.
    text = json.dumps(filled, ensure_ascii=False).encode("utf-8", "ignore")
    try:
        canvas = Canvas.model_validate_json(text)
    except ValidationError as error:
        named = (_named(problem, filled) for problem in problems_of(error))
        raise BadInputError((*unknown, *named)) from None
    if unknown:
        raise BadInputError(tuple(unknown))
    return canvas


def _whole_layers(layers: list[Any], catalog: Catalog) -> tuple[list[Any], list[Problem]]:
    """Layers with those given by id looked up; an unknown one is stood in for, and reported."""
    whole: list[Any] = []
    unknown: list[Problem] = []
    for place, layer in enumerate(layers):
        if not isinstance(layer, str):
            whole.append(layer)
            continue
        try:
            whole.append(catalog.layer(layer).model_dump(mode="json"))
        except NotFoundError as error:
            mend = "Use one of these, or write the layer out with its id and title."
            unknown.append(Problem(f"layers[{place}]", _line(str(error)), mend))
            whole.append({"id": _stand_in(layer, place), "title": "Unknown"})
    return whole, unknown


def _stand_in(layer: str, place: int) -> str:
    return layer if re.fullmatch(ID_PATTERN, layer) else f"unknown-{place}"


def _with_ids(readings: Any) -> Any:
    if not isinstance(readings, list):
        return readings
    taken = {_id_of(item) for item in readings}
    return [
        {"id": _free(f"r{number}", taken), **item}
        if isinstance(item, dict) and "id" not in item
        else item
        for number, item in enumerate(readings, start=1)
    ]


def _id_of(part: Any) -> str | None:
    found = part.get("id") if isinstance(part, dict) else None
    return found if isinstance(found, str) and found.isprintable() else None


def _free(wanted: str, taken: set[str | None]) -> str:
    """``r3``, or ``r3-2`` where another reading is called ``r3`` already."""
    choices = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    return next(choice for choice in choices if choice not in taken)


def _named(problem: Problem, data: dict[str, Any]) -> Problem:
    """The problem with the id of the part that it is about."""
    part = re.match(r"(\w+)\[(\d+)\]", problem.where)
    parts = data.get(part[1]) if part else None
    part_id = _id_of(parts[int(part[2])]) if part and isinstance(parts, list) else None
    where = f"{problem.where} (id {part_id})" if part_id else problem.where
    return Problem(_line(where), _line(problem.what), problem.mend)


def _line(text: str) -> str:
    """The text on one line, without characters that a terminal could take for commands."""
    return "".join(c if c.isprintable() else "�" for c in text)
