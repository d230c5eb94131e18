"""What cards and links show."""

from __future__ import annotations

import pytest

from iceberg import theme
from iceberg.model import Canvas, Link
from iceberg.scene import build_scene
from iceberg.scene.bezier import Track
from iceberg.scene.parts import CardDrawing, LinkDrawing, Path, Scene, Text
from tests.scene.samples import sample

STRAIGHT = (0.0, 0.0, 1.0, 0.0, 2.0, 0.0, 3.0, 0.0)
DOWN = (3.0, 0.0, 3.0, 1.0, 3.0, 2.0, 3.0, 3.0)


def card(scene: Scene, card_id: str) -> CardDrawing:
    return next(card for card in scene.cards if card.id == card_id)


def link(scene: Scene, link_id: str) -> LinkDrawing:
    return next(link for link in scene.links if link.id == link_id)


def with_link(**changes: object) -> Canvas:
    canvas = sample()
    changed = canvas.links[0].model_copy(update=changes)
    return canvas.model_copy(update={"links": (changed, canvas.links[1])})


def line_of(drawn: LinkDrawing) -> Path:
    paths = [mark for mark in drawn.marks if isinstance(mark, Path)]
    return next(path for path in paths if path.paint.stroke in (theme.LINK, theme.CROSS_LINK))


@pytest.mark.parametrize(
    ("card_id", "colour", "word"),
    [("c1", theme.RESISTS, "resists"), ("c3", theme.HELPS, "helps")],
)
def test_a_force_shows_as_colour_word_and_symbol(card_id: str, colour: str, word: str) -> None:
    marks = card(build_scene(sample()), card_id).marks
    fills = [mark.paint.fill for mark in marks if isinstance(mark, Path)]
    assert fills.count(colour) == 2
    assert word in [mark.text for mark in marks if isinstance(mark, Text)]


def test_a_reading_and_an_assumption_show_as_words() -> None:
    scene = build_scene(sample())
    said = {c.id: [m.text for m in c.marks if isinstance(m, Text)] for c in scene.cards}
    assert "rising" in said["c2"]
    assert "A1!" in said["c1"]


def test_the_lines_of_a_card_are_its_text() -> None:
    assert " ".join(card(build_scene(sample()), "c1").lines) == "Contracts below cost"


def test_a_link_is_as_wide_as_it_is_strong() -> None:
    widths = [
        line_of(link(build_scene(with_link(strength=strength)), "l1")).paint.stroke_width
        for strength in (1, 2, 3)
    ]
    assert widths == sorted(set(widths))


def test_a_minus_shows_as_dash_and_symbol() -> None:
    scene = build_scene(sample())
    minus, plus = link(scene, "l2"), link(scene, "l1")
    assert line_of(minus).paint.dash
    assert not line_of(plus).paint.dash
    for drawn, sign in ((minus, "−"), (plus, "+")):
        assert drawn.badge is not None
        assert [m.text for m in drawn.badge.marks if isinstance(m, Text)] == [sign]


def test_a_link_across_layers_has_its_own_colour() -> None:
    scene = build_scene(sample())
    assert line_of(link(scene, "l1")).paint.stroke == theme.CROSS_LINK
    assert line_of(link(scene, "l2")).paint.stroke == theme.LINK


def test_a_delayed_link_has_two_ticks_more() -> None:
    slow, quick = (link(build_scene(with_link(delayed=delayed)), "l1") for delayed in (True, False))
    assert len(slow.over) == len(quick.over) + 2


def test_a_plain_link_has_no_badge_and_a_verb_is_written_out() -> None:
    plain = link(build_scene(with_link(sign=None)), "l1")
    assert plain.badge is None
    blocks = link(build_scene(with_link(sign=None, verb="blocks")), "l1")
    assert blocks.badge is not None
    words = [mark for mark in blocks.badge.marks if isinstance(mark, Text)]
    assert [mark.text for mark in words] == ["blocks"]
    assert words[0].width < blocks.badge.width


def test_a_link_is_spoken_as_a_sentence() -> None:
    scene = build_scene(sample())
    said = link(scene, "l1").spoken
    assert said == (
        "“Contracts below cost” drives “Staff keep leaving”: more leads to more, strong."
    )


def test_both_ways_between_two_cards_are_drawn() -> None:
    canvas = sample()
    back = Link(id="l3", source="c2", target="c1")
    scene = build_scene(canvas.model_copy(update={"links": (*canvas.links, back)}))
    assert {drawn.id for drawn in scene.links} == {"l1", "l2", "l3"}


def test_delay_ticks_keep_clear_of_the_badge() -> None:
    for card_count in (2, 3, 4):
        drawn = link(build_scene(with_link(delayed=True, strength=card_count - 1)), "l1")
        assert drawn.badge is not None
        left, top = drawn.badge.x, drawn.badge.y
        for tick in drawn.over[1:]:
            assert isinstance(tick, Path)
            numbers = [float(word) for word in tick.d.split() if word not in "ML"]
            x, y = (numbers[0] + numbers[2]) / 2, (numbers[1] + numbers[3]) / 2
            inside = 0 < x - left < drawn.badge.width and 0 < y - top < drawn.badge.height
            assert not inside


def test_curves_are_measured_and_cut() -> None:
    track = Track((STRAIGHT, DOWN))
    assert track.length == pytest.approx(6)
    assert track.point(1.5) == pytest.approx((1.5, 0))
    assert track.point(4) == pytest.approx((3, 1))
    assert track.point(99) == pytest.approx((3, 3))
    middle = track.part(1, 5)
    assert middle[0][:2] == pytest.approx((1, 0))
    assert middle[-1][6:] == pytest.approx((3, 2))
    assert Track(middle).length == pytest.approx(4)
    within = track.part(1, 2)
    assert [*within[0][:2], *within[0][6:]] == pytest.approx([1, 0, 2, 0])
    assert track.part(2, 2) == ()
