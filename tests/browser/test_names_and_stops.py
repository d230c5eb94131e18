"""Every stop of the Tab key is a control with a name, and the name says what is written on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser

HIDDEN_STOPS = """(board) => [...board.querySelectorAll('[aria-hidden=true] *')]
  .filter((element) => element.tabIndex >= 0).map((element) => element.outerHTML.slice(0, 80))"""
NAMES = """(board) => [...board.parentElement.querySelectorAll('button[aria-label]')]
  .filter((button) => /[a-z]/i.test(button.textContent) && button.offsetParent)
  .map((button) => [button.textContent.replace(/[^\\p{L} ]/gu, '').trim(),
                    button.getAttribute('aria-label')])
  .filter(([text, name]) => !name.toLowerCase().includes(text.toLowerCase()))"""


@pytest.fixture
def pinned(work: AtWork) -> AtWork:
    """Two cards, of which one has been put in its place by hand and is chosen."""
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    work.drag(work.middle("Costs rise"), work.on_screen(200, 150))
    work.settled(3)
    work.page.mouse.click(*work.middle("Costs rise"))
    work.bar("Unpin").wait_for()
    return work


def test_nothing_that_is_hidden_can_be_tabbed_to(pinned: AtWork) -> None:
    assert pinned.board.evaluate(HIDDEN_STOPS) == []


def test_names_say_what_is_written_on_the_controls(pinned: AtWork) -> None:
    assert pinned.board.evaluate(NAMES) == []
    expect(pinned.bar("Unpin")).to_have_attribute("title", "Let the picture place it")
    expect(pinned.bar("To tray")).to_be_visible()
    pinned.page.keyboard.down("Shift")
    pinned.page.mouse.click(*pinned.middle("Groups close"))
    pinned.page.keyboard.up("Shift")
    expect(pinned.bar("Merge")).to_be_visible()
    assert pinned.board.evaluate(NAMES) == []
