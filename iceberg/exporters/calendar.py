"""The review dates of assumptions as a calendar file (iCalendar, RFC 5545), without people's names.

What stands as an assumption's owner is told as it is written: a role, if the room keeps to that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from hashlib import blake2s
from typing import Final

from icalendar import Calendar, Event

from iceberg import wording as picture
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.story import wording
from iceberg.exporters.story.tables import one_line, rests_on, signpost
from iceberg.model import Assumption, Canvas
from iceberg.scene.shown import shown_part, told_assumptions

_PRODUCT: Final = "-//Extended iceberg//Review dates//EN"


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    shown = shown_part(canvas, options.layers, whole=options.whole)
    due = [(one.review, one) for one in told_assumptions(shown) if one.review]
    canvas_name = options.origin.canvas_id if options.origin else canvas.title
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", canvas.title)
    calendar.add("x-wr-calname", canvas.title)
    for review, assumption in sorted(due, key=lambda pair: pair[0]):
        calendar.add_component(_event(shown, assumption, review, canvas_name))
    return Exported(calendar.to_ical(), () if due else (wording.NO_REVIEWS,))


def _event(canvas: Canvas, assumption: Assumption, review: dt.date, canvas_name: str) -> Event:
    """A whole day that does not count as busy; a later file of the canvas replaces it."""
    looked = max((turn.date for turn in assumption.looks), default=review)
    event = Event()
    event.add("uid", f"{_digest(canvas_name, assumption)}@extended-iceberg")
    event.add("sequence", len(assumption.history))
    # The day of the last review rather than this moment, so that equal canvases give equal bytes.
    event.add("dtstamp", dt.datetime.combine(looked, dt.time(), dt.UTC))
    event.add("dtstart", review)
    event.add("summary", wording.REVIEW_OF.format(assumption=one_line(assumption.text)))
    event.add("description", "\n".join(_description(canvas, assumption)))
    event.add("transp", "TRANSPARENT")
    return event


def _description(canvas: Canvas, assumption: Assumption) -> Iterator[str]:
    yield wording.REVIEW_ASKS
    yield f"{wording.STATUS}: {picture.STATUS_WORDS[assumption.status]}"
    for title, said in (
        (wording.RESTS_ON, "; ".join(rests_on(canvas, assumption))),
        (wording.SIGNPOST, signpost(canvas, assumption)),
        (wording.SHAPING, "; ".join(assumption.shaping)),
        (wording.HEDGING, "; ".join(assumption.hedging)),
        (wording.OWNER, assumption.owner),
    ):
        if said:
            yield f"{title}: {said}"


def _digest(canvas_name: str, assumption: Assumption) -> str:
    """Ids of parts are unique on their canvas only; a canvas out of a file has but its title."""
    return blake2s(f"{canvas_name}\n{assumption.id}".encode(), digest_size=10).hexdigest()


FORMAT: Final = Format(".ics", "text/calendar", "Review dates (calendar)", _write)
