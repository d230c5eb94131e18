"""Work on the picture itself, as with notes on a wall: with a mouse, and with keys alone."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from iceberg.ui import wording
from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork, new_canvas

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
CELLS = {
    "National, structures": ("Contracts pay too little", "Costs rise"),
    "National, patterns": ("Groups close", "Funders pause"),
    "Place, patterns": ("Staff keep leaving", "People turn away", "Referrals grow"),
    "Place, events": ("Two leads left",),
    "Place, mental models": ("We are stronger together", "Survive this year first"),
    "Place, structures": ("No paid time", "No flexible money"),
}
LINKS = (
    ("Contracts pay too little", "Groups close"),
    ("Costs rise", "Groups close"),
    ("Groups close", "Referrals grow"),
    ("Staff keep leaving", "Two leads left"),
    ("No paid time", "Staff keep leaving"),
    ("No flexible money", "People turn away"),
    ("Survive this year first", "No paid time"),
    ("We are stronger together", "No paid time"),
)
TEXTS = tuple(text for texts in CELLS.values() for text in texts)


def test_a_whole_canvas_with_the_mouse(work: AtWork) -> None:
    page, edits = work.page, 0
    for cell, texts in CELLS.items():
        work.adder(cell).click()
        work.type_cards(*texts)
        edits += len(texts)
        work.settled(edits)
    for source, target in LINKS:
        work.draw_link(source, target)
        edits += 1
        work.settled(edits)
    page.keyboard.press("Escape")
    for text, effect in (("Costs rise", "▼ Resists"), ("We are stronger together", "▲ Helps")):
        page.mouse.click(*work.middle(text))
        work.bar(effect).click()
        edits += 1
        work.settled(edits)
    page.keyboard.press("Escape")
    work.drag(work.middle("Funders pause"), work.middle("Referrals grow"))
    edits += 1
    work.settled(edits)
    assert work.card("Funders pause").layer == "place"
    expect(page.locator(".toast")).to_contain_text("Moved “Funders pause” to Place, patterns")
    page.keyboard.down("Alt")
    work.drag(work.middle("Funders pause"), work.middle("Costs rise"))
    page.keyboard.up("Alt")
    edits += 1
    work.settled(edits)
    _check(work)
    _undo_and_redo(work, edits)
    page.get_by_role("link", name=wording.TAKE_AWAY).click()
    _taken(work, lambda button: button.click())


def test_a_whole_canvas_with_keys_alone(work: AtWork) -> None:
    page, edits = work.page, 0
    for cell, texts in CELLS.items():
        work.adder(cell).focus()
        page.keyboard.press("Enter")
        work.type_cards(*texts)
        edits += len(texts)
        work.settled(edits)
        expect(page.locator(".cards button:focus")).to_contain_text(texts[-1])
    for source, target in LINKS:
        work.list_button(source).focus()
        page.keyboard.press("l")
        work.list_button(target).focus()
        page.keyboard.press("Enter")
        edits += 1
        work.settled(edits)
    for text, key in (("Costs rise", "r"), ("We are stronger together", "h")):
        work.list_button(text).focus()
        page.keyboard.press(key)
        edits += 1
        work.settled(edits)
    work.list_button("Funders pause").focus()
    page.keyboard.press("m")
    while "Place" not in (page.locator(".said").text_content() or ""):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    edits += 1
    work.settled(edits)
    assert work.card("Funders pause").layer == "place"
    work.list_button("Funders pause").focus()
    page.keyboard.press("x")
    work.list_button("Costs rise").focus()
    page.keyboard.press("x")
    page.keyboard.press("g")
    edits += 1
    work.settled(edits)
    _check(work)
    _undo_and_redo(work, edits)
    page.get_by_role("link", name=wording.TAKE_AWAY).focus()
    page.keyboard.press("Enter")
    _taken(work, lambda button: button.press("Enter"))


def _taken(work: AtWork, press: Callable[[Locator], None]) -> None:
    """The picture comes out as a file."""
    button = work.page.get_by_role("button", name="Download PDF")
    expect(button).to_be_enabled(timeout=60_000)
    with work.page.expect_download() as download:
        press(button)
    assert download.value.path().read_bytes().startswith(b"%PDF")


def _check(work: AtWork) -> None:
    canvas = work.canvas
    assert sorted(card.text for card in canvas.cards) == sorted(set(TEXTS) - {"Funders pause"})
    assert work.card("Costs rise").originals == ("Funders pause",)
    assert {(link.source, link.target) for link in canvas.links} == {
        (work.card(source).id, work.card(target).id) for source, target in LINKS
    }
    assert [c.force.effect for c in canvas.cards if c.force] == ["resists", "helps"]


def _undo_and_redo(work: AtWork, edits: int) -> None:
    done = work.canvas
    work.page.keyboard.press("Escape")
    for _ in range(edits):
        work.page.keyboard.press("Control+z")
    work.settled(2 * edits)
    assert work.canvas.cards == ()
    for _ in range(edits):
        work.page.keyboard.press("Control+Shift+z")
    work.settled(3 * edits)
    assert work.canvas.cards == done.cards
    assert work.canvas.links == done.links


def test_a_double_click_adds_and_edits(work: AtWork) -> None:
    page = work.page
    page.mouse.dblclick(*work.on_screen(210.0, 100.0))
    work.type_cards("Rents rise")
    work.settled(1)
    assert work.card("Rents rise").layer == "place"
    page.mouse.dblclick(*work.middle("Rents rise"))
    expect(page.locator(".editor textarea")).to_have_value("Rents rise")
    page.keyboard.type("Rents rise <b>again</b>")
    page.keyboard.press("Enter")
    work.settled(2)
    assert [card.text for card in work.canvas.cards] == ["Rents rise <b>again</b>"]


def test_several_lines_can_become_a_card_each(work: AtWork) -> None:
    work.adder("Place, events").click()
    work.paste("First\n\n  Second \nThird")
    work.page.get_by_role("button", name="Make 3 cards, one a line").click()
    work.settled(1)
    assert [card.text for card in work.canvas.cards] == ["First", "Second", "Third"]


def test_words_that_were_left_are_offered_again(work: AtWork) -> None:
    adder = work.adder("Place, events")
    adder.click()
    work.page.keyboard.type("Half a thou")
    work.page.keyboard.press("Escape")
    adder.click()
    expect(work.page.locator(".editor textarea")).to_have_value("Half a thou")
    work.page.keyboard.press("Escape")
    assert work.canvas.revision == 0


def test_a_link_to_itself_and_a_second_one_are_refused_in_a_sentence(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    work.draw_link("Costs rise", "Groups close")
    work.settled(3)
    work.page.keyboard.press("Escape")
    work.draw_link("Costs rise", "Groups close")
    expect(work.page.get_by_role("alert")).to_contain_text("linked already")
    work.list_button("Costs rise").focus()
    work.page.keyboard.press("l")
    work.page.keyboard.press("Enter")
    expect(work.page.get_by_role("alert")).to_contain_text("cannot lead to itself")
    assert work.canvas.revision == 3


def test_a_link_says_what_its_bar_is_told(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    work.draw_link("Costs rise", "Groups close")
    work.settled(3)
    bar = work.page.locator(".bar")
    bar.get_by_label("What it does").select_option("blocks")
    work.settled(4)
    bar.get_by_label("Sign", exact=True).select_option("-")
    work.settled(5)
    work.bar("Takes a while").click()
    work.settled(6)
    bar.get_by_label("How strong?").select_option("strong")
    work.settled(7)
    bar.get_by_label("Note").fill("  Said twice in June ")
    work.page.keyboard.press("Enter")
    work.settled(8)
    work.bar("Turn round").click()
    work.settled(9)
    link = work.link("Groups close", "Costs rise")
    assert (link.verb, link.sign, link.delayed) == ("blocks", "-", True)
    assert (link.strength, link.note) == (3, "Said twice in June")
    bar.get_by_label("Note").fill("")
    work.page.keyboard.press("Enter")
    work.settled(10)
    assert work.link("Groups close", "Costs rise").note is None
    work.bar("Remove").click()
    work.settled(11)
    assert work.canvas.links == ()


def test_a_hundred_edits_as_fast_as_the_page_allows(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    for number in range(100):
        work.page.keyboard.insert_text(f"Card {number}")
        work.page.keyboard.press("Enter")
    work.page.keyboard.press("Escape")
    work.settled(100)
    assert [card.text for card in work.canvas.cards] == [f"Card {n}" for n in range(100)]


def test_nothing_is_lost_when_the_server_is_killed(watched: Open, server: Server) -> None:
    work = new_canvas(watched(server.home, 1920, 1080).page, server.store)
    work.adder("Place, patterns").click()
    work.type_cards("Kept before")
    work.settled(1)
    work.adder("Place, events").click()
    work.page.keyboard.type("Sent while it was ")
    server.stop(signal.SIGKILL)
    work.page.keyboard.type("down")
    work.page.keyboard.press("Enter")
    work.page.keyboard.type("Still being typed")
    server.start()
    expect(work.board).to_have_attribute("data-revision", "2", timeout=60_000)
    expect(work.page.locator(".editor textarea")).to_have_value("Still being typed")
    work.page.keyboard.press("Enter")
    work.page.keyboard.press("Escape")
    work.settled(3)
    assert [card.text for card in work.canvas.cards] == [
        "Kept before",
        "Sent while it was down",
        "Still being typed",
    ]
    work.page.keyboard.press("Control+z")
    work.settled(4)
    assert len(work.canvas.cards) == 2


def test_cards_added_without_a_network_arrive_once(work: AtWork) -> None:
    work.page.context.set_offline(True)
    work.adder("Place, patterns").click()
    work.type_cards("One", "Two", "Three")
    work.page.wait_for_timeout(20_000)
    expect(work.board).to_have_attribute("data-waiting", "3")
    assert work.canvas.cards == ()
    work.page.context.set_offline(False)
    work.settled(3)
    assert [card.text for card in work.canvas.cards] == ["One", "Two", "Three"]


COUNT = """() => {
  window.effort = { clicks: 0, drags: 0, keys: 0 };
  const count = (kind, event) => addEventListener(event, (e) => {
    if (kind === "keys" ? e.isTrusted : true) window.effort[kind] += 1;
  }, { capture: true });
  count("keys", "keydown");
  let at = null;
  addEventListener("pointerdown", (e) => (at = [e.clientX, e.clientY]), { capture: true });
  addEventListener("pointerup", (e) => {
    const far = at && Math.hypot(e.clientX - at[0], e.clientY - at[1]) > 4;
    window.effort[far ? "drags" : "clicks"] += 1;
  }, { capture: true });
}"""


def test_a_canvas_takes_little_effort(work: AtWork) -> None:
    """The best peer takes 33 clicks, 8 drags and 326 keys for 12 cards and 8 links."""
    work.page.evaluate(COUNT)
    for number, (cell, texts) in enumerate(CELLS.items()):
        work.adder(cell).click()
        work.type_cards(*texts)
        work.settled(sum(map(len, list(CELLS.values())[: number + 1])))
    for number, (source, target) in enumerate(LINKS):
        work.draw_link(source, target)
        work.settled(13 + number)
    effort = work.page.evaluate("() => window.effort")
    words = sum(map(len, TEXTS))
    assert effort["clicks"] == len(CELLS)
    assert effort["drags"] == len(LINKS)
    assert effort["keys"] == words + len(TEXTS) + len(CELLS)
    assert effort["clicks"] < 33
    assert effort["keys"] < 326


def test_undo_goes_on_after_a_reload(work: AtWork) -> None:
    work.adder("Place, patterns").click()
    work.type_cards("Costs rise", "Groups close")
    work.settled(2)
    work.page.reload()
    work.settled(2)
    expect(work.page.get_by_role("button", name="Undo", exact=True)).to_be_enabled()
    work.list_button("Costs rise").focus()
    work.page.keyboard.press("Control+z")
    work.settled(3)
    assert [card.text for card in work.canvas.cards] == ["Costs rise"]
