"""Two people at one card: both see the same in the end, and who is in the way of whom is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]


@pytest.fixture
def two(work: AtWork, watched: Open, server: Server) -> tuple[AtWork, AtWork]:
    """Two people at the same two cards."""
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    other = AtWork(watched(work.page.url, 1920, 1080).page, server.store)
    other.settled(2)
    return work, other


def same_in_the_end(one: AtWork, other: AtWork, revision: int) -> None:
    """Both see the same canvas once both have been answered."""
    for person in (one, other):
        person.page.reload()
        person.settled(revision)
    seen = [p.page.locator(".cards button").all_text_contents() for p in (one, other)]
    assert seen[0] == seen[1]


def cell(work: AtWork, text: str) -> tuple[str, str]:
    card = work.card(text)
    return card.layer, card.level


def test_of_two_who_move_one_card_the_later_is_told(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    start = one.middle("Costs rise")
    high, low = one.on_screen(80, 50), one.on_screen(80, 185)
    one.drag(start, high)
    one.settled(3)
    moved = cell(one, "Costs rise")
    assert moved == ("national", "events")
    other.drag(start, low)
    expect(other.page.locator(".toast")).to_contain_text("had changed the same part a moment")
    other.settled(4)
    assert cell(one, "Costs rise") == ("national", "mental_models")
    other.page.keyboard.press("Control+z")
    other.settled(5)
    assert cell(one, "Costs rise") == moved
    same_in_the_end(one, other, 5)


def test_of_two_who_reword_one_card_the_later_is_told(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    for number, (person, words) in enumerate(((one, "Costs soar"), (other, "Costs double"))):
        person.list_button("Costs rise").focus()
        person.page.keyboard.press("e")
        person.page.keyboard.press("Control+a")
        person.page.keyboard.type(words)
        person.page.keyboard.press("Enter")
        person.settled(3 + number)
    expect(one.page.locator(".toast")).to_be_hidden()
    expect(other.page.locator(".toast")).to_contain_text("had changed the same part a moment")
    assert [card.text for card in one.canvas.cards] == ["Costs double", "Groups close"]
    same_in_the_end(one, other, 4)


def test_a_card_that_is_gone_is_not_moved(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    start, end = one.middle("Costs rise"), one.on_screen(60, 160)
    one.list_button("Costs rise").focus()
    one.page.keyboard.press("Delete")
    one.settled(3)
    other.drag(start, end)
    expect(other.page.get_by_role("alert")).to_contain_text("no longer on the canvas")
    other.settled(3)
    same_in_the_end(one, other, 3)


def test_two_who_change_different_things_are_left_alone(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    one.list_button("Costs rise").focus()
    one.page.keyboard.press("r")
    one.settled(3)
    other.list_button("Groups close").focus()
    other.page.keyboard.press("h")
    other.settled(4)
    expect(other.page.locator(".toast")).to_be_hidden()
    assert [card.force.effect for card in one.canvas.cards if card.force] == ["resists", "helps"]
    same_in_the_end(one, other, 4)


def test_a_card_that_is_gone_is_not_reworded(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    place = one.middle("Costs rise")
    other.list_button("Costs rise").focus()
    other.page.keyboard.press("Delete")
    other.settled(3)
    one.page.mouse.dblclick(*place)
    one.page.keyboard.type("Costs soar")
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_role("alert")).to_contain_text("no longer on the canvas")
    one.settled(3)
    assert [card.text for card in one.canvas.cards] == ["Groups close"]
    same_in_the_end(one, other, 3)
