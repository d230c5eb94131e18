"""The keyboard always is somewhere: whatever goes away hands the focus on to what it was about."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser


@pytest.fixture
def pair(work: AtWork) -> AtWork:
    """Two cards, the first leading to the second."""
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    work.list_button("Costs rise").focus()
    work.page.keyboard.press("l")
    work.list_button("Groups close").focus()
    work.page.keyboard.press("Enter")
    work.settled(3)
    return work


def is_on(work: AtWork, text: str) -> None:
    """The keyboard is on this card, and its keys reach the picture."""
    expect(work.page.locator(".cards button:focus")).to_contain_text(text)


def test_what_a_key_does_after_copying_it_does_to_the_copy(pair: AtWork) -> None:
    before = pair.canvas
    pair.list_button("Costs rise").focus()
    pair.page.keyboard.press("d")
    pair.settled(4)
    copy = next(card for card in pair.canvas.cards if card not in before.cards)
    focused = pair.page.locator(".cards button:focus")
    expect(focused).to_have_attribute("data-card", copy.id)
    pair.page.keyboard.press("Delete")
    pair.settled(5)
    assert pair.canvas.cards == before.cards
    assert pair.canvas.links == before.links


def test_a_copy_has_the_keyboard_before_the_server_answers(pair: AtWork) -> None:
    before = pair.canvas
    pair.page.context.set_offline(True)
    pair.list_button("Costs rise").focus()
    pair.page.keyboard.press("d")
    expect(pair.page.locator(".cards button")).to_have_count(3)
    for key in ("e", "m", "n", "Delete"):
        pair.page.keyboard.press(key)
    expect(pair.page.locator(".editor")).to_be_hidden()
    expect(pair.board).to_have_attribute("data-waiting", "2")
    pair.page.context.set_offline(False)
    pair.settled(5)
    assert pair.canvas.cards == before.cards
    assert pair.canvas.links == before.links


def test_the_bar_hands_the_focus_back_to_its_card(pair: AtWork) -> None:
    page = pair.page
    pair.drag(pair.middle("Costs rise"), pair.on_screen(200, 150))
    pair.settled(4)
    page.mouse.click(*pair.middle("Costs rise"))
    pair.bar("Unpin").focus()
    page.keyboard.press("Enter")
    pair.settled(5)
    is_on(pair, "Costs rise")
    page.keyboard.press("Escape")
    expect(pair.board).to_have_attribute("data-chosen", "")


def test_a_removed_link_hands_the_focus_to_the_card_that_it_came_from(pair: AtWork) -> None:
    pair.bar("Remove").focus()
    pair.page.keyboard.press("Enter")
    pair.settled(4)
    is_on(pair, "Costs rise")


def test_one_escape_leaves_the_note_of_a_link(pair: AtWork) -> None:
    note = pair.page.locator(".bar").get_by_label("Note")
    note.fill("Not meant")
    pair.page.keyboard.press("Escape")
    expect(pair.board).to_have_attribute("data-chosen", "")
    is_on(pair, "Costs rise")
    pair.page.wait_for_timeout(500)
    assert pair.canvas.revision == 3


def test_merged_cards_hand_the_focus_to_the_one_that_is_kept(pair: AtWork) -> None:
    for text in ("Groups close", "Costs rise"):
        pair.list_button(text).focus()
        pair.page.keyboard.press("x")
    pair.bar("Merge").focus()
    pair.page.keyboard.press("Enter")
    pair.settled(4)
    assert [card.text for card in pair.canvas.cards] == ["Groups close"]
    is_on(pair, "Groups close")


def test_a_way_back_that_was_taken_hands_the_focus_on(pair: AtWork) -> None:
    pair.list_button("Groups close").focus()
    pair.page.keyboard.press("Delete")
    pair.settled(4)
    undo = pair.page.locator(".toast").get_by_role("button")
    undo.focus()
    pair.page.keyboard.press("Enter")
    pair.settled(5)
    is_on(pair, "Costs rise")


def test_what_was_just_written_has_the_keyboard(work: AtWork) -> None:
    work.adder("Place, patterns").focus()
    work.page.keyboard.press("Enter")
    work.type_cards("Costs rise", "Groups close")
    is_on(work, "Groups close")
    work.settled(2)
    is_on(work, "Groups close")
    is_right = work.middle("Costs rise")[0] > work.middle("Groups close")[0]
    work.page.keyboard.press("ArrowRight" if is_right else "ArrowLeft")
    is_on(work, "Costs rise")


def test_an_editor_that_nothing_was_written_in_hands_the_focus_back(work: AtWork) -> None:
    for key in ("Escape", "Enter"):
        work.adder("Place, patterns").focus()
        work.page.keyboard.press("Enter")
        expect(work.page.locator(".editor textarea")).to_be_focused()
        work.page.keyboard.press(key)
        expect(work.adder("Place, patterns")).to_be_focused()


def test_of_pasted_lines_the_last_has_the_keyboard(work: AtWork) -> None:
    work.adder("Place, events").click()
    work.paste("First\nSecond")
    work.page.keyboard.press("Enter")
    work.settled(1)
    is_on(work, "Second")


def test_a_click_beside_the_cards_leaves_the_keys_to_the_picture(pair: AtWork) -> None:
    page = pair.page
    page.mouse.click(*pair.middle("Groups close"))
    expect(pair.board).to_have_attribute("data-chosen", f"card:{pair.card('Groups close').id}")
    page.keyboard.press("Escape")
    expect(pair.board).to_have_attribute("data-chosen", "")
