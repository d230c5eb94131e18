"""What is written on a phone about cards that are there already is not lost when it is refused."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from iceberg.edits import AddCard
from iceberg.meeting import Grant, Meetings
from iceberg.model import Card
from iceberg.store import open_store
from iceberg.workshop import Workshop
from tests.browser.workshop import Phone, Room

pytestmark = pytest.mark.browser


def suggestions(room: Room) -> list[str]:
    store = open_store(str(room.server.store))
    try:
        meetings = Meetings(Workshop(store), store, room.access)
        waiting = meetings.suggestions.waiting(Grant(room.canvas, "facilitator"))
        return [one.text for one in waiting]
    finally:
        store.close()


def away_while_locked(room: Room, sam: Phone) -> None:
    """What was just done without a network arrives when nothing may be done any more."""
    room.begin("locked")
    sam.page.context.set_offline(False)
    expect(sam.own().filter(has_text="The canvas is locked")).to_have_count(1, timeout=30_000)
    sam.page.reload()
    expect(sam.own().filter(has_text="The canvas is locked")).to_have_count(1, timeout=15_000)


def test_a_suggestion_that_came_too_late_can_be_sent_again(room: Room) -> None:
    workshop = Workshop(open_store(str(room.server.store)))
    card = Card(id="theirs", layer="place", level="events", text="It closed")
    workshop.submit(room.canvas, AddCard(card=card), "another")
    workshop.close()
    sam = room.phone()
    expect(sam.everybodys()).to_have_count(1)
    sam.page.context.set_offline(True)
    sam.page.get_by_role("button", name="Suggest a change").click()
    sam.page.get_by_label("What would you change?").fill("It closed twice")
    sam.page.get_by_role("button", name="Send to the facilitator").click()
    away_while_locked(room, sam)
    room.begin("reveal")
    sam.page.get_by_role("button", name="Try again: It closed twice").click()
    expect(sam.own()).to_have_count(0)
    sam.page.wait_for_timeout(1500)
    assert suggestions(room) == ["It closed twice"]


def test_other_words_that_came_too_late_can_be_sent_again(room: Room) -> None:
    sam = room.phone()
    sam.add("It closed")
    expect(sam.own().get_by_text("Place · Events")).to_be_visible()
    sam.page.context.set_offline(True)
    sam.page.get_by_role("button", name="Edit: It closed").click()
    sam.own().locator("textarea").fill("It closed twice")
    sam.page.get_by_role("button", name="Save").click()
    away_while_locked(room, sam)
    room.begin("reveal")
    sam.page.get_by_role("button", name="Try again: It closed twice").click()
    expect(sam.own()).to_have_count(1)
    expect(sam.own().get_by_text("Place · Events")).to_be_visible(timeout=15_000)
    assert [card.text for card in room.kept().cards] == ["It closed twice"]
