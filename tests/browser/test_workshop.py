"""A whole workshop: one facilitator, two phones and a projector, from the code to the PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from iceberg.store import open_store
from iceberg.ui.meeting import wording
from iceberg.ui.wording import UNKNOWN_CANVAS
from tests.browser.conftest import Watched
from tests.browser.workshop import Room, begin, press

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]


def test_from_the_code_to_the_pdf(room: Room, tmp_path: Path) -> None:
    desk, wall = room.facilitator(), room.projector()
    press(desk, wording.OPEN_DOOR)
    code = desk.get_by_role("heading", name=re.compile(r"^\w{3} \w{3}$")).inner_text()
    sam = room.phone()
    kim = room.open_page(f"{room.server.home}/join", 390, 844, has_touch=True)
    kim.page.get_by_label("Code").fill(code.lower())
    kim.page.get_by_role("button", name="Join").click()
    expect(kim.page.locator("h1")).to_have_text("The lunch club")
    kims = type(sam)(kim)

    begin(desk, "silence")
    expect(wall.locator(".phase")).to_contain_text("0 cards so far")
    sam.add("The bus was cut")
    kims.add("Employer costs rise", layer="National", level="Structures")
    kims.add("Cost of staff goes up", layer="National", level="Structures")
    expect(wall.locator(".phase")).to_contain_text("3 cards so far")
    expect(sam.own()).to_have_count(1)
    expect(sam.everybodys()).to_have_count(0)
    assert "Employer costs" not in wall.locator(".board").inner_html()

    begin(desk, "reveal")
    expect(sam.everybodys()).to_have_count(3)
    expect(wall.locator(".cards button")).to_have_count(3)

    begin(desk, "cluster")
    expect(sam.page.locator("#text")).to_be_hidden()
    sam.everybodys().filter(has_text="Cost of staff").get_by_role("button").last.click()
    sam.page.get_by_label("What would you change?").fill("Staff cost more")
    sam.page.get_by_role("button", name="Send to the facilitator").click()
    expect(desk.get_by_text("Staff cost more")).to_be_visible(timeout=15_000)

    begin(desk, "link")
    sam.choose("This", "Employer costs rise")
    sam.choose("to this", "The bus was cut")
    sam.page.get_by_role("button", name="Link", exact=True).click()
    expect(sam.section("Link two cards").locator("li")).to_have_count(1)

    begin(desk, "vote")
    for phone, times in ((sam, 2), (kims, 1)):
        more = phone.page.get_by_role("button", name="Put a dot on: The bus was cut")
        for _ in range(times):
            more.click()
    expect(wall.locator(".phase")).to_contain_text("2 have put dots")
    expect(sam.page.get_by_text("0 of 2 dots left · 2 in the room")).to_be_visible()
    assert all(card.votes == 0 for card in room.kept().cards)

    begin(desk, "look")
    expect(sam.everybodys().filter(has_text="The bus was cut")).to_contain_text("●●●")
    desk.get_by_text(wording.AFTER).click()
    press(desk, wording.AFTER_END)
    expect(desk.get_by_text("the canvas is locked").first).to_be_visible(timeout=15_000)
    kept = room.kept()
    assert [one.name for one in kept.snapshots] == [
        desk.get_by_label(wording.AFTER_LABEL).input_value()
    ]
    assert {card.text: card.votes for card in kept.cards}["The bus was cut"] == 3
    assert len(kept.links) == 1
    take_pdf(desk, tmp_path)
    for seen in (sam.seen, kim):
        assert seen.elsewhere() == []
        assert [line for line in seen.console if line.startswith("error")] == []


def take_pdf(page: Page, folder: Path) -> None:
    page.get_by_role("link", name="Take away").click()
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name="Download PDF").click()
    file = folder / "picture.pdf"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF")


def test_a_phone_keeps_what_is_written_through_reload_and_lost_wifi(room: Room) -> None:
    sam = room.phone()
    sam.page.locator("#text").fill("Half a thou")
    sam.page.reload()
    expect(sam.page.locator("#text")).to_have_value("Half a thou")
    # The draft is there before the connection.
    expect(sam.page.get_by_role("button", name="Place", exact=True)).to_be_visible()
    sam.page.context.set_offline(True)
    for text in ("One", "Two", "Three"):
        sam.add(text)
    expect(sam.page.get_by_text("Kept on this phone, will be sent.")).to_have_count(
        4, timeout=15_000
    )
    sam.page.locator("#text").fill("Still typing")
    sam.page.context.set_offline(False)
    expect(sam.own().first).to_contain_text("Place · Events", timeout=30_000)
    assert [card.text for card in room.kept().cards] == ["One", "Two", "Three"]
    expect(sam.page.locator("#text")).to_have_value("Still typing")


def test_a_phone_that_was_closed_in_lost_wifi_sends_when_it_is_opened_again(room: Room) -> None:
    sam = room.phone()
    sam.page.context.set_offline(True)
    sam.add("Before the phone was locked")
    expect(sam.own()).to_have_count(1)
    context, address = sam.page.context, sam.page.url
    sam.page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(again.get_by_role("button", name="Edit: Before the phone was locked")).to_be_visible()
    expect(again.get_by_text("Place · Events").first).to_be_visible(timeout=15_000)
    assert [card.text for card in room.kept().cards] == ["Before the phone was locked"]


def test_a_break_too_short_to_end_the_connection_ends_for_the_phone_too(room: Room) -> None:
    sam = room.phone()
    status = sam.page.get_by_role("status").first
    sam.page.context.set_offline(True)
    expect(status).to_contain_text("No connection")
    sam.page.context.set_offline(False)
    expect(status).to_have_text("Connected again.", timeout=15_000)


def test_what_came_too_late_for_its_phase_stays_on_the_phone_to_be_sent_again(room: Room) -> None:
    sam = room.phone()
    sam.page.context.set_offline(True)
    for text in ("One", "Two"):
        sam.add(text)
    room.begin("look")
    sam.page.context.set_offline(False)
    expect(sam.own().filter(has_text="This is not possible in the phase")).to_have_count(
        2, timeout=30_000
    )
    sam.page.reload()
    expect(sam.own()).to_have_count(2)
    sam.page.get_by_role("button", name="Remove: Two").click()
    room.begin("open")
    sam.page.get_by_role("button", name="Try again: One").click()
    expect(sam.own()).to_have_count(1)
    expect(sam.own()).to_contain_text("Place · Events")
    assert [card.text for card in room.kept().cards] == ["One"]


def test_a_card_of_ones_own_is_changed_and_removed_and_brought_back(room: Room) -> None:
    sam, kim = room.phone(), room.phone()
    sam.add("A first try")
    expect(kim.everybodys()).to_have_count(1)
    expect(kim.own()).to_have_count(0)
    expect(kim.everybodys().get_by_role("button", name="Edit")).to_have_count(0)
    sam.page.get_by_role("button", name="Edit: A first try").click()
    box = sam.own().locator("textarea")
    box.fill("A better try")
    kim.add("Meanwhile")
    expect(sam.everybodys()).to_have_count(2)
    expect(box).to_have_value("A better try")
    sam.page.get_by_role("button", name="Save").click()
    expect(kim.everybodys().filter(has_text="A better try")).to_have_count(1)
    sam.page.get_by_role("button", name="Remove: A better try").click()
    expect(kim.everybodys()).to_have_count(1)
    sam.page.get_by_role("button", name="Undo").click()
    expect(kim.everybodys()).to_have_count(2)


def test_hostile_text_stays_text_on_phones(room: Room) -> None:
    sam, kim = room.phone(), room.phone()
    hostile = "<img src=x onerror=alert(1)>\u202e</script>{{7*7}}"
    kim.page.on("dialog", lambda _: pytest.fail("a script of a card was run"))
    sam.add(hostile)
    expect(kim.everybodys().locator(".text")).to_have_text(
        "<img src=x onerror=alert(1)></script>{{7*7}}"
    )


def test_replaced_links_close_the_phone_with_a_sentence(room: Room) -> None:
    sam, desk = room.phone(), room.facilitator()
    desk.get_by_text(wording.LINKS).click()
    press(desk, wording.REPLACE)
    expect(sam.page.get_by_role("status").first).to_contain_text("has been replaced")
    expect(sam.page.locator("main")).to_be_hidden()


def test_whoever_facilitates_beside_one_who_deletes_the_canvas_is_told(room: Room) -> None:
    desk = room.facilitator()
    expect(desk.get_by_text(wording.PHASE)).to_be_visible(timeout=30_000)
    store = open_store(str(room.server.store))
    store.delete(room.canvas)
    store.close()
    expect(desk.get_by_text(UNKNOWN_CANVAS)).to_be_visible(timeout=15_000)
    expect(desk.get_by_text(wording.PHASE)).to_be_hidden()


def test_on_a_projector_the_phase_leaves_the_title_free(room: Room) -> None:
    wall = room.projector()
    room.begin("reveal")
    expect(wall.locator(".phase")).to_contain_text("Show all cards", timeout=15_000)
    wall.get_by_role("button", name="Present: the picture alone").click()
    expect(wall.locator(".board")).to_have_css("height", "1080px")
    strip = wall.locator(".phase").bounding_box()
    assert strip
    assert strip["x"] > 960
    assert strip["x"] + strip["width"] <= 1920


def test_without_a_link_there_is_no_list_and_no_canvas(room: Room, watched: Open) -> None:
    seen = watched(room.server.home).page
    expect(seen.get_by_text("Canvases are opened by their links here")).to_be_visible(
        timeout=30_000
    )
    assert "The lunch club" not in seen.content()
    seen.goto(f"{room.server.home}/?canvas={room.canvas}")
    expect(seen.get_by_text("There is no canvas at this address")).to_be_visible(timeout=30_000)
    assert "The lunch club" not in seen.content()


def test_a_viewer_and_a_participant_change_nothing_on_the_picture(room: Room) -> None:
    wall = room.projector("participant")
    expect(wall.get_by_role("link", name="Open the page to take part")).to_be_visible()
    for page in (wall, room.projector()):
        expect(page.locator(".adder")).to_have_count(0)
        expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_a_phone_on_a_slow_connection_is_in_and_adds(room: Room) -> None:
    page = room.open_page("about:blank", 390, 844, has_touch=True).page
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    # 3G as browsers' own tools set it: 750 kbit/s down, 250 up, 300 ms.
    network.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 300,
            "downloadThroughput": 750_000 / 8,
            "uploadThroughput": 250_000 / 8,
        },
    )
    page.goto(f"{room.server.home}/join#{room.canvas}.{room.token('participant')}")
    expect(page.locator("h1")).to_have_text("The lunch club", timeout=10_000)
    page.locator("#text").fill("From far away")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("button", name="Edit: From far away")).to_be_visible()
    expect(page.get_by_text("Place · Events").first).to_be_visible(timeout=10_000)
    assert [card.text for card in room.kept().cards] == ["From far away"]
