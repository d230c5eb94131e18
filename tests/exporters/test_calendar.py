"""The calendar file, read back by a calendar library."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar, Event

from iceberg.exporters import ExportOptions, export
from iceberg.model import Assumption, Canvas, Card, Origin, StatusChange, Threshold
from tests.scene.samples import sample
from tests.strategies import canvases

LOOKED = StatusChange(date=dt.date(2026, 6, 24), status="weakening", note="It froze")
DUE = Assumption(
    id="a1",
    text="We assume the council, for one, pays; at least\nfor a year",
    cards=("c1",),
    links=("l1",),
    signpost="No line in the budget",
    signpost_card="c2",
    threshold=Threshold(crossing="above", figure=12_000),
    hedging=("Ask the trust", "Share a post"),
    owner="Partnership board",
    review=dt.date(2026, 9, 30),
    status="weakening",
    history=(LOOKED,),
)


def events(canvas: Canvas, **options: Any) -> list[Event]:
    found = Calendar.from_ical(export(canvas, ".ics", ExportOptions(**options)).data)
    return list(found.walk("VEVENT"))


def with_assumptions(*assumptions: Assumption) -> Canvas:
    return sample().model_copy(update={"assumptions": assumptions})


def test_a_review_is_a_whole_day_that_says_what_to_ask() -> None:
    (event,) = events(with_assumptions(DUE))
    assert event.decoded("dtstart") == dt.date(2026, 9, 30)
    assert "dtend" not in event
    assert str(event["summary"]) == (
        "Review: We assume the council, for one, pays; at least for a year"
    )
    assert str(event["description"]).split("\n") == [
        "Is it still true? What do we now assume? What will we do?",
        "Status: weakening",
        "Rests on: Contracts below cost; “Contracts below cost” drives “Staff keep leaving”",
        "Signpost: No line in the budget (“Staff keep leaving” rises above 12,000)",
        "In case it fails: Ask the trust; Share a post",
        "Owner: Partnership board",
    ]


def test_nobody_is_invited_and_the_day_stays_free() -> None:
    (event,) = events(with_assumptions(DUE))
    assert event["transp"] == "TRANSPARENT"
    assert not {"ATTENDEE", "ORGANIZER", "CONTACT"} & set(event)


def test_the_earliest_comes_first_and_those_without_a_date_stay_out() -> None:
    days = {"a1": dt.date(2026, 9, 30), "a2": None, "a3": dt.date(2026, 7, 1)}
    several = [DUE.model_copy(update={"id": name, "review": day}) for name, day in days.items()]
    dates = [event.decoded("dtstart") for event in events(with_assumptions(*several))]
    assert dates == [days["a3"], days["a1"]]


def test_a_later_file_replaces_the_event_of_an_earlier_one() -> None:
    (before,) = events(with_assumptions(DUE))
    later = {"review": dt.date(2026, 12, 31), "history": (LOOKED, LOOKED)}
    (after,) = events(with_assumptions(DUE.model_copy(update=later)))
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (1, 2)
    (other,) = events(with_assumptions(DUE.model_copy(update={"id": "a2"})))
    assert other["uid"] != before["uid"]


def test_canvases_of_one_title_have_events_of_their_own_and_keep_them_under_another_title() -> None:
    ours = with_assumptions(DUE)
    (one,) = events(ours, origin=Origin("one", 1))
    (later,) = events(ours.model_copy(update={"title": "Renamed"}), origin=Origin("one", 9))
    (other,) = events(ours, origin=Origin("other", 1))
    assert one["uid"] == later["uid"] != other["uid"]


def test_without_a_date_the_calendar_is_empty_and_says_so() -> None:
    made = export(with_assumptions(DUE.model_copy(update={"review": None})), ".ics")
    assert list(Calendar.from_ical(made.data).walk("VEVENT")) == []
    assert "No assumption has a review date yet" in made.notes[0]
    assert export(with_assumptions(DUE), ".ics").notes == ()


def test_words_of_cards_that_are_left_out_stay_out() -> None:
    whole = with_assumptions(DUE)
    hidden = whole.model_copy(update={"view": whole.view.model_copy(update={"left_out": ("c2",)})})
    (event,) = events(hidden)
    assert "Staff keep leaving" not in str(event["description"])
    (event,) = events(hidden, whole=True)
    assert "Staff keep leaving" in str(event["description"])


@pytest.mark.parametrize("text", ["BEGIN:VEVENT", "A\r\nEND:VCALENDAR", '; , \\\\ "', "🙂" * 80])
def test_hostile_text_stays_text(text: str) -> None:
    card = Card(id="c1", layer="place", level="events", text=text)
    canvas = with_assumptions(DUE.model_copy(update={"text": card.text, "owner": "x:y"}))
    (event,) = events(canvas)
    assert str(event["summary"]) == f"Review: {' '.join(card.text.split())}"


@given(canvases(max_cards=5))
def test_every_canvas_reads_back_with_each_of_its_dates(canvas: Canvas) -> None:
    day = dt.date(2030, 1, 2)
    dated = tuple(one.model_copy(update={"review": day}) for one in canvas.assumptions)
    found = events(canvas.model_copy(update={"assumptions": dated}))
    assert [event.decoded("dtstart") for event in found] == [day] * len(dated)
