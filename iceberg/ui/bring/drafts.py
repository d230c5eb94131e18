"""Maps that are being placed: kept in memory for a while, so that a reload finds them again."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from iceberg.importers import Draft, Imported, Placement
from iceberg.importers.wording import BY_CHOICE
from iceberg.model import Level

DRAFTS_LIMIT: Final = 24
"""Maps at once in a process: each is some megabytes at most."""
STAYS_S: Final = 2 * 3600.0

Cell: TypeAlias = tuple[str, Level]


@dataclass
class Bringing:
    """A draft, where its cards go by what somebody said, and the canvas it is for, if any.

    A node that ``decided`` has as None goes in the tray; one that it does not have is open, and
    goes there too. ``client`` is the name under which the file was chosen.
    """

    draft: Draft
    canvas_id: str | None = None
    title: str = ""
    client: str = ""
    decided: dict[str, Cell | None] = field(default_factory=dict)
    leaves_same_out: bool = True
    _made: tuple[object, Imported] | None = None

    def decide(self, nodes: Iterable[str], cell: Cell | None) -> None:
        """Put nodes on a level of a layer, or in the tray."""
        self.decided |= dict.fromkeys(nodes, cell)

    def accept(self, nodes: Iterable[str]) -> None:
        """Put each of the nodes where it is suggested."""
        for node in nodes:
            found = self.draft.suggestions[node]
            self.decided[node] = (found.layer, found.level)

    def is_accepted(self, nodes: Iterable[str]) -> bool:
        """Whether all of the nodes go where they are suggested."""
        return all(
            self.decided.get(node) == (found.layer, found.level)
            for node in nodes
            for found in (self.draft.suggestions[node],)
        )

    def reopen(self, nodes: Iterable[str]) -> None:
        """Decide nothing about these nodes."""
        for node in nodes:
            self.decided.pop(node, None)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of all nodes, in the order of the file."""
        return tuple(node.id for node in self.draft.source.nodes)

    @property
    def undecided(self) -> int:
        """How many nodes nobody has said anything about."""
        return sum(node not in self.decided for node in self.nodes)

    def imported(self) -> Imported:
        """The canvas as it would be made now, and the report; made once for the same choices."""
        choices = tuple(self.decided.items())
        if self._made is None or self._made[0] != choices:
            placed = (self._placement(node, cell) for node, cell in choices if cell)
            self._made = (choices, self.draft.placed(placed))
        return self._made[1]

    def _placement(self, node: str, cell: Cell) -> Placement:
        found = self.draft.suggestions[node]
        is_suggested = (found.layer, found.level) == cell
        return found if is_suggested else Placement(node, *cell, BY_CHOICE)


class Drafts:
    """The maps that are being placed in this process, by random names; from any thread."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[float, Bringing]] = OrderedDict()

    def keep(self, bringing: Bringing) -> str:
        """Keep a map and give the name that finds it; the oldest go when there are too many."""
        name = secrets.token_urlsafe(18)
        with self._lock:
            self._kept[name] = (self._now(), bringing)
            while len(self._kept) > DRAFTS_LIMIT:
                self._kept.popitem(last=False)
        return name

    def find(self, name: str) -> Bringing | None:
        """The map of this name, unless it is gone."""
        with self._lock:
            since, bringing = self._kept.get(name, (0.0, None))
            if bringing is None or self._now() - since > STAYS_S:
                self._kept.pop(name, None)
                return None
            self._kept[name] = (self._now(), bringing)
            self._kept.move_to_end(name)
            return bringing

    def forget(self, name: str) -> None:
        """Keep a map no more."""
        with self._lock:
            self._kept.pop(name, None)
