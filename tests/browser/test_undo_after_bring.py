"""What is brought into a canvas by an address that was typed in is taken back on its picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from iceberg.ui import wording as app_words
from iceberg.ui.bring import wording
from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork, new_canvas
from tests.browser.test_bring_map import FILE, FILE_INPUT, Person
from tests.browser.waiting import idle

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]


def bring(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    idle(page)
    somebody = Person(page)
    somebody.choose(FILE, "our town.prsm")
    expect(page.get_by_text(wording.REPORT, exact=True)).to_be_visible(timeout=30_000)
    somebody.press(wording.ACCEPT_ALL)
    somebody.press(wording.ADD)


def undo(page: Page) -> None:
    idle(page)
    page.get_by_role("button", name=app_words.BACK["undo"][0], exact=True).click()


def test_in_the_tab_where_the_canvas_was_open(watched: Open, server: Server) -> None:
    work = new_canvas(watched(server.home).page, server.store)
    work.adder("Place, events").click()
    work.type_cards("Written on the picture")
    work.settled(1)
    canvas_id = work.page.url.split("canvas=")[1].split("&")[0]
    bring(work.page, f"{server.home}/?page=bring&canvas={canvas_id}")
    work.settled(2)
    undo(work.page)
    work.settled(3)
    assert [card.text for card in work.canvas.cards] == ["Written on the picture"]
    undo(work.page)
    work.settled(4)
    assert work.canvas.cards == ()


def test_in_a_tab_of_its_own(watched: Open, server: Server) -> None:
    canvas_id = new_canvas(watched(server.home).page, server.store).page.url.split("canvas=")[1]
    work = AtWork(watched(server.home).page, server.store)
    bring(work.page, f"{server.home}/?page=bring&canvas={canvas_id}")
    work.settled(1)
    undo(work.page)
    work.settled(2)
    assert work.canvas.cards == ()
    work.page.reload()
    work.settled(2)
    assert work.page.get_by_role("button", name="Redo", exact=True).is_enabled()
