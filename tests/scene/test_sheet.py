"""A blank sheet: what it says, how far it reads, and the room that it leaves for notes."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from iceberg import wording
from iceberg.catalog import load_catalog
from iceberg.errors import NotFoundError
from iceberg.layout.parts import MM_PER_PT
from iceberg.model import LEVELS, Canvas, Layer, LevelGuide
from iceberg.scene import build_sheet
from iceberg.scene.parts import Scene, Text
from iceberg.theme import SHEET_SIZES, SheetName
from tests.layout.rules import inside_outline
from tests.scene.reading import colours_of, extent, furniture_texts, overlap, texts_of
from tests.scene.samples import plain, sample

SHEETS = tuple(SHEET_SIZES)
NOTE = 76.0
"""The side of a usual sticky note, in mm."""
CAPITALS = 0.66
"""The height of Source Sans 3's capitals, in ems."""
QUESTIONS = (
    "Who?",
    "What shaped the pattern: rules, money, power, relationships, practices?",
    "W" * 300,
    "Beth sy’n digwydd o hyd, ac yn newid gydag amser, yn ein lle ni? " * 4,
    "ما الذي يحدث باستمرار، أو يتغير مع مرور الوقت في مكاننا؟",
)


def usual(**details: str) -> Canvas:
    catalog = load_catalog()
    layers = (catalog.layer("national"), catalog.layer("place"))
    return Canvas(**{"title": "Our iceberg", "layers": layers, **details})  # type: ignore[arg-type]


def asking(question: str, layers: int) -> Canvas:
    guides = {level: LevelGuide(question=question) for level in LEVELS}
    return Canvas(
        title="Our iceberg",
        layers=tuple(Layer(id=f"l{n}", title=f"Layer {n}", levels=guides) for n in range(layers)),
    )


def questions_of(scene: Scene) -> list[Text]:
    return [mark for mark in scene.waterline if isinstance(mark, Text)]


@pytest.mark.parametrize("page", SHEETS)
def test_it_says_the_levels_the_layers_and_what_to_ask(page: SheetName) -> None:
    canvas = usual()
    said = " ".join(text.text for text in texts_of(build_sheet(canvas, page)))
    for level in LEVELS:
        assert wording.LEVEL_TITLES[level].upper() in said
        assert all(layer.guide(level).question in said for layer in canvas.layers)
    assert all(layer.title.upper() in said for layer in canvas.layers)


def test_a_layer_without_questions_asks_those_of_the_levels() -> None:
    said = [text.text for text in questions_of(build_sheet(plain(), "a3"))]
    assert said == [question for question in wording.LEVEL_QUESTIONS.values() for _ in range(2)]


def test_it_has_no_cards_and_nothing_of_them() -> None:
    scene = build_sheet(sample(), "a3")
    assert scene.cards == scene.links == ()
    assert not any("Staff" in text.text or "We assume" in text.text for text in texts_of(scene))


def test_it_says_what_the_canvas_is_about() -> None:
    said = furniture_texts(build_sheet(sample(), "a3"))
    assert said[:2] == ["Keeping going", "What holds it in place? · Northfield"]
    assert wording.SHEET_QUESTION not in said
    assert wording.SHEET_PLACE not in said


def test_what_is_not_known_gets_a_line_to_write_on() -> None:
    said = furniture_texts(build_sheet(usual(), "a3"))
    assert {wording.SHEET_QUESTION, wording.SHEET_PLACE, wording.SHEET_DATE} <= set(said)


def test_the_date_is_always_written_by_hand() -> None:
    said = furniture_texts(build_sheet(sample(), "a3"))
    assert wording.SHEET_DATE in said
    assert not any("2026" in line or "revision" in line for line in said)


def test_a_room_reads_a1_from_two_metres() -> None:
    scene = build_sheet(usual(question="What holds it in place?", place="Northfield"), "a1")
    least = 2000 * math.tan(math.radians(16 / 60))
    title, about = (mark for mark in scene.furniture[:2] if isinstance(mark, Text))
    drawn = [mark for part in (*scene.bands, *scene.icebergs) for mark in part.marks]
    read = [title, about, *questions_of(scene), *(m for m in drawn if isinstance(m, Text))]
    assert len(read) >= 2 + 2 * len(LEVELS) + len(LEVELS) + 2
    assert all(CAPITALS * text.font_pt * MM_PER_PT >= least for text in read)


def test_type_grows_with_the_sheet() -> None:
    sizes = [questions_of(build_sheet(usual(), page))[0].font_pt for page in SHEETS]
    assert all(small < large for small, large in pairwise(sizes))


@pytest.mark.parametrize("page", ["a1", "a0"])
def test_three_notes_fit_under_each_question(page: SheetName) -> None:
    scene = build_sheet(usual(), page)
    for band in scene.bands:
        here = [text for text in questions_of(scene) if band.y0 < text.y < band.y1]
        top = max(text.y for text in here) + 0.22 * here[0].font_pt * MM_PER_PT
        assert top + NOTE <= band.y1
        for iceberg in scene.icebergs:
            middle = sum(x for x, _ in iceberg.outline) / len(iceberg.outline)
            for x in (middle - 1.5 * NOTE, middle + 1.5 * NOTE):
                assert inside_outline((x, top), iceberg.outline)
                assert inside_outline((x, top + NOTE), iceberg.outline)


@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
@pytest.mark.parametrize("layers", [1, 2, 3, 4])
@pytest.mark.parametrize("page", ["a4", "a0"])
def test_nothing_is_cut_off_or_covers_another(page: SheetName, layers: int, question: str) -> None:
    scene = build_sheet(asking(question, layers), page)
    found = [extent(text) for text in texts_of(scene)]
    assert not any(overlap(one, other) for one, other in combinations(found, 2))
    for left, top, right, bottom in found:
        assert left >= 0
        assert top >= 0
        assert right <= scene.page.width
        assert bottom <= scene.page.height
    for text in questions_of(scene):
        left, _, right, bottom = extent(text)
        assert any(
            inside_outline((left, bottom), ice.outline)
            and inside_outline((right, bottom), ice.outline)
            for ice in scene.icebergs
        )


def test_long_words_about_a_canvas_leave_room_for_the_icebergs() -> None:
    scene = build_sheet(usual(title="Word " * 24, question="why " * 75, place="here " * 60), "a4")
    assert scene.bands[0].y0 < scene.page.height / 2


def test_a_question_that_is_too_long_ends_with_an_ellipsis() -> None:
    said = questions_of(build_sheet(asking("why not " * 37, 4), "a4"))
    assert said[-1].text.endswith("…")


def test_it_shows_the_layers_that_are_asked_for() -> None:
    scene = build_sheet(usual(), "a4", layers=("place",))
    assert [iceberg.layer for iceberg in scene.icebergs] == ["place"]
    with pytest.raises(NotFoundError, match="moon"):
        build_sheet(usual(), "a4", layers=("moon",))


def test_it_can_be_grey() -> None:
    colours = colours_of(build_sheet(usual(), "a4", greyscale=True))
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def test_it_is_spoken_with_every_question() -> None:
    canvas = usual(question="What holds it in place?")
    spoken = build_sheet(canvas, "a4").description.splitlines()
    assert spoken[0] == "Blank sheet to write on: Our iceberg. What holds it in place?"
    assert spoken[1] == "National iceberg, empty:"
    assert len(spoken) == 1 + 2 * (1 + len(LEVELS))
    for layer in canvas.layers:
        for level in LEVELS:
            assert f"{wording.LEVEL_TITLES[level]}: {layer.guide(level).question}" in spoken


def test_letters_of_no_font_are_told() -> None:
    assert any("U+1347A" in note for note in build_sheet(asking("\U0001347a?", 1), "a4").notes)
