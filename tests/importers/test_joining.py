"""A map that comes into a canvas: one edit, nothing clashes, nothing is said twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.edits import AddLayer, PutInTray, Together, apply, describe, inverse
from iceberg.errors import EditRefusedError
from iceberg.importers import joined, same_cards
from iceberg.model import Canvas, Card, ImportNote, Layer, Link
from tests.strategies import canvases, canvases_with_trays

NOTE = ImportNote(id="brought", name="ours.csv", format="CSV table")
PLACE = Layer(id="place", title="Place")


def card(card_id: str, text: str, layer: str = "place") -> Card:
    return Card(id=card_id, layer=layer, level="patterns", text=text)


def canvas(*cards: Card, links: tuple[Link, ...] = (), layers: tuple[Layer, ...] = ()) -> Canvas:
    return Canvas(title="Ours", layers=(PLACE, *layers), cards=cards, links=links)


OURS = canvas(
    card("a", "Rents rise"),
    card("b", "People leave"),
    links=(Link(id="l", source="a", target="b"),),
)


@given(canvases_with_trays(max_cards=6), canvases_with_trays(max_cards=6))
def test_all_of_it_comes_in_and_goes_again(ours: Canvas, theirs: Canvas) -> None:
    try:
        edit = joined(ours, theirs, NOTE)
        after = apply(ours, edit)
    except EditRefusedError:
        return
    assert len(after.cards) == len(ours.cards) + len(theirs.cards)
    assert len(after.tray) == len(ours.tray) + len(theirs.tray)
    assert len(after.links) == len(ours.links) + len(theirs.links)
    assert len(after.tray_links) == len(ours.tray_links) + len(theirs.tray_links)
    assert Canvas.model_validate_json(after.model_dump_json(by_alias=True)) == after
    assert apply(after, inverse(ours, edit)) == ours


@given(st.data(), canvases(min_cards=1, max_cards=6))
def test_a_map_that_is_all_there_already_adds_only_its_report(
    data: st.DataObject, ours: Canvas
) -> None:
    theirs = ours.model_copy(
        update={"cards": tuple(data.draw(st.permutations(ours.cards))), "imports": ()}
    )
    after = apply(ours, joined(ours, theirs, NOTE, same_cards(ours, theirs)))
    assert after.cards == ours.cards
    assert after.imports == (NOTE,)


def test_the_same_text_is_found_whatever_its_case_and_spaces() -> None:
    theirs = canvas(card("x", "  RENTS\nrise "), card("y", "Rents fall"))
    assert same_cards(OURS, theirs) == {"x": "a"}


def test_a_card_that_waits_counts_as_there() -> None:
    waiting = apply(OURS, PutInTray(card="a"))
    theirs = canvas(
        card("x", "Rents rise"), card("y", "New"), links=(Link(id="n", source="x", target="y"),)
    )
    after = apply(waiting, joined(waiting, theirs, NOTE, same_cards(waiting, theirs)))
    assert [(link.source, link.target) for link in after.tray_links] == [("a", "b"), ("a", "y")]


def test_links_that_say_again_what_is_said_or_meet_themselves_are_left_out() -> None:
    theirs = canvas(
        card("x", "Rents rise"),
        card("y", "People leave"),
        card("z", "rents rise"),
        links=(Link(id="p", source="x", target="y"), Link(id="q", source="x", target="z")),
    )
    after = apply(OURS, joined(OURS, theirs, NOTE, same_cards(OURS, theirs)))
    assert after.links == OURS.links


def test_layers_that_its_cards_need_come_along() -> None:
    nation = Layer(id="national", title="National")
    theirs = canvas(card("x", "New", layer="national"), layers=(nation,))
    edit = joined(OURS, theirs, NOTE)
    assert AddLayer(layer=nation) in edit.edits
    assert apply(OURS, edit).layers == (PLACE, nation)


def test_the_edit_says_what_came() -> None:
    edit = joined(OURS, canvas(card("x", "New")), NOTE)
    assert isinstance(edit, Together)
    assert describe(edit, OURS) == "Brought in “ours.csv”: 1 card and 0 links"


def test_too_much_is_refused_with_the_numbers() -> None:
    many = canvas(*(card(f"n{n}", f"Card {n}") for n in range(1_999)))
    with pytest.raises(EditRefusedError, match="has 2 cards and the map 1,999 more"):
        joined(OURS, many, NOTE)
