"""Each way out to other programs says what it cannot carry, and nothing else."""

from __future__ import annotations

import pytest

from iceberg.exporters import FORMATS, ExportOptions, export
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.model import Canvas
from tests.exporters.everything import everything

TITLES = {fmt.extension: fmt.title for fmt in FORMATS}
NEVER = (
    *("reading", "assumption", "kept finding", "snapshot"),
    *("the question", "the place", "the aim", "the date", "the cover", "the wording of the layers"),
)
SETTINGS = "the settings of the picture"
OF_CARDS = ("force", "vote", "source", "tag", "position", "original text", "unsure card")
LEFT = {
    ".csv": (*NEVER, "the title"),
    ".graphml": NEVER,
    ".gexf": NEVER,
    ".dot": NEVER,
    ".kumu.json": NEVER,
    ".kumu.xlsx": NEVER,
    ".prsm": (*NEVER, "position"),
    ".mmp": (*NEVER, *OF_CARDS, "delay", "verb"),
    ".mmd": (*NEVER, *OF_CARDS, "card note", "link note", "delay", "the title"),
    ".md": (*NEVER, *OF_CARDS, "strength", "delay", "link note"),
}
"""What each has no place for, as it is written in its files or as their readers take it."""
KEPT = {".md": {"the question"}, ".prsm": {"the question", "the place", "the aim"}}


def told(extension: str, count: int) -> str:
    return " ".join(export(everything(count), extension).notes)


def expected(extension: str, count: int) -> set[str]:
    """The things that the note names: with their number, or as the one thing of its kind."""
    of_canvas = {name for name in (*LEFT[extension], SETTINGS) if name.startswith("the ")}
    numbered = set(LEFT[extension]) - of_canvas
    plural = "" if count == 1 else "s"
    of_canvas -= KEPT.get(extension, set())
    return {f"{count} {name}{plural}" for name in numbered} | of_canvas


@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize("extension", LEFT)
def test_each_names_all_that_it_cannot_carry(extension: str, count: int) -> None:
    first, *_ = export(everything(count), extension).notes
    said = first.removeprefix(f"{TITLES[extension]} has no place for ")
    assert said.endswith("; the canvas file keeps them.")
    assert set(said.partition(";")[0].split(", ")) == expected(extension, count)


@pytest.mark.parametrize("extension", LEFT)
def test_where_there_is_nothing_to_lose_nothing_is_said(extension: str) -> None:
    has_no_title = "the title" in LEFT[extension]
    assert bool(told(extension, 0)) == has_no_title
    for name in ("reading", "force", "position", "the question", SETTINGS):
        assert name not in told(extension, 0)


def test_every_data_format_is_in_the_table() -> None:
    assert [fmt.extension for fmt in DATA_FORMATS] == list(LEFT)


@pytest.mark.parametrize("count", [0, 1, 12])
def test_our_workbook_gives_all_back_but_what_its_picture_leaves_out(count: int) -> None:
    said = told(".xlsx", count)
    plural = "" if count == 1 else "s"
    expected = f"Left out as in the picture: 1 card, {count} snapshot{plural}."
    assert said.startswith(expected) if count else said == ""
    assert export(everything(count), ".xlsx", ExportOptions(whole=True)).notes == ()


def test_mental_modeler_says_how_it_writes_links_without_a_sign() -> None:
    unsigned = everything(0).links[0].model_copy(update={"sign": None})
    canvas = everything(0).model_copy(update={"links": (unsigned,)})
    assert "1 link without a sign" in " ".join(export(canvas, ".mmp").notes)


@pytest.mark.parametrize(("count", "words"), [(1, "1 tag at"), (12, "12 tags at")])
def test_kumus_sheets_say_which_tags_they_part(count: int, words: str) -> None:
    assert words in told(".kumu.xlsx", count)


def test_no_field_is_forgotten() -> None:
    """A new field has to be carried by the data formats, or told as left behind."""
    carried = {"title", "layers", "cards", "links"}
    never = {"question", "place", "aim", "date", "view", "readings", "assumptions", "snapshots"}
    never |= {"kept", "cover", "tray", "tray_links", "imports"}
    ours = {"schema_version", "revision", "language", "dismissed"}
    new = set(Canvas.model_fields) - carried - never - ours
    assert not new, f"{new}: have iceberg/exporters/left_behind.py tell of it"
    full = everything(1)
    for part in (full.cards[-1], full.links[-1]):
        for name, field in type(part).model_fields.items():
            assert field.is_required() or getattr(part, name) != field.default, name
