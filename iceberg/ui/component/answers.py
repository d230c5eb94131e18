"""What the server has to say to the acts of a pen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """The answer to one act: what was done in a sentence, or why it was ``refused``.

    ``late`` when it changed again what somebody else had just changed, unseen.
    """

    seq: int
    sentence: str
    refused: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """Which pen may be used, and up to which act everything has been answered.

    ``told`` are the last answers; a page that has seen them passes over them.
    """

    pen: str = ""
    done: int = 0
    told: tuple[Told, ...] = ()
