"""Every PDF is what it says, as another program than ours judges it: PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page import ValidationProfile, validate_pdf_bytes

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, blank_sheet, export
from iceberg.exporters.typeset.alternative import alternative
from iceberg.importers import load_canvas
from iceberg.scene import build_scene
from tests.exporters.test_hostile_text import HOSTILE, UNDRAWN
from tests.layout.samples import SCRIPTS, sample_canvas
from tests.scene.samples import plain, sample

PROFILES = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
CANVASES = {
    "nothing": plain(),
    "one of everything": sample(),
    "hostile text": plain(*HOSTILE, *UNDRAWN, title=HOSTILE[2]),
    "24 cards": sample_canvas(24, 1, scripts=tuple(SCRIPTS)),
    "from the right": plain("الأمل يغيّر المكان", title="خطة").model_copy(update={"language": "ar"}),
}


_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n")
_LENGTH_RULE = "PDFA2A-STREAM-LENGTH-001"


def broken_rules(data: bytes, profiles: tuple[ValidationProfile, ...] = PROFILES) -> list[str]:
    """The rules that a PDF breaks.

    The judge takes a stream whose last byte happens to be a line end for too short: where every
    stream ends where its length says, that rule counts as kept.
    """
    reports = [validate_pdf_bytes(data, profile=profile) for profile in profiles]
    found = [one for report in reports for one in report.failures]
    if lengths_are_right(data):
        found = [one for one in found if one.rule_id != _LENGTH_RULE]
    return [f"{one.rule_id}: {one.message}" for one in found]


def lengths_are_right(data: bytes) -> bool:
    """Whether each stream is as long as it says."""
    streams = list(_STREAM.finditer(data))
    ends = (data[one.end() + int(one[1]) :][:12].lstrip(b"\r\n") for one in streams)
    return bool(streams) and all(end.startswith(b"endstream") for end in ends)


@pytest.mark.parametrize("name", CANVASES)
@pytest.mark.parametrize("extension", [".pdf", ".report.pdf", ".tiles.pdf"])
def test_every_pdf_conforms(extension: str, name: str) -> None:
    assert broken_rules(export(CANVASES[name], extension).data) == []


def test_the_example_conforms_in_grey_on_another_page() -> None:
    example = load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())
    options = ExportOptions(page="a3", greyscale=True)
    assert broken_rules(export(example, ".report.pdf", options).data) == []


def test_a_picture_with_more_words_than_pdf_a_allows_tells_as_many_as_fit() -> None:
    long = sample_canvas(100, 2, scripts=tuple(SCRIPTS), links_per_card=3)
    for extension in (".pdf", ".tiles.pdf"):
        made = export(long, extension)
        assert broken_rules(made.data) == []
        assert any("tells as much as fits" in note for note in made.notes)
    assert broken_rules(export(long, ".report.pdf").data) == []


@given(st.lists(st.text(min_size=1, max_size=900), max_size=90))
def test_what_a_pdf_tells_fits_and_says_how_much_is_missing(texts: list[str]) -> None:
    lines = [" ".join(text.split()) for text in texts]
    told = alternative("\n".join(lines))
    assert len(told.encode("utf-16", "surrogatepass")) <= 32_767
    if told != "\n".join(lines):
        *kept, last = told.split("\n")
        assert kept == lines[: len(kept)]
        assert last.startswith(f"{len(lines) - len(kept)} more line")


def test_a_description_of_a_usual_size_is_told_whole() -> None:
    words = build_scene(sample()).description
    assert alternative(words) == words
    assert export(sample(), ".pdf").notes == ()
    cut = alternative("\n".join([f"Line {n}. " + "x" * 990 for n in range(30)]))
    assert cut.endswith("14 more lines: in the report, and in the file with the alt text.")


def test_a_blank_sheet_conforms() -> None:
    assert broken_rules(blank_sheet(plain(), "a1").data) == []


def test_the_judge_finds_what_is_missing() -> None:
    data = export(sample(), ".pdf").data
    assert b"/Marked true" in data
    assert broken_rules(data.replace(b"/Marked true", b"/Marked null")) != []


def test_a_stream_of_another_length_than_it_says_is_found() -> None:
    data = export(sample(), ".pdf").data
    assert lengths_are_right(data)
    said = _STREAM.search(data)
    assert said is not None
    number = b"%0*d" % (len(said[1]), int(said[1]) - 1)
    wrong = data[: said.start(1)] + number + data[said.end(1) :]
    assert not lengths_are_right(wrong)
    assert any(_LENGTH_RULE in rule for rule in broken_rules(wrong))
