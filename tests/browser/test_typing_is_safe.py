"""Words that somebody is writing outlast the server, other people and their own length."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork, new_canvas

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
UNTIL_STREAMLIT_WOULD_SAY_SO_MS = 6_000


def editor(work: AtWork) -> Locator:
    return work.page.locator(".editor textarea")


def hint(work: AtWork) -> Locator:
    return work.page.locator(".board .hint")


def test_typing_goes_on_while_the_server_is_away(watched: Open, server: Server) -> None:
    work = new_canvas(watched(server.home, 1280, 720).page, server.store)
    work.adder("Place, patterns").click()
    work.page.keyboard.type("Half of a sentence")
    server.stop(signal.SIGKILL)
    work.page.wait_for_timeout(UNTIL_STREAMLIT_WOULD_SAY_SO_MS)
    work.page.keyboard.type(" and the rest of it")
    server.start()
    expect(work.page.locator(".stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED", timeout=60_000
    )
    work.page.keyboard.type(", to the end")
    expect(editor(work)).to_have_value("Half of a sentence and the rest of it, to the end")
    work.page.keyboard.press("Enter")
    work.settled(1)
    assert [card.text for card in work.canvas.cards] == [
        "Half of a sentence and the rest of it, to the end"
    ]


def test_a_page_without_a_picture_says_so_when_the_server_is_away(
    watched: Open, server: Server
) -> None:
    page = watched(server.home, 1280, 720).page
    said = page.get_by_role("status").filter(has_text="No connection just now")
    expect(page.get_by_role("button", name="Create the canvas")).to_be_visible(timeout=30_000)
    expect(said).to_be_hidden()
    server.stop(signal.SIGKILL)
    try:
        expect(said).to_be_visible(timeout=15_000)
        expect(page.get_by_role("dialog")).to_have_count(0)
    finally:
        server.start()
    expect(said).to_be_hidden(timeout=60_000)
