"""axe finds nothing on the pages of a workshop either: the facilitator's and the phone's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from iceberg.ui.meeting import wording
from tests.browser.conftest import Watched
from tests.browser.test_axe import AXE, RUN, SIZES
from tests.browser.test_axe import check as check_page
from tests.browser.workshop import Room, begin

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_phone_in_every_phase(room: Room, scheme: str) -> None:
    sam, desk = room.phone(color_scheme=scheme), room.facilitator()
    sam.page.set_viewport_size({"width": 320, "height": 640})
    for text in ("The bus was cut", "Fewer come"):
        sam.add(text)
    for phase in ("open", "silence", "reveal", "link", "vote", "look"):
        begin(desk, phase)
        sam.page.wait_for_timeout(500)
        check_phone(sam.page, phase)
        width = sam.page.evaluate("() => document.documentElement.scrollWidth")
        assert width <= 320, phase


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_that_asks_for_the_code(room: Room, watched: Open, scheme: str) -> None:
    page = watched(f"{room.server.home}/join", 320, 640, color_scheme=scheme).page
    page.get_by_label("Code").fill("AAAAAA")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("alert")).to_contain_text("No workshop is open under this code")
    check_phone(page, "the code")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_the_facilitator(room: Room, scheme: str, size: str) -> None:
    width, height = SIZES[size]
    page = room.facilitator(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": height})
    page.get_by_role("button", name=wording.OPEN_DOOR).click()
    page.get_by_role("button", name=wording.CLOSE_DOOR).wait_for(timeout=15_000)
    folded = (wording.LINKS, wording.AGENDA, wording.TOGETHER, wording.PAPER, wording.HIDDEN)
    for part in (*folded, wording.AFTER, wording.BLANK, wording.KEEPING):
        page.locator("summary").filter(has_text=part).click()
    # What is drawn anew fades in.
    page.wait_for_timeout(1_500)
    check_page(page, "workshop")


def check_phone(page: Page, where: str) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)
    assert not found, f"{where}: {found}"
