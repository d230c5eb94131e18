"""What there is to say to the acts of a pen."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

_PENS_KEPT: Final = 10_000
"""More pages than are open at once; a pen that was forgotten may go on all the same."""
_TOLD_KEPT: Final = 40


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
    """A pen, and up to which of its acts everything has been answered.

    ``told`` are the last answers; a page that has seen them passes over them.
    """

    pen: str = ""
    done: int = 0
    told: tuple[Told, ...] = ()


class Pens:
    """The answers to every pen, the last used kept; from any thread."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Answers] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, pen: str) -> Answers:
        """What has been answered to a pen."""
        with self._lock:
            return self._answers.get(pen) or Answers(pen)

    def tell(self, pen: str, told: Told) -> None:
        """Keep the answer to one act; one that has been answered before keeps its first answer."""
        with self._lock:
            before = self._answers.get(pen) or Answers(pen)
            if told.seq > before.done:
                last = (*before.told, told)[-_TOLD_KEPT:]
                self._answers[pen] = Answers(pen, told.seq, last)
            self._answers.move_to_end(pen)
            while len(self._answers) > _PENS_KEPT:
                self._answers.popitem(last=False)
