"""Every PDF is what it says, as another program than ours judges it: PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import pytest
from page import ValidationProfile, validate_pdf_bytes

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, blank_sheet, export
from iceberg.importers import load_canvas
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


def broken_rules(data: bytes, profiles: tuple[ValidationProfile, ...] = PROFILES) -> list[str]:
    reports = [validate_pdf_bytes(data, profile=profile) for profile in profiles]
    return [f"{one.rule_id}: {one.message}" for report in reports for one in report.failures]


@pytest.mark.parametrize("name", CANVASES)
@pytest.mark.parametrize("extension", [".pdf", ".report.pdf", ".tiles.pdf"])
def test_every_pdf_conforms(extension: str, name: str) -> None:
    assert broken_rules(export(CANVASES[name], extension).data) == []


def test_the_example_conforms_in_grey_on_another_page() -> None:
    example = load_canvas(resources.examples_folder() / "northfield.iceberg.json", load_catalog())
    options = ExportOptions(page="a3", greyscale=True)
    assert broken_rules(export(example, ".report.pdf", options).data) == []


def test_a_picture_with_more_words_than_pdf_a_allows_keeps_them() -> None:
    long = sample_canvas(100, 2, scripts=tuple(SCRIPTS), links_per_card=3)
    for extension in (".pdf", ".tiles.pdf"):
        made = export(long, extension)
        assert broken_rules(made.data, PROFILES[:1]) == []
        assert any("no PDF/A" in note for note in made.notes)
    assert broken_rules(export(long, ".report.pdf").data) == []


def test_a_blank_sheet_conforms() -> None:
    assert broken_rules(blank_sheet(plain(), "a1").data) == []


def test_the_judge_finds_what_is_missing() -> None:
    data = export(sample(), ".pdf").data
    assert b"/Marked true" in data
    assert broken_rules(data.replace(b"/Marked true", b"/Marked null")) != []
