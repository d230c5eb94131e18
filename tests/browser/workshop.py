"""A workshop with people in it: a facilitator, phones, a projector, each a browser of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from iceberg.edits import CardChanges, ChangeCard
from iceberg.meeting import Access, Grant, Meetings, Phase, Role
from iceberg.meeting.access import access_from
from iceberg.meeting.wording import PHASE_NAMES
from iceberg.model import Canvas
from iceberg.store import open_store
from iceberg.ui.meeting import wording
from iceberg.workshop import Workshop
from tests.browser.conftest import Server, Watched
from tests.browser.waiting import at_rest

KEY = "the key of the browser tests"
SHARED = {"ICEBERG_SHARED": "1", "ICEBERG_KEY": KEY}
Open = Callable[..., Watched]


@dataclass
class Room:
    """A canvas that is open to others on a server, and ways into it."""

    server: Server
    open_page: Open
    canvas: str
    access: Access

    def kept(self) -> Canvas:
        """What is kept now, read from the file by somebody else."""
        workshop = Workshop(open_store(str(self.server.store)))
        try:
            return workshop.open(self.canvas)
        finally:
            workshop.close()

    def token(self, role: Role) -> str:
        store = open_store(str(self.server.store))
        meetings = Meetings(Workshop(store), store, self.access)
        try:
            return meetings.doors.token(Grant(self.canvas, "facilitator"), role)
        finally:
            store.close()

    def begin(self, phase: Phase) -> None:
        """Begin a phase without a page, as somebody else who facilitates."""
        store = open_store(str(self.server.store))
        try:
            meetings = Meetings(Workshop(store), store, self.access)
            meetings.begin(Grant(self.canvas, "facilitator"), phase)
        finally:
            store.close()

    def reword_unseen(self, before: str, after: str) -> None:
        """Reword a card, as somebody at another process who has not seen the last edit."""
        workshop = Workshop(open_store(str(self.server.store)))
        try:
            canvas = workshop.open(self.canvas)
            card = next(card.id for card in canvas.cards if card.text == before)
            edit = ChangeCard(card=card, changes=CardChanges(text=after))
            workshop.submit(self.canvas, edit, "another", seen=canvas.revision - 1)
        finally:
            workshop.close()

    def facilitator(self, page: str = "workshop", **options: object) -> Page:
        address = f"?page={page}&canvas={self.canvas}&token={self.token('facilitator')}"
        seen = self.open_page(f"{self.server.home}/{address}", 1400, 900, **options)
        return seen.page

    def projector(self, role: Role = "viewer") -> Page:
        address = f"?canvas={self.canvas}&token={self.token(role)}"
        page = self.open_page(f"{self.server.home}/{address}", 1920, 1080).page
        expect(page.locator(".board")).to_have_attribute("data-revision", "0", timeout=30_000)
        return page

    def phone(self, **options: object) -> Phone:
        address = f"{self.server.home}/join#{self.canvas}.{self.token('participant')}"
        seen = self.open_page(address, 390, 844, has_touch=True, **options)
        expect(seen.page.locator("h1")).to_have_text(self.kept().title, timeout=30_000)
        return Phone(seen)


@dataclass
class Phone:
    """Somebody with a phone."""

    seen: Watched

    @property
    def page(self) -> Page:
        return self.seen.page

    def add(self, text: str, layer: str = "Place", level: str = "Events") -> None:
        self.page.get_by_role("button", name=layer, exact=True).click()
        self.page.get_by_label("Level").select_option(label=level)
        self.page.locator("#text").fill(text)
        self.page.get_by_role("button", name="Add", exact=True).click()

    def choose(self, end: str, text: str) -> None:
        """Choose a card for one end of a link."""
        cards = self.page.get_by_role("radiogroup", name=end, exact=True)
        cards.get_by_label(text, exact=True).check()

    def section(self, title: str) -> Locator:
        return self.page.locator("section").filter(has=self.page.get_by_role("heading", name=title))

    def own(self) -> Locator:
        return self.section("My cards").locator("li")

    def everybodys(self, title: str = "All cards") -> Locator:
        return self.section(title).locator("li")


def new_room(server: Server, open_page: Open, canvas: Canvas) -> Room:
    store = open_store(str(server.store))
    made = Workshop(store).create(canvas)
    store.close()
    return Room(server, open_page, made, access_from(SHARED, server.folder))


def press(page: Page, name: str) -> None:
    """Press a button once nothing on the page is moving any more."""
    at_rest(page)
    page.get_by_role("button", name=name, exact=True).first.click()


def begin(page: Page, phase: Phase) -> None:
    """The facilitator begins a phase."""
    # A page that is drawn anew while its list of phases is open closes it.
    at_rest(page)
    page.locator(".st-key-phase [data-testid=stSelectbox] input, .st-key-phase input").first.click()
    page.get_by_role("option", name=PHASE_NAMES[phase], exact=True).click()
    press(page, wording.BEGIN)
    expect(page.get_by_text(f"Now: {PHASE_NAMES[phase]}").first).to_be_visible(timeout=15_000)
