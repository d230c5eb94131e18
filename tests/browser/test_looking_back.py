"""An earlier moment on the screen: it can be named, and it cannot be changed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from iceberg.ui import wording
from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser
CELL = "Place, structures"


def look_at_the_beginning(work: AtWork) -> Page:
    page = work.page
    work.adder(CELL).click()
    work.type_cards("No paid time", "No flexible money")
    work.settled(2)
    page.get_by_role("radio", name=wording.PANELS["canvas"], exact=True).click()
    page.get_by_role("combobox", name=wording.LOOK).click()
    page.get_by_role("option").last.click()
    expect(page.get_by_text(wording.LOOK_BACK)).to_be_visible(timeout=30_000)
    return page


def test_an_earlier_moment_can_be_named_while_it_is_looked_at(work: AtWork) -> None:
    page = look_at_the_beginning(work)
    page.get_by_text(wording.SNAPSHOT, exact=True).click()
    name = page.get_by_label(wording.SNAPSHOT_NAME)
    name.fill("Before all")
    name.press("Enter")
    expect(page.get_by_text("revision 0 of 3")).to_be_visible(timeout=30_000)
    expect(page.get_by_text(wording.LOOK_BACK)).to_be_visible()
    assert [snapshot.name for snapshot in work.canvas.snapshots] == ["Before all"]


def test_an_earlier_moment_has_nothing_to_add_with(work: AtWork) -> None:
    page = look_at_the_beginning(work)
    expect(work.board).to_have_attribute("data-revision", "0", timeout=30_000)
    expect(page.locator(".adder")).to_have_count(0)
    page.get_by_text(wording.LOOK_BACK).click()
    expect(work.adder(CELL)).to_be_visible(timeout=30_000)
