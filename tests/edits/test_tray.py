"""The tray: what waits keeps what it says, its links and its readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.analyses import read
from iceberg.edits import (
    AddCard,
    AddLink,
    AddTrayCard,
    AddTrayLink,
    CardChanges,
    ChangeTrayCard,
    MergeCards,
    PlaceFromTray,
    PutInTray,
    RemoveCard,
    RemoveTrayCard,
    Together,
    apply,
    describe,
    fold,
    inverse,
    overlap,
    touched,
)
from iceberg.errors import EditRefusedError
from iceberg.graph import to_graph
from iceberg.model import Canvas, Card, Layer, Link, TrayCard
from iceberg.scene import build_scene
from tests.strategies import canvases, canvases_with_trays

LAYER = Layer(id="place", title="Place")


def card(card_id: str) -> Card:
    return Card(id=card_id, layer="place", level="patterns", text=f"Card {card_id}")


ABC = Canvas(
    title="Ours",
    layers=(LAYER,),
    cards=(card("a"), card("b"), card("c")),
    links=(Link(id="ab", source="a", target="b"), Link(id="bc", source="b", target="c")),
)


def test_a_tray_card_has_the_fields_of_a_card_but_its_place() -> None:
    waiting = set(TrayCard.model_fields) - {"readings"}
    assert set(Card.model_fields) - waiting == {"layer", "level", "position"}


@given(st.data(), canvases(min_cards=1, max_cards=8))
def test_a_card_that_waits_and_is_placed_again_loses_nothing(
    data: st.DataObject, canvas: Canvas
) -> None:
    chosen = data.draw(st.sampled_from(canvas.cards))
    back = PlaceFromTray(
        card=chosen.id, layer=chosen.layer, level=chosen.level, position=chosen.position
    )
    again = fold(canvas, [PutInTray(card=chosen.id), back])
    for name in ("cards", "links", "readings"):
        before, after = getattr(canvas, name), getattr(again, name)
        assert {part.id: part for part in before} == {part.id: part for part in after}
    assert (again.tray, again.tray_links) == ((), ())


@given(canvases_with_trays(max_cards=8))
def test_pictures_graphs_and_findings_do_not_see_the_tray(canvas: Canvas) -> None:
    bare = canvas.model_copy(update={"tray": (), "tray_links": ()})
    assert set(to_graph(canvas)) == {card.id for card in canvas.cards}
    assert read(canvas) == read(bare)
    shown = build_scene(canvas), build_scene(bare)
    assert shown[0].cards == shown[1].cards


def test_a_link_waits_until_both_of_its_cards_are_placed() -> None:
    both = fold(ABC, [PutInTray(card="a"), PutInTray(card="b")])
    assert (both.links, [link.id for link in both.tray_links]) == ((), ["ab", "bc"])
    one = apply(both, PlaceFromTray(card="b", layer="place", level="events"))
    assert [link.id for link in one.links] == ["bc"]
    assert [link.id for link in one.tray_links] == ["ab"]


def test_removing_a_placed_card_takes_its_waiting_links_along() -> None:
    canvas = fold(ABC, [PutInTray(card="b"), RemoveCard(card="a")])
    assert [link.id for link in canvas.tray_links] == ["bc"]


def test_removing_a_card_of_the_tray_takes_its_links_along() -> None:
    canvas = fold(ABC, [PutInTray(card="b"), RemoveTrayCard(card="b")])
    assert (canvas.tray, canvas.tray_links, canvas.links) == ((), (), ())


def test_merging_moves_the_links_that_wait() -> None:
    canvas = fold(ABC, [PutInTray(card="b"), MergeCards(into="a", cards=("c",))])
    assert [(link.source, link.target) for link in canvas.tray_links] == [("a", "b"), ("b", "a")]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (AddCard(card=card("b")), "already has a card"),
        (AddTrayCard(card=TrayCard(id="a", text="A")), "already has a card"),
        (AddTrayCard(card=TrayCard(id="b", text="A")), "already has a card"),
        (AddLink(link=Link(id="ab", source="a", target="c")), "already has a link"),
        (AddTrayLink(link=Link(id="x", source="a", target="c")), "Neither card waits"),
        (AddTrayLink(link=Link(id="x", source="a", target="gone")), "no longer"),
        (AddTrayLink(link=Link(id="x", source="a", target="b")), "already linked"),
        (PlaceFromTray(card="a", layer="place", level="events"), "not in the tray"),
        (PlaceFromTray(card="b", layer="moon", level="events"), "no layer called moon"),
        (RemoveTrayCard(card="a"), "not in the tray"),
        (ChangeTrayCard(card="a", changes=CardChanges(text="A")), "not in the tray"),
        (PutInTray(card="b"), "no longer on the canvas"),
    ],
)
def test_what_does_not_fit_is_refused(edit: AddCard, said: str) -> None:
    with pytest.raises(EditRefusedError, match=said):
        apply(apply(ABC, PutInTray(card="b")), edit)


def test_edits_of_the_tray_say_what_they_do() -> None:
    waiting = apply(ABC, PutInTray(card="b"))
    placing = PlaceFromTray(card="b", layer="place", level="mental_models")
    assert describe(PutInTray(card="b"), ABC) == "Put “Card b” in the tray"
    assert describe(placing, waiting) == "Placed “Card b” from the tray in Place, mental models"


def test_many_cards_placed_at_once_are_counted() -> None:
    waiting = fold(ABC, [PutInTray(card="a"), PutInTray(card="b")])
    a, b = (PlaceFromTray(card=name, layer="place", level="events") for name in "ab")
    lower = b.model_copy(update={"level": "patterns"})
    said = "Placed 2 cards from the tray"
    assert describe(Together(edits=(a, b)), waiting) == f"{said} in Place, events"
    assert describe(Together(edits=(a, lower)), waiting) == said


def test_a_card_is_reworded_in_its_place_in_the_tray() -> None:
    waiting = fold(ABC, [PutInTray(card="a"), PutInTray(card="b")])
    edit = ChangeTrayCard(card="a", changes=CardChanges(text="Said better"))
    after = apply(waiting, edit)
    assert [card.text for card in after.tray] == ["Said better", "Card b"]
    assert (after.tray_links, after.cards) == (waiting.tray_links, waiting.cards)
    assert describe(edit, waiting) == "Reworded “Card a” as “Said better”"
    assert inverse(waiting, edit) == ChangeTrayCard(card="a", changes=CardChanges(text="Card a"))


def test_two_people_may_change_different_things_of_a_waiting_card() -> None:
    waiting = apply(ABC, PutInTray(card="a"))
    text = touched(waiting, ChangeTrayCard(card="a", changes=CardChanges(text="Other words")))
    note = touched(waiting, ChangeTrayCard(card="a", changes=CardChanges(note="Ask the school")))
    assert not overlap(text, note)
