"""One look at a canvas serves all rooms that show it, and is never older than what is kept."""

from __future__ import annotations

import pytest

from iceberg.edits import CardChanges, ChangeCard, MergeCards
from iceberg.errors import NotFoundError
from iceberg.live.look import Looks
from iceberg.meeting import Grant
from tests.live.conftest import Serving


def test_a_look_serves_until_something_is_new(live: Serving) -> None:
    looks = Looks(live.meetings)
    first = looks.of(live.canvas)
    live.workshop.submit(live.canvas, ChangeCard(card="c0", changes=CardChanges(text="New")), "a")
    assert looks.of(live.canvas) is first
    looks.changed(live.canvas)
    second = looks.of(live.canvas)
    assert (second.canvas.cards[0].text, first.canvas.cards[0].text != "New") == ("New", True)


def test_a_look_follows_the_meeting_too(live: Serving) -> None:
    looks = Looks(live.meetings)
    assert looks.of(live.canvas).facts["phase"] == "open"
    live.meetings.begin(Grant(live.canvas, "facilitator"), "silence")
    looks.changed(live.canvas)
    assert looks.of(live.canvas).facts["phase"] == "silence"


def test_nothing_is_seen_of_a_canvas_that_is_gone(live: Serving) -> None:
    looks = Looks(live.meetings)
    looks.of(live.canvas)
    live.workshop.delete(live.canvas)
    looks.changed(live.canvas)
    for _ in range(2):
        with pytest.raises(NotFoundError):
            looks.of(live.canvas)


def test_a_false_alarm_costs_no_second_look(live: Serving) -> None:
    looks = Looks(live.meetings)
    first = looks.of(live.canvas)
    looks.changed(live.canvas)
    assert looks.of(live.canvas) is first


def test_ballots_are_followed_too(live: Serving) -> None:
    looks, host = Looks(live.meetings), Grant(live.canvas, "facilitator")
    live.meetings.begin(host, "vote")
    assert not looks.of(live.canvas).ballots
    live.meetings.votes.cast(host, "pen", "c0", 1)
    looks.changed(live.canvas)
    assert looks.of(live.canvas).ballots == {"pen": {"c0": 1}}
    live.workshop.submit(live.canvas, MergeCards(into="c1", cards=("c0",)), "host")
    looks.changed(live.canvas)
    assert looks.of(live.canvas).ballots == {"pen": {"c1": 1}}
