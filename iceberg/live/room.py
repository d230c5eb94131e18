"""Everybody who looks at one canvas, and the drawing of it that they are brought to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Final

from iceberg.errors import NotFoundError
from iceberg.live.answers import Answers
from iceberg.live.pieces import Drawing, is_known, update

LONGEST_PAUSE_S: Final = 10.0
"""After drawings that failed, the longest time until the next attempt."""
_log = logging.getLogger("iceberg.live")


@dataclass(frozen=True, slots=True)
class Picture:
    """A canvas as it is drawn at a revision."""

    revision: int
    drawing: Drawing


Draw = Callable[[], Picture]


@dataclass(eq=False, slots=True)
class Member:
    """One open page: which drawing it holds, and what it is still to hear.

    ``due`` is the revision that a picture must have before ``answers`` may go with it: an answer
    that came first would take away what is shown in advance while the old picture is still there.
    """

    held: str = ""
    due: int = 0
    answers: Answers | None = None
    is_asking: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)


class Room:
    """The pages that show one canvas. To be used on one event loop; drawing is done beside it."""

    def __init__(self, document: str, draw: Draw) -> None:
        self.document = document
        self.members: set[Member] = set()
        self.picture: Picture | None = None
        self.is_gone = False
        self._draw = draw
        self._failures = 0
        self._stale = asyncio.Event()
        self._updates: dict[str, str] = {}
        self._work = asyncio.create_task(self._keep_up())

    @property
    def revision(self) -> int:
        """The revision that everybody is brought to now; -1 before the first drawing."""
        return self.picture.revision if self.picture else -1

    def changed(self) -> None:
        """There is something new to draw."""
        self._stale.set()

    async def close(self) -> None:
        """Stop drawing."""
        self._work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._work

    def news_for(self, member: Member) -> str | None:
        """The next message to a member as JSON, or None; it is taken to have been received."""
        if self.is_gone:
            return json.dumps({"document": self.document, "gone": True})
        if self.picture is None:
            return None
        drawing = self.picture.drawing
        parts = self._update(drawing, member.held)
        is_due = member.due <= self.picture.revision or self._failures > 0
        answers = member.answers if is_due else None
        if parts == "null" and answers is None:
            return None
        member.held = drawing.digest
        member.answers = None if answers else member.answers
        told = json.dumps(asdict(answers) if answers else None, ensure_ascii=False)
        head = f'"document":{json.dumps(self.document)},"revision":{self.picture.revision}'
        return f'{{{head},"digest":"{drawing.digest}","update":{parts},"answers":{told}}}'

    def _update(self, drawing: Drawing, held: str) -> str:
        held = held if is_known(held) else ""
        if held not in self._updates:
            self._updates[held] = update(drawing, held) or "null"
        return self._updates[held]

    async def _keep_up(self) -> None:
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                self.picture = await asyncio.to_thread(self._draw)
                self.is_gone = False
                self._failures = 0
            except NotFoundError:
                self.is_gone = True
            except Exception:
                _log.exception("A picture could not be drawn")
                self._failures += 1
            self._updates.clear()
            for member in self.members:
                member.wake.set()
            if self._failures:
                await asyncio.sleep(min(2.0 ** (self._failures - 1), LONGEST_PAUSE_S))
