"""The text file to paste from."""

from __future__ import annotations

from iceberg.exporters import ExportOptions, export
from iceberg.exporters.story import tell
from iceberg.exporters.story.limit import parse_limit
from tests.scene.samples import plain, sample


def written(limit: str = "250w") -> str:
    options = ExportOptions(limit=parse_limit(limit))
    return export(sample(), ".txt", options).data.decode("utf-8")


def test_it_has_every_answer_with_its_length_and_the_picture_in_words() -> None:
    text = written("500c")
    for title in (
        "The need",
        "Why now: what is changing nationally",
        "What we will change",
        "Our assumptions and how we watch them",
    ):
        assert f"\n{title} (" in text
    assert text.count(" of 500 characters)") == 4
    assert tell(sample()).alt in text
    assert tell(sample()).description in text
    assert text.startswith("Keeping going\nWhat holds it in place?")


def test_it_is_plain_text_that_ends_with_a_line_end() -> None:
    text = written()
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\ufeff" not in text


def test_what_the_canvas_does_not_say_is_said_to_be_missing() -> None:
    text = export(plain(), ".txt").data.decode()
    assert text.count("The canvas says nothing about this yet.") == 4
