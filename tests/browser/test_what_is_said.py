"""Those who do not see the picture hear what happens on it: all of it, rightly and once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser


@pytest.fixture
def pair(work: AtWork) -> AtWork:
    """Two cards without a link."""
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    return work


def said(work: AtWork) -> Locator:
    return work.page.locator(".said")


def press(work: AtWork, text: str, key: str) -> None:
    work.list_button(text).focus()
    work.page.keyboard.press(key)


def test_a_score_is_said(pair: AtWork) -> None:
    press(pair, "Costs rise", "r")
    pair.settled(3)
    expect(said(pair)).to_contain_text("as resisting, strength 3")


def test_what_the_next_step_is_is_said(pair: AtWork) -> None:
    press(pair, "Costs rise", "l")
    expect(said(pair)).to_contain_text("Choose the card that it leads to")


def test_cards_that_are_only_set_anew_are_not_said_to_be_changed(
    pair: AtWork, watched: Callable[..., Watched], server: Server
) -> None:
    other = AtWork(watched(pair.page.url, 1920, 1080).page, server.store)
    other.sees(2)
    other.page.evaluate(REMEMBER)
    pair.adder("Place, patterns").click()
    pair.type_cards(*(f"{'A long sentence that takes room ' * 4}{n}" for n in range(6)))
    pair.settled(8)
    other.sees(8)
    for person in (pair, other):
        assert "changed" not in " ".join(person.page.evaluate("() => window.heard ?? []"))
    assert "Card added" in " ".join(other.page.evaluate("() => window.heard"))


REMEMBER = """() => {
  const find = (root) => root.querySelector('.said')
    ?? [...root.querySelectorAll('*')].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean);
  const line = find(document);
  window.heard = [];
  new MutationObserver(() => window.heard.push(line.textContent))
    .observe(line, { childList: true, characterData: true, subtree: true });
}"""


def test_a_link_is_said_anew_when_it_says_something_else(
    pair: AtWork, watched: Callable[..., Watched], server: Server
) -> None:
    press(pair, "Costs rise", "l")
    press(pair, "Groups close", "Enter")
    pair.settled(3)
    other = AtWork(watched(pair.page.url, 1920, 1080).page, server.store)
    other.sees(3)
    pair.page.locator(".bar").get_by_label("What it does").select_option("blocks")
    pair.settled(4)
    expect(said(pair)).to_contain_text("blocks")
    expect(said(other)).to_contain_text("Link changed: “Costs rise” blocks “Groups close”")


def test_a_merge_is_said_to_be_one(pair: AtWork) -> None:
    for text in ("Groups close", "Costs rise"):
        press(pair, text, "x")
    pair.bar("Merge").click()
    pair.settled(3)
    expect(said(pair)).to_contain_text("Merged")
    expect(said(pair)).not_to_contain_text("removed")


def test_cards_that_are_left_out_are_not_said_to_be_removed(
    pair: AtWork, watched: Callable[..., Watched], server: Server
) -> None:
    other = AtWork(watched(pair.page.url, 1920, 1080).page, server.store)
    other.sees(2)
    press(pair, "Costs rise", "Enter")
    pair.page.get_by_role("button", name="Show just these").click()
    pair.settled(3)
    other.sees(3)
    expect(said(pair)).to_contain_text("Showed just 1 of 2 cards")
    expect(said(other)).to_have_text("1 card left out of the picture.")
    pair.page.get_by_role("button", name="Show all 2 cards").click()
    other.sees(4)
    expect(said(other)).to_have_text("1 card back on the picture.")


def last(sentence: str) -> re.Pattern[str]:
    """What is said in quick succession is said together, so that nothing is cut off."""
    return re.compile(rf"(^|\. ){re.escape(sentence)}$")


def test_how_many_are_picked_is_said_with_keys_and_with_the_mouse(pair: AtWork) -> None:
    press(pair, "Costs rise", "x")
    expect(said(pair)).to_have_text(last("1 card picked."))
    press(pair, "Groups close", "x")
    expect(said(pair)).to_have_text(last("2 cards picked."))
    press(pair, "Groups close", "Escape")
    expect(said(pair)).to_have_text(last("Nothing is chosen."))
    pair.page.keyboard.down("Shift")
    pair.drag(pair.on_screen(5, 30), pair.on_screen(290, 200))
    pair.page.keyboard.up("Shift")
    expect(said(pair)).to_have_text(last("2 cards picked."))


def test_what_is_said_in_passing_is_said_once(pair: AtWork) -> None:
    press(pair, "Costs rise", "Delete")
    pair.settled(3)
    expect(pair.page.locator(".toast")).to_contain_text("Costs rise")
    expect(said(pair)).to_contain_text(re.compile("Removed.*Costs rise"))
    expect(pair.page.locator(".toast[role=status]")).to_have_count(0)
