"""A card that is moved with the keys can be seen all the way, and what to do can be read."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.direct import AtWork

pytestmark = pytest.mark.browser

INSIDE = 4


def box(part: Locator) -> dict[str, Any]:
    found = part.bounding_box()
    assert found is not None
    return dict(found)


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


def carried(work: AtWork) -> dict[str, Any]:
    """Where the carried card is on the screen."""
    at = work.board.get_attribute("data-carried")
    assert at, "nothing is carried"
    left, top, width, height = map(float, at.split())
    board = box(work.board)
    return {"x": board["x"] + left, "y": board["y"] + top, "width": width, "height": height}


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_the_view_follows_a_carried_card(work: AtWork, size: tuple[int, int]) -> None:
    page = work.page
    work.adder("Place, events").click()
    work.type_cards("Costs rise")
    work.settled(1)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(400)
    work.list_button("Costs rise").focus()
    page.keyboard.press("m")
    stage, hint = box(work.page.locator(".stage")), work.page.locator(".hint")
    for key in ("ArrowDown",) * 3 + ("ArrowLeft",) * 8 + ("ArrowUp",) * 3 + ("ArrowRight",) * 4:
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        card = carried(work)
        assert card["x"] >= stage["x"] - INSIDE
        assert card["y"] >= stage["y"] - INSIDE
        assert card["x"] + card["width"] <= stage["x"] + stage["width"] + INSIDE
        assert card["y"] + card["height"] <= stage["y"] + stage["height"] + INSIDE
        assert not meet(card, box(hint)), f"the hint lies on the card after {key}"
    page.keyboard.press("Escape")
    assert work.board.get_attribute("data-carried") is None


def test_what_was_done_does_not_cover_what_is_to_be_done(work: AtWork) -> None:
    page = work.page
    work.adder("Place, events").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    for width, height in ((1280, 720), (1920, 1080), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        work.list_button("Costs rise").focus()
        page.keyboard.press("r")
        page.keyboard.press("t")
        page.locator(".toast").wait_for()
        work.list_button("Groups close").focus()
        page.keyboard.press("l")
        assert not meet(box(page.locator(".toast")), box(page.locator(".hint")))
        page.keyboard.press("Escape")
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+z")
        expect(page.locator(".cards button")).to_have_count(2)
        expect(work.board).to_have_attribute("data-waiting", "0")
