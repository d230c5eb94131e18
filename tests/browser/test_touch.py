"""The picture under a finger: tap, long press, pan, pinch; nothing needs hovering."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork, Point, two_cards

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
HOLD_MS = 800


class Fingers:
    """Fingers on the screen, as Chromium itself hears of them."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session

    def _say(self, what: str, *points: Point) -> None:
        touches: list[dict[str, Any]] = [
            {"x": x, "y": y, "id": n} for n, (x, y) in enumerate(points)
        ]
        self._session.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": touches})

    def down(self, *points: Point) -> None:
        self._say("touchStart", *points)

    def move(self, *points: Point) -> None:
        self._say("touchMove", *points)

    def up(self) -> None:
        self._say("touchEnd")


@pytest.fixture
def phone(watched: Open, server: Server) -> AtWork:
    """A canvas with two cards on a phone held sideways, its picture in view."""
    seen = watched(server.home, 844, 600, has_touch=True)
    return two_cards(seen.page, server.store)


@pytest.fixture
def fingers(phone: AtWork) -> Fingers:
    return Fingers(phone.page.context.new_cdp_session(phone.page))


def between_cards(work: AtWork) -> Point:
    """How far apart two of the + buttons are on the screen: it grows as the picture does."""
    boxes = [work.adder(f"Place, {level}").bounding_box() for level in ("events", "mental models")]
    first, second = (box for box in boxes if box)
    return second["x"] - first["x"], second["y"] - first["y"]


def test_a_tap_chooses_a_card(phone: AtWork) -> None:
    phone.page.touchscreen.tap(*phone.middle("Costs rise"))
    expect(phone.board).to_have_attribute("data-chosen", f"card:{phone.card('Costs rise').id}")
    expect(phone.page.locator(".bar")).to_be_visible()


def test_a_long_press_opens_the_bar_though_the_finger_trembles(
    phone: AtWork, fingers: Fingers
) -> None:
    x, y = phone.middle("Groups close")
    fingers.down((x, y))
    for shift in (2, -2, 1):
        phone.page.wait_for_timeout(60)
        fingers.move((x + shift, y))
    phone.page.wait_for_timeout(HOLD_MS)
    expect(phone.page.locator(".bar")).to_be_visible()
    fingers.up()
    expect(phone.board).to_have_attribute("data-chosen", f"card:{phone.card('Groups close').id}")


def test_two_fingers_make_the_picture_larger(phone: AtWork, fingers: Fingers) -> None:
    x, y = phone.on_screen(150, 100)
    before = between_cards(phone)
    fingers.down((x - 30, y), (x + 30, y))
    for step in range(1, 9):
        fingers.move((x - 30 - 8 * step, y), (x + 30 + 8 * step, y))
        phone.page.wait_for_timeout(20)
    fingers.up()
    phone.page.wait_for_timeout(400)
    assert between_cards(phone)[1] > 1.5 * before[1]


def test_one_finger_moves_the_picture_and_no_card(phone: AtWork, fingers: Fingers) -> None:
    x, y = phone.middle("Costs rise")
    place = phone.adder("Place, events").bounding_box()
    assert place is not None
    fingers.down((x, y))
    for step in range(1, 9):
        fingers.move((x - 10 * step, y))
        phone.page.wait_for_timeout(20)
    fingers.up()
    phone.page.wait_for_timeout(400)
    moved = phone.adder("Place, events").bounding_box()
    assert moved is not None
    assert moved["x"] < place["x"] - 40
    assert phone.canvas.revision == 2
