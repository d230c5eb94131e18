"""A person at work on the picture: where its cards stand on the screen, and what was kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from iceberg.model import Canvas, Card, Link
from iceberg.scene.build import build_scene
from iceberg.store import open_store
from iceberg.ui import wording
from iceberg.workshop import Workshop
from tests.browser.waiting import at_rest

Point = tuple[float, float]
PASTE = """(text) => {
  const find = (root) => root.querySelector('.editor textarea')
    ?? [...root.querySelectorAll('*')].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  find(document).dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}"""


@dataclass
class AtWork:
    """A page with a canvas open on it, beside the store that its server keeps."""

    page: Page
    store: Path

    @property
    def board(self) -> Locator:
        return self.page.locator(".board")

    @property
    def canvas(self) -> Canvas:
        """What is kept now, read from the file by somebody else."""
        workshop = Workshop(open_store(str(self.store)))
        try:
            return workshop.open(self.page.url.split("canvas=")[1].split("&")[0])
        finally:
            workshop.close()

    def sees(self, revision: int) -> None:
        """The picture shows this revision, nothing waits and nothing moves."""
        expect(self.board).to_have_attribute("data-revision", str(revision), timeout=30_000)
        expect(self.board).to_have_attribute("data-waiting", "0", timeout=30_000)
        at_rest(self.page)

    def settled(self, revision: int) -> None:
        """The same, and the rest of the page has followed: after others' work, a while later."""
        expect(self.board).to_have_attribute("data-told", str(revision), timeout=30_000)
        self.sees(revision)

    def paste(self, text: str) -> None:
        """Paste into the open editor."""
        self.page.evaluate(PASTE, text)

    def card(self, text: str) -> Card:
        return next(card for card in self.canvas.cards if card.text == text)

    def link(self, source: str, target: str) -> Link:
        ends = (self.card(source).id, self.card(target).id)
        return next(link for link in self.canvas.links if (link.source, link.target) == ends)

    def on_screen(self, x: float, y: float) -> Point:
        """A point of the fitted page, in mm, as a place on the screen in CSS pixels."""
        box = self.page.locator(".stage").bounding_box()
        assert box is not None
        page = build_scene(self.canvas).page
        scale = 0.99 * min(box["width"] / page.width, box["height"] / page.height)
        return (
            box["x"] + box["width"] / 2 + (x - page.width / 2) * scale,
            box["y"] + box["height"] / 2 + (y - page.height / 2) * scale,
        )

    def middle(self, text: str) -> Point:
        """The middle of a card on the screen."""
        drawn = next(c for c in build_scene(self.canvas).cards if c.id == self.card(text).id)
        return self.on_screen(drawn.x + drawn.width / 2, drawn.y + drawn.height / 2)

    def handle(self, text: str) -> Point:
        """The handle at the top of a card, where a link can be drawn from."""
        drawn = next(c for c in build_scene(self.canvas).cards if c.id == self.card(text).id)
        return self.on_screen(drawn.x + drawn.width / 2, drawn.y)

    def fit(self) -> None:
        self.page.get_by_role("button", name="Show the whole picture").click()
        self.page.wait_for_timeout(400)

    def drag(self, start: Point, end: Point) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()

    def draw_link(self, source: str, target: str) -> None:
        self.page.mouse.move(*self.middle(source))
        self.drag(self.handle(source), self.middle(target))

    def adder(self, cell: str) -> Locator:
        return self.page.get_by_role("button", name=f"Add a card to {cell}", exact=True)

    def type_cards(self, *texts: str) -> None:
        """Into the open editor, one after the other; then leave it."""
        for text in texts:
            self.page.keyboard.type(text)
            self.page.keyboard.press("Enter")
        self.page.keyboard.press("Escape")

    def list_button(self, text: str) -> Locator:
        return self.page.locator(".cards button", has_text=text).first

    def bar(self, name: str) -> Locator:
        return self.page.locator(".bar").get_by_role("button", name=name, exact=True)


def new_canvas(page: Page, store: Path) -> AtWork:
    """A new canvas with both icebergs and no cards, made on the start page."""
    page.get_by_label(wording.NEW_TITLE, exact=True).fill("Made by hand")
    page.get_by_role("button", name=wording.NEW_BUTTON).click()
    work = AtWork(page, store)
    work.settled(0)
    return work


def two_cards(page: Page, store: Path) -> AtWork:
    """A new canvas with two cards in one cell, its picture in view."""
    work = new_canvas(page, store)
    work.adder("Place, patterns").focus()
    page.keyboard.press("Enter")
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    work.board.scroll_into_view_if_needed()
    return work
