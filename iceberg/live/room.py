"""Everybody who looks at one canvas, and the drawing of it that they are brought to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Final

from iceberg.errors import NotFoundError
from iceberg.live.answers import Answers
from iceberg.live.pieces import Drawing, is_known, update
from iceberg.meeting.wording import NO_WAY_IN
from iceberg.workshop import Overridden, Pulse

LONGEST_PAUSE_S: Final = 10.0
"""After drawings that failed, the longest time until the next attempt."""
WARNINGS_AT_ONCE: Final = 3
"""The last ones: somebody who comes back to more of them looks at the canvas as a whole."""
_log = logging.getLogger("iceberg.live")


@dataclass(frozen=True, slots=True)
class Picture:
    """A canvas as it is drawn at a revision.

    ``pulse`` is how far it had come before it was drawn, ``proofs`` are those of the links that
    count now; ``warnings`` are for clients whose edits were changed again unseen, up to this
    revision; ``own`` is JSON that only the client of that name is told, and ``own_of`` makes
    what is told to the others.
    """

    revision: int
    drawing: Drawing
    pulse: Pulse | None = None
    proofs: frozenset[str] = frozenset()
    warnings: Mapping[str, tuple[Overridden, ...]] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    own_of: Callable[[str], str] | None = None

    def own_part(self, client: str) -> str | None:
        """What is told to one client only, if there is anything of the kind."""
        return self.own.get(client) or (self.own_of(client) if self.own_of else None)


Draw = Callable[[], Picture]


@dataclass(eq=False, slots=True)
class Member:
    """One open page: which drawing it holds, and what it is still to hear.

    ``client`` is the page's own name and ``proof`` that of the link that it came by, empty for
    the host. ``told`` is the revision up to which it has heard all warnings; a page that knows of
    none has just been opened. ``due`` is the pulse that a picture must have before ``answers`` may
    go with it: an answer that came first would take away what is shown in advance while the old
    picture is still there.
    """

    client: str = ""
    proof: str = ""
    held: str = ""
    held_own: str | None = None
    told: int | None = None
    due: Pulse | None = None
    answers: Answers | None = None
    is_asking: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)


def _has_reached(pulse: Pulse | None, due: Pulse | None) -> bool:
    if pulse is None or due is None:
        return True
    return pulse.revision >= due.revision and pulse.turns >= due.turns


class Room:
    """The pages that show one canvas. To be used on one event loop; drawing is done beside it."""

    def __init__(self, document: str, draw: Draw) -> None:
        self.document = document
        self._name = json.dumps(document)
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
        if member.proof and member.proof not in self.picture.proofs:
            return json.dumps({"document": self.document, "shut": NO_WAY_IN})
        drawing = self.picture.drawing
        parts = self._update(drawing, member.held)
        own = self.picture.own_part(member.client)
        is_due = _has_reached(self.picture.pulse, member.due) or self._failures > 0
        answers = member.answers if is_due else None
        warnings = self._warnings(member)
        if parts == "null" and answers is None and own == member.held_own and not warnings:
            return None
        told = json.dumps(asdict(answers), ensure_ascii=False) if answers else "null"
        news = own if own and own != member.held_own else "null"
        member.held, member.held_own = drawing.digest, own
        member.answers = None if answers else member.answers
        said = json.dumps(warnings, ensure_ascii=False)
        tail = f'"answers":{told},"own":{news},"warnings":{said},"now":{int(time.time() * 1000)}'
        return f'{self._head},"digest":"{drawing.digest}","update":{parts},{tail}}}'

    def _warnings(self, member: Member) -> list[str]:
        """The last sentences that a member has not been told yet; they are taken to have been."""
        told = member.told
        # A page may have come from a process that was ahead of this one.
        member.told = max(self.revision, self.revision if told is None else told)
        if self.picture is None or told is None:
            return []
        own = self.picture.warnings.get(member.client, ())
        return [one.warning for one in own if one.seq > told][-WARNINGS_AT_ONCE:]

    @property
    def _head(self) -> str:
        turns = self.picture.pulse.turns if self.picture and self.picture.pulse else 0
        return f'{{"document":{self._name},"revision":{self.revision},"turns":{turns}'

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
