"""What is laid over the picture leaves free what somebody is looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from iceberg.exporters.scene_json import scene_to_dict
from iceberg.layout.parts import MM_PER_PT
from iceberg.scene.build import build_scene
from iceberg.scene.parts import Text
from iceberg.scene.placing import settled
from iceberg.ui import assets, wording
from tests.browser.conftest import Server, Watched
from tests.browser.direct import AtWork, new_canvas, two_cards
from tests.layout.samples import sample_canvas

pytestmark = pytest.mark.browser


@pytest.fixture
def small(watched: Callable[..., Watched], server: Server) -> Iterator[AtWork]:
    """A new canvas on a laptop."""
    seen = watched(server.home, 1280, 720)
    yield new_canvas(seen.page, server.store)
    assert [line for line in seen.console if line.startswith("error")] == []


def box_of(part: Locator) -> FloatRect:
    box = part.bounding_box()
    assert box is not None
    return box


def on_screen(work: AtWork, text: str) -> FloatRect:
    """Where a card is drawn on the screen."""
    drawn = next(c for c in build_scene(work.canvas).cards if c.id == work.card(text).id)
    left, top = work.on_screen(drawn.x, drawn.y)
    right, bottom = work.on_screen(drawn.x + drawn.width, drawn.y + drawn.height)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def shared_px(a: FloatRect, b: FloatRect) -> float:
    """The area that two rectangles share, in square pixels."""
    across = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
    down = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
    return max(across, 0) * max(down, 0)


def write(work: AtWork, cell: str, *texts: str) -> None:
    revision = work.canvas.revision
    work.adder(cell).click()
    work.type_cards(*texts)
    work.settled(revision + len(texts))


@pytest.mark.parametrize("cell", ["National, events", "Place, structures", "Place, mental models"])
def test_the_next_card_is_written_beside_the_one_just_kept(small: AtWork, cell: str) -> None:
    small.adder(cell).click()
    for n, text in enumerate(("The fund closes", "Rents rise", "Staff leave"), start=1):
        small.page.keyboard.type(text)
        small.page.keyboard.press("Enter")
        small.settled(n)
        assert shared_px(box_of(small.page.locator(".editor")), on_screen(small, text)) == 0
        expect(small.page.locator(".editor textarea")).to_be_focused()


def test_the_bar_leaves_causes_and_effects_free(small: AtWork) -> None:
    write(small, "Place, patterns", "Staff leave")
    write(small, "Place, structures", "No paid time")
    write(small, "Place, events", "Two leads left")
    small.draw_link("No paid time", "Staff leave")
    small.settled(4)
    small.page.keyboard.press("Escape")
    small.draw_link("Staff leave", "Two leads left")
    small.settled(5)
    small.page.keyboard.press("Escape")
    for text in ("Staff leave", "No paid time", "Two leads left"):
        small.page.mouse.click(*small.middle(text))
        bar = small.page.get_by_role("toolbar", name="What to do with this card")
        expect(bar).to_be_visible()
        for other in ("Staff leave", "No paid time", "Two leads left"):
            assert shared_px(box_of(bar), on_screen(small, other)) == 0, (text, other)
        small.page.keyboard.press("Escape")


def test_a_second_click_presses_nothing_else(small: AtWork) -> None:
    write(small, "Place, patterns", "Staff leave", "People turn away")
    small.page.mouse.click(*small.middle("Staff leave"))
    small.page.keyboard.down("Shift")
    small.page.mouse.click(*small.middle("People turn away"))
    small.page.keyboard.up("Shift")
    small.bar("Merge").or_(small.page.locator('[data-name="merge"]')).first.dblclick()
    small.settled(3)
    assert len(small.canvas.cards) == 1
    assert small.canvas.cards[0].force is None


def test_what_the_bar_offers_keeps_its_place(small: AtWork) -> None:
    write(small, "Place, patterns", "Staff leave")
    small.page.mouse.click(*small.middle("Staff leave"))
    names = "[...document.querySelectorAll('.bar > *')].map((part) => part.dataset.name)"
    before = _inside(small.page, names)
    small.bar("▼ Resists").click()
    small.settled(2)
    assert _inside(small.page, names) == before


def _inside(page: Page, script: str) -> object:
    return page.locator(".board").evaluate(
        f"(board) => {{ const document = board; return {script}; }}"
    )


def test_a_new_canvas_is_whole_on_a_laptop(small: AtWork) -> None:
    expect(small.page.get_by_text(wording.EMPTY_CANVAS)).to_be_visible()
    fit = box_of(small.page.get_by_role("button", name="Show the whole picture"))
    assert fit["y"] + fit["height"] <= 720
    assert box_of(small.board)["y"] + box_of(small.board)["height"] <= 720
    note = box_of(small.page.get_by_text(wording.EMPTY_CANVAS))
    for tab in (wording.PICTURE, wording.CARDS, wording.LINKS):
        assert shared_px(note, box_of(small.page.get_by_role("tab", name=tab))) == 0


def test_search_and_reach_stand_beside_the_picture(small: AtWork) -> None:
    write(small, "Place, patterns", "Staff leave", "People turn away")
    small.page.mouse.click(*small.middle("Staff leave"))
    expect(small.page.get_by_label("How far causes and effects of the chosen card")).to_be_visible()
    search = small.page.get_by_label("Search the cards")
    assert box_of(search)["width"] >= 120
    for part in small.page.locator(".strip > *:visible").all():
        assert shared_px(box_of(part), box_of(small.board)) == 0
    small.page.get_by_role("button", name="Filter").click()
    filters = small.page.get_by_role("group", name="Light up cards with")
    for text in ("Staff leave", "People turn away"):
        assert shared_px(box_of(filters), on_screen(small, text)) == 0
    first = min(part.y0 for part in build_scene(small.canvas).bands)
    assert box_of(filters)["y"] < small.on_screen(0, first)[1]


def test_what_was_done_is_told_where_nobody_adds(small: AtWork) -> None:
    write(small, "Place, patterns", "Staff leave")
    small.drag(small.middle("Staff leave"), small.on_screen(100, 60))
    small.settled(2)
    toast = small.page.locator(".toast")
    expect(toast).to_contain_text("Moved “Staff leave”")
    for adder in small.page.locator(".adder").all():
        assert shared_px(box_of(toast), box_of(adder)) == 0


def test_a_drag_says_what_letting_go_would_do(small: AtWork) -> None:
    write(small, "Place, patterns", "Staff leave", "People turn away")
    mouse, hint = small.page.mouse, small.page.locator(".hint")
    mouse.move(*small.middle("Staff leave"))
    mouse.down()
    mouse.move(*small.on_screen(100, 60), steps=5)
    expect(hint).to_have_text("Put it in National, events")
    mouse.move(*small.middle("People turn away"), steps=5)
    expect(hint).to_have_text("Hold Alt to merge it into “People turn away”.")
    small.page.keyboard.down("Alt")
    x, y = small.middle("People turn away")
    mouse.move(x + 2, y + 1)
    expect(hint).to_have_text("Let go to merge the two: “People turn away”")
    expect(hint).to_be_visible()
    mouse.up()
    small.page.keyboard.up("Alt")
    small.settled(3)
    expect(hint).to_be_hidden()


@pytest.fixture
def phone(watched: Callable[..., Watched], server: Server) -> AtWork:
    """Two cards on a phone held upright, the first of them chosen."""
    seen = watched(server.home, 390, 844, has_touch=True)
    work = two_cards(seen.page, server.store)
    work.list_button("Costs rise").focus()
    work.page.keyboard.press("Enter")
    work.bar("Link").wait_for()
    return work


def test_a_link_is_drawn_on_a_phone_with_everything_in_sight(phone: AtWork) -> None:
    hint, tools = phone.page.locator(".hint"), phone.page.locator(".tools")
    phone.bar("Link").click()
    expect(hint).to_have_text("Choose the card that it leads to. A press beside the cards leaves.")
    expect(phone.page.locator(".bar")).to_be_hidden()
    assert shared_px(box_of(hint), box_of(tools)) == 0
    board = box_of(phone.board)
    phone.page.touchscreen.tap(board["x"] + 12, board["y"] + board["height"] - 130)
    expect(hint).to_be_hidden()
    expect(phone.page.locator(".bar")).to_be_visible()


def test_how_far_a_choice_reaches_can_be_said_on_a_phone(phone: AtWork) -> None:
    for name in ("How far causes and effects", "Causes or effects of the chosen card"):
        box = box_of(phone.page.get_by_label(name))
        assert box["width"] >= 70
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


@pytest.mark.parametrize("width", [390, 320])
def test_the_editor_is_whole_on_a_phone(phone: AtWork, width: int) -> None:
    phone.page.set_viewport_size({"width": width, "height": 700})
    phone.bar("Edit").click()
    expect(phone.page.locator(".editor")).to_be_visible()
    expect(phone.page.locator(".tools")).to_be_hidden()
    phone.page.wait_for_timeout(600)
    editor, board = box_of(phone.page.locator(".editor")), box_of(phone.board)
    assert shared_px(editor, board) == pytest.approx(editor["width"] * editor["height"])


def test_a_room_sees_the_icebergs_as_large_as_its_screen(work: AtWork) -> None:
    write(work, "National, events", "The fund closes")
    scene = build_scene(work.canvas)
    (card,), top, bottom = scene.cards, scene.bands[0].y0, scene.bands[-1].y1
    work.page.get_by_role("button", name="Present: the picture alone").click()
    expect(work.board).to_have_css("height", "1080px")
    work.page.wait_for_timeout(600)
    scale = 0.99 * min(1920 / scene.page.width, 1080 / (bottom - top))
    x = 960 + (card.x + 2 - scene.page.width / 2) * scale
    y = 540 + (card.y + 1 - (top + bottom) / 2) * scale
    work.page.mouse.click(x, y)
    expect(work.board).to_have_attribute("data-chosen", f"card:{card.id}")


ROOMS = """
async ([url, scene]) => {
  const { roomsIn } = await import(url);
  const roomIn = roomsIn(scene, 6);
  const { icebergs, bands } = scene;
  return icebergs.flatMap(({ layer }) => bands.map(({ level }) => roomIn({ layer, level })));
}
"""
PLUS_MM = 3
"""More than half of a + on a canvas that fills a laptop's screen."""


@pytest.mark.parametrize(("cards", "layers"), [(0, 1), (3, 2), (8, 2), (12, 3), (40, 2)])
def test_no_plus_lies_on_an_iceberg_s_name(
    server: Server, watched: Callable[..., Watched], cards: int, layers: int
) -> None:
    scene = build_scene(settled(sample_canvas(cards, layers, links_per_card=1.2)))
    page = watched(f"{server.home}/join").page
    url = f"{assets.folder_url()}/{assets.digest()}/cells.js"
    names = [m for berg in scene.icebergs for m in berg.marks if isinstance(m, Text)]
    assert names
    for point in page.evaluate(ROOMS, [url, scene_to_dict(scene)]):
        for name in names:
            aside = abs(point["x"] - name.x) - name.width / 2
            above = name.y - name.font_pt * MM_PER_PT - point["y"]
            assert max(aside, above, point["y"] - name.y) > PLUS_MM
