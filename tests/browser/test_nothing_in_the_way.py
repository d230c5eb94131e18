"""What is told in passing covers no title and moves no text box."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from iceberg.meeting import Grant, Meetings
from iceberg.store import open_store
from iceberg.workshop import Workshop
from tests.browser.workshop import Room

pytestmark = pytest.mark.browser

LONG = "What happens here? Events first, then what keeps happening, then what holds it in place."


def tell_the_room(room: Room, **changes: object) -> None:
    """By another process, as when somebody else facilitates too."""
    store = open_store(str(room.server.store))
    meetings, host = (
        Meetings(Workshop(store), store, room.access),
        Grant(room.canvas, "facilitator"),
    )
    meetings.begin(host, "silence", 12)
    meetings.set_up(host, **changes)
    store.close()


def around(page: Page, selector: str, by: int = 3) -> set[tuple[int, ...]]:
    """The colours just right of and below an element."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    right, below = int(box["x"] + box["width"]) + by, int(box["y"] + box["height"]) + by
    column = [(right, y) for y in range(int(box["y"]), below)]
    row = [(x, below) for x in range(int(box["x"]), right)]
    return {image.getpixel(point) for point in (*column, *row)}  # type: ignore[misc]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (390, 844)])
def test_the_phase_and_its_note_leave_the_picture_free(room: Room, size: tuple[int, int]) -> None:
    tell_the_room(room, note=LONG, names=True)
    page = room.projector()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    expect(page.locator(".phase")).to_contain_text(LONG)
    expect(page.locator(".phase .clock")).to_contain_text("left")
    expect(page.locator(".phase")).to_contain_text("Names are on")
    page.wait_for_timeout(500)
    assert len(around(page, ".phase")) == 1


def test_what_a_phone_says_moves_no_text_box(room: Room) -> None:
    sam = room.phone()
    text = sam.page.locator("#text")
    before = text.bounding_box()
    sam.page.get_by_role("button", name="Add", exact=True).click()
    expect(sam.page.get_by_role("status").first).to_have_text("Write something first.")
    assert text.bounding_box() == before
    sam.page.context.set_offline(True)
    expect(sam.page.get_by_role("status").first).to_contain_text("No connection")
    assert text.bounding_box() == before


def test_a_warning_ends_with_its_phase(room: Room) -> None:
    sam = room.phone()
    sam.page.get_by_role("button", name="Add", exact=True).click()
    expect(sam.page.get_by_role("status").first).to_have_text("Write something first.")
    tell_the_room(room, names=True)
    expect(sam.page.get_by_role("status").first).to_have_text("Now: Add in silence")
    expect(sam.page.get_by_text("Names are on: the history shows")).to_be_visible()
