"""Which edits each client can undo and redo, derived from the rows alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from iceberg.store import EditRow
from iceberg.workshop.records import Mark


@dataclass(frozen=True, slots=True)
class Step:
    """One row as the trail sees it."""

    seq: int
    client: str
    undoes: int | None
    redoes: int | None
    seen: int | None

    @property
    def reverts(self) -> int | None:
        """The seq of the edit whose inverse this is, if it is one."""
        return self.undoes if self.undoes is not None else self.redoes


class Trail:
    """The steps of one canvas, and per client what can be undone and redone.

    An undo takes a step off what is done and puts itself on what is undone; a redo does the
    reverse; any other edit of the client empties what is undone.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._done: defaultdict[str, list[int]] = defaultdict(list)
        self._undone: defaultdict[str, list[int]] = defaultdict(list)

    @property
    def last(self) -> int:
        """The seq of the last step that was added."""
        return len(self._steps)

    def add(self, row: EditRow) -> None:
        """Takes in the next row."""
        mark = Mark.model_validate_json(row.payload)
        self._steps.append(Step(row.seq, row.client, mark.undoes, mark.redoes, mark.seen))
        done, undone = self._done[row.client], self._undone[row.client]
        if mark.undoes is not None:
            done.remove(mark.undoes)
            undone.append(row.seq)
        elif mark.redoes is not None:
            undone.remove(mark.redoes)
            done.append(row.seq)
        else:
            undone.clear()
            done.append(row.seq)

    def to_undo(self, client: str) -> int | None:
        """The seq of the client's edit that comes next to be undone."""
        return self._done[client][-1] if self._done[client] else None

    def to_redo(self, client: str) -> int | None:
        """The seq of the client's undo that comes next to be taken back."""
        return self._undone[client][-1] if self._undone[client] else None

    def root(self, seq: int) -> int:
        """The edit that a chain of undos and redos began with."""
        while (reverted := self._steps[seq - 1].reverts) is not None:
            seq = reverted
        return seq

    def unseen(self, seq: int, back: int) -> tuple[int, ...]:
        """Edits of others that the sender of an edit had not seen, ``back`` steps back at most."""
        step = self._steps[seq - 1]
        if step.seen is None:
            return ()
        between = self._steps[max(step.seen, seq - 1 - back) : seq - 1]
        return tuple(other.seq for other in between if other.client != step.client)

    def others_after(self, seq: int, client: str) -> tuple[int, ...]:
        """Later edits of others that still count: an edit and its undo cancel each other."""
        counting: dict[int, None] = {}
        for step in islice(self._steps, seq, None):
            if step.client == client:
                continue
            if step.reverts in counting:
                del counting[step.reverts]
            else:
                counting[step.seq] = None
        return tuple(counting)
