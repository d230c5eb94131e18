"""Measuring and wrapping: as wide as a browser draws it, and never wider than it may be."""

from __future__ import annotations

import base64
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from iceberg.layout.fonts import (
    FAMILIES,
    Face,
    characters_by_face,
    clusters,
    drawable,
    faces,
    harfbuzz_font,
    runs,
)
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.subset import subset_woff2
from iceberg.layout.text import LINE_HEIGHT, ascent, fall, is_rtl, line_width, wrap
from iceberg.model import clean_text
from tests.layout.texts import SAMPLES, card_texts

widths = st.floats(min_value=4, max_value=120)
sizes = st.sampled_from((4.5, 6.0, 8.0, 11.0, 24.0))


def without_spaces(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(card_texts, widths, sizes, st.booleans())
def test_no_line_is_wider_than_asked(text: str, width: float, font_pt: float, bold: bool) -> None:
    for line in wrap(text, width, font_pt, bold=bold):
        fits = line_width(line, font_pt, bold=bold) <= width + 1e-6
        assert fits or len(clusters(line)) == 1


@given(card_texts, widths, sizes)
def test_lines_hold_every_word_in_order(text: str, width: float, font_pt: float) -> None:
    lines = wrap(text, width, font_pt)
    assert without_spaces("".join(lines)) == without_spaces(text)
    assert all(line == line.strip(" ") for line in lines)


@given(card_texts, widths, sizes)
def test_no_cluster_is_split(text: str, width: float, font_pt: float) -> None:
    words = [cluster for cluster in clusters(text) if cluster.strip()]
    drawn = [c for line in wrap(text, width, font_pt) for c in clusters(line) if c.strip()]
    assert drawn == words


@given(card_texts, sizes)
def test_a_wide_enough_card_breaks_only_where_the_person_did(text: str, font_pt: float) -> None:
    assert wrap(text, 10_000, font_pt) == tuple(text.split("\n"))


@given(card_texts, widths, sizes, st.integers(min_value=1, max_value=4))
def test_a_limit_on_lines_is_kept(text: str, width: float, font_pt: float, most: int) -> None:
    whole, cut = wrap(text, width, font_pt), wrap(text, width, font_pt, max_lines=most)
    assert cut == whole if len(whole) <= most else len(cut) == most and cut[-1].endswith("…")


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_widths_scale_with_the_type_size(sample: str) -> None:
    assert line_width(sample, 24) == pytest.approx(3 * line_width(sample, 8))


def test_bold_is_wider() -> None:
    assert line_width("Structures", 8, bold=True) > line_width("Structures", 8)


def test_letters_are_kerned() -> None:
    assert line_width("AV", 10) < line_width("A", 10) + line_width("V", 10)


def test_breaks_at_spaces_hyphens_and_slashes() -> None:
    assert wrap("short-termism", line_width("short-ter", 8), 8)[0] == "short-"
    assert wrap("and/or", line_width("and/", 8), 8) == ("and/", "or")


def test_a_hyphenated_word_stays_whole_where_that_costs_no_line() -> None:
    width = line_width("a pan-European", 8)
    assert wrap("a long pan-European", width, 8) == ("a long", "pan-European")


def test_figures_stay_together() -> None:
    assert wrap("In 2025-26 or 24/7", line_width("In 2025-", 8), 8) == ("In", "2025-26", "or 24/7")


def test_a_space_that_joins_is_no_place_to_break() -> None:
    assert wrap("£915\u00a0m a year", line_width("£915 m", 8), 8)[0] == "£915\u00a0m"


def test_a_long_word_breaks_inside() -> None:
    lines = wrap("W" * 240, 30, 8)
    assert "".join(lines) == "W" * 240
    assert len({len(line) for line in lines[:-1]}) == 1


def test_emoji_sequences_stay_whole() -> None:
    family = "👨‍👩‍👧"
    assert wrap(family * 5, line_width(family * 2, 8), 8) == (family * 2, family * 2, family)


def test_ideographs_break_anywhere_but_before_closing_marks() -> None:
    two = line_width("漢字", 8)
    assert wrap("漢字漢字", two, 8) == ("漢字", "漢字")
    assert not any(line.startswith("。") for line in wrap("漢字漢。字", line_width("漢字漢", 8), 8))


def test_lines_are_about_equally_long() -> None:
    text = "Funders pause new grants while they review their plans"
    width = line_width("Funders pause new grants while they review their", 8)
    first, last = wrap(text, width, 8)
    assert line_width(last, 8) > 0.6 * line_width(first, 8)


def test_no_line_is_left_short_between_long_ones() -> None:
    width = line_width("consultation this year m", 9.0)
    lines = wrap("Residents walk out of the third consultation this year", width, 9.0)
    assert lines == ("Residents walk", "out of the third", "consultation this year")


def test_line_breaks_of_the_person_are_kept() -> None:
    assert wrap("one\n\ntwo", 100, 8) == ("one", "", "two")


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_no_text_gives_no_lines(empty: str) -> None:
    assert wrap(empty, 100, 8) == ()


def test_past_the_last_line_an_ellipsis_stands() -> None:
    (line,) = wrap("Contracts below cost keep charities from it", 30, 8, max_lines=1)
    assert line.startswith("Contracts")
    assert line.endswith("…")
    assert line_width(line, 8) <= 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [("سلام abc", True), ("abc سلام", False), ("12 שלום", True), ("123", False), ("", False)],
)
def test_the_first_letter_decides_the_direction(text: str, expected: bool) -> None:
    assert is_rtl(text) is expected


def ink(text: str, bold: bool) -> tuple[float, float]:
    """How far the text's ink rises above and falls below the baseline, in type sizes."""
    rises, falls = [0.0], [0.0]
    for run in runs(text, bold=bold):
        font = harfbuzz_font(run.face)
        buffer = hb.Buffer()
        buffer.add_str(run.text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            box = font.get_glyph_extents(glyph.codepoint)
            rises.append((box.y_bearing + place.y_offset) / font.face.upem)
            falls.append(-(box.y_bearing + box.height + place.y_offset) / font.face.upem)
    return max(rises), max(falls)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("script", SAMPLES)
def test_ink_stays_between_ascent_and_descent(script: str, bold: bool) -> None:
    rise, below = ink(SAMPLES[script], bold)
    assert rise * 8 * MM_PER_PT <= ascent(8)
    assert below * 8 * MM_PER_PT <= 1.02 * fall(SAMPLES[script], 8)


def test_lines_of_letters_do_not_touch() -> None:
    rise, fall = ink(SAMPLES["Welsh"], bold=True)
    assert rise + fall < LINE_HEIGHT


@given(st.text(max_size=40), widths, sizes)
def test_any_text_at_all_can_be_measured_and_wrapped(
    text: str, width: float, font_pt: float
) -> None:
    cleaned = clean_text(text)
    assert line_width(cleaned, font_pt) >= 0
    for line in wrap(cleaned, width, font_pt):
        assert line_width(line, font_pt) <= width + 1e-6 or len(clusters(line)) == 1


def test_threads_agree() -> None:
    texts = [f"{sample} {number}" for sample in SAMPLES.values() for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: wrap(text, 31.5, 7.25), texts))
    assert together == [wrap(text, 31.5, 7.25) for text in texts]


MEASURE = """async ([samples, families, sizes]) => {
    const context = document.createElement('canvas').getContext('2d');
    const widths = [];
    for (const weight of [400, 700]) {
        for (const family of families)
            await document.fonts.load(`${weight} 20px ${family}`, 'a🏠س');
        context.font = `${weight} 20px ${families.join(', ')}`;
        widths.push(samples.map(sample => context.measureText(sample).width));
    }
    return widths;
}"""


def font_face(face: Face, file: bytes) -> str:
    return (
        f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight};"
        f" src: url(data:font/opentype;base64,{base64.b64encode(file).decode()}) }}"
    )


def measured_by(chromium: Browser, font_faces: list[str]) -> dict[tuple[str, bool], float]:
    """What Chromium measures at 20 px for each sample, by script and boldness."""
    samples = [drawable(sample) for sample in SAMPLES.values()]
    page = chromium.new_page()
    page.set_content(f"<style>{''.join(font_faces)}</style>")
    measured = page.evaluate(MEASURE, [samples, [f"'{family}'" for family in FAMILIES]])
    page.close()
    return {
        (script, bold): width
        for bold, row in zip((False, True), measured, strict=True)
        for script, width in zip(SAMPLES, row, strict=True)
    }


@pytest.fixture(scope="module")
def with_whole_fonts(chromium: Browser) -> dict[tuple[str, bool], float]:
    return measured_by(chromium, [font_face(face, face.path.read_bytes()) for face in faces()])


@pytest.fixture(scope="module")
def with_subsets(chromium: Browser) -> dict[tuple[str, bool], float]:
    texts = [(sample, bold) for sample in SAMPLES.values() for bold in (False, True)]
    subsets = characters_by_face(texts).items()
    return measured_by(
        chromium, [font_face(face, subset_woff2(face, letters)) for face, letters in subsets]
    )


@pytest.mark.browser
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("script", SAMPLES)
def test_widths_are_what_a_browser_draws(
    with_whole_fonts: dict[tuple[str, bool], float], script: str, bold: bool
) -> None:
    ours = line_width(SAMPLES[script], 20, bold=bold) / MM_PER_PT
    assert ours == pytest.approx(with_whole_fonts[script, bold], rel=1e-4)


@pytest.mark.browser
def test_a_browser_draws_the_same_with_embedded_subsets(
    with_whole_fonts: dict[tuple[str, bool], float],
    with_subsets: dict[tuple[str, bool], float],
) -> None:
    assert with_subsets == with_whole_fonts
