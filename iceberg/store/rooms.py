"""What a store keeps of what goes on around a canvas in a workshop."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """What goes on around a canvas; ``version`` counts from 1, ``payload`` is JSON text."""

    version: int
    payload: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A small named thing of a canvas, such as a ballot or a device; ``payload`` is JSON text."""

    name: str
    payload: str


@dataclass(frozen=True, slots=True)
class Door:
    """The canvas that a short code leads to; ``until`` is UTC in ISO 8601."""

    canvas_id: str
    until: str


@dataclass(frozen=True, slots=True)
class Pulse:
    """``turns`` goes up with every change of the room, the papers or the doors of a canvas."""

    revision: int
    turns: int


class Rooms(ABC):
    """Rooms, papers and doors: not part of a canvas, without history, gone with it.

    A store never reads a payload and never looks at the time. Kinds and codes have up to 64
    characters, names of papers up to 200. Every method about a canvas raises ``NotFoundError``
    when the store does not have it.
    """

    @abstractmethod
    def room(self, canvas_id: str) -> Room | None:
        """The room as it is now, or None when none was kept yet."""

    @abstractmethod
    def keep_room(self, canvas_id: str, version: int, payload: str) -> bool:
        """Keeps the room when its version now is ``version - 1``, where 0 is none yet.

        Compare and swap: on False nothing was kept; read the room, do it again, and retry.
        """

    @abstractmethod
    def put_paper(self, canvas_id: str, kind: str, name: str, payload: str) -> None:
        """Keeps a paper in place of the one of this kind and name, if there is one."""

    @abstractmethod
    def paper(self, canvas_id: str, kind: str, name: str) -> str | None:
        """The payload of one paper, or None."""

    @abstractmethod
    def papers(self, canvas_id: str, kind: str) -> tuple[Paper, ...]:
        """All papers of a kind, by name in the order of code points."""

    @abstractmethod
    def remove_papers(self, canvas_id: str, kind: str, name: str | None = None) -> None:
        """Forgets one paper, or without ``name`` all of the kind; no matter if there is none."""

    @abstractmethod
    def open_door(self, code: str, canvas_id: str, until: str) -> None:
        """Lets a code lead to a canvas until its doors are closed.

        Raises:
            ValueError: the code leads somewhere already, even if its time is over.
        """

    @abstractmethod
    def door(self, code: str) -> Door | None:
        """Where a code leads to, or None."""

    @abstractmethod
    def close_doors(self, canvas_id: str) -> None:
        """Frees all codes that lead to a canvas."""

    @abstractmethod
    def pulse(self, canvas_id: str) -> Pulse:
        """Tells cheaply whether anything of a canvas is new."""

    @abstractmethod
    def pulses(self, canvas_ids: Collection[str]) -> dict[str, Pulse]:
        """The pulse of each canvas that the store has, in one query."""


def taken_code(code: str) -> ValueError:
    """A code leads somewhere already."""
    return ValueError(f"the code {code} is taken")
