"""A canvas that is too much for a page can be shown in part, and whole again."""

from __future__ import annotations

import pytest

from iceberg.model import Canvas
from iceberg.scene import portions
from iceberg.ui import pictures, wording
from tests.layout.samples import sample_canvas
from tests.ui.driving import Driver

LARGE = sample_canvas(170, 1)


def test_a_part_is_shown_by_one_edit_that_undo_takes_back(app: Driver) -> None:
    app.open(LARGE)
    assert wording.too_much(170) in app.shown
    app.press("portion:40")
    assert len(app.canvas.shown_cards()) == 40
    assert app.canvas.cards == LARGE.cards
    assert wording.too_much(40) not in app.shown
    app.press("undo")
    assert app.canvas.view == LARGE.view
    assert wording.too_much(170) in app.shown


def test_one_layer_and_then_all_is_shown_again(app: Driver) -> None:
    app.open(LARGE)
    layer = min(LARGE.layers, key=lambda x: sum(c.layer == x.id for c in LARGE.cards)).id
    app.press(f"portion:{layer}")
    assert {card.layer for card in app.canvas.shown_cards()} == {layer}
    app.press("portion:whole")
    assert app.canvas.shown_cards() == LARGE.cards


def test_parts_are_offered_before_a_drawing_that_takes_long(
    app: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = pictures.scene_of

    def recorded(*args: object) -> object:
        drawn.append(len(args[-1].shown_cards()))  # type: ignore[attr-defined]
        return draw(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(pictures, "scene_of", recorded)
    monkeypatch.setattr(portions, "MANY_LINKS", 80)
    app.open(LARGE)
    assert wording.too_much(170) in app.shown
    assert drawn == []
    app.press("portion:40")
    assert drawn == [40]
    app.press("undo")
    assert drawn == [40]
    app.press("portion:all")
    assert drawn == [40, 170]


def test_a_canvas_that_fits_its_page_offers_nothing(app: Driver, small: Canvas) -> None:
    app.open(small)
    assert "more than a page shows well" not in app.shown
    keys = [button.key or "" for button in app.at.button]
    assert not [key for key in keys if key.startswith("portion:")]
