"""A new user's way from a PRSM file to a placed iceberg of two layers, and axe on the way."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from iceberg.importers import read_canvas
from iceberg.model import Canvas
from iceberg.ui import session
from iceberg.ui.bring import wording
from iceberg.ui.component.words import WORDS
from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork
from tests.browser.test_axe import check
from tests.browser.test_main_job import settled
from tests.browser.waiting import idle
from tests.browser.workshop import Room
from tests.importers.lz import packed
from tests.importers.test_prsm import edge, node, prsm

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
NODES = [
    node("a", "The youth club closed in March", y=-300),
    node("b", "Posts keep moving", x=200, y=-100),
    node("c", "National targets reward speed", y=100),
    node("d", "People believe nothing changes", x=300, y=300),
]
EDGES = [edge("c", "b", "edge0"), edge("b", "d"), edge("d", "a", "edge1"), edge("a", "gone")]
FILE = packed(json.dumps(prsm(mapTitle="Our town", nodes=NODES, edges=EDGES))).encode()
FILE_INPUT = ".st-key-bring_file input[type=file]"
ACTIONS_LIMIT = 8
"""What a person does on the way, each within ten seconds or so: far below five minutes."""


class Person:
    """Somebody new, who is counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def choose(self, data: bytes, name: str) -> None:
        self.page.locator(FILE_INPUT).set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        )
        self.actions += 1

    def drag(self, what: str, to: str) -> None:
        boxes = [self.page.locator(one).first.bounding_box() for one in (what, to)]
        (x, y), end = ((box["x"] + 9, box["y"] + box["height"] / 2) for box in boxes if box)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=3)
        self.page.mouse.up()
        self.actions += 1

    def keys(self, on: str, *keys: str) -> None:
        self.page.locator(on).first.focus()
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.actions += 1
        idle(self.page)


def test_from_a_prsm_file_to_two_placed_icebergs(watched: Open, server: Server) -> None:
    seen = watched(server.home, 1280, 720)
    somebody = Person(page := seen.page)
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    somebody.choose(FILE, "our town.prsm")
    expect(page.get_by_text(wording.REPORT, exact=True)).to_be_visible(timeout=30_000)
    expect(page.get_by_text("→ gone")).to_be_visible()
    somebody.press(wording.ACCEPT_ALL)
    expect(page.get_by_text("All 4 cards have a place.")).to_be_visible(timeout=30_000)
    expect(page.locator(".st-key-bring_preview img")).to_be_visible(timeout=30_000)
    somebody.press(wording.MAKE)
    settled(page, 0)
    canvas = AtWork(page, server.store).canvas
    assert canvas.title == "Our town"
    assert {card.layer for card in canvas.cards} == {"national", "place"}
    assert {card.level for card in canvas.cards} == {
        "events",
        "patterns",
        "structures",
        "mental_models",
    }
    assert len(canvas.links) == 3
    assert somebody.actions <= ACTIONS_LIMIT
    assert seen.elsewhere() == []
    assert [line for line in seen.console if line.startswith("error")] == []


def test_the_same_by_hand_by_key_and_from_the_tray(watched: Open, server: Server) -> None:
    seen = watched(server.home, 1280, 1200)
    somebody = Person(page := seen.page)
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    somebody.choose(FILE, "our town.prsm")
    expect(page.locator(".bands li")).to_have_count(4, timeout=30_000)
    idle(page)
    somebody.drag(".bands li:has-text('National targets')", '[data-to="national|structures"]')
    somebody.drag(".bands li:has-text('Posts keep')", '[data-to="place|patterns"]')
    somebody.keys(".bands li:has-text('People believe') button", "Enter", "Enter")
    expect(page.get_by_text(wording.where_they_go(3, 1, 1))).to_be_visible(timeout=30_000)
    somebody.press(wording.MAKE)
    work = AtWork(page, server.store)
    work.settled(0)
    assert len(work.canvas.tray) == 1
    somebody.drag(".tray li", ".adder[title='Add a card to Place, events']")
    work.settled(1)
    canvas = work.canvas
    assert {(card.layer, card.level) for card in canvas.cards} == {
        ("national", "structures"),
        ("place", "patterns"),
        ("place", "mental_models"),
        ("place", "events"),
    }
    assert (len(canvas.links), canvas.tray) == (3, ())
    assert somebody.actions <= ACTIONS_LIMIT
    assert seen.elsewhere() == []
    assert [line for line in seen.console if line.startswith("error")] == []


def test_a_reload_while_placing_loses_nothing(watched: Open, server: Server) -> None:
    somebody = Person(page := watched(server.home, 1280, 720).page)
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    somebody.choose(FILE, "our town.prsm")
    expect(page.get_by_text(wording.REPORT, exact=True)).to_be_visible(timeout=30_000)
    somebody.press(wording.ACCEPT_ALL)
    expect(page.get_by_text("All 4 cards have a place.")).to_be_visible(timeout=30_000)
    page.reload()
    expect(page.get_by_text("All 4 cards have a place.")).to_be_visible(timeout=30_000)


def test_a_participant_is_not_let_in(watched: Open, room: Room) -> None:
    address = f"?page=bring&canvas={room.canvas}&token={room.token('participant')}"
    page = watched(f"{room.server.home}/{address}").page
    expect(page.get_by_text(wording.ONLY_FACILITATORS)).to_be_visible(timeout=30_000)
    expect(page.locator(FILE_INPUT)).to_have_count(0)


def test_a_facilitator_brings_a_map_into_a_workshop(room: Room) -> None:
    somebody = Person(page := room.facilitator("bring"))
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    somebody.choose(FILE, "our town.prsm")
    expect(page.get_by_text(wording.REPORT, exact=True)).to_be_visible(timeout=30_000)
    somebody.press(wording.ACCEPT_ALL)
    somebody.press(wording.ADD)
    settled(page, 1)
    assert len(room.kept().cards) == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_while_a_map_is_placed(
    watched: Open, server: Server, scheme: str, width: int
) -> None:
    somebody = Person(page := watched(server.home, width, 800, color_scheme=scheme).page)
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    somebody.choose(FILE, "our town.prsm")
    expect(page.get_by_text(wording.REPORT, exact=True)).to_be_visible(timeout=30_000)
    expect(page.locator(".bands .face")).to_have_count(4)
    check(page, "a map that is not placed")
    page.locator(".bands .face").first.click()
    check(page, "a group that is picked")
    page.get_by_text(wording.LISTS).click()
    page.get_by_text(wording.ONE_BY_ONE).first.click()
    expect(page.get_by_text(wording.APART_BUTTON)).to_be_visible(timeout=30_000)
    check(page, "cards one by one")
    page.get_by_role("button", name=wording.ACCEPT, exact=True).first.click()
    expect(page.locator(".st-key-bring_preview img")).to_be_visible(timeout=30_000)
    check(page, "a map that is placed")
    somebody.press(wording.MAKE)
    settled(page, 0)
    page.locator(".tray .face").first.click()
    check(page, "the tray beside the picture")
    page.get_by_role("button", name=WORDS["tray_add"]).click()
    check(page, "a card that is written in the tray")
    page.keyboard.press("Escape")
    page.locator(".tray .head").click()
    check(page, "the tray, folded away")
    page.locator(".st-key-panel").get_by_text(wording.TRAY, exact=True).click()
    idle(page)
    check(page, "the tray's forms")


def test_what_is_taken_away_after_placing_opens_again(watched: Open, server: Server) -> None:
    somebody = Person(page := watched(server.home, 1280, 720).page)
    page.locator(FILE_INPUT).wait_for(state="attached", timeout=30_000)
    somebody.choose(FILE, "our town.prsm")
    expect(page.get_by_text(wording.REPORT, exact=True)).to_be_visible(timeout=30_000)
    somebody.press(wording.MAKE)
    settled(page, 0)
    page.get_by_role("link", name="Take away").click()
    page.get_by_text("Another program").click()
    page.get_by_text("Canvas file", exact=True).click()
    idle(page)
    with page.expect_download() as taken:
        page.get_by_text("Download Canvas file").click()
    with taken.value.path().open("rb") as file:
        canvas: Canvas = read_canvas(file.read(), session.catalog())
    assert (len(canvas.tray), len(canvas.tray_links), len(canvas.imports)) == (4, 3, 1)
