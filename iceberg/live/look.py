"""What is drawn of a canvas, read once for all rooms that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from iceberg.live.board import meeting_facts
from iceberg.meeting import Meetings
from iceberg.model import Canvas
from iceberg.workshop import Pulse


@dataclass(frozen=True, slots=True)
class Look:
    """A canvas and what goes on around it, at least as new as ``pulse``.

    ``seen`` is what everybody may see of it, ``facts`` are those of its meeting, ``proofs`` those
    of the links that count.
    """

    pulse: Pulse | None
    canvas: Canvas
    seen: Canvas
    facts: Mapping[str, Any]
    proofs: frozenset[str]


class Looks:
    """The last look at each canvas that is open; from any thread."""

    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._last: dict[str, Look] = {}

    def of(self, document: str) -> Look:
        """The canvas as it is now.

        Raises:
            NotFoundError: there is none of that name (any more).
        """
        with self._locks[document]:
            # The pulse comes first, so that whatever is later is looked at again.
            pulse = self._meetings.workshop.pulses((document,)).get(document)
            last = self._last.pop(document, None)
            if last is None or pulse is None or last.pulse != pulse:
                last = self._read(document, pulse)
            self._last[document] = last
            return last

    def forget(self, document: str) -> None:
        """Keep nothing of a canvas that nobody looks at."""
        self._last.pop(document, None)
        self._locks.pop(document, None)

    def _read(self, document: str, pulse: Pulse | None) -> Look:
        meetings = self._meetings
        canvas, meeting = meetings.workshop.open(document), meetings.of(document)
        return Look(
            pulse,
            canvas,
            meetings.seen(document, canvas, meeting),
            meeting_facts(meetings, document, meeting, canvas),
            frozenset(invitation.proof for invitation in meeting.invitations.values()),
        )
