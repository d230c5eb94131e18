"""The tray beside the picture: cards taken from it by hand, by list and by key, seen by others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from iceberg.edits import AddTrayCard, PutInTray, fold
from iceberg.model import Canvas, Card, Link, TrayCard
from iceberg.scene.build import build_scene
from iceberg.scene.placing import settled
from iceberg.store import open_store
from iceberg.ui import session
from iceberg.ui.component.words import WORDS
from iceberg.workshop import Workshop
from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork, Point
from tests.browser.test_touch import Fingers
from tests.browser.workshop import Room, new_room

pytestmark = pytest.mark.browser

Open = Callable[..., Watched]
LAYERS = tuple(session.catalog().layer(name) for name in ("national", "place"))
PLACED = Card(id="placed", layer="place", level="patterns", text="Posts keep moving")
WAITING = {"targets": "Targets reward speed", "club": "The club closed", "who": "Who decides?"}
CANVAS = fold(
    settled(Canvas(title="Ours", layers=LAYERS, cards=(PLACED,))),
    [AddTrayCard(card=TrayCard(id=name, text=text)) for name, text in WAITING.items()],
)


def opened(watched: Open, server: Server, width: int = 1280, **options: object) -> AtWork:
    store = open_store(str(server.store))
    canvas_id = Workshop(store).create(CANVAS)
    store.close()
    return joined(watched, server, canvas_id, width, **options)


def joined(
    watched: Open, server: Server, canvas_id: str, width: int = 1280, **options: object
) -> AtWork:
    seen = watched(f"{server.home}/?canvas={canvas_id}", width, 800, **options)
    work = AtWork(seen.page, server.store)
    expect(faces(seen.page).first).to_be_visible(timeout=30_000)
    work.settled(int(work.board.get_attribute("data-revision") or 0))
    return work


@pytest.fixture
def work(watched: Open, server: Server) -> AtWork:
    return opened(watched, server)


def faces(page: Page) -> Locator:
    return page.locator(".tray .face")


def middle_of(shown: Locator) -> Point:
    box = shown.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def spot(work: AtWork, layer: str, level: str) -> Point:
    """The middle of a band of an iceberg on the screen."""
    scene = build_scene(work.canvas)
    band = next(band for band in scene.bands if band.level == level)
    xs = [x for x, _ in next(one for one in scene.icebergs if one.layer == layer).outline]
    return work.on_screen((min(xs) + max(xs)) / 2, (band.y0 + band.y1) / 2)


def where(work: AtWork, card_id: str) -> tuple[str, str] | None:
    card = work.canvas.card(card_id)
    return (card.layer, card.level) if card else None


def test_a_card_is_dragged_onto_a_band_and_undo_puts_it_back(work: AtWork) -> None:
    work.drag(middle_of(faces(work.page).first), spot(work, "national", "structures"))
    work.settled(1)
    assert where(work, "targets") == ("national", "structures")
    card = work.canvas.card("targets")
    assert card
    assert card.position
    assert card.position.pinned
    expect(faces(work.page)).to_have_count(2)
    work.page.locator(".toast").get_by_role("button", name=WORDS["undo"]).click()
    work.settled(2)
    assert work.canvas.model_copy(update={"revision": 0}) == CANVAS
    expect(faces(work.page)).to_have_count(3)


def test_the_band_is_told_while_a_card_is_over_it_and_escape_lets_go(work: AtWork) -> None:
    work.page.mouse.move(*middle_of(faces(work.page).first))
    work.page.mouse.down()
    work.page.mouse.move(*spot(work, "place", "events"), steps=4)
    said = WORDS["tray_drop"].replace("{cell}", "Place, events")
    expect(work.page.locator(".hint")).to_have_text(said)
    work.page.mouse.move(*middle_of(faces(work.page).last), steps=4)
    work.page.mouse.up()
    expect(work.page.locator(".lifted")).to_have_count(0)
    assert work.canvas == CANVAS


def test_several_picked_cards_are_dragged_together(work: AtWork) -> None:
    faces(work.page).nth(0).click()
    faces(work.page).nth(1).click()
    work.drag(middle_of(faces(work.page).first), spot(work, "place", "events"))
    work.settled(1)
    assert where(work, "targets") == where(work, "club") == ("place", "events")
    assert [card.text for card in work.canvas.tray] == ["Who decides?"]


def test_cards_are_placed_with_the_keyboard_alone(work: AtWork) -> None:
    page = work.page
    faces(page).first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label(WORDS["tray_where"])).to_be_focused()
    page.get_by_label(WORDS["tray_where"]).select_option(label="National, patterns")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    work.settled(1)
    assert where(work, "targets") == where(work, "club") == ("national", "patterns")
    page.keyboard.press("Control+z")
    work.settled(2)
    assert work.canvas.model_copy(update={"revision": 0}) == CANVAS


def test_a_finger_drags_a_card_by_its_grip(watched: Open, server: Server) -> None:
    work = opened(watched, server, 844, has_touch=True)
    fingers = Fingers(work.page.context.new_cdp_session(work.page))
    start, end = middle_of(work.page.locator(".tray .grip").first), spot(work, "place", "events")
    fingers.down(start)
    for share in (0.3, 0.6, 1):
        fingers.move(tuple(a + share * (b - a) for a, b in zip(start, end, strict=True)))
    fingers.up()
    work.settled(1)
    assert where(work, "targets") == ("place", "events")


def test_others_see_the_tray_change_at_once(work: AtWork, watched: Open, server: Server) -> None:
    canvas_id = work.page.url.split("canvas=")[1].split("&")[0]
    other = joined(watched, server, canvas_id)
    work.drag(middle_of(faces(work.page).first), spot(work, "national", "events"))
    expect(faces(other.page)).to_have_count(2, timeout=10_000)
    faces(other.page).last.click()
    other.page.locator(".tray").get_by_role("button", name=WORDS["tray_remove"]).click()
    expect(faces(work.page)).to_have_count(1, timeout=10_000)


def test_cards_are_added_and_reworded_in_the_tray(work: AtWork) -> None:
    page = work.page
    page.get_by_role("button", name=WORDS["tray_add"]).click()
    page.keyboard.type("Not sure about this")
    page.keyboard.press("Enter")
    work.settled(1)
    assert work.canvas.tray[-1].text == "Not sure about this"
    faces(page).last.click()
    page.locator(".tray").get_by_role("button", name=WORDS["tray_edit"]).click()
    page.keyboard.press("Control+a")
    page.keyboard.type("Said better")
    page.keyboard.press("Enter")
    work.settled(2)
    assert work.canvas.tray[-1].text == "Said better"
    page.get_by_role("button", name=WORDS["tray_add"]).click()
    page.keyboard.type("Never mind")
    page.keyboard.press("Escape")
    assert work.canvas.revision == 2


def test_a_card_of_the_picture_goes_into_the_tray_by_hand_and_by_key(work: AtWork) -> None:
    work.drag(work.middle("Posts keep moving"), middle_of(work.page.locator(".tray .line").first))
    work.settled(1)
    assert [card.id for card in work.canvas.tray][-1] == "placed"
    work.page.keyboard.press("Control+z")
    work.settled(2)
    work.list_button("Posts keep moving").focus()
    work.page.keyboard.press("t")
    work.settled(3)
    assert [card.id for card in work.canvas.tray][-1] == "placed"


def test_a_folded_tray_stays_folded_after_a_reload(work: AtWork) -> None:
    work.page.locator(".tray .head").click()
    expect(faces(work.page).first).to_be_hidden()
    work.page.reload()
    expect(work.page.locator(".tray .head")).to_have_attribute(
        "aria-expanded", "false", timeout=30_000
    )
    expect(faces(work.page).first).to_be_hidden()


def test_those_who_only_look_see_no_tray(watched: Open, shared: Server) -> None:
    room: Room = new_room(shared, watched, CANVAS)
    page = room.projector()
    expect(page.locator(".tray")).to_be_hidden()
    assert "Who decides?" not in page.content()


def test_a_link_comes_along_when_its_second_card_is_placed(watched: Open, server: Server) -> None:
    other = PLACED.model_copy(update={"id": "other", "text": "Rents rise"})
    linked = Canvas(
        title="Ours",
        layers=LAYERS,
        cards=(PLACED, other),
        links=(Link(id="l", source="other", target="placed"),),
    )
    store = open_store(str(server.store))
    canvas_id = Workshop(store).create(fold(settled(linked), [PutInTray(card="other")]))
    store.close()
    work = joined(watched, server, canvas_id)
    work.drag(middle_of(faces(work.page).first), spot(work, "national", "structures"))
    work.settled(1)
    assert [link.id for link in work.canvas.links] == ["l"]
    expect(work.page.locator(".tray")).to_be_hidden()
