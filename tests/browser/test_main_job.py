"""The main job in a real browser: open an example, add a card, link it, undo, take it away."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from iceberg.ui import wording
from iceberg.ui.bring import wording as bring_words
from iceberg.ui.take_away.choices import offered_for
from iceberg.ui.take_away.wording import PURPOSES
from tests.browser.conftest import Watched
from tests.browser.waiting import idle

pytestmark = pytest.mark.browser

SIZES = [(1280, 720), (1920, 1080), (390, 844)]
HOSTILE = "**Rents** rise :smile: ![x](https://example.com/x.png) <b>$1$</b>"
KEY_MS = 50
"""Between two keys of somebody who types fast: 240 words a minute."""
STARTS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".svg": b"<",
    ".pdf": b"%PDF-",
    ".html": b"<!",
    ".iceberg.json": b"{",
    ".scene.json": b"{",
}

Open = Callable[..., Watched]


def open_example(page: Page) -> None:
    row = page.locator(".st-key-example-northfield button")
    row.wait_for(timeout=30_000)
    row.click()
    expect(page.locator(".board")).to_have_attribute("data-revision", "0", timeout=30_000)


def settled(page: Page, revision: int) -> None:
    """The picture shows this revision, and the page has stopped running."""
    board = page.locator(".board")
    expect(board).to_have_attribute("data-revision", str(revision), timeout=30_000)
    idle(page)


def panel(page: Page, name: str) -> None:
    page.locator(".st-key-panel").get_by_text(wording.PANELS[name], exact=True).click()
    idle(page)


def add_card(page: Page, text: str) -> None:
    panel(page, "add")
    page.get_by_label(wording.ADD_TEXT).fill(text)
    page.get_by_role("button", name=wording.ADD_BUTTON).click()


def pick(page: Page, label: str, typed: str) -> None:
    """Choose from a list by typing, with the keyboard alone."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(typed)
    page.get_by_role("option").first.wait_for()
    box.press("Enter")


def download(page: Page, extension: str) -> tuple[Download, bytes]:
    name = wording.FORMATS[extension][0]
    purpose = next(one for one in reversed(PURPOSES) if extension in offered_for(one))
    page.locator(".st-key-purpose").get_by_text(PURPOSES[purpose], exact=True).click()
    page.locator(f".st-key-{purpose}-format").get_by_text(name, exact=True).click()
    button = page.get_by_role("button", name=wording.DOWNLOAD.format(format=name), exact=True)
    button.wait_for(timeout=30_000)
    idle(page)
    with page.expect_download() as started:
        button.click()
    return started.value, Path(started.value.path()).read_bytes()


def quiet(seen: Watched) -> None:
    assert seen.elsewhere() == []
    assert [line for line in seen.console if line.startswith(("error", "warning"))] == []


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_main_job(watched: Open, app_url: str, width: int, height: int) -> None:
    seen = watched(app_url, width, height)
    page = seen.page
    open_example(page)
    address = page.url
    assert "canvas=" in address

    add_card(page, "The library closes on Mondays")
    settled(page, 1)
    panel(page, "link")
    pick(page, wording.LINK_FROM, "Councils have far less")
    pick(page, wording.LINK_TO, "The library closes")
    page.get_by_role("button", name=wording.LINK_BUTTON).click()
    settled(page, 2)
    page.get_by_role("button", name="Undo", exact=True).click()
    settled(page, 3)
    page.get_by_role("button", name="Redo", exact=True).click()
    settled(page, 4)

    page.reload()
    settled(page, 4)
    assert page.url == address
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_role("link", name=wording.TAKE_AWAY).click()
    page.get_by_role("button", name=wording.DOWNLOAD.format(format="PDF")).wait_for(timeout=30_000)
    for extension, beginning in STARTS.items():
        started, data = download(page, extension)
        assert started.suggested_filename.endswith(extension)
        assert started.suggested_filename.startswith("keeping-northfield")
        assert data.startswith(beginning)
        if extension not in (".png", ".pdf"):
            assert "The library" in data.decode()
    quiet(seen)


def test_words_of_people_show_as_written_and_fetch_nothing(watched: Open, app_url: str) -> None:
    seen = watched(app_url)
    page = seen.page
    open_example(page)
    add_card(page, HOSTILE)
    settled(page, 1)
    toast = page.locator("[data-testid=stToast]").first
    toast.wait_for()
    assert HOSTILE[:30] in toast.inner_text().replace("\u2060", "")
    panel(page, "link")
    pick(page, wording.LINK_FROM, "Councils have far less")
    pick(page, wording.LINK_TO, "**Rents**")
    page.get_by_role("button", name=wording.LINK_BUTTON).click()
    settled(page, 2)
    for name in ("card", "canvas"):
        panel(page, name)
    page.get_by_text("Linked: ").last.wait_for(timeout=15_000)
    idle(page)
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert page.locator("[data-testid=stMain] a[href*='example.com']").count() == 0
    quiet(seen)


def test_a_card_chosen_on_the_picture_opens_its_panel(watched: Open, app_url: str) -> None:
    seen = watched(app_url)
    page = seen.page
    open_example(page)
    idle(page)
    button = page.get_by_role("button", name="Nobody is paid").first
    button.focus()
    button.press("Enter")
    expect(page.get_by_label(wording.TEXT, exact=True)).to_have_value(
        "Nobody is paid for time spent on relationships", timeout=15_000
    )
    quiet(seen)


def test_the_whole_table_works_with_a_keyboard(watched: Open, app_url: str) -> None:
    seen = watched(app_url)
    page = seen.page
    open_example(page)
    page.get_by_role("tab", name=wording.CARDS, exact=True).focus()
    page.keyboard.press("Enter")
    grid = page.locator("[data-testid=stDataFrame] canvas[data-testid=data-grid-canvas]")
    grid.wait_for(timeout=30_000)
    idle(page)
    grid.focus()
    for key in ("ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    editor = page.locator("#portal textarea")
    expect(editor).to_be_focused()
    page.keyboard.press("Control+a")
    # The grid takes the text as of its last drawing: no hand is faster, keys without a pause are.
    page.keyboard.type("Typed into the table", delay=KEY_MS)
    expect(page.locator("#portal .gdg-growing-entry > div")).to_have_text("Typed into the table")
    page.wait_for_timeout(KEY_MS)
    page.keyboard.press("Enter")
    grid.locator("td", has_text="Typed into the table").wait_for(state="attached")
    page.wait_for_timeout(500)  # the grid passes on what was typed after a short pause
    page.get_by_role("button", name=wording.TABLE_SAVE).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-testid=stToast]").first).to_contain_text(
        "Typed into the table", timeout=15_000
    )
    idle(page)
    page.get_by_role("button", name="Undo", exact=True).focus()
    page.keyboard.press("Enter")
    grid.locator("td", has_text="Typed into the table").wait_for(state="detached")
    quiet(seen)


def test_an_unknown_address_leads_back(watched: Open, app_url: str) -> None:
    seen = watched(f"{app_url}/?canvas=nowhere")
    page = seen.page
    page.get_by_text(wording.UNKNOWN_CANVAS).wait_for(timeout=30_000)
    page.get_by_role("link", name=wording.BACK_TO_START).click()
    page.get_by_role("button", name=wording.NEW_BUTTON).wait_for()
    quiet(seen)


def test_a_taken_canvas_opens_again_from_its_file(
    watched: Open, app_url: str, tmp_path: Path
) -> None:
    seen = watched(app_url)
    page = seen.page
    open_example(page)
    page.get_by_role("link", name=wording.TAKE_AWAY).click()
    _, data = download(page, ".iceberg.json")
    kept = json.loads(data)
    kept["title"] = "Taken away and brought back"
    path = tmp_path / "kept.iceberg.json"
    path.write_text(json.dumps(kept), encoding="utf-8")
    page.get_by_role("link", name=wording.START, exact=True).click()
    page.locator(".st-key-bring_file input[type=file]").set_input_files(path)
    page.get_by_role("button", name=bring_words.ON_ITS_OWN).click()
    expect(page.get_by_role("heading", name=kept["title"])).to_be_visible(timeout=30_000)
    quiet(seen)
