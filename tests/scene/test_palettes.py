"""Every palette can be read, and tells apart without colour what the picture tells apart."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from iceberg import theme
from iceberg.model import PALETTES, PaletteName, View
from iceberg.scene import build_scene
from iceberg.scene.parts import Gradient, Path
from iceberg.theme import PALETTE_TONES, READABLE_CONTRAST, contrast, grey
from tests.exporters.everything import everything
from tests.scene.reading import colours_of, marks_of, texts_of
from tests.scene.samples import sample

INKS = (
    theme.INK,
    theme.QUIET_INK,
    theme.BAND_INK,
    theme.RESISTS,
    theme.HELPS,
    theme.ASSUMPTION,
    theme.LINK,
    theme.CROSS_LINK,
)
GROUNDS = (theme.SHEET, theme.CASING, *(colour for _, colour in theme.ICE))
TOP_OF_ICE = tuple(colour for _, colour in theme.ICE[:2])
"""Where the names of layers stand."""
GRAPHICS = (theme.LINK, theme.CROSS_LINK, theme.ICE_EDGE, theme.RESISTS, theme.HELPS)
GRAPHIC_CONTRAST = 3.0


@pytest.mark.parametrize("palette", PALETTES)
def test_text_and_symbols_can_be_read_in_every_palette(palette: PaletteName) -> None:
    tone = PALETTE_TONES[palette]
    for ink in INKS:
        for ground in GROUNDS:
            assert contrast(tone(ink), tone(ground)) >= READABLE_CONTRAST, (ink, ground)


@pytest.mark.parametrize("palette", PALETTES)
def test_words_beside_the_icebergs_can_be_read_in_every_palette(palette: PaletteName) -> None:
    tone = PALETTE_TONES[palette]
    for ink in (theme.INK, theme.BAND_INK):
        for ground in (theme.SKY, *(colour for _, colour in theme.WATER)):
            assert contrast(tone(ink), tone(ground)) >= READABLE_CONTRAST, (ink, ground)


@pytest.mark.parametrize("palette", PALETTES)
def test_every_text_of_a_scene_has_an_ink_that_is_tested(palette: PaletteName) -> None:
    canvas = everything(3)
    tone = PALETTE_TONES[palette]
    layers = {theme.layer_ink(layer.colour) for layer in canvas.layers}
    tested = {tone(ink) for ink in (*INKS, *layers)}
    for layer in layers:
        for ground in TOP_OF_ICE:
            assert contrast(tone(layer), tone(ground)) >= READABLE_CONTRAST, (layer, ground)
    scene = build_scene(canvas, palette=palette)
    assert {text.colour for text in texts_of(scene)} <= tested


@pytest.mark.parametrize("palette", PALETTES)
def test_lines_stand_out_on_ice_in_every_palette(palette: PaletteName) -> None:
    tone = PALETTE_TONES[palette]
    for line in GRAPHICS:
        assert contrast(tone(line), tone(theme.SHEET)) >= GRAPHIC_CONTRAST, line


@pytest.mark.parametrize("palette", PALETTES)
def test_meanings_stay_apart_without_colour_in_every_palette(palette: PaletteName) -> None:
    for colours in ((theme.RESISTS, theme.HELPS, theme.UNSCORED), (theme.LINK, theme.CROSS_LINK)):
        greys = [grey(PALETTE_TONES[palette](colour)) for colour in colours]
        for one, other in combinations(greys, 2):
            assert contrast(one, other) >= 1.8


@pytest.mark.parametrize("palette", PALETTES)
def test_a_palette_changes_nothing_but_colour(palette: PaletteName) -> None:
    water, other = build_scene(sample()), build_scene(sample(), palette=palette)
    assert [t.text for t in texts_of(water)] == [t.text for t in texts_of(other)]
    paths = [[m.d for m in marks_of(scene) if isinstance(m, Path)] for scene in (water, other)]
    assert paths[0] == paths[1]


def test_the_plain_palette_has_a_white_ground() -> None:
    scene = build_scene(sample(), palette="plain")
    fills = [mark.paint.fill for mark in scene.background if isinstance(mark, Path)]
    stops = {c for f in fills if isinstance(f, Gradient) for _, c in f.stops}
    assert stops | {f for f in fills if isinstance(f, str)} <= {"#ffffff"}
    assert theme.RESISTS in colours_of(scene)


def test_black_and_white_has_no_colour() -> None:
    colours = colours_of(build_scene(sample(), palette="black_and_white"))
    assert "#000000" in colours
    assert all(re.fullmatch(r"#([0-9a-f]{2})\1\1", colour) for colour in colours)


def test_the_view_says_which_palette_unless_asked_otherwise() -> None:
    canvas = sample().model_copy(update={"view": View(palette="plain")})
    assert build_scene(canvas) == build_scene(sample(), palette="plain")
    assert build_scene(canvas, palette="water") == build_scene(sample())


def test_greyscale_of_old_files_still_turns_the_water_grey() -> None:
    canvas = sample().model_copy(update={"view": View(greyscale=True)})
    assert build_scene(canvas) == build_scene(sample(), greyscale=True)
