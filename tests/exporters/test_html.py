"""The stand-alone page: what is in the file, and what it does in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pymupdf
import pytest
from playwright.sync_api import Browser, Page

from iceberg.exporters import ExportOptions, export
from tests.browser.test_axe import AXE, RUN
from tests.exporters.test_hostile_text import data_of
from tests.layout.samples import sample_canvas
from tests.scene.samples import plain, sample
from tests.strategies.covers import LOGO

READY = "html[data-ready]"


def page_of(**options: object) -> str:
    return export(sample(), ".html", ExportOptions(**options)).data.decode()  # type: ignore[arg-type]


def test_no_address_is_in_it() -> None:
    assert re.findall(r"\b(?:https?|wss?|ftp)://[^\s\"'<]*", page_of()) == []
    assert re.findall(r"""(?:src|href)\s*=\s*["']?//""", page_of()) == []


def test_a_policy_forbids_all_loading() -> None:
    assert "default-src 'none'" in page_of()


def test_it_says_its_language_and_title() -> None:
    assert '<html lang="en-GB">' in page_of()
    assert "<title>Keeping going</title>" in page_of()


def test_nodes_and_edges_are_those_of_the_canvas() -> None:
    network = data_of(page_of())["network"]
    assert {node["id"] for node in network["nodes"]} == {"c1", "c2", "c3"}
    assert {(edge["from"], edge["to"]) for edge in network["edges"]} == {("c1", "c2"), ("c3", "c2")}


def test_greyscale_reaches_the_page() -> None:
    scene = data_of(page_of(greyscale=True))["scene"]
    assert set(re.findall(r"#[0-9a-f]{6}", str(scene["cards"]))) <= {
        f"#{level:02x}{level:02x}{level:02x}" for level in range(256)
    }


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of the sample in Chromium; fails when it asks for anything or complains."""
    file = tmp_path / "page.html"
    file.write_bytes(export(sample(), ".html").data)
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.goto(file.as_uri())
    page.wait_for_selector(READY)
    yield page
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]


def picture(page: Page) -> str:
    """The pixels of the picture alone, without what stands over it."""
    pixels: str = page.locator("#picture canvas").evaluate("canvas => canvas.toDataURL()")
    return pixels


@pytest.mark.browser
def test_choosing_a_card_tells_causes_and_effects(opened: Page) -> None:
    before = picture(opened)
    opened.get_by_role("button", name="Staff keep leaving").first.click()
    panel = opened.locator("#panel")
    assert "Resists the change" in panel.inner_text()
    assert "What leads to it" in panel.inner_text()
    assert "Contracts below cost" in panel.inner_text()
    assert "A circle meets" in panel.inner_text()
    assert "Staff keep leaving" in opened.locator("#told").inner_text()
    assert picture(opened) != before


@pytest.mark.browser
def test_a_click_on_the_picture_chooses_the_card_under_it(opened: Page) -> None:
    card = next(c for c in data_of(page_of())["scene"]["cards"] if c["id"] == "c1")
    x, y = opened.evaluate(
        """([x, y]) => {
            const box = document.querySelector("#picture").getBoundingClientRect();
            const unit = 0.98 * Math.min(box.width / 297, box.height / 210);
            return [box.x + box.width / 2 + (x - 148.5) * unit,
                    box.y + box.height / 2 + (y - 105) * unit];
        }""",
        [card["x"] + card["width"] / 2, card["y"] + card["height"] / 2],
    )
    opened.mouse.click(x, y)
    opened.wait_for_function("document.querySelector('#panel').textContent.includes('below cost')")
    pressed = opened.locator('[aria-pressed="true"]')
    assert pressed.get_attribute("data-card") == "c1"


@pytest.mark.browser
def test_everything_can_be_done_from_the_keyboard(opened: Page) -> None:
    opened.locator('[data-card="c1"]').focus()
    opened.keyboard.press("Enter")
    assert "Contracts below cost" in opened.locator("#told").inner_text()
    opened.keyboard.press("Escape")
    assert opened.locator("#told").inner_text() == ""
    assert opened.locator('[aria-pressed="true"]').count() == 0


@pytest.mark.browser
def test_it_zooms_and_comes_back(opened: Page) -> None:
    whole = picture(opened)
    opened.get_by_role("button", name="Zoom in").click()
    opened.get_by_role("button", name="Zoom in").click()
    opened.wait_for_timeout(200)
    assert picture(opened) != whole
    opened.get_by_role("button", name="Whole picture").click()
    opened.wait_for_timeout(200)
    assert picture(opened) == whole


@pytest.mark.browser
def test_the_wheel_zooms(opened: Page) -> None:
    whole = picture(opened)
    opened.mouse.move(400, 300)
    opened.mouse.wheel(0, -400)
    opened.wait_for_timeout(200)
    assert picture(opened) != whole


@pytest.mark.browser
def test_hostile_text_stays_text(chromium: Browser, tmp_path: Path) -> None:
    text = "</script><img src=x onerror=document.title='gone'>"
    file = tmp_path / "page.html"
    file.write_bytes(export(plain(text, title="<b>T</b>"), ".html").data)
    page = chromium.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector(READY)
    assert page.title() == "<b>T</b>"
    assert page.locator("img").count() == 0
    assert "onerror" in page.locator("li button").first.inner_text()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_no_button_lies_on_the_picture(
    chromium: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(export(sample(), ".html").data)
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(file.as_uri())
    page.wait_for_selector(READY)
    drawn, buttons = (page.locator(name).bounding_box() for name in ("#picture", "#buttons"))
    page.close()
    assert drawn is not None
    assert buttons is not None
    assert drawn["width"] > 0.7 * size[0]
    assert drawn["height"] > 0.6 * drawn["width"]
    assert drawn["y"] + drawn["height"] <= buttons["y"]
    assert buttons["x"] >= 0
    assert buttons["x"] + buttons["width"] <= size[0]


@pytest.mark.parametrize(("title", "side"), [("خطة", "rtl"), ("Plan", "ltr")])
def test_tables_of_a_page_from_the_right_begin_on_the_right(title: str, side: str) -> None:
    page = export(sample().model_copy(update={"title": title}), ".html").data.decode()
    tables = re.findall(r'<div [^>]*class="scrolls"[^>]*><table>', page)
    assert tables
    assert all(f' dir="{side}"' in table for table in tables)


@pytest.mark.browser
@pytest.mark.parametrize("title", ["خطة", "Plan"])
def test_a_narrow_table_is_first_seen_from_its_beginning(
    chromium: Browser, tmp_path: Path, title: str
) -> None:
    file = tmp_path / "page.html"
    canvas = sample().model_copy(update={"title": title})
    file.write_bytes(export(canvas, ".html").data)
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(file.as_uri())
    table = page.get_by_role("region", name="From one layer to another")
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")
    head = table.get_by_role("columnheader", name="Cause").bounding_box()
    assert head is not None
    assert 0 <= head["x"] < head["x"] + head["width"] <= 390
    page.close()


@pytest.mark.browser
def test_a_long_word_pushes_no_column_out_of_sight(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    first, *rest = sample().cards
    cards = (first.model_copy(update={"text": "W" * 240}), *rest)
    file.write_bytes(export(sample().model_copy(update={"cards": cards}), ".html").data)
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.goto(file.as_uri())
    tables = page.locator("#story .scrolls").all()
    assert tables
    assert not any(table.evaluate("one => one.scrollWidth > one.clientWidth") for table in tables)
    page.close()


def test_the_list_says_what_a_card_says_whole() -> None:
    first, *rest = sample().cards
    text = f"https://example.org/{'a' * 200}"
    cards = (first.model_copy(update={"text": text}), *rest)
    page = export(sample().model_copy(update={"cards": cards}), ".html").data.decode()
    assert f">{text}</button>" in page
    assert data_of(page)["texts"]["c1"] == text


@pytest.mark.browser
def test_a_logo_is_no_larger_than_a_logo(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    cover = sample().cover.model_copy(update={"logo": LOGO})
    file.write_bytes(export(sample().model_copy(update={"cover": cover}), ".html").data)
    page = chromium.new_page()
    page.goto(file.as_uri())
    box = page.locator("#cards img").bounding_box()
    assert box is not None
    assert box["height"] <= 64
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1280, 720), (320, 640), (640, 360)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_out(
    chromium: Browser, tmp_path: Path, scheme: Literal["light", "dark"], size: tuple[int, int]
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(export(sample(), ".html").data)
    view = {"width": size[0], "height": size[1]}
    page = chromium.new_page(viewport=view, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(file.as_uri())
    page.wait_for_selector(READY)
    # The page's own policy forbids scripts from elsewhere; the debugger's are not stopped by it.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.close()


def test_the_story_is_on_the_page_with_tables_that_have_heads() -> None:
    written = page_of()
    for text in ("How to read this", "What leads to what", "We assume the council", "weakening"):
        assert text in written
    assert written.count('<th scope="col" dir="auto">') >= 10
    assert written.count("<table>") >= 5


@pytest.mark.browser
def test_the_first_screen_leads_to_the_story(opened: Page) -> None:
    link = opened.get_by_role("link", name="Read it in words and tables")
    box = link.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 720
    link.click()
    heading = opened.get_by_role("heading", name="At a glance").bounding_box()
    assert heading is not None
    assert 0 <= heading["y"] < 720


@pytest.mark.browser
def test_a_cell_keeps_its_lines(chromium: Browser, tmp_path: Path) -> None:
    source = "One survey"
    cards = (one.model_copy(update={"source": source}) for one in sample().cards)
    file = tmp_path / "page.html"
    canvas = sample().model_copy(update={"cards": tuple(cards)})
    file.write_bytes(export(canvas, ".html").data)
    page = chromium.new_page()
    page.goto(file.as_uri())
    named = page.locator("#story tr", has_text=source).last.locator("td").last
    assert sorted(named.inner_text().splitlines()) == sorted(card.text for card in canvas.cards)
    page.close()


@pytest.mark.browser
def test_printed_no_heading_is_left_behind_by_what_it_is_about(
    chromium: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(export(sample_canvas(24, 1), ".html").data)
    page = chromium.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector(READY)
    headings = set(page.locator("#story :is(h2, h3)").all_inner_texts())
    sheets = [page.pdf(format="A4", margin={"bottom": f"{mm}mm"}) for mm in range(0, 90, 10)]
    page.close()
    assert "What leads to what" in headings
    for sheet in sheets:
        for printed in pymupdf.open(stream=sheet):
            lines = printed.get_text().strip().splitlines()
            assert lines[-1].strip() not in headings


@pytest.mark.browser
def test_printed_it_is_the_picture_and_the_story(opened: Page) -> None:
    opened.emulate_media(media="print")
    assert opened.locator("#story").is_visible()
    assert opened.locator("#stage canvas").is_visible()
    assert not opened.locator("#cards").is_visible()
    opened.emulate_media(media="screen")


def test_every_colour_of_the_page_has_a_value() -> None:
    html = export(sample(), ".html").data.decode()
    named = re.findall(r"(--[a-z]+):\s*([^;]+);", html)
    assert {"--ink", "--rule"} <= {name for name, _ in named}
    assert not [name for name, value in named if f"var({name})" in value]
