"""The report: all that was changed or left out, by name, as Markdown that nobody can bend."""

from __future__ import annotations

from typing import get_args

from iceberg.importers import Report
from iceberg.importers.maps import About, Remark
from iceberg.importers.report import Placed
from iceberg.importers.wording import REMARKS
from iceberg.model import TEXT_LIMIT
from tests.importers.bringing import bring


def test_everything_that_can_be_said_has_words() -> None:
    assert set(REMARKS) == set(get_args(About))


def test_the_report_says_what_came_in_and_where_it_was_put() -> None:
    report = bring("Label,From,To\nRents keep rising,,\nDebt,,\n,Debt,Debt\n,Nobody,Debt\n").report
    said = report.markdown()
    assert said.startswith("# Report on the import of our map.csv\n")
    assert "Read as CSV table. 3 cards and 1 link on 1 layer." in said
    assert "### Cards made because a link names them (1)\n\n- Nobody" in said
    assert "## Left out\n\n### Links from a card to itself (1)\n\n- Debt → Debt" in said
    assert "it says “keep”" in said


def test_a_clean_import_says_so() -> None:
    assert "nothing was left out" in bring("Text\nA\n").report.markdown()


def test_what_is_too_long_is_whole_in_the_note_and_named() -> None:
    original, source, tag = "o" * 300, "s" * 400, "t" * 60
    rows = (
        f"Id,Text,Originals,Source,Tags,Layer\nc1,A,short|{original},{source},{tag},{'L' * 200}\n"
    )
    imported = bring(rows)
    [card] = imported.canvas.cards
    assert card.originals[0] == "short"
    assert len(card.originals[1]) == TEXT_LIMIT
    for whole in (original, source, tag):
        assert whole in (card.note or "")
    report = imported.report
    assert report.names("original") == (card.originals[1],)
    assert report.names("source") == (card.source,)
    assert report.names("tag") == (tag,)
    assert report.names("layer_title") == ("L" * 200,)


def test_names_cannot_change_the_reports_shape() -> None:
    hostile = "# Title\n- [x](javascript:alert(1)) <script> `code` | *b*"
    report = Report(
        hostile, "X", 1, 0, 1, (Placed((hostile,), "L", "M", "r"),), (Remark("empty", hostile),)
    )
    said = report.markdown()
    assert "<script>" not in said
    assert "[x](" not in said
    assert sum(line.startswith("#") for line in said.splitlines()) == 6
    assert sum(line.startswith("- ") for line in said.splitlines()) == 2
