"""How a picture marks the assumptions that give way, from what is on the canvas alone."""

from __future__ import annotations

import datetime as dt

import pytest

from iceberg.model import Assumption, Canvas, Reading, Threshold
from iceberg.scene import Scene, build_scene
from iceberg.scene.parts import Text
from iceberg.wording import LEGEND_GIVES_WAY, SIGN_PASSED, SPOKEN_PASSED
from tests.scene.reading import furniture_texts
from tests.scene.samples import sample

WATCHED = Assumption(
    id="a1",
    text="We assume staff stay",
    cards=("c1",),
    signpost_card="c2",
    threshold=Threshold(crossing="above", figure=12),
)


def drawn(assumption: Assumption, figure: float = 0) -> Scene:
    day = dt.date(2026, 5, 1)
    reading = Reading(id="r1", card="c2", date=day, direction="rising", figure=figure)
    given = {"assumptions": (assumption,), "readings": (reading,)}
    canvas: Canvas = sample().model_copy(update=given)
    return build_scene(canvas)


def flags(scene: Scene) -> dict[str, str]:
    return {
        card.id: mark.text
        for card in scene.cards
        for mark in card.marks
        if isinstance(mark, Text) and mark.text.startswith("A1")
    }


@pytest.mark.parametrize(
    ("status", "figure", "flag"),
    [
        ("holds", 12, "A1"),
        ("holds", 13, "A1!"),
        ("weakening", 0, "A1!"),
        ("broken", 0, "A1!"),
        ("better than expected", 0, "A1"),
    ],
)
def test_a_flag_says_that_an_assumption_gives_way(status: str, figure: int, flag: str) -> None:
    scene = drawn(WATCHED.model_copy(update={"status": status}), figure)
    assert flags(scene) == {"c1": flag}
    assert (LEGEND_GIVES_WAY in furniture_texts(scene)) is flag.endswith("!")


def test_a_passed_warning_sign_is_told_at_the_foot_and_in_words() -> None:
    scene = drawn(WATCHED, 13)
    assert SIGN_PASSED in furniture_texts(scene)
    assert SPOKEN_PASSED in scene.description
    assert "Assumption A1 rests on this." in scene.description
    before = drawn(WATCHED, 12)
    assert SIGN_PASSED not in furniture_texts(before)
    assert SPOKEN_PASSED not in before.description


def test_an_assumption_on_a_link_is_flagged_at_both_its_ends() -> None:
    on_link = WATCHED.model_copy(update={"cards": (), "links": ("l1",)})
    assert flags(drawn(on_link)) == {"c1": "A1", "c2": "A1"}
