"""Groups of a map dragged onto the bands: by mouse, by finger, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from iceberg.ui.bring import wording
from iceberg.ui.bring.bands.words import WORDS
from tests.browser.conftest import Server, Watched
from tests.browser.test_bring_map import FILE, FILE_INPUT
from tests.browser.test_touch import Fingers
from tests.browser.test_tray import middle_of
from tests.browser.waiting import idle

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
EVENTS, BELIEFS = "place|events", "place|mental_models"


def brought(page: Page) -> Page:
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    page.locator(FILE_INPUT).set_input_files(
        {"name": "our town.prsm", "mimeType": "application/octet-stream", "buffer": FILE}
    )
    expect(zone(page, "open").locator("li")).to_have_count(4, timeout=30_000)
    idle(page)
    return page


@pytest.fixture
def page(watched: Open, server: Server) -> Page:
    return brought(watched(server.home, 1280, 1200).page)


def zone(page: Page, to: str) -> Locator:
    return page.locator(f'.zone[data-to="{to}"]')


def group(page: Page, text: str) -> Locator:
    return page.locator(".bands li", has_text=text)


def drag(page: Page, what: Locator, to: Locator) -> None:
    page.mouse.move(*middle_of(what))
    page.mouse.down()
    page.mouse.move(*middle_of(to), steps=2)
    page.mouse.up()


def told(page: Page, placed: int, waiting: int, undecided: int) -> None:
    sentence = wording.where_they_go(placed, waiting, undecided)
    expect(page.get_by_text(sentence, exact=True)).to_be_visible(timeout=30_000)


def test_a_group_is_dragged_to_a_band_to_the_tray_and_back(page: Page) -> None:
    club = group(page, "The youth club closed")
    drag(page, club, zone(page, "national|patterns"))
    expect(zone(page, "national|patterns").locator("li")).to_have_count(1)
    told(page, 1, 3, 3)
    drag(page, club, zone(page, "later"))
    told(page, 0, 4, 3)
    drag(page, club, zone(page, "open"))
    told(page, 0, 4, 4)


def test_moves_made_faster_than_the_page_follows_are_all_kept(page: Page) -> None:
    for text, to in (
        ("The youth club", EVENTS),
        ("Posts keep", "place|patterns"),
        ("National targets", "national|structures"),
        ("People believe", BELIEFS),
    ):
        drag(page, group(page, text), zone(page, to))
    told(page, 4, 0, 0)
    expect(page.locator(".bands")).to_have_attribute("data-waiting", "0", timeout=30_000)
    page.reload()
    told(page, 4, 0, 0)
    expect(zone(page, BELIEFS).locator("li")).to_have_count(1)


def test_groups_are_placed_with_the_keyboard_alone(page: Page) -> None:
    group(page, "People believe").locator("button").focus()
    page.keyboard.press("Enter")
    said = page.locator(".bands .said")
    expect(said).to_contain_text("Picked:")
    expect(zone(page, BELIEFS).get_by_role("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(said).to_have_text(WORDS["left"])
    expect(group(page, "People believe").locator("button")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(zone(page, "later").get_by_role("button").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    told(page, 1, 3, 3)
    expect(zone(page, BELIEFS).locator("li")).to_have_count(1)
    expect(zone(page, "open").locator("button:focus")).to_have_count(1)


def test_a_tap_picks_a_group_and_a_tap_puts_it_down(watched: Open, server: Server) -> None:
    page = brought(watched(server.home, 390, 844, has_touch=True).page)
    group(page, "Posts keep moving").locator("button").tap()
    zone(page, EVENTS).get_by_role("button").first.tap()
    told(page, 1, 3, 3)
    expect(zone(page, EVENTS).locator("li")).to_have_count(1)


def test_a_finger_drags_a_group_by_its_grip(watched: Open, server: Server) -> None:
    page = brought(watched(server.home, 844, 900, has_touch=True).page)
    fingers = Fingers(page.context.new_cdp_session(page))
    zone(page, BELIEFS).scroll_into_view_if_needed()
    grip = group(page, "The youth club").locator(".grip")
    start, end = middle_of(grip), middle_of(zone(page, "national|structures"))
    fingers.down(start)
    for share in (0.3, 0.6, 1):
        fingers.move(tuple(a + share * (b - a) for a, b in zip(start, end, strict=True)))
    fingers.up()
    told(page, 1, 3, 3)
    expect(zone(page, "national|structures").locator("li")).to_have_count(1)


def test_the_bands_follow_the_lists(page: Page) -> None:
    page.get_by_role("button", name=wording.ACCEPT_ALL).click()
    told(page, 4, 0, 0)
    expect(zone(page, "open").locator("li")).to_have_count(0)
    expect(zone(page, EVENTS).locator("li")).to_have_count(1)
