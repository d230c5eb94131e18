"""From what a browser says was done on the picture to edits; a browser can say anything."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.edits import MoveCard, PlaceFromTray, PutInTray, Together, apply, inverse
from iceberg.errors import IcebergError
from iceberg.live.acts import ACTS_LIMIT, Act, read_acts
from iceberg.live.doing import edit_of
from iceberg.model import Canvas, TrayCard
from iceberg.scene.build import build_scene
from iceberg.scene.placing import settled
from iceberg.ui.component.said import read_said
from tests.layout.samples import sample_canvas

KEYS = ["edit", "drop", "step", "release", "kind", "card", "seq", "outbox", "do"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["edit", "drop", "step", "release", "kind", "card", "seq", "outbox", "do"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    return settled(sample_canvas(24, 5))


def drop_at(card: str, layer: str, level: str, x: float, y: float) -> dict[str, Any]:
    return {"place": {"card": card, "layer": layer, "level": level, "x": x, "y": y}}


def middle(canvas: Canvas, card: str) -> tuple[float, float]:
    found = next(drawn for drawn in build_scene(canvas).cards if drawn.id == card)
    return found.x + found.width / 2, found.y + found.height / 2


@given(ANYTHING)
def test_whatever_a_browser_says_is_read_or_left_out(said: Any) -> None:
    assert read_said({"pen": said, "seq": said}).seq >= 0
    for act in read_acts(said):
        assert act.seq > 0


def test_acts_come_in_the_order_of_their_numbers_each_once() -> None:
    items = [{"seq": 3, "document": "d", "do": {}}, {"seq": 1, "document": "d", "do": {}}]
    acts = read_acts([*items, items[0], {"seq": True}, {"seq": -1}, "x"])
    assert acts == (Act(1, "d", {}), Act(3, "d", {}))
    many = [{"seq": n + 1} for n in range(ACTS_LIMIT + 5)]
    assert len(read_acts(many)) == ACTS_LIMIT


@given(do=st.dictionaries(st.sampled_from(["edit", "drop", "place", "step", "release"]), ANYTHING))
def test_what_cannot_be_done_is_refused_in_a_sentence(do: dict[str, Any]) -> None:
    canvas = settled(sample_canvas(4, 1))
    with contextlib.suppress(IcebergError):
        edit = edit_of(canvas, do)
        assert edit is None or apply(canvas, edit)


def test_a_new_card_gets_a_place_and_the_others_keep_theirs(canvas: Canvas) -> None:
    cards = [
        {"id": f"new{n}", "layer": "l1", "level": "patterns", "text": f"New {n}"} for n in range(3)
    ]
    adds = [{"kind": "add_card", "card": card} for card in cards]
    edit = edit_of(canvas, {"edit": {"kind": "together", "edits": adds}})
    assert isinstance(edit, Together)
    after = apply(canvas, edit)
    assert [card.position for card in after.cards[:24]] == [card.position for card in canvas.cards]
    assert all(card.position and not card.position.pinned for card in after.cards[24:])


@pytest.mark.parametrize("card", ["c0", "c7", "c20"])
def test_a_card_put_down_stays_where_it_was_put(canvas: Canvas, card: str) -> None:
    other = next(c for c in canvas.cards if c.layer != (canvas.card(card) or c).layer)
    x, y = middle(canvas, other.id)
    spot = {"card": card, "layer": other.layer, "level": other.level, "x": x, "y": y}
    edit = edit_of(canvas, {"drop": [spot]})
    assert isinstance(edit, MoveCard)
    after = apply(canvas, edit)
    moved = after.card(card)
    assert moved is not None
    assert (moved.layer, moved.level) == (other.layer, other.level)
    assert moved.position is not None
    assert moved.position.pinned
    drawn_x, drawn_y = middle(after, card)
    widest = max(c.width for c in build_scene(after).cards)
    assert abs(drawn_x - x) <= widest
    band = next(b for b in build_scene(after).bands if b.level == other.level)
    assert band.y0 <= drawn_y <= band.y1
    assert abs(drawn_y - y) < (band.y1 - band.y0) / 2


def test_a_card_let_go_is_no_longer_pinned_but_stays_near(canvas: Canvas) -> None:
    x, y = middle(canvas, "c0")
    card = canvas.card("c0")
    assert card is not None
    spot = {"card": "c0", "layer": card.layer, "level": card.level, "x": x, "y": y}
    dropped = edit_of(canvas, {"drop": [spot]})
    pinned = apply(canvas, dropped)
    edit = edit_of(pinned, {"release": "c0"})
    after = apply(pinned, edit).card("c0")
    before = pinned.card("c0")
    assert after is not None
    assert before is not None
    assert before.position is not None
    assert after.position == before.position.model_copy(update={"pinned": False})
    assert edit_of(canvas, {"release": "c0"}) is None


def test_a_card_cannot_be_put_on_an_iceberg_that_is_not_there(canvas: Canvas) -> None:
    spot = {"card": "c0", "layer": "mars", "level": "events", "x": 1.0, "y": 1.0}
    with pytest.raises(IcebergError, match="no iceberg"):
        edit_of(canvas, {"drop": [spot]})


def test_just_some_cards_are_shown_and_then_all_again(canvas: Canvas) -> None:
    edit = edit_of(canvas, {"show": ["c1", "c2", "c3"]})
    assert edit.describe(canvas) == "Showed just 3 of 24 cards"
    narrowed = apply(canvas, edit)
    scene = build_scene(narrowed)
    assert {card.id for card in scene.cards} == {"c1", "c2", "c3"}
    assert narrowed.cards == canvas.cards
    assert edit_of(narrowed, {"show": ["c3", "c2", "c1"]}) is None
    again = edit_of(narrowed, {"show": []})
    assert again.describe(narrowed) == "Showed all cards"
    assert apply(narrowed, again) == canvas
    with pytest.raises(IcebergError, match="None of these cards"):
        edit_of(canvas, {"show": ["gone"]})


def test_a_card_of_the_tray_is_put_down_where_the_hand_lets_go(canvas: Canvas) -> None:
    waiting = apply(canvas, PutInTray(card="c3"))
    x, y = middle(canvas, "c7")
    found = canvas.card("c7")
    assert found is not None
    edit = edit_of(waiting, drop_at("c3", found.layer, found.level, x + 5, y))
    assert isinstance(edit, PlaceFromTray)
    assert edit.position is not None
    assert edit.position.pinned
    after = apply(waiting, edit)
    assert (after.card("c3"), after.tray) != (None, ())
    assert {link.id for link in after.links} == {link.id for link in canvas.links}
    assert apply(after, inverse(waiting, edit)) == waiting


@pytest.mark.parametrize("level", ["events", "mental_models"])
def test_the_first_card_of_a_picture_may_come_from_the_tray(canvas: Canvas, level: str) -> None:
    card = TrayCard(id="w", text="It waits")
    bare = canvas.model_copy(
        update={"cards": (), "links": (), "readings": (), "assumptions": (), "tray": (card,)}
    )
    edit = edit_of(bare, drop_at("w", "l1", level, 250.0, 100.0))
    assert edit
    assert [(c.id, c.level) for c in build_scene(apply(bare, edit)).cards] == [("w", level)]


def test_a_card_that_somebody_has_placed_meanwhile_is_not_moved(canvas: Canvas) -> None:
    edit = edit_of(canvas, drop_at("c3", "l1", "events", 10.0, 10.0))
    assert edit
    with pytest.raises(IcebergError, match="not in the tray any more"):
        apply(canvas, edit)
