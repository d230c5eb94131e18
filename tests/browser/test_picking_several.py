"""Several cards picked: all of them stand out, and none of them alone is what the page is about."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from iceberg.ui import wording
from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser


@pytest.fixture
def three(work: AtWork) -> AtWork:
    """Three cards without links."""
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close", "Staff leave")
    work.settled(3)
    return work


def pick_with_the_mouse(work: AtWork, text: str) -> None:
    work.page.keyboard.down("Shift")
    work.page.mouse.click(*work.middle(text))
    work.page.keyboard.up("Shift")


def test_all_that_is_picked_stands_out(three: AtWork) -> None:
    three.page.mouse.click(*three.middle("Costs rise"))
    expect(three.board).to_have_attribute("data-lit", "1")
    pick_with_the_mouse(three, "Groups close")
    expect(three.board).to_have_attribute("data-picked", "2")
    expect(three.board).to_have_attribute("data-lit", "2")
    three.page.keyboard.press("Escape")
    expect(three.board).to_have_attribute("data-picked", "0")
    expect(three.board).to_have_attribute("data-lit", "")


def test_the_page_is_about_no_single_one_of_several(three: AtWork) -> None:
    form = three.page.get_by_label(wording.TEXT, exact=True)
    three.page.mouse.click(*three.middle("Costs rise"))
    expect(form).to_have_value("Costs rise")
    pick_with_the_mouse(three, "Groups close")
    expect(three.board).to_have_attribute("data-chosen", "")
    expect(form).to_be_hidden()
    expect(three.bar("Remove 2 cards")).to_be_visible()
