"""Texts that run from the right do not turn the sentences of ours that they stand in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iceberg.exporters import export
from iceberg.exporters.story import Section, tell
from iceberg.exporters.story.answers import answers
from iceberg.layout.text import is_rtl
from iceberg.model import Canvas, Cover, KeptFinding, Link
from iceberg.scene import build_scene
from iceberg.scene.header import subtitle
from iceberg.scene.parts import Text
from iceberg.wording import isolated, quoted
from tests.exporters.everything import everything
from tests.scene.samples import sample

ARABIC = "الأمل يغيّر المكان 24؟"
HEBREW = "תקווה (2) משנה"


def arabic() -> Canvas:
    """A canvas with every text that people write in Arabic or Hebrew, and our words in English."""
    made = everything(2)
    cards = [
        one.model_copy(update={"text": f"{ARABIC} {n}", "source": HEBREW})
        for n, one in enumerate(made.cards)
    ]
    history = {"text": HEBREW, "owner": ARABIC, "signpost": HEBREW, "shaping": (ARABIC, HEBREW)}
    return made.model_copy(
        update={
            "title": ARABIC,
            "question": HEBREW,
            "place": ARABIC,
            "aim": ARABIC,
            "layers": tuple(x.model_copy(update={"title": HEBREW}) for x in made.layers),
            "cards": tuple(cards),
            "links": (*made.links, Link(id="l9", source="b2", target="c1", verb="opens up")),
            "readings": tuple(x.model_copy(update={"unit": ARABIC}) for x in made.readings),
            "assumptions": tuple(x.model_copy(update=history) for x in made.assumptions),
            "kept": (KeptFinding(id="gap:c1", kind="gap", text=ARABIC),),
            "cover": Cover(),
        }
    )


def loose(sentence: str) -> str:
    """What runs from the right in a sentence outside of an isolate; isolates end that begin."""
    depth, found = 0, ""
    for letter in sentence:
        kind = unicodedata.bidirectional(letter)
        depth += {"FSI": 1, "PDI": -1}.get(kind, 0)
        assert depth in (0, 1), sentence
        if depth == 0 and kind in ("R", "AL", "AN"):
            found += letter
    assert depth == 0, sentence
    return found


def sentences(section: Section) -> list[str]:
    own = [one.text for one in (*section.sentences, *section.points)]
    return own + [text for part in section.parts for text in sentences(part)]


def test_no_sentence_of_the_story_holds_loose_text_from_the_right() -> None:
    story = tell(arabic())
    told = [story.alt, *story.description.split("\n")]
    for name, section in story.sections.items():
        told += sentences(section) if name != "found" else []
    assert len(told) > 25
    assert [line for line in told if loose(line)] == []
    assert not any(map(is_rtl, told)), "our sentences run from the left"


def test_no_answer_for_a_form_holds_loose_text_from_the_right() -> None:
    given = answers(arabic())
    assert all(answer.text for answer in given)
    assert [answer.text for answer in given if loose(answer.text)] == []


@pytest.mark.parametrize("extension", [".txt", ".alt.txt"])
def test_text_files_keep_their_order_line_by_line(extension: str) -> None:
    lines = export(arabic(), extension).data.decode().splitlines()
    mixed = [line for line in lines if any(c.isascii() and c.isalpha() for c in line)]
    assert len(mixed) > 10
    assert [line for line in mixed if loose(line) and not is_rtl(line)] == []


@pytest.mark.parametrize(
    ("question", "place", "told"),
    [
        (HEBREW, "Northfield", f"{HEBREW} · \u2068Northfield\u2069 · \u2068Workshop\u2069"),
        ("What now?", ARABIC, f"What now? · \u2068{ARABIC}\u2069 · \u2068Workshop\u2069"),
        ("What now?", "Tŷ Newydd", "What now? · Tŷ Newydd · Workshop"),
    ],
)
def test_the_parts_of_a_subtitle_keep_their_order_and_its_way(
    question: str, place: str, told: str
) -> None:
    asked = {"question": question, "place": place, "revision": 0, "date": None}
    canvas = everything(1).model_copy(update=asked)
    assert subtitle(canvas) == told
    [line] = [x for x in build_scene(canvas).furniture if isinstance(x, Text) and x.text == told]
    assert line.rtl == is_rtl(question)


def test_a_source_from_the_right_ends_where_its_sentence_does() -> None:
    [line] = [
        x.text
        for x in build_scene(arabic()).furniture
        if isinstance(x, Text) and HEBREW in x.text and x.text.endswith((".", ";"))
    ]
    assert line.startswith(f"\u2068{HEBREW}\u2069")
    assert loose(line) == ""


def test_text_that_runs_as_ours_does_is_left_alone() -> None:
    assert isolated("Mae’r tŷ’n oer, 漢字 🧊") == "Mae’r tŷ’n oer, 漢字 🧊"
    for file in (export(sample(), name).data for name in (".txt", ".alt.txt")):
        assert "\u2068" not in file.decode()
    assert quoted(ARABIC) == f"“\u2068{ARABIC}\u2069”"


@given(st.text("aب\u2066\u2067\u2068\u2069\u202e\u202c .", max_size=12))
def test_marks_that_turn_text_do_not_leave_it(text: str) -> None:
    sentence = f"{isolated(text)} drives"
    assert not any(letter in sentence for letter in "\u2066\u2067\u202e\u202c")
    assert loose(sentence) == ""
    assert not is_rtl(sentence)


def test_what_is_isolated_does_not_say_which_way_a_line_runs() -> None:
    assert is_rtl(f"“{ARABIC}” drives")
    assert not is_rtl(f"{quoted(ARABIC)} drives")
    assert not is_rtl(isolated(ARABIC))
    assert is_rtl(f"\u2069{ARABIC}")
