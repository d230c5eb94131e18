"""The picture on screen, alone, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched, serving

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).with_name("component_app.py")
SIZES = [(1280, 720), (1920, 1080), (390, 844)]
PAGE_MM = (297.0, 210.0)
A, B = (62.0, 48.0), (202.0, 48.0)
ON_LINK, ON_WATER = (110.0, 48.0), (110.0, 100.0)

Open = Callable[..., Watched]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(SCRIPT, tmp_path_factory.mktemp("component")) as address:
        yield address


def opened(watched: Open, url: str, width: int = 1280, height: int = 720) -> Watched:
    seen = watched(url, width, height)
    expect(seen.page.locator(".board")).to_have_attribute("data-revision", "1", timeout=30_000)
    return seen


def click(page: Page, point: tuple[float, float]) -> None:
    """Click on a place of the fitted page, in mm."""
    box = page.locator(".stage").bounding_box()
    assert box is not None
    scale = 0.99 * min(box["width"] / PAGE_MM[0], box["height"] / PAGE_MM[1])
    x = box["x"] + box["width"] / 2 + (point[0] - PAGE_MM[0] / 2) * scale
    y = box["y"] + box["height"] / 2 + (point[1] - PAGE_MM[1] / 2) * scale
    page.mouse.click(x, y)


def expect_chosen(page: Page, card: str | None, link: str | None) -> None:
    """What Python holds to be chosen, and what the picture shows."""
    said = re.compile(f"^Chosen: card {card}, link {link}, ")
    expect(page.locator("[data-testid=stText]")).to_have_text(said)
    shown = f"card:{card}" if card else f"link:{link}" if link else ""
    expect(page.locator(".board")).to_have_attribute("data-chosen", shown)


def picture(page: Page) -> str:
    """The pixels of the picture."""
    return str(page.evaluate(DRAWN))


DRAWN = """() => {
  const find = (root) => root.querySelector('.stage canvas')
    ?? [...root.querySelectorAll('*')].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean);
  return find(document).toDataURL();
}"""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_card_and_a_link_are_chosen_by_a_click(
    watched: Open, url: str, width: int, height: int
) -> None:
    seen = opened(watched, url, width, height)
    click(seen.page, B)
    expect_chosen(seen.page, "b", None)
    expect(seen.page.locator(".said")).to_contain_text("Direct causes: 1. Direct effects: 1.")
    click(seen.page, ON_LINK)
    expect_chosen(seen.page, None, "a-b")
    click(seen.page, ON_WATER)
    expect_chosen(seen.page, None, None)
    assert seen.elsewhere() == []
    assert seen.console == []


def test_cards_are_reached_and_chosen_with_the_keyboard_alone(watched: Open, url: str) -> None:
    page = opened(watched, url).page
    before = picture(page)
    page.locator(".cards button").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".cards button:focus")).to_have_text("Card: Groups close.")
    expect(page.locator(".hint")).to_be_visible()
    page.wait_for_timeout(500)
    assert picture(page) != before, "nothing on the picture shows where the focus is"
    page.keyboard.press("Enter")
    expect_chosen(page, "b", None)
    expect(page.locator(".cards button[aria-pressed=true]")).to_have_text("Card: Groups close.")
    page.keyboard.press("Escape")
    expect_chosen(page, None, None)


def test_a_choice_made_in_a_list_reaches_the_picture(watched: Open, url: str) -> None:
    page = opened(watched, url).page
    click(page, A)
    expect_chosen(page, "a", None)
    page.get_by_role("button", name="Choose B").click()
    expect(page.locator(".board")).to_have_attribute("data-chosen", "card:b")


def test_camera_choice_and_mount_outlive_reruns_and_changes(watched: Open, url: str) -> None:
    page = opened(watched, url).page
    click(page, A)
    expect_chosen(page, "a", None)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(500)
    page.locator(".board").evaluate("board => { board.mark = 'the same' }")
    before = picture(page)
    for run in range(3, 8):
        page.get_by_role("button", name="Run again").click()
        expect(page.locator("[data-testid=stText]")).to_contain_text(f"run {run}")
    assert picture(page) == before
    page.get_by_role("button", name="Change a card").click()
    expect(page.locator(".board")).to_have_attribute("data-revision", "2")
    expect(page.locator(".said")).to_have_text("Card changed: Card: Costs fall.")
    page.get_by_role("button", name="Add a card").click()
    expect(page.locator(".cards button")).to_have_count(4)
    expect(page.locator(".board")).to_have_attribute("data-chosen", "card:a")
    page.wait_for_timeout(700)
    assert page.locator(".board").evaluate("board => board.mark") == "the same"
    assert page.locator(".board").count() == 1


def test_the_whole_picture_comes_back_after_zooming(watched: Open, url: str) -> None:
    page = opened(watched, url).page
    page.wait_for_timeout(300)
    before = picture(page)
    page.locator(".stage").hover()
    page.mouse.wheel(0, -400)
    page.wait_for_timeout(300)
    assert picture(page) != before
    page.get_by_role("button", name="Show the whole picture").click()
    page.wait_for_timeout(600)
    assert picture(page) == before


def test_the_page_does_not_scroll_by_itself(watched: Open, url: str) -> None:
    page = opened(watched, url).page
    top = "document.querySelector('[data-testid=stMain]').scrollTop"
    page.locator(".stage").hover()
    page.mouse.wheel(0, 300)
    click(page, B)
    page.locator(".cards button").last.focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(500)
    assert page.evaluate(top) == 0


def test_the_picture_is_as_sharp_as_the_screen_is(watched: Open, url: str) -> None:
    seen = watched(url, 390, 844, device_scale_factor=3)
    expect(seen.page.locator(".board")).to_have_attribute("data-revision", "1", timeout=30_000)
    canvas = seen.page.locator(".stage canvas")
    wide = canvas.evaluate("canvas => canvas.width / canvas.clientWidth")
    assert wide == pytest.approx(3.0, abs=0.02)


LIGHTNESS = """() => {
  const find = (root) => root.querySelector('.stage canvas')
    ?? [...root.querySelectorAll('*')].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean);
  const { width, height } = find(document);
  const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(find(document), 0, 0);
  const { data } = copy.getImageData(0, 0, width, height);
  let sum = 0;
  for (let n = 0; n < data.length; n += 4) sum += data[n] + data[n + 1] + data[n + 2];
  return sum / (data.length / 4) / 765;
}"""


def test_the_picture_is_dark_in_the_dark_and_light_in_the_light(watched: Open, url: str) -> None:
    seen = watched(url, color_scheme="dark")
    board = seen.page.locator(".board")
    expect(board).to_have_attribute("data-revision", "1", timeout=30_000)
    expect(board).to_have_class("board dark")
    assert seen.page.evaluate(LIGHTNESS) < 0.3
    seen.page.emulate_media(color_scheme="light")
    expect(board).to_have_class("board")
    seen.page.wait_for_timeout(300)
    assert seen.page.evaluate(LIGHTNESS) > 0.7
    assert seen.console == []


def test_a_drawing_is_sent_once(watched: Open, url: str) -> None:
    seen = watched("about:blank")
    frames: list[bytes] = []

    def listen(socket: object) -> None:
        socket.on("framereceived", lambda data: frames.append(bytes(data)))  # type: ignore[attr-defined]

    seen.page.on("websocket", listen)
    seen.page.goto(url)
    expect(seen.page.locator(".board")).to_have_attribute("data-revision", "1", timeout=30_000)
    drawing = json.dumps("Groups close")[1:-1].encode()
    assert any(drawing in frame for frame in frames)
    click(seen.page, B)
    expect_chosen(seen.page, "b", None)
    sent = len(frames)
    click(seen.page, A)
    expect_chosen(seen.page, "a", None)
    assert not any(drawing in frame for frame in frames[sent:])


def test_a_card_that_is_partly_outside_is_still_drawn(watched: Open, url: str) -> None:
    page = opened(watched, url).page
    page.wait_for_timeout(300)
    box = page.locator(".stage").bounding_box()
    assert box is not None
    scale = 0.99 * min(box["width"] / PAGE_MM[0], box["height"] / PAGE_MM[1])
    left = box["width"] / 2 + (A[0] - PAGE_MM[0] / 2) * scale
    x, y = box["x"] + box["width"] - 90, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - (left + 40), y, steps=8)
    page.mouse.up()
    page.wait_for_timeout(400)
    below_its_text = box["height"] / 2 + (A[1] + 5 - PAGE_MM[1] / 2) * scale
    pixel = page.locator(".stage canvas").evaluate(
        "(canvas, y) => [...canvas.getContext('2d').getImageData(5, y, 1, 1).data]", below_its_text
    )
    assert pixel[:3] == [255, 255, 255]
