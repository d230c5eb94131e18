from __future__ import annotations

import json
from pathlib import Path

import pytest

from iceberg import resources
from iceberg.exporters.canvas_file import write_canvas
from iceberg.model import Canvas
from iceberg.scene.placing import settled
from iceberg.ui import session, wording
from tests.ui.driving import Driver


def only_canvas(app: Driver) -> Canvas:
    (entry,) = app.workshop.canvases()
    return app.workshop.open(entry.id)


def test_new_canvas_has_what_was_asked_for_and_is_opened(app: Driver) -> None:
    app.start().fill(new_title="Ours", new_place="Northfield", new_question="Why?")
    deck = session.catalog().deck("national")
    app.at.checkbox(key=f"deck:national:{deck[0].id}").check()
    app.at.checkbox(key=f"deck:national:{deck[1].id}").check()
    app.press("new_create")
    canvas = only_canvas(app)
    assert (canvas.title, canvas.place, canvas.question) == ("Ours", "Northfield", "Why?")
    assert [layer.id for layer in canvas.layers] == ["national", "place"]
    assert [card.text for card in canvas.cards] == [deck[0].text, deck[1].text]
    assert all(card.force is None for card in canvas.cards)
    assert {reading.card for reading in canvas.readings} == {card.id for card in canvas.cards}
    assert app.at.query_params["canvas"] == app.workshop.canvases()[0].id
    assert "Ours" in app.shown
    assert app.widget("add_button")


def test_deck_shows_figure_date_and_source(app: Driver) -> None:
    app.start()
    latest = session.catalog().deck("national")[0].latest
    assert latest.source in app.shown
    assert latest.period in app.shown
    assert str(latest.date.year) in app.shown


def test_layers_are_chosen_and_an_unchosen_deck_is_not_dealt(app: Driver) -> None:
    app.start().fill(new_title="Ours")
    deck = session.catalog().deck("national")
    app.at.checkbox(key=f"deck:national:{deck[0].id}").check()
    app.fill(new_layers=["region", "place"]).press("new_create")
    canvas = only_canvas(app)
    assert [layer.id for layer in canvas.layers] == ["region", "place"]
    assert canvas.cards == ()


@pytest.mark.parametrize("title", ["", "   "])
def test_new_canvas_needs_a_title(app: Driver, title: str) -> None:
    app.start().fill(new_title=title).press("new_create")
    assert app.errors == ["The title is empty. Write at least one character."]
    assert app.workshop.canvases() == ()


def test_new_canvas_needs_an_iceberg(app: Driver) -> None:
    app.start().fill(new_title="Ours", new_layers=[]).press("new_create")
    assert app.errors == [wording.NEW_NO_LAYER]
    assert app.workshop.canvases() == ()


def test_list_says_place_and_when(app: Driver, small: Canvas) -> None:
    app.workshop.create(small)
    app.start()
    assert "Northfield · changed today at" in app.shown
    assert any(small.title in link.label for link in app.at.get("page_link"))


def test_list_folds_older_canvases_away(app: Driver, small: Canvas) -> None:
    ids = [app.workshop.create(small) for _ in range(10)]
    app.start()
    assert sum(button.key.startswith("delete:") for button in app.at.button) == 8
    app.at.session_state["older"] = True
    app.at.run()
    assert sum(button.key.startswith("delete:") for button in app.at.button) == len(ids)


def test_delete_asks_first_then_deletes_the_whole_history(app: Driver, small: Canvas) -> None:
    kept, gone = app.workshop.create(small), app.workshop.create(small)
    app.start().press(f"delete:{gone}")
    assert "This cannot be undone" in app.shown
    assert len(app.workshop.canvases()) == 2
    app.press("delete_no")
    assert len(app.workshop.canvases()) == 2
    app.press(f"delete:{gone}").press("delete_yes")
    assert [entry.id for entry in app.workshop.canvases()] == [kept]
    assert app.told == [f"Deleted “{small.title}”."]


def test_every_example_has_a_line_and_opens_as_a_copy(app: Driver) -> None:
    paths = sorted(resources.examples_folder().glob("*.iceberg.json"))
    assert len(paths) >= 3
    for path in paths:
        app.start().press(f"example:{path.name.split('.')[0]}")
        title = json.loads(path.read_text("utf-8"))["title"]
        assert title in app.shown
    assert len(app.workshop.canvases()) == len(paths)


def test_file_opens(app: Driver, small: Canvas) -> None:
    app.start().fill(
        bring_file=("ours.iceberg.json", write_canvas(small).encode(), "application/json")
    )
    app.at.run()
    canvas = only_canvas(app)
    kept = settled(small)
    assert (canvas.title, canvas.cards, canvas.links) == (small.title, kept.cards, small.links)
    assert small.title in app.shown


def test_broken_file_lists_every_problem_in_a_sentence(app: Driver, small: Canvas) -> None:
    broken = json.loads(write_canvas(small))
    broken["surprise"] = 1
    broken["cards"][0]["text"] = ""
    app.start().fill(bring_file=("a.json", json.dumps(broken).encode(), "application/json"))
    app.at.run()
    assert len(app.errors) == 2
    assert any("surprise" in sentence for sentence in app.errors)
    assert any("cards[0]" in sentence for sentence in app.errors)
    assert app.workshop.canvases() == ()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"null"])
def test_no_file_brings_the_page_down(app: Driver, content: bytes) -> None:
    app.start().fill(bring_file=("a.json", content, "application/json"))
    app.at.run()
    assert app.errors
    assert app.widget("new_create")


def test_a_store_that_fails_is_told_in_a_sentence(
    app: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ICEBERG_STORE", str(tmp_path))
    session.workshop.clear()
    app.start()
    assert not app.at.exception
    assert any("is a folder" in sentence for sentence in app.errors)
    monkeypatch.setenv("ICEBERG_STORE", str(tmp_path / "good.sqlite"))
