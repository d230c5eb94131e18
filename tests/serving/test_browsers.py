"""Real browsers at the site, over TLS: two people at two processes, and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from iceberg.edits import AddCard
from iceberg.model import Card
from tests.serving.site import COOKIE, Site

pytestmark = pytest.mark.browser
SCREEN = {"width": 1280, "height": 720}


class Visitors:
    """Browsers that a process has served before, as their cookie says."""

    def __init__(self, chromium: Browser, site: Site, opened: ExitStack) -> None:
        self._chromium, self._site, self._opened = chromium, site, opened
        self._home = f"https://127.0.0.1:{site.port}"
        self.sockets: list[str] = []

    def at(self, process: int, path: str) -> Page:
        # Nobody has vouched for the site's certificate but the site itself.
        context = self._chromium.new_context(viewport=SCREEN, ignore_https_errors=True)  # type: ignore[arg-type]
        self._opened.callback(context.close)
        context.add_cookies([{"name": COOKIE, "value": str(process), "url": self._home}])
        page = context.new_page()
        page.on("websocket", lambda socket: self.sockets.append(socket.url))
        page.goto(f"{self._home}/{path}")
        return page

    def picture(self, process: int) -> Page:
        page = self.at(process, f"?canvas={self._site.canvas}&token={self._site.token}")
        expect(page.locator(".board")).to_have_attribute("data-revision", "0", timeout=30_000)
        page.keyboard.press("Escape")
        return page

    def phone(self, process: int) -> Page:
        token = self._site.meetings.doors.token(self._site.host, "participant")
        page = self.at(process, f"join#{self._site.canvas}.{token}")
        expect(page.get_by_role("button", name="Add", exact=True)).to_be_visible(timeout=30_000)
        return page


@pytest.fixture
def visitors(chromium: Browser, site: Site) -> Iterator[Visitors]:
    """At a new canvas of the site, so that its revisions can be counted."""
    before = site.canvas, site.host, site.token
    site.open_canvas(site.workshop.open(site.canvas))
    with ExitStack() as opened:
        yield Visitors(chromium, site, opened)
    site.canvas, site.host, site.token = before


def test_what_is_added_at_one_process_is_drawn_in_a_browser_at_the_other(
    site: Site, visitors: Visitors
) -> None:
    one, other = site.servers
    watching, phone = visitors.picture(other), visitors.phone(one)
    phone.locator("#text").fill("Over an encrypted line")
    phone.get_by_role("button", name="Add", exact=True).click()
    card = watching.locator(".cards button", has_text="Over an encrypted line")
    expect(card).to_have_count(1, timeout=10_000)
    card.focus()
    watching.keyboard.press("Delete")
    expect(phone.locator("li", has_text="Over an encrypted line")).to_have_count(0, timeout=10_000)
    assert {address.split(":")[0] for address in visitors.sockets} == {"wss"}


def test_a_picture_whose_process_is_killed_goes_on_at_the_other(
    site: Site, visitors: Visitors
) -> None:
    dying = next(iter(site.servers))
    watching = visitors.picture(dying)
    with site.without(dying):
        made = Card(id="meanwhile", layer="l0", level="events", text="Kept meanwhile")
        site.workshop.submit(site.canvas, AddCard(card=made), "somebody")
        card = watching.locator(".cards button", has_text="Kept meanwhile")
        expect(card).to_have_count(1, timeout=20_000)
