"""How much memory a process and all that it started hold, as the system shares it out."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Final

PROC: Final = Path("/proc")
EVERY: Final = 0.02
"""Seconds between two looks."""


def family(root: int) -> set[int]:
    """A process and all its descendants, by their numbers."""
    parents: dict[int, int] = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            parents[int(folder.name)] = _parent(folder)
    found, more = {root}, {root}
    while more:
        more = {child for child, parent in parents.items() if parent in more} - found
        found |= more
    return found


def _parent(folder: Path) -> int:
    try:
        # The name in brackets may hold spaces; the parent is the second word after it.
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def megabytes(root: int) -> float:
    """The memory of a process and its descendants now; what they share counts once (PSS)."""
    return sum(map(_share, family(root))) / 1024


def _share(process: int) -> int:
    try:
        told = (PROC / str(process) / "smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(x.split()[1]) for x in told.splitlines() if x.startswith("Pss:")), 0)


class Watched:
    """The most memory that a process and its descendants hold while this is open, in MB."""

    def __init__(self, root: int) -> None:
        self.peak = 0.0
        self._root, self._end = root, threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self._end.wait(EVERY):
            self.peak = max(self.peak, megabytes(self._root))

    def __enter__(self) -> Watched:
        self.peak = megabytes(self._root)
        self._watch.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        self._watch.join()
