"""Which canvas a file was made from, and at which revision: a mark that every file can carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_START: Final = "iceberg-canvas"
_MARK: Final = re.compile(rf"{_START}:([A-Za-z0-9][A-Za-z0-9_-]{{0,63}})@(\d{{1,9}})")


@dataclass(frozen=True, slots=True)
class Origin:
    """A canvas in a store, by its id there, and one of its revisions."""

    canvas_id: str
    revision: int

    @property
    def mark(self) -> str:
        """The mark as text, such as ``iceberg-canvas:k2m@14``; safe in any markup."""
        return f"{_START}:{self.canvas_id}@{self.revision}"


def origin_marked(text: str) -> Origin | None:
    """The first mark in a text, if there is one."""
    found = _MARK.search(text)
    return Origin(found[1], int(found[2])) if found else None
