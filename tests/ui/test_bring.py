"""Bringing a map: report first, places by groups, nothing kept before somebody agrees."""

from __future__ import annotations

import json

import pytest

from iceberg.exporters.canvas_file import write_canvas
from iceberg.importers import read_canvas
from iceberg.model import CARDS_LIMIT, Canvas, Card
from iceberg.ui import session
from iceberg.ui.bring.groups import groups
from iceberg.ui.bring.upload import drafts
from tests.importers.samples import FILES
from tests.importers.test_loopy import ADDRESS
from tests.ui.driving import Driver

TABLE = (
    "Id,Label,Type,From,To,Polarity\n"
    "1,The bus was cut in March,Event,,,\n"
    "2,National targets reward speed,Structure,,,\n"
    "3,People believe nothing changes,Belief,,,\n"
    ",,,2,1,+\n"
    ",,,1,3,+\n"
    ",,,3,gone,\n"
)
EVENTS, BELIEFS = "place|events", "place|mental_models"


def choose(app: Driver, content: bytes | str = TABLE, name: str = "ours.csv") -> Driver:
    """Choose a file on the start page and go on to the page that it leads to."""
    data = content.encode() if isinstance(content, str) else content
    app.start().fill(bring_file=(name, data, ""))
    app.at.session_state["bring_lists"] = True
    app.at.run()
    return app


def into(app: Driver, canvas: Canvas, content: str = TABLE) -> Driver:
    """Choose a file for a canvas that is there."""
    app.canvas_id = app.workshop.create(canvas)
    app.visit("bring", app.canvas_id).fill(bring_file=("ours.csv", content.encode(), ""))
    app.at.session_state["bring_lists"] = True
    app.at.run()
    return app


def kept(app: Driver) -> Canvas:
    [entry] = app.workshop.canvases()
    app.canvas_id = entry.id
    return app.canvas


def token(app: Driver) -> str:
    """The name in the address of the map that is being placed."""
    found = app.at.query_params["draft"]
    return found if isinstance(found, str) else str(found[0])


def group(app: Driver, text: str) -> str:
    """The key of the group with this card."""
    bringing = drafts().find(token(app))
    assert bringing is not None
    [node] = [node for node in bringing.draft.source.nodes if node.text == text]
    keys = {box.key for box in app.at.selectbox}
    found = [one for by in ("suggestion", "kind") for one in groups(bringing.draft, by)]
    [key] = [one.key for one in found if node.id in one.nodes and f"to:{one.key}" in keys]
    return key


def places(canvas: Canvas) -> dict[str, tuple[str, str]]:
    return {card.text: (card.layer, card.level) for card in canvas.cards}


def test_the_report_comes_first_and_nothing_is_kept(app: Driver) -> None:
    choose(app)
    assert app.workshop.canvases() == ()
    assert "3 cards and 2 links" in app.shown
    assert "Links to cards that are not in the file" in app.shown
    assert "gone" in app.shown
    assert "3 not decided yet" in app.shown


def test_all_suggestions_are_taken_and_the_canvas_is_made_with_its_report(app: Driver) -> None:
    choose(app).press("accept_all").press("bring_keep")
    canvas = kept(app)
    assert places(canvas) == {
        "The bus was cut in March": ("place", "events"),
        "National targets reward speed": ("national", "structures"),
        "People believe nothing changes": ("place", "mental_models"),
    }
    assert (len(canvas.links), canvas.tray, canvas.title) == (2, (), "ours")
    [note] = canvas.imports
    assert (note.name, note.format) == ("ours.csv", "CSV table")
    assert "gone" in note.report
    assert canvas.title in app.shown


def test_cards_that_nobody_decides_wait_in_the_tray_with_their_links(app: Driver) -> None:
    choose(app).press(f"accept:{group(app, 'The bus was cut in March')}").press("bring_keep")
    canvas = kept(app)
    assert list(places(canvas)) == ["The bus was cut in March"]
    assert len(canvas.tray) == len(canvas.tray_links) == 2
    assert canvas.links == ()
    assert "2 cards wait in the tray" in app.shown


def test_a_group_goes_where_somebody_chooses(app: Driver) -> None:
    choose(app)
    key = group(app, "The bus was cut in March")
    app.widget(f"to:{key}").set_value("national|patterns").run()
    app.widget(f"to:{group(app, 'People believe nothing changes')}").set_value("later").run()
    assert "1 card on icebergs, 2 in the tray (1 not decided yet)" in app.shown
    app.press("bring_keep")
    canvas = kept(app)
    assert places(canvas) == {"The bus was cut in March": ("national", "patterns")}
    assert "somebody chose it" in canvas.imports[0].report


def test_a_choice_can_be_opened_again_and_all_of_them(app: Driver) -> None:
    choose(app)
    key = group(app, "The bus was cut in March")
    app.widget(f"to:{key}").set_value(EVENTS).run()
    app.widget(f"to:{key}").set_value(None).run()
    assert "3 not decided yet" in app.shown
    app.press("accept_all")
    assert "All 3 cards have a place" in app.shown
    app.press("start_over")
    assert "3 not decided yet" in app.shown


def test_single_cards_are_placed_apart_from_their_group(app: Driver) -> None:
    app = choose(app, "Label,Type\nA,Trend\nB,Trend\nC,Trend\n")
    key = group(app, "A")
    app.press("accept_all")
    app.at.session_state[f"one:{key}"] = True
    app.at.run()
    app.widget(f"apart:{key}:cards").set_value([_node(app, "B")])
    app.widget(f"apart:{key}:to").set_value("national|events")
    app.press(f"apart:{key}:go").press("bring_keep")
    assert places(kept(app)) == {
        "A": ("place", "patterns"),
        "B": ("national", "events"),
        "C": ("place", "patterns"),
    }


def _node(app: Driver, text: str) -> str:
    bringing = drafts().find(token(app))
    assert bringing is not None
    return next(node.id for node in bringing.draft.source.nodes if node.text == text)


def test_placing_nothing_apart_is_told(app: Driver) -> None:
    choose(app)
    key = group(app, "The bus was cut in March")
    app.at.session_state[f"one:{key}"] = True
    app.at.run()
    app.press(f"apart:{key}:go")
    assert app.errors == ["Choose at least one card, and where it goes."]


def test_cards_can_be_grouped_by_what_the_file_says_of_them(app: Driver) -> None:
    choose(app)
    app.at.get("button_group")[0].set_value("kind").run()
    assert "Belief (1 card)" in app.shown
    app.press(f"accept:{group(app, 'People believe nothing changes')}")
    assert "1 card on icebergs" in app.shown


def test_cards_can_be_grouped_by_the_reason_of_their_suggestions(app: Driver) -> None:
    choose(app)
    app.at.get("button_group")[0].set_value("reason").run()
    assert "its type is “Event”" in app.shown
    assert app.shown.count("(1 card)") == 3


def test_how_many_are_decided_is_told_where_it_is_decided(app: Driver) -> None:
    choose(app)
    assert "decided. Next" not in app.shown
    app.press(f"accept:{group(app, 'The bus was cut in March')}")
    assert "1 of 3 cards decided" in app.shown


def test_every_group_can_be_reached(app: Driver) -> None:
    rows = "\n".join(f"Card {number},Type {number:02}" for number in range(70))
    choose(app, f"Label,Type\n{rows}\n")
    app.at.get("button_group")[0].set_value("kind").run()
    assert "Type 59 (1 card)" in app.shown
    assert "Type 60 (1 card)" not in app.shown
    app.press("more_groups")
    app.press(f"accept:{group(app, 'Card 69')}")
    assert "1 of 70 cards decided" in app.shown
    assert not [one for one in app.at.button if one.key == "more_groups"]


def test_the_title_can_be_changed_and_an_empty_one_is_told(app: Driver) -> None:
    choose(app).press("accept_all")
    [field] = [one for one in app.at.text_input if one.key.startswith("bring_title")]
    field.set_value("")
    app.press("bring_keep")
    assert app.errors == ["The title is empty. Write at least one character."]
    assert app.workshop.canvases() == ()
    [field] = [one for one in app.at.text_input if one.key.startswith("bring_title")]
    field.set_value("Our map")
    app.press("bring_keep")
    assert kept(app).title == "Our map"


def test_leaving_a_map_keeps_nothing_and_goes_back(app: Driver) -> None:
    choose(app).press("accept_all").press("bring_cancel")
    assert app.workshop.canvases() == ()
    assert app.widget("new_create")


def test_a_reload_finds_the_map_as_it_was(app: Driver) -> None:
    choose(app).press("accept_all")
    again = Driver()
    again.at.query_params = {"page": "bring", "draft": token(app)}
    again.at.run()
    assert "All 3 cards have a place" in again.shown


def test_a_map_that_is_gone_is_told_with_a_way_on(app: Driver) -> None:
    app.at.query_params = {"page": "bring", "draft": "unknown"}
    app.at.run()
    assert "Choose its file again" in app.shown
    assert app.widget("bring_file")


@pytest.mark.parametrize("name", FILES)
def test_every_format_comes_in_on_the_start_page(app: Driver, name: str) -> None:
    choose(app, FILES[name], name)
    assert app.errors == []
    app.press("accept_all").press("bring_keep")
    assert kept(app).cards
    assert kept(app).tray == ()


@pytest.mark.parametrize(
    "content", [b"", b"\0\0", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"%PDF-1.7\n\0\xff"]
)
def test_what_cannot_be_read_is_one_clear_sentence(app: Driver, content: bytes) -> None:
    choose(app, content, "holiday.png")
    assert len(app.errors) == 1
    assert app.workshop.canvases() == ()


@pytest.mark.parametrize(
    ("text", "cards"),
    [(ADDRESS, None), ("Events\n- The club has closed\nPatterns\n- Posts keep moving\n", 2)],
)
def test_a_pasted_text_comes_in(app: Driver, text: str, cards: int | None) -> None:
    app.start().fill(pasted=text).press("paste_go").press("accept_all").press("bring_keep")
    assert len(kept(app).cards) == (cards or len(kept(app).cards))
    assert kept(app).cards


def test_pasting_nothing_is_told(app: Driver) -> None:
    app.start().press("paste_go")
    assert app.errors == ["There is no text yet. Paste an address or some lines first."]


def test_a_map_comes_into_a_canvas_as_one_edit_that_undo_takes_back(
    app: Driver, small: Canvas
) -> None:
    before = small.model_copy(update={"revision": 0})
    into(app, small).press(f"accept:{group_of_events(app)}").press("bring_keep")
    after = app.canvas
    assert after.revision == 1
    assert len(after.cards) == len(small.cards) + 1
    assert len(after.tray) == 2
    assert len(after.imports) == 1
    assert "Brought in “ours.csv”" in app.told[0]
    app.press("undo")
    assert app.canvas.model_copy(update={"revision": 0}) == before
    app.press("redo")
    assert app.canvas.model_copy(update={"revision": 1}) == after


def test_a_reload_while_placing_leaves_the_undo_to_who_began(app: Driver, small: Canvas) -> None:
    into(app, small).press("accept_all")
    again = Driver()
    again.at.query_params = {"page": "bring", "canvas": app.canvas_id, "draft": token(app)}
    again.at.run()
    again.press("bring_keep")
    assert len(app.canvas.cards) > len(small.cards)
    app.visit("canvas", app.canvas_id).press("undo")
    assert len(app.canvas.cards) == len(small.cards)


def group_of_events(app: Driver) -> str:
    return group(app, "The bus was cut in March")


def _aimed_at(canvas: Canvas, card: str) -> int:
    return sum(link.target == card for link in canvas.links)


@pytest.mark.parametrize("keeps_both", [False, True])
def test_cards_that_the_canvas_has_are_left_out_unless_both_are_wanted(
    app: Driver, small: Canvas, keeps_both: bool
) -> None:
    table = TABLE.replace("The bus was cut in March", "The  CLUB closed on Friday")
    into(app, small, table).press("accept_all")
    assert "1 card on the canvas already" in app.shown
    [box] = [one for one in app.at.checkbox if one.key.startswith("bring_same")]
    assert box.value
    if keeps_both:
        box.uncheck().run()
    app.press("bring_keep")
    assert len(app.canvas.cards) == len(small.cards) + 2 + keeps_both
    more = _aimed_at(app.canvas, "closed") - _aimed_at(small, "closed")
    assert more == (0 if keeps_both else 1)
    assert len(app.canvas.links) == len(small.links) + 2


def test_ids_that_the_canvas_has_are_replaced(app: Driver, small: Canvas) -> None:
    into(app, small, "Id,Label\ncost,Another card\n").press("accept_all").press("bring_keep")
    assert len({card.id for card in app.canvas.cards}) == len(small.cards) + 1


def test_a_map_that_is_too_much_for_the_canvas_changes_nothing(app: Driver, small: Canvas) -> None:
    cards = tuple(
        Card(id=f"c{n}", layer="place", level="events", text=f"Card {n}")
        for n in range(CARDS_LIMIT - 1)
    )
    full = small.model_copy(update={"cards": cards, "links": (), "readings": (), "assumptions": ()})
    app.canvas_id = app.workshop.create(full)
    app.visit("bring", app.canvas_id).fill(bring_file=("ours.csv", TABLE.encode(), ""))
    app.at.run()
    app.press("bring_keep")
    assert any("a canvas holds 2,000" in sentence for sentence in app.errors)
    assert app.canvas.revision == 0


def test_an_own_file_comes_into_a_canvas_with_its_places(app: Driver, small: Canvas) -> None:
    app.canvas_id = app.workshop.create(
        small.model_copy(
            update={"cards": small.cards[:1], "links": (), "readings": (), "assumptions": ()}
        )
    )
    app.visit("bring", app.canvas_id)
    app.fill(bring_file=("ours.iceberg.json", write_canvas(small).encode(), ""))
    app.at.run()
    app.press("accept_all").press("bring_keep")
    assert len(app.canvas.cards) == 3
    assert len(app.canvas.links) == 2


def test_the_report_is_shown_again_on_the_canvas_page_and_survives_a_file(app: Driver) -> None:
    choose(app).press("accept_all").press("bring_keep")
    canvas = kept(app)
    app.panel("canvas")
    assert "“ours.csv”, CSV table" in app.shown
    assert any("gone" in block.value for block in app.at.code)
    again = read_canvas(write_canvas(canvas), session.catalog())
    assert again.imports == canvas.imports


def test_hostile_names_and_texts_show_as_they_are(app: Driver) -> None:
    evil = "<img src=x onerror=alert(1)> **bold** $x$ :smile:"
    choose(app, json.dumps({"nodes": [{"id": "a", "label": evil}], "edges": []}), "a**b**.prsm")
    assert evil in app.shown.replace("\u2060", "")
    assert "a**b**.prsm" in app.shown
