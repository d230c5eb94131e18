"""Whose change is changed again unseen reads so where the page says what else there is to say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.workshop import Phone, Room

pytestmark = pytest.mark.browser

SAID = "Somebody else changed the same part without having seen yours"


def status(page: Page) -> Locator:
    return page.locator("body > .status")


def reworded(room: Room) -> Phone:
    """A phone on which a card has just been reworded."""
    sam = room.phone()
    sam.add("Costs rise")
    sam.page.get_by_role("button", name="Edit: Costs rise").click()
    sam.own().locator("textarea").fill("Costs soar")
    sam.page.get_by_role("button", name="Save").click()
    expect(sam.own().get_by_text("Place · Events")).to_be_visible()
    assert [card.text for card in room.kept().cards] == ["Costs soar"]
    return sam


def test_a_phone_says_it_once(room: Room) -> None:
    sam = reworded(room)
    sam.page.locator("#text").fill("Still typing")
    room.reword_unseen("Costs soar", "Costs double")
    expect(status(sam.page)).to_contain_text(SAID, timeout=15_000)
    expect(status(sam.page)).to_contain_text("Costs double")
    expect(sam.page.locator("#text")).to_have_value("Still typing")
    status(sam.page).click()
    expect(status(sam.page)).to_be_empty()
    sam.page.reload()
    expect(sam.own()).to_contain_text("Costs double")
    expect(status(sam.page)).not_to_contain_text(SAID)


def test_a_phone_that_was_closed_meanwhile_says_it_when_it_is_opened_again(room: Room) -> None:
    sam = reworded(room)
    context, address = sam.page.context, sam.page.url
    sam.page.close()
    room.reword_unseen("Costs soar", "Costs double")
    again = context.new_page()
    again.goto(address)
    expect(status(again)).to_contain_text(SAID, timeout=15_000)
