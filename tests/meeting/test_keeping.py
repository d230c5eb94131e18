"""A canvas is kept to its last day, with a warning before, and not a day longer."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.errors import EditRefusedError, NotFoundError
from tests.meeting.world import CANVAS, NOON, World


def test_a_canvas_is_deleted_after_its_last_day_and_others_are_not() -> None:
    world = World()
    other = world.workshop.create(CANVAS)
    last = NOON.date() + dt.timedelta(days=30)
    world.meetings.keeping.until(world.host, last)
    world.later(days=30)
    assert world.meetings.keeping.sweep() == 0
    world.later(days=1)
    assert world.meetings.keeping.sweep() == 1
    with pytest.raises(NotFoundError):
        world.workshop.open(world.canvas)
    assert [entry.id for entry in world.workshop.canvases()] == [other]


def test_the_end_is_told_two_weeks_before() -> None:
    world = World()
    last = NOON.date() + dt.timedelta(days=30)
    assert world.meetings.keeping.ending(world.canvas) is None
    world.meetings.keeping.until(world.host, last)
    assert world.meetings.keeping.ending(world.canvas) is None
    world.later(days=16)
    assert world.meetings.keeping.ending(world.canvas) == last
    world.meetings.keeping.until(world.host, None)
    assert world.meetings.keeping.ending(world.canvas) is None


def test_a_day_that_is_over_deletes_nothing() -> None:
    world = World()
    yesterday = NOON.date() - dt.timedelta(days=1)
    with pytest.raises(EditRefusedError, match="This day is over"):
        world.meetings.keeping.until(world.host, yesterday)
    assert world.meetings.keeping.sweep() == 0
    world.meetings.keeping.until(world.host, NOON.date())
    assert world.meetings.keeping.sweep() == 0


def test_only_facilitators_set_the_day_take_everything_or_delete() -> None:
    world = World()
    part = world.grant("participant")
    for use in (
        lambda: world.meetings.keeping.until(part, NOON.date()),
        lambda: world.meetings.keeping.everything(part),
        lambda: world.meetings.keeping.delete(part),
    ):
        with pytest.raises(EditRefusedError, match="Only a facilitator"):
            use()
    assert '"history"' in world.meetings.keeping.everything(world.grant("facilitator"))
    world.meetings.keeping.delete(world.grant("facilitator"))
    with pytest.raises(NotFoundError):
        world.workshop.open(world.canvas)
