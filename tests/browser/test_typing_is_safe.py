"""Words that somebody is writing outlast the server, other people and their own length."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from iceberg.model import TEXT_LIMIT
from iceberg.ui import assets
from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork, new_canvas
from tests.browser.test_two_people import open_editor, two

__all__ = ["two"]

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
Two = tuple[AtWork, AtWork]
NEAR_PX = 120
UNTIL_STREAMLIT_WOULD_SAY_SO_MS = 6_000


def editor(work: AtWork) -> Locator:
    return work.page.locator(".editor textarea")


def hint(work: AtWork) -> Locator:
    return work.page.locator(".board .hint")


def begin_to_reword(work: AtWork, words: str) -> None:
    open_editor(work, "Costs rise")
    work.page.keyboard.type(words)


def remove(work: AtWork, text: str) -> None:
    work.list_button(text).focus()
    work.page.keyboard.press("Delete")


def test_typing_goes_on_while_the_server_is_away(watched: Open, server: Server) -> None:
    work = new_canvas(watched(server.home, 1280, 720).page, server.store)
    work.adder("Place, patterns").click()
    work.page.keyboard.type("Half of a sentence")
    server.stop(signal.SIGKILL)
    work.page.wait_for_timeout(UNTIL_STREAMLIT_WOULD_SAY_SO_MS)
    work.page.keyboard.type(" and the rest of it")
    server.start()
    expect(work.page.locator(".stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED", timeout=60_000
    )
    work.page.keyboard.type(", to the end")
    expect(editor(work)).to_have_value("Half of a sentence and the rest of it, to the end")
    work.page.keyboard.press("Enter")
    work.settled(1)
    assert [card.text for card in work.canvas.cards] == [
        "Half of a sentence and the rest of it, to the end"
    ]


def test_a_page_without_a_picture_says_so_when_the_server_is_away(
    watched: Open, server: Server
) -> None:
    page = watched(server.home, 1280, 720).page
    said = page.get_by_role("status").filter(has_text="No connection just now")
    expect(page.get_by_role("button", name="Create the canvas")).to_be_visible(timeout=30_000)
    expect(said).to_be_hidden()
    server.stop(signal.SIGKILL)
    try:
        expect(said).to_be_visible(timeout=15_000)
        expect(page.get_by_role("dialog")).to_have_count(0)
    finally:
        server.start()
    expect(said).to_be_hidden(timeout=60_000)


def test_words_for_a_card_that_somebody_removes_become_a_new_card(two: Two) -> None:
    one, other = two
    begin_to_reword(one, "Costs soar")
    before = one.page.locator(".editor").bounding_box()
    remove(other, "Costs rise")
    one.settled(3)
    after = one.page.locator(".editor").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["x"] - before["x"]) < NEAR_PX
    assert abs(after["y"] - before["y"]) < NEAR_PX
    expect(one.page.locator(".editor")).to_contain_text("Somebody has removed this card")
    one.page.keyboard.press("Enter")
    one.settled(4)
    made = one.card("Costs soar")
    assert (made.layer, made.level) == ("place", "patterns")


def test_words_that_come_too_late_for_a_card_can_still_be_kept(two: Two) -> None:
    one, other = two
    one.page.context.set_offline(True)
    begin_to_reword(one, "Costs soar")
    one.page.keyboard.press("Enter")
    remove(other, "Costs rise")
    other.sees(3)
    one.page.context.set_offline(False)
    said = one.page.get_by_role("alert")
    expect(said).to_contain_text("no longer on the canvas", timeout=60_000)
    said.get_by_role("button", name="Keep as a new card").click()
    one.settled(4)
    assert {card.text for card in one.canvas.cards} == {"Groups close", "Costs soar"}


def test_who_loses_is_told_as_well(two: Two) -> None:
    one, other = two
    for person, words in ((one, "Costs soar"), (other, "Costs double")):
        begin_to_reword(person, words)
    one.page.keyboard.press("Enter")
    for person in two:
        person.settled(3)
    other.page.keyboard.press("Enter")
    told = one.page.get_by_role("alert")
    expect(told).to_contain_text("Somebody else changed the same part without having seen yours")
    for words in ("Costs soar", "Costs double"):
        expect(told).to_contain_text(words)
    lies, board = told.bounding_box(), one.board.bounding_box()
    assert lies is not None
    assert board is not None
    assert lies["height"] < board["height"] / 4


def test_a_move_that_was_moved_again_does_not_claim_the_old_place(two: Two) -> None:
    one, other = two
    other.page.context.set_offline(True)
    for person, way in ((other, "ArrowUp"), (one, "ArrowDown")):
        person.list_button("Costs rise").focus()
        for key in ("m", way, "Enter"):
            person.page.keyboard.press(key)
    one.settled(3)
    expect(one.page.locator(".toast")).to_contain_text("structures")
    other.page.context.set_offline(False)
    other.sees(4)
    expect(one.page.get_by_role("alert")).to_contain_text("that counts now (Moved")
    assert one.card("Costs rise").level == "events"


def test_what_escape_puts_aside_is_said_and_can_be_kept_at_once(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    expect(work.page.locator(".editor")).to_contain_text("Escape puts it aside")
    work.page.keyboard.type("Half a thought")
    work.page.keyboard.press("Escape")
    toast = work.page.locator(".toast")
    expect(toast).to_contain_text("Put aside: “Half a thought”")
    expect(work.page.locator(".said")).to_contain_text("Put aside")
    toast.get_by_role("button", name="Keep it").click()
    work.settled(1)
    assert work.card("Half a thought").level == "patterns"
    work.adder("Place, patterns").click()
    expect(editor(work)).to_have_value("")


def test_what_is_too_long_is_not_cut_without_a_word(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    count = work.page.locator(".editor .count")
    expect(count).to_be_hidden()
    work.page.keyboard.insert_text("a" * (TEXT_LIMIT - 5))
    expect(count).to_have_text("Letters left: 5")
    work.page.keyboard.insert_text(" and seven")
    expect(count).to_contain_text("Too long by 5")
    work.page.keyboard.press("Enter")
    expect(editor(work)).to_have_value("a" * (TEXT_LIMIT - 5) + " and seven")
    for _ in range(5):
        work.page.keyboard.press("Backspace")
    work.page.keyboard.press("Enter")
    work.settled(1)
    assert work.canvas.cards[0].text == "a" * (TEXT_LIMIT - 5) + " and"


def test_going_elsewhere_keeps_what_is_too_long_for_a_card(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    long = "word " * (TEXT_LIMIT // 4)
    work.page.keyboard.insert_text(long)
    work.page.mouse.click(*work.on_screen(5, 5))
    expect(work.page.locator(".toast")).to_contain_text("Put aside")
    work.adder("Place, patterns").click()
    expect(editor(work)).to_have_value(long)
    work.page.keyboard.press("Escape")
    assert work.canvas.cards == ()


def test_a_line_that_is_too_long_stays_while_the_others_become_cards(work: AtWork) -> None:
    work.adder("Place, events").click()
    long = "b" * (TEXT_LIMIT + 2)
    work.paste(f"First\n{long}\nThird")
    work.page.get_by_role("button", name="Make 3 cards, one a line").click()
    work.settled(1)
    assert [card.text for card in work.canvas.cards] == ["First", "Third"]
    expect(editor(work)).to_have_value(long)
    expect(work.page.locator(".editor .count")).to_contain_text("Too long by 2")


def test_a_break_is_said_at_once_and_until_it_is_over(work: AtWork) -> None:
    expect(hint(work)).to_be_hidden()
    work.page.context.set_offline(True)
    expect(hint(work)).to_contain_text("No connection just now", timeout=2_000)
    work.adder("National, structures").click()
    work.type_cards("One", "Two", "Three")
    expect(work.board).to_have_attribute("data-waiting", "3")
    expect(hint(work)).to_contain_text("No connection just now")
    work.page.context.set_offline(False)
    expect(hint(work)).not_to_contain_text("No connection", timeout=30_000)
    work.settled(3)


PUT_DOWN = """
async ([url, count]) => {
  const { freeIn } = await import(url);
  const outline = [[100, 0], [200, 0], [200, 100], [100, 100]];
  const cell = { layer: "place", level: "events" };
  const band = { level: "events", y0: 0, y1: 50 };
  const scene = { icebergs: [{ layer: "place", outline }], bands: [band] };
  const size = { width: 40, height: 10 };
  const taken = [{ x: 96, y: 40, width: 8, height: 8 }];
  for (let n = 0; n < count; n += 1) {
    const { x, y } = freeIn(scene, cell, { x: 100, y: 44 }, size, taken);
    taken.push({ x: x - 20, y: y - 5, ...size });
  }
  return taken;
}
"""


def test_what_waits_lies_in_the_ice_and_on_nothing_else(server: Server, watched: Open) -> None:
    page = watched(f"{server.home}/join").page
    url = f"{assets.folder_url()}/{assets.digest()}/cells.js"
    boxes = page.evaluate(PUT_DOWN, [url, 4])
    for n, box in enumerate(boxes[1:], 1):
        assert box["x"] >= 100
        assert box["x"] + box["width"] <= 200
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 50
        assert not [other for other in boxes[:n] if meet(box, other)]


def meet(a: dict[str, float], b: dict[str, float]) -> bool:
    across = a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]
    return across and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"]
