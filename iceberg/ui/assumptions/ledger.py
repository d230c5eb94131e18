"""The entries of the ledger: in which order, in which part, and which are left by the filters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from iceberg.analyses import Finding
from iceberg.layout.faces import assumption_labels
from iceberg.model import Assumption, Canvas

Part = Literal["asking", "dated", "undated"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An assumption with its short name, and why it asks for another look."""

    assumption: Assumption
    label: str
    asks: tuple[Finding, ...] = ()

    @property
    def part(self) -> Part:
        """The part of the ledger that it stands in."""
        if self.asks:
            return "asking"
        return "dated" if self.assumption.review else "undated"


_KEPT: Final[dict[str, Callable[[Entry], bool]]] = {
    "asking": lambda one: bool(one.asks),
    "shaky": lambda one: one.assumption.status in ("weakening", "broken"),
    "load_bearing": lambda one: one.assumption.load_bearing,
    "vulnerable": lambda one: one.assumption.vulnerable,
}


def entries(canvas: Canvas, asking: Mapping[str, tuple[Finding, ...]]) -> tuple[Entry, ...]:
    """Those that ask first, among them what the plan rests on; then by review date."""
    names = assumption_labels(canvas)
    found = [Entry(one, names[one.id], asking.get(one.id, ())) for one in canvas.assumptions]
    return tuple(sorted(found, key=_order))


def _order(entry: Entry) -> tuple[bool, bool, dt.date]:
    one = entry.assumption
    light = bool(entry.asks) and not one.load_bearing
    return (not entry.asks, light, one.review or dt.date.max)


def kept(
    found: Iterable[Entry], filters: Collection[str], owner: str | None = None
) -> tuple[Entry, ...]:
    """The entries that every filter keeps, and those of one owner where one is named."""
    return tuple(
        entry
        for entry in found
        if all(_KEPT[name](entry) for name in filters) and owner in (None, entry.assumption.owner)
    )


def owners(canvas: Canvas) -> tuple[str, ...]:
    """Who looks after assumptions, each once, in alphabetical order."""
    return tuple(sorted({one.owner for one in canvas.assumptions if one.owner}))
