"""The report on a file of each format, with its oddities, word for word; and the way back.

ICEBERG_UPDATE_GOLDEN=1 takes today's words as golden: look at the difference before you keep it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from iceberg.exporters import ExportOptions, export
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.importers import Imported
from tests.importers.bringing import arrows, bring
from tests.importers.samples import FILES

REPORTS = Path(__file__).parent / "reports"
UPDATE = "ICEBERG_UPDATE_GOLDEN"
WRITTEN = [one.extension for one in DATA_FORMATS if one.extension != ".mmd"] + [".xlsx"]
"""Every way out but the one that nothing reads back."""


@pytest.mark.parametrize("name", FILES)
def test_the_report_is_as_it_was(name: str) -> None:
    told = bring(FILES[name], name).report.markdown()
    golden = REPORTS / f"{name}.md"
    if os.environ.get(UPDATE):
        golden.write_text(told, encoding="utf-8")
    assert golden.is_file(), f"{golden.name} is missing: run once with {UPDATE}=1"
    assert told == golden.read_text(encoding="utf-8")


def test_no_report_is_left_over() -> None:
    assert {path.name for path in REPORTS.iterdir()} == {f"{name}.md" for name in FILES}


@pytest.mark.parametrize("extension", WRITTEN)
@pytest.mark.parametrize("name", FILES)
def test_what_came_in_goes_out_and_comes_back(name: str, extension: str) -> None:
    first = bring(FILES[name], name)
    data = export(first.canvas, extension, ExportOptions(whole=True)).data
    again = bring(data, f"back{extension}")
    assert said(again) == said(first)
    assert linked(again) == linked(first)


def said(imported: Imported) -> list[tuple[str, str]]:
    """Texts with their levels; PRSM wraps labels with line breaks of its own."""
    cards = imported.canvas.cards
    return sorted((" ".join(card.text.split()), card.level) for card in cards)


def linked(imported: Imported) -> list[str]:
    """Who leads to whom, without signs: Mental Modeler has no links without one."""
    plain = (re.sub(r" >[+-]? ", " > ", " ".join(one.split())) for one in arrows(imported))
    return sorted(plain)
