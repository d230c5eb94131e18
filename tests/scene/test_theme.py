"""Colours that can be read and told apart, with and without colour."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from iceberg import theme
from iceberg.catalog import load_catalog
from iceberg.scene import build_scene
from iceberg.theme import READABLE_CONTRAST, contrast, dark, grey
from tests.scene.reading import colours_of, marks_of, texts_of
from tests.scene.samples import sample

ON_CARDS = (theme.INK, theme.QUIET_INK, theme.RESISTS, theme.HELPS, theme.ASSUMPTION, theme.LINK)
ON_WATER = (theme.INK, theme.BAND_INK)


@pytest.mark.parametrize("mapped", [str, grey, dark])
@pytest.mark.parametrize("colour", [*ON_CARDS, theme.CROSS_LINK])
def test_text_on_cards_and_sheet_can_be_read(colour: str, mapped: type[str]) -> None:
    assert contrast(mapped(colour), mapped(theme.SHEET)) >= READABLE_CONTRAST


@pytest.mark.parametrize("mapped", [str, grey, dark])
@pytest.mark.parametrize("colour", ON_WATER)
def test_text_on_water_can_be_read(colour: str, mapped: type[str]) -> None:
    for _, water in theme.WATER:
        assert contrast(mapped(colour), mapped(water)) >= READABLE_CONTRAST


GRAPHIC_CONTRAST = 3.0
ON_ICE = (theme.LINK, theme.CROSS_LINK, theme.ICE_EDGE, theme.WATERLINE, theme.ACCENT)


@pytest.mark.parametrize("colour", ON_ICE)
def test_lines_stand_out_in_the_dark(colour: str) -> None:
    for _, ground in (*theme.ICE, *theme.WATER, (0.0, theme.SKY)):
        assert contrast(dark(colour), dark(ground)) >= GRAPHIC_CONTRAST


def test_forces_stand_out_on_cards_in_the_dark() -> None:
    for colour in (theme.RESISTS, theme.HELPS, theme.UNSCORED, theme.ASSUMPTION):
        assert contrast(dark(colour), dark(theme.SHEET)) >= GRAPHIC_CONTRAST


@pytest.mark.parametrize("colour", ["#16365c", "#ffee88", "#000000", "#ffffff", "#777777"])
def test_a_layers_name_can_be_read_in_the_dark(colour: str) -> None:
    for _, ice in theme.ICE:
        assert contrast(dark(theme.layer_ink(colour)), dark(ice)) >= READABLE_CONTRAST


def test_the_layers_that_come_with_the_program_can_be_read_in_the_dark() -> None:
    for layer in load_catalog().layers:
        assert contrast(dark(layer.colour), dark(theme.ICE[1][1])) >= READABLE_CONTRAST


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_layers_light_colour_gives_way_to_ink() -> None:
    assert theme.layer_ink("#ffee88") == theme.INK
    assert theme.layer_ink("#16365c") == "#16365c"


def test_forces_links_and_flags_stay_apart_without_colour() -> None:
    told_apart = {
        "forces": (theme.RESISTS, theme.HELPS, theme.UNSCORED),
        "links": (theme.LINK, theme.CROSS_LINK),
    }
    for colours in told_apart.values():
        for one, other in combinations(map(grey, colours), 2):
            assert contrast(one, other) >= 1.8


def test_a_greyscale_scene_has_greys_only() -> None:
    colours = colours_of(build_scene(sample(), greyscale=True))
    assert len(colours) > 5
    assert all(re.fullmatch(r"#([0-9a-f]{2})\1\1", colour) for colour in colours)


def test_greyscale_changes_nothing_but_colour() -> None:
    plain, greys = build_scene(sample()), build_scene(sample(), greyscale=True)
    assert len(list(marks_of(plain))) == len(list(marks_of(greys)))
    assert [t.text for t in texts_of(plain)] == [t.text for t in texts_of(greys)]
    assert [(c.x, c.y, c.lines) for c in plain.cards] == [(c.x, c.y, c.lines) for c in greys.cards]


def test_a_stronger_link_is_wider() -> None:
    assert theme.STROKES[1] < theme.STROKES[2] < theme.STROKES[3]
