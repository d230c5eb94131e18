"""What is drawn of a canvas, read once for all rooms that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from iceberg.live.board import meeting_facts
from iceberg.meeting import Meetings
from iceberg.meeting.ballots import Ballot
from iceberg.meeting.state import Meeting
from iceberg.model import Canvas
from iceberg.workshop import Overridden, Pulse


@dataclass(frozen=True, slots=True)
class Look:
    """A canvas and what goes on around it, at least as new as ``pulse``.

    ``ballots`` are those that clients have now, ``seen`` is what everybody may see of the canvas,
    ``facts`` are those of its meeting, ``proofs`` those of the links that count; ``warnings`` are
    for those whose edits were changed again unseen, by client, oldest first.
    """

    pulse: Pulse | None
    canvas: Canvas
    meeting: Meeting
    ballots: Mapping[str, Ballot]
    seen: Canvas
    facts: Mapping[str, Any]
    proofs: frozenset[str]
    warnings: Mapping[str, tuple[Overridden, ...]]


class Looks:
    """The last look at each canvas that is open; from any thread.

    It counts until ``changed`` is called.
    """

    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._last: dict[str, Look] = {}
        self._stale: set[str] = set()

    def changed(self, document: str) -> None:
        """Something may have happened to a canvas, or around it."""
        self._stale.add(document)

    def of(self, document: str) -> Look:
        """The canvas as it is now.

        Raises:
            NotFoundError: there is none of that name (any more).
        """
        with self._locks[document]:
            last = self._last.get(document)
            if last is None or document in self._stale:
                # First, so that whatever comes while it is read is looked at again.
                self._stale.discard(document)
                try:
                    last = self._last[document] = self._newest(document, last)
                except Exception:
                    self._stale.add(document)
                    raise
            return last

    def forget(self, document: str) -> None:
        """Keep nothing of a canvas that nobody looks at."""
        self._last.pop(document, None)
        self._locks.pop(document, None)
        self._stale.discard(document)

    def _newest(self, document: str, last: Look | None) -> Look:
        # The pulse comes first, for the same reason.
        pulse = self._meetings.workshop.pulses((document,)).get(document)
        if last and last.pulse and last.pulse == pulse:
            return last
        is_same_turn = last and last.pulse and pulse and last.pulse.turns == pulse.turns
        return self._read(document, pulse, last if is_same_turn else None)

    def _read(self, document: str, pulse: Pulse | None, around: Look | None) -> Look:
        """``around`` is a look since which nothing has changed but the canvas itself."""
        meetings = self._meetings
        canvas = meetings.workshop.open(document)
        meeting = around.meeting if around else meetings.of(document)
        # In a vote they follow the cards, which may have been merged.
        is_vote = meeting.phase == "vote"
        kept = around.ballots if around and not is_vote else None
        ballots = meetings.votes.by_client(document, canvas) if kept is None else kept
        return Look(
            pulse,
            canvas,
            meeting,
            ballots,
            meetings.seen(document, canvas, meeting),
            meeting_facts(meetings, document, meeting, canvas, ballots),
            frozenset(invitation.proof for invitation in meeting.invitations.values()),
            _by_client(meetings.workshop.lately_overridden(document, canvas.revision)),
        )


def _by_client(overridden: tuple[Overridden, ...]) -> Mapping[str, tuple[Overridden, ...]]:
    found: defaultdict[str, tuple[Overridden, ...]] = defaultdict(tuple)
    for one in overridden:
        found[one.client] += (one,)
    return dict(found)
