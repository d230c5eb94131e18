"""Icebergs carry their names inside, in letters that can be read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from iceberg.layout.parts import MM_PER_PT
from iceberg.model import Canvas
from iceberg.scene import build_scene
from iceberg.scene.parts import Iceberg, Text
from tests.layout.rules import inside_outline
from tests.layout.samples import sample_canvas
from tests.scene.reading import extent

LONG = "Neighbourhood and its many institutions"
NAMES = (
    "Place",
    "Combined authority",
    LONG,
    "The region of the north and all its councils together in one place",
    "W" * 120,
    "المجلس السكان الخدمات الثقة الميزانية الشراكة السكن الصحة",
)


def named(title: str, layers: int, cards: int) -> Canvas:
    canvas = sample_canvas(cards, seed=2, layers=layers)
    renamed = tuple(layer.model_copy(update={"title": title}) for layer in canvas.layers)
    return canvas.model_copy(update={"layers": renamed})


def name_of(iceberg: Iceberg) -> list[Text]:
    return [mark for mark in iceberg.marks if isinstance(mark, Text)]


@pytest.mark.parametrize("title", NAMES)
@pytest.mark.parametrize("layers", [1, 2, 3, 4])
@pytest.mark.parametrize("cards", [0, 4, 16])
def test_a_name_stays_inside_its_iceberg(title: str, layers: int, cards: int) -> None:
    for iceberg in build_scene(named(title, layers, cards)).icebergs:
        for line in name_of(iceberg):
            left, top, right, bottom = extent(line)
            corners = ((left, top), (right, top), (left, bottom), (right, bottom))
            assert all(inside_outline(corner, iceberg.outline) for corner in corners)


@pytest.mark.parametrize("title", NAMES)
def test_a_name_is_drawn_whole(title: str) -> None:
    for iceberg in build_scene(named(title, 4, 4)).icebergs:
        assert " ".join(line.text for line in name_of(iceberg)) == title.upper()


def test_a_short_name_keeps_one_line() -> None:
    for iceberg in build_scene(named("Neighbourhood", 4, 0)).icebergs:
        assert len(name_of(iceberg)) == 1


def test_a_long_name_takes_more_lines_before_its_letters_become_small() -> None:
    for iceberg in build_scene(named(LONG, 4, 0)).icebergs:
        lines = name_of(iceberg)
        assert 1 < len(lines) <= 3
        assert min(line.font_pt for line in lines) >= 6.0


def test_lines_of_a_name_stand_one_under_the_other() -> None:
    for iceberg in build_scene(named(LONG, 4, 0)).icebergs:
        lines = name_of(iceberg)
        assert all(low.y - high.y > high.font_pt * MM_PER_PT for high, low in pairwise(lines))
