"""The force fields as one picture: sides, lengths, words, and nothing off the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from iceberg.errors import ExportError
from iceberg.exporters import ExportOptions
from iceberg.exporters.force_fields import export_force_fields
from iceberg.exporters.scene_file import SCENE_MIMES
from iceberg.model import Canvas, Card, Force, Layer, View
from iceberg.scene.force_fields import MOST, build_force_fields
from iceberg.scene.parts import Box, Scene, Text
from iceberg.theme import HELPS, RESISTS
from tests.strategies import canvases

RESIST = Force(effect="resists", strength=4, shiftable="partly")
HELP = Force(effect="helps", strength=2)


def scored(*forces: Force | None) -> Canvas:
    return Canvas(
        title="Keeping it going",
        layers=(Layer(id="national", title="National"), Layer(id="place", title="Place", order=1)),
        cards=tuple(
            Card(id=f"c{n}", layer="place", level="events", text=f"Card {n}", force=force)
            for n, force in enumerate(forces)
        ),
    )


def said(scene: Scene) -> list[str]:
    return [mark.text for mark in scene.furniture if isinstance(mark, Text)]


def bars(scene: Scene) -> dict[str, Box]:
    return {str(mark.paint.fill): mark for mark in scene.furniture if isinstance(mark, Box)}


def test_resistance_goes_left_and_help_right_as_far_as_they_are_strong() -> None:
    found = bars(build_force_fields(scored(HELP, RESIST)))
    resists, helps = found[RESISTS], found[HELPS]
    assert resists.x + resists.width == pytest.approx(helps.x, abs=0.01)
    assert resists.width == pytest.approx(2 * helps.width, abs=0.01)
    assert resists.y < helps.y


def test_each_bar_has_its_words_and_an_iceberg_without_any_says_so() -> None:
    words = said(build_force_fields(scored(HELP, RESIST, None)))
    assert words[2:] == [
        "National",
        "No card of this iceberg is scored yet.",
        "Place",
        "Card 1",
        "4 · we can partly shift it",
        "Card 0",
        "2 · nobody has said yet",
        "← resists · strength 1 to 5 · helps →",
    ]


@pytest.mark.parametrize(("more", "told"), [(0, None), (1, "1 weaker one"), (2, "2 weaker ones")])
def test_what_there_is_no_room_for_is_counted(more: int, told: str | None) -> None:
    last = said(build_force_fields(scored(*[RESIST] * (MOST + more))))[-1]
    assert last.endswith(f"helps → And {told}." if told else "helps →")


def test_it_is_spoken_card_by_card() -> None:
    lines = build_force_fields(scored(HELP, RESIST)).description.split("\n")
    assert lines == [
        "What resists and what helps",
        "National iceberg: 0 cards against the change, 0 cards for it.",
        "Place iceberg: 1 card against the change, 1 card for it.",
        "Card 1: Resists the change, strength 4 of 5; we can partly shift it.",
        "Card 0: Helps the change, strength 2 of 5; nobody has said yet.",
    ]


def test_what_the_view_leaves_out_is_not_there() -> None:
    hidden = scored(HELP, RESIST).model_copy(update={"view": View(left_out=("c1",))})
    scene = build_force_fields(hidden)
    assert "Card 1" not in said(scene)
    assert "Card 1" not in scene.description


@settings(max_examples=30)
@given(canvases())
def test_nothing_leaves_the_page_and_no_row_meets_another(canvas: Canvas) -> None:
    scene = build_force_fields(canvas)
    for mark in scene.furniture:
        if isinstance(mark, Box):
            assert mark.x >= 0
            assert mark.x + mark.width <= scene.page.width + 0.01
            assert mark.y + mark.height <= scene.page.height
        if isinstance(mark, Text):
            assert mark.y <= scene.page.height


@pytest.mark.parametrize("extension", list(SCENE_MIMES))
def test_it_can_be_taken_away(extension: str) -> None:
    starts = {".svg": b"<svg", ".png": b"\x89PNG", ".pdf": b"%PDF"}
    made = export_force_fields(scored(HELP, RESIST), extension, ExportOptions(dpi=72))
    assert starts[extension] in made.data[:200]


def test_other_files_are_refused() -> None:
    with pytest.raises(ExportError, match=r"no picture of forces as “\.docx”"):
        export_force_fields(scored(), ".docx", ExportOptions())
