"""JSON values from strangers as what they ought to be; anything else is nothing."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator
from typing import Any, Final

from iceberg.importers.limits import PARTS
from iceberg.importers.refusing import refused

_BREAK: Final = re.compile(r"<(?:br\s*/?|/?p|/?div|/?li)\b[^>]*>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-z][^<>]{0,1000}>", re.IGNORECASE)


def said(value: Any) -> str:
    """Text or a number as text; nothing for anything else."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return f"{value:.15g}" if isinstance(value, float) else str(value)
        case list():
            return ", ".join(filter(None, map(said, value)))
        case _:
            return ""


def figure(value: Any) -> float | None:
    """A finite number, also one written as text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def group(value: Any) -> dict[str, Any]:
    """An object, else an empty one."""
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list. Raises `BadInputError` for more than are gone through."""
    items = value if isinstance(value, list) else []
    if len(items) > PARTS:
        what = f"The file lists {len(items):,} parts, far more than a canvas can hold."
        raise refused(what, "Take a part of the map.")
    return (item for item in items if isinstance(item, dict))


def plain(markup: str) -> str:
    """The text of HTML, with line breaks where it breaks."""
    if "<" not in markup and "&" not in markup:
        return markup
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup)))
