"""How long canvases are kept: to a day that was set, and not a day longer."""

from __future__ import annotations

import datetime as dt
from typing import Final

from iceberg.errors import EditRefusedError, NotFoundError
from iceberg.meeting import wording
from iceberg.meeting.desk import Desk
from iceberg.meeting.grants import Grant

WARNED_BEFORE: Final = dt.timedelta(days=14)
"""Long enough to take away what is needed, even over a holiday."""


class Keeping:
    """The last days of canvases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def until(self, grant: Grant, day: dt.date | None) -> None:
        """Keep a canvas to the end of a day (UTC), or for good; for facilitators.

        Raises:
            EditRefusedError: the day is over, so that the canvas would go at once, unasked.
        """
        self._desk.facilitating(grant)
        if day is not None and day < self._desk.now().date():
            raise EditRefusedError(wording.DAY_IS_OVER)
        self._desk.changed(grant.canvas_id, lambda _: {"keep_until": day})

    def ending(self, canvas_id: str) -> dt.date | None:
        """The last day of a canvas when it is near, to warn of it."""
        last = self._desk.of(canvas_id).keep_until
        today = self._desk.now().date()
        return last if last is not None and last - today <= WARNED_BEFORE else None

    def everything(self, grant: Grant) -> str:
        """The canvas with its whole history as one file, to take before it goes; for facilitators.

        See ``iceberg.workshop.everything``.
        """
        self._desk.facilitating(grant)
        # Only here: what writes files comes with all that draws, which no edit waits for.
        from iceberg.workshop.everything import with_history

        return with_history(self._desk.workshop, grant.canvas_id)

    def delete(self, grant: Grant) -> None:
        """Forget a canvas with its whole history, for good; for facilitators."""
        self._desk.facilitating(grant)
        self._desk.workshop.delete(grant.canvas_id)

    def sweep(self) -> int:
        """Delete every canvas whose last day has passed; gives how many."""
        today, deleted = self._desk.now().date(), 0
        for entry in self._desk.workshop.canvases():
            try:
                last = self._desk.of(entry.id).keep_until
                if last is not None and last < today:
                    self._desk.workshop.delete(entry.id)
                    deleted += 1
            except NotFoundError:
                # Another process was first.
                continue
        return deleted
