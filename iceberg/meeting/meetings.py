"""The workshops around all canvases: ways in, phases, edits, votes, suggestions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Literal

from iceberg.edits import Edit
from iceberg.meeting.access import Access
from iceberg.meeting.desk import Desk
from iceberg.meeting.doors import Doors
from iceberg.meeting.grants import Grant
from iceberg.meeting.keeping import Keeping
from iceberg.meeting.names import friendly_name
from iceberg.meeting.phases import Phase
from iceberg.meeting.rules import check_edit
from iceberg.meeting.silence import Cell, new_cards, seen_by_all
from iceberg.meeting.state import Meeting
from iceberg.meeting.suggestions import Suggestions
from iceberg.meeting.votes import Votes
from iceberg.model import Canvas
from iceberg.store import Store
from iceberg.workshop import Check, Make, Submitted, Workshop, utc_now

Step = Literal["undo", "redo"]


class Meetings:
    """Every rule of a workshop is kept here, whoever asks; callable from any thread.

    A *client* is a device's random name, known to nobody else. Methods about a canvas raise
    ``NotFoundError`` when the store does not have it, or a grant counts no more.
    """

    def __init__(
        self,
        workshop: Workshop,
        store: Store,
        access: Access,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        self.workshop = workshop
        self.access = access
        self._now = now
        self._desk = Desk(workshop, store, access, now)
        self.doors = Doors(self._desk)
        self.votes = Votes(self._desk)
        self.suggestions = Suggestions(self._desk)
        self.keeping = Keeping(self._desk)

    def enter(self, canvas_id: str, token: str) -> Grant:
        """What a token allows on a canvas; see ``Desk.enter``."""
        return self._desk.enter(canvas_id, token)

    def check(self, grant: Grant) -> Meeting:
        """The meeting, if the grant still counts; raises NotFoundError if not."""
        return self._desk.check(grant)

    def of(self, canvas_id: str) -> Meeting:
        """What is going on around a canvas."""
        return self._desk.of(canvas_id)

    def begin(self, grant: Grant, phase: Phase, minutes: float | None = None) -> Meeting:
        """Start a phase, with a timer or without; leaving a vote closes it. For facilitators.

        The phase that there is goes on with the new timer: what was added in silence is not shown.
        """
        before = self._desk.facilitating(grant).phase
        if before != phase and "vote" in (before, phase):
            self.votes.close(grant.canvas_id)
        ends = self._now() + dt.timedelta(minutes=minutes) if minutes else None
        revision = self.workshop.revision(grant.canvas_id)

        def begun(now: Meeting) -> dict[str, Any]:
            since = now.since if now.phase == phase else revision
            return {"phase": phase, "since": since, "ends": ends}

        return self._desk.changed(grant.canvas_id, begun)

    def set_up(self, grant: Grant, **changes: Any) -> Meeting:
        """Change the timer, dots, note, names or the day of deletion; for facilitators.

        Raises:
            pydantic.ValidationError: a value is none that a meeting can have.
        """
        self._desk.facilitating(grant)
        return self._desk.changed(grant.canvas_id, lambda _: changes)

    def seen(self, canvas_id: str, canvas: Canvas, meeting: Meeting | None = None) -> Canvas:
        """The canvas as everybody may see it now: in silence without the new cards."""
        meeting = meeting or self.of(canvas_id)
        if meeting.phase != "silence":
            return canvas
        return seen_by_all(canvas, self._before(meeting, canvas_id, canvas), meeting)

    def counts(self, canvas_id: str, canvas: Canvas) -> Mapping[Cell, int]:
        """How many cards each cell (layer, level) has gained in this phase."""
        return new_cards(canvas, self._before(self.of(canvas_id), canvas_id, canvas))

    def _before(self, meeting: Meeting, canvas_id: str, canvas: Canvas) -> Canvas:
        return self.workshop.at(canvas_id, min(meeting.since, canvas.revision))

    def submit(
        self,
        grant: Grant,
        edit: Edit | Make,
        client: str,
        seq: int | None = None,
        seen: int | None = None,
    ) -> Submitted:
        """Make an edit, if this grant may make it now; see ``Workshop.submit``."""
        check, author = self._gate(grant, client)
        return self.workshop.submit(grant.canvas_id, edit, client, seq, author, check, seen)

    def revert(
        self,
        grant: Grant,
        step: Step,
        client: str,
        seq: int | None = None,
        seen: int | None = None,
    ) -> Submitted:
        """Undo or redo the client's last edit, if this grant may do so now."""
        check, author = self._gate(grant, client)
        work = self.workshop.undo if step == "undo" else self.workshop.redo
        return work(grant.canvas_id, client, seq, author, check, seen)

    def _gate(self, grant: Grant, client: str) -> tuple[Check, str | None]:
        meeting = self._desk.taking_part(grant, client)

        def check(canvas: Canvas, edit: Edit) -> None:
            owners = (
                {}
                if grant.may_facilitate
                else self.workshop.owners(grant.canvas_id, canvas.revision)
            )
            check_edit(grant, meeting.phase, edit, client, owners)

        return check, friendly_name(client) if meeting.names else None
