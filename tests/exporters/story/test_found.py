"""What the room keeps of what it found is in every document."""

from __future__ import annotations

import datetime as dt

from iceberg.exporters import export
from iceberg.exporters.story import tell
from iceberg.model import Canvas, KeptFinding, View
from tests.exporters.packages import A, W, part, text_of
from tests.exporters.story.test_story import said
from tests.exporters.test_excel import column
from tests.scene.samples import sample

FIRST, _, LAST = sample().cards
ABOUT = KeptFinding(
    id="force:weaken:one",
    kind="force",
    text="Contracts are what to work on",
    cards=(FIRST.id, "gone"),
    date=dt.date(2026, 6, 24),
)
HIDDEN = KeptFinding(id="gap:lone:two", kind="gap", text="Nobody asked why", cards=(LAST.id,))


def found() -> Canvas:
    return sample().model_copy(update={"kept": (ABOUT, HIDDEN)})


def test_it_is_told_before_the_cards() -> None:
    titles = [section.title for section in tell(found()).told()]
    assert titles[:4] == [
        "At a glance",
        "How to read this",
        "What we found",
        "What is on the picture",
    ]
    assert said(tell(found()).sections["found"]).splitlines() == [
        "What we found",
        "Contracts are what to work on",
        "Nobody asked why",
    ]


def test_what_names_a_card_that_is_left_out_is_not_told() -> None:
    shown = found().model_copy(update={"view": View(left_out=(LAST.id,))})
    assert "Nobody asked why" not in said(tell(shown).sections["found"])
    assert "Nobody asked why" in said(tell(shown, whole=True).sections["found"])


def test_word_slides_text_and_workbook_have_it() -> None:
    word = part(export(found(), ".docx").data, "word/document.xml")
    assert "What we foundContracts are what to work on" in text_of(word, W)
    notes = part(export(found(), ".pptx").data, "ppt/notesSlides/notesSlide1.xml")
    assert "Contracts are what to work on" in text_of(notes, A)
    text = export(found(), ".txt").data.decode()
    assert "What we found\n– Contracts are what to work on\n– Nobody asked why\n" in text
    book = export(found(), ".xlsx").data
    assert column(book, "Findings", "What we found") == [ABOUT.text, HIDDEN.text]
    assert column(book, "Findings", "Cards it names")[0] == FIRST.text


def test_without_any_nothing_is_said_about_it() -> None:
    assert "What we found" not in export(sample(), ".txt").data.decode()


def test_formats_without_a_place_for_it_say_so() -> None:
    assert any("2 kept findings" in note for note in export(found(), ".dot").notes)
