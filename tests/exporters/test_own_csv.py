"""Our CSV: one table that brings back cards, links and the tray, and says what it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given

from iceberg.exporters import export
from iceberg.model import Canvas, Layer
from tests.exporters.everything import everything
from tests.exporters.test_own_book import ODD, SPELLED, full, of_odd_texts
from tests.importers.bringing import CATALOG, bring
from tests.strategies import canvases, canvases_with_trays


def back(canvas: Canvas) -> Canvas:
    return bring(export(canvas, ".csv").data, "ours.csv").canvas


def same(found: Canvas, canvas: Canvas) -> bool:
    """What one table can carry: cards, links and the tray, but no readings with it."""
    bare = tuple(card.model_copy(update={"readings": ()}) for card in canvas.tray)
    return (found.cards, found.links, found.tray, found.tray_links) == (
        canvas.cards,
        canvas.links,
        bare,
        canvas.tray_links,
    )


@given(canvases(min_cards=1))
def test_any_cards_and_links_come_back(canvas: Canvas) -> None:
    assert same(back(canvas), canvas)


@given(canvases_with_trays().filter(lambda canvas: bool(canvas.cards or canvas.tray)))
def test_what_waits_in_the_tray_waits_there_again(canvas: Canvas) -> None:
    found = back(canvas)
    assert same(found, canvas)
    if canvas.cards:
        assert {layer.id for layer in found.layers} == {card.layer for card in canvas.cards}


@pytest.mark.parametrize("canvas", [full(), of_odd_texts((*ODD, *SPELLED))], ids=["full", "odd"])
def test_every_field_and_text_comes_back(canvas: Canvas) -> None:
    assert same(back(canvas), canvas)


def test_layers_of_the_program_come_back_whole() -> None:
    layers = (CATALOG.layer("place"), CATALOG.layer("national"))
    canvas = everything(1).model_copy(update={"layers": layers})
    assert sorted(back(canvas).layers, key=str) == sorted(layers, key=str)
    assert "layers" not in export(canvas, ".csv").notes[0]


def test_layers_that_somebody_has_named_are_told_as_left_behind() -> None:
    layers = (Layer(id="place", title="Our place"), CATALOG.layer("national"))
    canvas = everything(1).model_copy(update={"layers": layers})
    assert "the wording of the layers" in export(canvas, ".csv").notes[0]


def test_two_layers_with_each_others_names_are_not_mixed_up() -> None:
    cards = tuple(
        card.model_copy(update={"layer": "region" if card.id == "b1" else "place"})
        for card in everything(0).cards
    )
    layers = (Layer(id="region", title="Place"), Layer(id="place", title="Region"))
    canvas = everything(0).model_copy(update={"cards": cards, "layers": layers})
    assert same(back(canvas), canvas)


def test_the_report_says_what_a_table_has_no_place_for() -> None:
    report = bring(export(full(), ".csv").data, "ours.csv").report
    [told] = report.names("no_place")
    for part in ("readings", "assumptions", "title", "cover", "settings of the picture"):
        assert part in told
