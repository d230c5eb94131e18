"""Another phase is another page: a phone shows its beginning, unless somebody is typing there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from iceberg.meeting.wording import PHASE_NAMES
from iceberg.model import Canvas, Card
from tests.browser.workshop import Room, new_room

pytestmark = pytest.mark.browser

DOWN = "scrollTo(0, document.body.scrollHeight)"


@pytest.fixture
def full(room: Room) -> Room:
    """A room with more cards than fit on a phone."""
    cards = tuple(
        Card(id=f"c{n}", layer="place", level="events", text=f"Card {n}") for n in range(20)
    )
    canvas: Canvas = room.kept().model_copy(update={"cards": cards})
    return new_room(room.server, room.open_page, canvas)


def how_far(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def test_the_next_phase_is_shown_from_its_beginning(full: Room) -> None:
    page = full.phone().page
    page.evaluate(DOWN)
    assert how_far(page) > 300
    full.begin("vote")
    expect(page.get_by_role("heading", name="Put your dots")).to_be_in_viewport(timeout=15_000)
    assert how_far(page) == 0


def test_whoever_is_typing_stays_there(full: Room) -> None:
    page = full.phone().page
    page.get_by_role("button", name="Suggest a change").last.click()
    box = page.get_by_label("What would you change?")
    box.fill("Not quite")
    before = how_far(page)
    assert before > 300
    full.begin("reveal")
    expect(page.get_by_text(PHASE_NAMES["reveal"], exact=True)).to_have_count(1, timeout=15_000)
    page.wait_for_timeout(500)
    expect(box).to_be_in_viewport()
    expect(box).to_be_focused()
    assert how_far(page) > 300
