"""Two people at one card: both see the same in the end, and who is in the way of whom is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from iceberg.ui import wording
from iceberg.ui.component import PATIENCE_MS
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
    other.sees(2)
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


def pick_up(person: AtWork, text: str, to: tuple[float, float]) -> None:
    """Drag a card, without letting it go yet."""
    person.page.mouse.move(*person.middle(text))
    person.page.mouse.down()
    person.page.mouse.move(*to, steps=4)


def open_editor(person: AtWork, text: str) -> None:
    person.list_button(text).focus()
    person.page.keyboard.press("e")
    person.page.keyboard.press("Control+a")


def test_what_one_does_the_other_sees_without_doing_anything(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    one.list_button("Costs rise").focus()
    one.page.keyboard.press("Delete")
    one.settled(3)
    other.sees(3)
    expect(other.page.locator(".cards button")).to_have_count(1)
    expect(other.page.get_by_text("Undo").first).to_be_visible()


def test_forms_follow_others_soon_only_where_they_show_their_work(
    two: tuple[AtWork, AtWork],
) -> None:
    one, other = two
    one.list_button("Costs rise").focus()
    one.page.keyboard.press("Delete")
    other.sees(3)
    other.page.wait_for_timeout(PATIENCE_MS)
    expect(other.board).to_have_attribute("data-told", "2")
    other.page.get_by_text(wording.PANELS["canvas"], exact=True).last.click()
    other.settled(3)
    one.page.keyboard.press("Control+z")
    other.sees(4)
    expect(other.board).to_have_attribute("data-told", "4", timeout=3 * PATIENCE_MS)


def test_of_two_who_move_one_card_the_later_is_told(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    high, low = one.on_screen(80, 50), one.on_screen(80, 185)
    pick_up(other, "Costs rise", low)
    one.drag(one.middle("Costs rise"), high)
    one.settled(3)
    moved = cell(one, "Costs rise")
    assert moved == ("national", "events")
    expect(other.board).to_have_attribute("data-revision", "3")
    other.page.mouse.up()
    expect(other.page.locator(".toast")).to_contain_text("had changed the same part a moment")
    other.sees(4)
    other.page.keyboard.press("Control+z")
    other.sees(5)
    assert cell(one, "Costs rise") == moved
    same_in_the_end(one, other, 5)


def test_of_two_who_reword_one_card_both_are_told(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    for person in (one, other):
        open_editor(person, "Costs rise")
    for number, (person, words) in enumerate(((one, "Costs soar"), (other, "Costs double"))):
        person.page.keyboard.type(words)
        person.page.keyboard.press("Enter")
        for anyone in two:
            anyone.sees(3 + number)
    expect(one.page.get_by_role("alert")).to_contain_text("changed the same part")
    expect(other.page.locator(".toast")).to_contain_text("had changed the same part a moment")
    assert [card.text for card in one.canvas.cards] == ["Costs double", "Groups close"]
    same_in_the_end(one, other, 4)


def test_a_card_that_goes_while_it_is_dragged_is_not_moved(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    pick_up(other, "Costs rise", one.on_screen(60, 160))
    one.list_button("Costs rise").focus()
    one.page.keyboard.press("Delete")
    one.settled(3)
    expect(other.board).to_have_attribute("data-revision", "3")
    other.page.mouse.up()
    expect(other.page.get_by_role("alert")).to_contain_text("no longer on the canvas")
    other.sees(3)
    same_in_the_end(one, other, 3)


def test_a_card_that_goes_while_it_is_carried_is_not_moved(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    other.list_button("Costs rise").focus()
    other.page.keyboard.press("m")
    other.page.keyboard.press("ArrowDown")
    one.list_button("Costs rise").focus()
    one.page.keyboard.press("Delete")
    one.settled(3)
    expect(other.page.get_by_role("alert")).to_contain_text("no longer on the canvas")
    other.sees(3)


def test_two_who_change_different_things_are_left_alone(two: tuple[AtWork, AtWork]) -> None:
    one, other = two
    one.list_button("Costs rise").focus()
    one.page.keyboard.press("r")
    one.settled(3)
    other.list_button("Groups close").focus()
    other.page.keyboard.press("h")
    other.sees(4)
    expect(other.page.locator(".toast")).to_be_hidden()
    assert [card.force.effect for card in one.canvas.cards if card.force] == ["resists", "helps"]
    same_in_the_end(one, other, 4)
