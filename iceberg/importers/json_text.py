"""JSON from strangers: every way in which a text can fail to be JSON becomes one sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from iceberg.errors import BadInputError, Problem
from iceberg.importers.limits import JSON_PARTS

_DEEPEST = 40
"""Nesting that a reader follows; a canvas nests six deep."""


def read_json(content: str | bytes, kind: str = "canvas file (*.iceberg.json)") -> Any:
    """The value that a UTF-8 JSON text holds; a byte order mark at its start is skipped.

    ``kind`` says in messages what to choose instead.

    Raises `BadInputError` for another encoding, for text that is not JSON (with line and column),
    for a key that an object has twice, for NaN and infinity and for extreme nesting or numbers.
    """
    text = _decoded(content) if isinstance(content, bytes) else content.removeprefix("\ufeff")
    if not text.strip():
        raise _refused("", "The file is empty.", f"Choose a {kind}.")
    if text.count('":') + text.count("]") + text.count("}") > JSON_PARTS:
        what = "The file has far more parts than a canvas can hold."
        raise _refused("", what, "Take a part of the map.")
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        reason = f"{error.msg[:1].lower()}{error.msg[1:]}".removesuffix(" starting at")
        what = f"this is not JSON: {reason}."
        raise _refused(where, what, "Mend the text there.") from None
    except RecursionError:
        raise _too_deep(kind) from None
    except ValueError:
        raise _refused("", "A number has thousands of digits.", "Shorten it.") from None
    if _deeper_than(value, _DEEPEST):
        raise _too_deep(kind)
    return value


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refused(f"line {line}", "the text is not UTF-8.", "Save it as UTF-8.") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            what = f"the key {json.dumps(key)} stands twice in one object{_named(pairs)}."
            raise _refused("", f"{what[:1].upper()}{what[1:]}", "Keep one of the two.")
        found[key] = value
    return found


def _named(pairs: Iterable[tuple[str, Any]]) -> str:
    name = next((value for key, value in pairs if key == "id" and isinstance(value, str)), None)
    return f" (id {json.dumps(name)})" if name else ""


def _no_constant(name: str) -> Any:
    raise _refused("", f"{name} is not a number that JSON has.", "Write a number, or leave it out.")


def _deeper_than(value: Any, depth: int) -> bool:
    found = [value] if isinstance(value, dict | list) else []
    for _ in range(depth):
        found = [
            inner
            for outer in found
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
    return bool(found)


def _too_deep(kind: str) -> BadInputError:
    what = f"Brackets stand more than {_DEEPEST} deep in one another."
    return _refused("", what, f"This is not a {kind.partition(' (')[0]}.")


def _refused(where: str, what: str, mend: str) -> BadInputError:
    return BadInputError((Problem(where, what, mend),))
