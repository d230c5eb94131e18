"""What a store of canvases does, whatever it is made of."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeAlias

from iceberg.errors import NotFoundError
from iceberg.store.rooms import Rooms


@dataclass(frozen=True, slots=True)
class EditRow:
    """One appended edit. ``at`` is UTC in ISO 8601; ``payload`` is JSON that a store never reads.

    ``client_seq`` counts a client's edits, so that an edit that is sent twice is kept once.
    """

    canvas_id: str
    seq: int
    edit_id: str
    client: str
    client_seq: int | None
    author: str | None
    at: str
    payload: str


@dataclass(frozen=True, slots=True)
class CanvasEntry:
    """A canvas in the list of canvases; ``updated`` is UTC in ISO 8601."""

    id: str
    title: str
    updated: str
    revision: int


@dataclass(frozen=True, slots=True)
class Appended:
    """The row is kept for good."""

    seq: int


@dataclass(frozen=True, slots=True)
class Redelivered:
    """The client's edit was kept before, under this seq; nothing was appended."""

    seq: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The seq is not the next one; nothing was appended. Read the rows after yours and retry."""

    last: int


Outcome: TypeAlias = Appended | Redelivered | Taken


class Store(Rooms):
    """Canvases as append-only rows of edits, safe to use from many threads.

    What goes on around a canvas is kept beside it: see ``Rooms``. Every method about a canvas
    raises ``NotFoundError`` when the store does not have it.
    """

    @abstractmethod
    def create(self, canvas_id: str, title: str, payload: str, at: str) -> None:
        """Keeps a new canvas; ``payload`` is the canvas at revision 0.

        Raises:
            ValueError: there is a canvas with this id.
        """

    @abstractmethod
    def initial(self, canvas_id: str) -> str:
        """The payload that the canvas was created with."""

    @abstractmethod
    def append(self, row: EditRow, title: str) -> Outcome:
        """Keeps an edit whose seq is one more than the last; ``title`` is the canvas's after it.

        When it returns ``Appended`` the row survives the end of the process at any moment.
        """

    @abstractmethod
    def rows(self, canvas_id: str, after: int = 0, upto: int | None = None) -> tuple[EditRow, ...]:
        """The rows with ``after < seq <= upto``, in order; without ``upto`` all that follow."""

    @abstractmethod
    def last(self, canvas_id: str) -> int:
        """The last seq; 0 when there is no edit yet."""

    @abstractmethod
    def delivered(self, canvas_id: str, client: str, client_seq: int) -> int | None:
        """The seq under which a client's edit is kept, or None."""

    @abstractmethod
    def canvases(self) -> tuple[CanvasEntry, ...]:
        """All canvases, the last updated first."""

    @abstractmethod
    def keep_checkpoint(self, canvas_id: str, seq: int, payload: str) -> None:
        """Keeps the canvas as it is after an edit; a second one for the same seq is ignored."""

    @abstractmethod
    def checkpoint(self, canvas_id: str, upto: int | None = None) -> tuple[int, str] | None:
        """The newest checkpoint (seq, payload) at or before ``upto``, or None."""

    @abstractmethod
    def delete(self, canvas_id: str) -> None:
        """Forgets a canvas with its whole history, its room, papers and doors."""

    def listen(self, _heard: Callable[[str], None], /) -> Callable[[], None] | None:
        """Lets ``heard`` be called with a canvas's id after each change of it by another store.

        The call comes from a thread of its own, once the change can be read. When it could not
        hear for a while it is called with every canvas. Returns what ends it, or None when the
        store cannot tell: ask for the pulses then.
        """
        return None

    @abstractmethod
    def close(self) -> None:
        """Lets go of files and connections."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def no_such_canvas(canvas_id: str) -> NotFoundError:
    """The store does not have a canvas."""
    return NotFoundError(
        f"There is no canvas {canvas_id} here. It may have been deleted: choose one from the list."
    )
