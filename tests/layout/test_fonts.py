"""Which face draws what, what no font has, and the small fonts to embed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given

from iceberg import wording
from iceberg.layout import fonts, system_fonts
from iceberg.layout.fonts import (
    BOX,
    FAMILIES,
    Face,
    characters_by_face,
    clusters,
    drawable,
    faces,
    families,
    harfbuzz_font,
    runs,
    uncovered,
)
from iceberg.layout.parts import MM_PER_PT
from iceberg.layout.subset import subset_opentype, subset_woff2
from iceberg.layout.system_fonts import font_files, system_font
from iceberg.layout.text import line_width
from iceberg.resources import fonts_folder
from tests.layout.texts import SAMPLES, card_texts

NOBODY_HAS = "\U0010fffd"
RARE = "\ue3a0\ue3a1"
RARE_MARK = "\U0001e08f"


def family_of(text: str) -> list[str]:
    return [run.face.family for run in runs(text)]


@pytest.mark.parametrize("face", faces(), ids=lambda face: face.path.stem)
def test_every_vendored_face_is_what_it_says(face: Face) -> None:
    with TTFont(face.path) as font:
        assert font["name"].getDebugName(1) == face.family
        assert font["OS/2"].usWeightClass == face.weight
        assert "glyf" in font


def test_every_family_comes_with_its_licence() -> None:
    licences = [path.read_text("utf-8") for path in fonts_folder().glob("*.txt")]
    assert len(licences) == len(FAMILIES)
    for licence in licences:
        assert licence.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Costs rise, ŵŷŴŶẁẅ", "Source Sans 3"),
        ("Ещё щука", "Source Sans 3"),
        ("Άγγλος", "Source Sans 3"),
        ("السكن،", "IBM Plex Sans Arabic"),
        ("می‌خواهم", "IBM Plex Sans Arabic"),
        ("🏠", "Noto Emoji"),
        ("👨‍👩‍👧", "Noto Emoji"),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "Noto Emoji"),
        ("1️⃣", "Noto Emoji"),
    ],
)
def test_the_first_family_that_has_it_draws_it(text: str, family: str) -> None:
    assert set(family_of(text)) == {family}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_the_vendored_fonts_cover_every_sample(sample: str) -> None:
    assert uncovered(sample) == ()
    assert set(family_of(sample)) <= set(FAMILIES)


def test_the_symbols_of_the_picture_need_no_font_of_the_machine() -> None:
    symbols = [
        *wording.EFFECT_SYMBOLS.values(),
        *wording.SIGN_SYMBOLS.values(),
        wording.VOTE_SYMBOL,
        BOX,
    ]
    assert set(family_of("".join(symbols))) == {"Source Sans 3"}


@given(card_texts)
def test_runs_are_the_drawn_text_in_clusters_of_one_face(text: str) -> None:
    found = runs(text)
    assert "".join(run.text for run in found) == drawable(text)
    for run in found:
        known = set(harfbuzz_font(run.face).face.unicodes)
        assert all(
            any(ord(c) in known for c in cluster) or not cluster.strip()
            for cluster in clusters(run.text)
        )


@given(card_texts)
def test_drawing_twice_changes_nothing(text: str) -> None:
    assert drawable(drawable(text)) == drawable(text)


def test_emoji_are_drawn_plain() -> None:
    assert drawable("❤️ ☎️") == "❤ ☎"


def test_what_no_font_has_is_a_box_and_named_once() -> None:
    text = f"a{NOBODY_HAS}b{NOBODY_HAS}"
    assert drawable(text) == f"a{BOX}b{BOX}"
    assert uncovered(text) == (NOBODY_HAS,)


def test_scripts_are_kept_apart() -> None:
    assert [run.script for run in runs("tАлко")] == ["Latn", "Cyrl"]


def test_bold_text_is_drawn_by_bold_faces() -> None:
    assert all(run.face.bold for run in runs("Costs سلام 🏠", bold=True))


def test_each_face_is_told_its_characters() -> None:
    needed = characters_by_face([("ab", False), ("cab", False), ("d", True), ("🏠", False)])
    regular, bold, emoji = needed
    assert (needed[regular], needed[bold], needed[emoji]) == ({*"abc"}, {"d"}, {"🏠"})
    assert (regular.bold, bold.bold, emoji.family) == (False, True, "Noto Emoji")


@pytest.fixture
def fonts_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands for the machine's fonts; nothing is remembered from before or after."""
    monkeypatch.setattr(system_fonts, "_folders", lambda: (tmp_path,))
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    for remembered in (font_files, system_font, fonts._drawing, runs):
        remembered.cache_clear()


def a_font(path: Path, family: str, characters: str, licence: int = 0) -> None:
    font = FontBuilder(1000)
    glyphs = [".notdef", *(f"u{ord(c):x}" for c in characters)]
    font.setupGlyphOrder(glyphs)
    font.setupCharacterMap({ord(c): f"u{ord(c):x}" for c in characters})
    font.setupGlyf({name: TTGlyphPen(None).glyph() for name in glyphs})
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (700, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": family, "styleName": "Regular"})
    font.setupOS2(fsType=licence)
    font.setupPost()
    font.save(path)


def test_a_font_of_the_machine_draws_what_the_vendored_lack(fonts_of_the_machine: Path) -> None:
    a_font(fonts_of_the_machine / "Somewhere.ttf", "Somewhere Sans", RARE)
    assert (uncovered(RARE), drawable(RARE)) == ((), RARE)
    assert families(RARE) == (*FAMILIES, "Somewhere Sans")
    assert line_width(RARE, 10) == pytest.approx(1.4 * 10 * MM_PER_PT)


def test_without_one_the_character_is_a_box(fonts_of_the_machine: Path) -> None:
    (fonts_of_the_machine / "broken.ttf").write_bytes(b"not a font")
    assert (uncovered(RARE + RARE[0]), drawable(RARE + RARE[0])) == (tuple(RARE), BOX * 3)


def test_a_letter_survives_a_mark_that_no_font_has(fonts_of_the_machine: Path) -> None:
    assert not list(fonts_of_the_machine.iterdir())
    strange = f"a\u0301{RARE_MARK}"
    assert clusters(strange) == (strange,)
    assert drawable(strange) == f"a\u0301{BOX}"
    assert uncovered(strange) == (strange,)


def test_upright_fonts_come_first_then_names_decide(fonts_of_the_machine: Path) -> None:
    a_font(fonts_of_the_machine / "A-Bold.ttf", "A", RARE[0])
    a_font(fonts_of_the_machine / "C.ttf", "C", RARE[0])
    a_font(fonts_of_the_machine / "B.ttf", "B", RARE[0])
    assert families(RARE[0])[-1] == "B"


def test_fonts_that_may_not_be_embedded_are_passed_over(fonts_of_the_machine: Path) -> None:
    a_font(fonts_of_the_machine / "Closed.ttf", "Closed", RARE[0], licence=2)
    assert uncovered(RARE[0]) == (RARE[0],)


def test_texts_that_the_vendored_fonts_cover_ask_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _forget()
    monkeypatch.setattr(system_fonts, "_folders", lambda: pytest.fail("searched the machine"))
    for sample in SAMPLES.values():
        drawable(sample)


def shaped(font: hb.Font, text: str, script: str) -> list[tuple[int, int]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.script, buffer.language = script, "en"
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return [(glyph.x_advance, glyph.x_offset) for glyph in buffer.glyph_positions]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_a_subset_draws_as_the_whole_face(sample: str, bold: bool) -> None:
    for face, characters in characters_by_face([(sample, bold)]).items():
        small = hb.Font(hb.Face(subset_opentype(face, characters)))
        for run in runs(sample, bold=bold):
            if run.face == face:
                whole = shaped(harfbuzz_font(face), run.text, run.script)
                assert shaped(small, run.text, run.script) == whole


def test_a_subset_is_small_and_keeps_its_licence() -> None:
    face = faces()[0]
    woff2 = subset_woff2(face, frozenset("Costs rise"))
    assert len(woff2) < 8_000
    with TTFont(BytesIO(woff2)) as font:
        assert font.flavor == "woff2"
        assert "Open Font License" in font["name"].getDebugName(13)


def test_two_subsets_are_the_same_bytes() -> None:
    face, characters = faces()[0], frozenset("Costs rise, ŵ")
    first = subset_woff2(face, characters)
    subset_woff2.cache_clear()
    assert subset_woff2(face, characters) == first
