"""What the picture tells apart, it tells apart without colour: by shape, width, dash or word."""

from __future__ import annotations

import datetime as dt
import re
from itertools import combinations

import pytest

from iceberg.model import (
    DIRECTIONS,
    EFFECTS,
    LEVELS,
    SIGNS,
    STATUSES,
    VERBS,
    Canvas,
    Force,
    Reading,
)
from iceberg.scene import build_scene
from iceberg.scene.parts import Mark, Path, Text
from iceberg.wording import DIRECTION_WORDS, EFFECT_WORDS, LEVEL_TITLES, STATUS_WORDS
from tests.exporters.everything import everything
from tests.scene.reading import texts_of
from tests.scene.samples import sample

DAY = dt.date(2026, 5, 1)


def with_card(**update: object) -> Canvas:
    first, *rest = sample().cards
    return sample().model_copy(update={"cards": (first.model_copy(update=update), *rest)})


def with_link(**update: object) -> Canvas:
    first, *rest = sample().links
    return sample().model_copy(update={"links": (first.model_copy(update=update), *rest)})


def with_reading(direction: str | None) -> Canvas:
    one = Reading(id="r9", card="c1", date=DAY, direction=direction) if direction else None  # type: ignore[arg-type]
    return sample().model_copy(update={"readings": (one,) if one else ()})


def with_status(status: str) -> Canvas:
    first = everything(1).assumptions[0].model_copy(update={"status": status})
    return everything(1).model_copy(update={"assumptions": (first,)})


def resting(count: int) -> Canvas:
    """How many assumptions rest on the first card."""
    made = everything(2).assumptions
    named = [one.model_copy(update={"cards": ("c0",), "status": "holds"}) for one in made]
    return everything(2).model_copy(update={"assumptions": tuple(named[:count])})


MEANINGS: dict[str, list[Canvas]] = {
    "forces": [
        with_card(force=force)
        for force in (None, *(Force(effect=effect, strength=3) for effect in EFFECTS))
    ],
    "readings": [with_reading(direction) for direction in (None, *DIRECTIONS)],
    "votes": [with_card(votes=votes) for votes in (0, 1, 5, 6, 12)],
    "nobody can say": [with_card(unsure=unsure) for unsure in (False, True)],
    "signs": [with_link(sign=sign) for sign in (None, *SIGNS)],
    "verbs": [with_link(sign=None, verb=verb) for verb in VERBS],
    "strengths": [with_link(strength=strength) for strength in (1, 2, 3)],
    "delays": [with_link(delayed=delayed) for delayed in (False, True)],
    "flags": [resting(count) for count in (0, 1, 2)],
}


@pytest.mark.parametrize("name", MEANINGS)
def test_every_pair_of_meanings_differs_without_colour(name: str) -> None:
    drawn = [shapes(canvas) for canvas in MEANINGS[name]]
    assert len(drawn) > 1
    for one, other in combinations(drawn, 2):
        assert one != other


def shapes(canvas: Canvas) -> list[tuple[object, ...]]:
    """What cards and links are drawn with, wherever that is, without colour: words, outlines,
    widths and dashes; the legend is not among it."""
    scene = build_scene(canvas)
    marks = [mark for card in scene.cards for mark in card.marks]
    for link in scene.links:
        marks += [*link.marks, *link.over, *(link.badge.marks if link.badge else ())]
    return sorted(map(_shape, marks), key=repr)


def _shape(mark: Mark) -> tuple[object, ...]:
    if isinstance(mark, Text):
        return ("text", mark.text, mark.bold)
    paint = mark.paint
    drawn = (bool(paint.fill), bool(paint.stroke), paint.stroke_width, paint.dash)
    # How often a line bends is for its way, not for its meaning.
    steps = re.sub("[^MLCZ]", "", mark.d) if isinstance(mark, Path) and paint.fill else ""
    corners = re.sub(r"[\d.]+", "", steps)
    return ("shape", corners, _pointing(mark), *drawn)


def _pointing(mark: Mark) -> str:
    """Whether a filled triangle points up or down."""
    if not isinstance(mark, Path) or mark.d.count("L") != 2 or "C" in mark.d:
        return ""
    heights = [float(step.split()[1]) for step in re.findall(r"[-\d.]+ [-\d.]+", mark.d)]
    return "down" if heights[0] == heights[1] < heights[2] else "up or aside"


@pytest.mark.parametrize("layer", ["national", "place"])
@pytest.mark.parametrize("level", LEVELS)
def test_layer_and_level_are_told_by_place_and_by_a_name_in_words(layer: str, level: str) -> None:
    scene = build_scene(with_card(layer=layer, level=level))
    card = next(one for one in scene.cards if one.id == "c1")
    [band] = [one for one in scene.bands if one.y0 <= card.y and card.y + card.height <= one.y1]
    assert band.level == level
    assert any(LEVEL_TITLES[level].upper() == mark.text for mark in words_of(band.marks))
    iceberg = next(one for one in scene.icebergs if one.layer == layer)
    across = [x for x, _ in iceberg.outline]
    assert min(across) <= card.x
    assert card.x + card.width <= max(across)
    assert any(mark.text == layer.upper() for mark in words_of(iceberg.marks))


def words_of(marks: tuple[Mark, ...]) -> list[Text]:
    return [mark for mark in marks if isinstance(mark, Text)]


def test_a_link_ends_in_its_arrowhead() -> None:
    for source, target in (("c1", "c2"), ("c2", "c1")):
        scene = build_scene(with_link(source=source, target=target))
        link = next(one for one in scene.links if one.id == "l1")
        head = next(mark for mark in link.over if isinstance(mark, Path) and mark.paint.fill)
        tip = [float(number) for number in head.d.split()[1:3]]
        assert tip == pytest.approx(link.path[-1][-2:], abs=0.01)


def test_what_colour_tells_of_cards_and_assumptions_a_word_tells_too() -> None:
    for effect in EFFECTS:
        force = Force(effect=effect, strength=3)
        assert EFFECT_WORDS[effect] in card_words(with_card(force=force))
    for direction in DIRECTIONS:
        assert DIRECTION_WORDS[direction] in card_words(with_reading(direction))
    for status in STATUSES:
        said = [text.text for text in texts_of(build_scene(with_status(status)))]
        assert any(text.startswith(STATUS_WORDS[status]) for text in said)


def card_words(canvas: Canvas) -> list[str]:
    """What is written on the first card."""
    card = next(one for one in build_scene(canvas).cards if one.id == "c1")
    return [mark.text for mark in card.marks if isinstance(mark, Text)]


def test_a_link_between_layers_is_wider_than_one_within_a_layer() -> None:
    inside = with_link(source="c3", target="c2", id="l9", strength=3)
    widths = [
        {round(mark.paint.stroke_width, 2) for mark in link.marks if not isinstance(mark, Text)}
        for canvas in (sample(), inside)
        for link in build_scene(canvas).links
        if link.id in ("l1", "l9")
    ]
    assert max(widths[0]) > max(widths[1])
