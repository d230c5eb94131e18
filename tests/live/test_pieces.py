"""A drawing travels as pieces: what is sent makes the same drawing of what is held."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.edits import AddCard, CardChanges, ChangeCard, Edit, RemoveCard, apply
from iceberg.live import pieces
from iceberg.live.pieces import Drawing, drawing_of, forget_drawings, update
from iceberg.model import Canvas, Card, Force
from iceberg.sameness import Kept
from iceberg.scene.build import build_scene
from tests.layout.samples import sample_canvas

CANVAS = sample_canvas(12, 4)
EDITS: tuple[Edit, ...] = (
    AddCard(card=Card(id="new", layer="l0", level="events", text="New </script> “ひ”")),
    ChangeCard(card="c1", changes=CardChanges(text="Other words")),
    ChangeCard(card="c2", changes=CardChanges(force=Force(effect="resists"))),
    RemoveCard(card="c3"),
)


def drawn(canvas: Canvas) -> Drawing:
    return drawing_of(build_scene(canvas), canvas)


def held_after(held: dict[str, Any], sent: str) -> dict[str, Any]:
    """What a page holds once it has taken in what was sent."""
    told = json.loads(sent)
    base = held if told["base"] else {}
    kept = {name: piece for name, piece in base.items() if name not in told["gone"]}
    return kept | told["put"]


def whole(drawing: Drawing) -> dict[str, Any]:
    return {name: json.loads(piece) for name, piece in drawing.pieces.items()}


@given(st.permutations(EDITS))
def test_updates_add_up_to_the_whole(edits: list[Edit]) -> None:
    canvas, before = CANVAS, drawn(CANVAS)
    held = whole(before)
    for edit in edits:
        canvas = apply(canvas, edit)
        after = drawn(canvas)
        sent = update(after, before.digest)
        assert sent is not None
        held = held_after(held, sent)
        assert held == whole(after)
        before = after


def test_a_page_that_holds_it_is_sent_nothing() -> None:
    drawing = drawn(CANVAS)
    assert update(drawing, drawing.digest) is None


def test_a_page_that_holds_nothing_known_is_sent_the_whole() -> None:
    drawing = drawn(CANVAS)
    for held in ("", "never-seen"):
        sent = update(drawing, held)
        assert sent is not None
        assert json.loads(sent)["base"] is None
        assert held_after({"old": 1}, sent) == whole(drawing)


def test_drawings_are_forgotten_when_asked() -> None:
    before = drawn(CANVAS)
    after = drawn(apply(CANVAS, EDITS[1]))
    sent = update(after, before.digest)
    forget_drawings()
    again = update(after, before.digest)
    assert sent is not None
    assert again is not None
    assert len(sent) < len(again)


def test_a_small_change_sends_little() -> None:
    before, after = drawn(CANVAS), drawn(apply(CANVAS, EDITS[2]))
    sent = update(after, before.digest)
    assert sent is not None
    assert "cards/c2" in json.loads(sent)["put"]
    assert "cards/c7" not in json.loads(sent)["put"]


def test_a_drawing_is_whole_though_its_rows_are_pushed_out_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forget_drawings()
    monkeypatch.setattr(pieces, "_rows", Kept[str](3))
    canvas = CANVAS
    for edit in EDITS:
        canvas = apply(canvas, edit)
        assert whole(drawn(canvas)).keys() >= {f"nodes/{card.id}" for card in canvas.cards}
