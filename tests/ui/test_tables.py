from __future__ import annotations

from typing import Any

from iceberg.model import Canvas
from iceberg.ui import wording
from iceberg.workshop.wording import NOTHING_CHANGED
from tests.ui.driving import Driver


def change_table(app: Driver, name: str, **done: Any) -> Driver:
    """Do something to a table and save it."""
    [table] = [item for item in app.at.data_editor if item.key and item.key.startswith(name)]
    state = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    app.at.session_state[table.key] = state | done
    return app.press(f"{name}_save")


def test_tables_show_every_card_and_link(app: Driver, small: Canvas) -> None:
    app.open(small).look_at(wording.CARDS)
    [cards] = app.at.data_editor
    assert list(cards.value["text"]) == [card.text for card in small.cards]
    assert list(cards.value["effect"].fillna("")) == ["", "resists", ""]
    app.look_at(wording.LINKS)
    [links] = app.at.data_editor
    assert list(links.value["from"]) == ["cost", "less"]


def test_change_a_card_in_the_table(app: Driver, small: Canvas) -> None:
    app.open(small).look_at(wording.CARDS)
    cells = {"text": "Prices rise", "level": "patterns", "effect": "resists", "tags": "money"}
    change_table(app, "cards", edited_rows={0: cells})
    card = app.canvas.card("cost")
    assert card is not None
    assert (card.text, card.level, card.tags) == ("Prices rise", "patterns", ("money",))
    assert card.force is not None
    assert card.force.effect == "resists"
    assert app.canvas.revision == 1


def test_add_and_remove_cards_in_the_table(app: Driver, small: Canvas) -> None:
    app.open(small).look_at(wording.CARDS)
    new = {"text": "A van broke down", "layer": "place", "level": "events", "strength": None}
    change_table(app, "cards", added_rows=[new], deleted_rows=[1])
    assert [card.text for card in app.canvas.cards] == [
        "Costs rise",
        "The club closed on Friday",
        "A van broke down",
    ]
    assert app.canvas.links == ()
    app.press("undo")
    assert app.canvas.cards == small.cards
    assert app.canvas.links == small.links


def test_one_bad_row_changes_nothing_and_is_named(app: Driver, small: Canvas) -> None:
    app.open(small).look_at(wording.CARDS)
    change_table(app, "cards", edited_rows={0: {"text": ""}, 1: {"votes": 9}})
    assert app.errors == ["“Costs rise”: The text is empty. Write at least one character."]
    assert app.canvas.revision == 0


def test_a_table_without_changes_says_so(app: Driver, small: Canvas) -> None:
    app.open(small).look_at(wording.CARDS).press("cards_save")
    assert app.told == [NOTHING_CHANGED]
    assert app.canvas.revision == 0


def test_change_add_and_remove_links_in_the_table(app: Driver, small: Canvas) -> None:
    app.open(small).look_at(wording.LINKS)
    change_table(
        app,
        "links",
        edited_rows={0: {"verb": "blocks", "sign": "-", "delayed": True}},
        added_rows=[{"from": "closed", "to": "cost"}],
        deleted_rows=[1],
    )
    changed, added = app.canvas.links
    assert (changed.verb, changed.sign, changed.delayed) == ("blocks", "-", True)
    assert (added.source, added.target, added.verb) == ("closed", "cost", "drives")


def test_a_link_without_an_end_is_refused(app: Driver, small: Canvas) -> None:
    app.open(small).look_at(wording.LINKS)
    change_table(app, "links", added_rows=[{"from": "closed"}])
    assert app.errors == [wording.LINK_NEEDS_ENDS]


def test_links_need_two_cards(app: Driver, small: Canvas) -> None:
    app.open(Canvas(title="Empty", layers=small.layers)).look_at(wording.LINKS)
    assert wording.LINK_NEEDS_TWO in app.shown


def test_an_empty_table_takes_a_first_card(app: Driver, small: Canvas) -> None:
    app.open(Canvas(title="Empty", layers=small.layers)).look_at(wording.CARDS)
    change_table(app, "cards", added_rows=[{"text": "It closed"}])
    assert [card.text for card in app.canvas.cards] == ["It closed"]
