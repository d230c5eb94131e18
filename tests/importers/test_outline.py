"""Outlines in Markdown and plain text."""

from __future__ import annotations

import pytest

from tests.importers.bringing import arrows, bring, card, link, texts

OUTLINE = """# Our town

Written in June.

## National

### Structures
- Contracts below **cost**
  - blocks → Staff stay (−)
  - Said by three charities
  - and by the council
* Short \\*grants\\*

## Place
### Mental models
1. “Nobody asks us”
2. [x] Staff stay
   and learn
- See [1]
  - → Nowhere
"""


def test_headings_are_layers_and_levels() -> None:
    imported = bring(OUTLINE, "town.md")
    assert imported.canvas.title == "Our town"
    assert [(c.text, c.layer, c.level) for c in imported.canvas.cards] == [
        ("Contracts below cost", "national", "structures"),
        ("Short *grants*", "national", "structures"),
        ("“Nobody asks us”", "place", "mental_models"),
        ("Staff stay\nand learn", "place", "mental_models"),
        ("See [1]", "place", "mental_models"),
    ]


def test_lines_below_a_card_are_notes_and_links() -> None:
    imported = bring(OUTLINE.replace("   and learn\n", ""), "town.md")
    assert arrows(imported) == ["Contracts below cost >- Staff stay"]
    assert link(imported, "Contracts below cost", "Staff stay").verb == "blocks"
    note = card(imported, "Contracts below cost").note
    assert note == "Said by three charities\nand by the council"
    assert imported.report.names("dangling") == ("See [1] → Nowhere",)
    assert imported.report.names("other") == ("Written in June.",)


def test_levels_may_come_before_layers() -> None:
    imported = bring("# Patterns\n## National\n- A\n## Housing\n- B\n# Events\n- C\n", "x.md")
    found = [(c.text, c.layer, c.level, c.tags) for c in imported.canvas.cards]
    assert found == [
        ("A", "national", "patterns", ()),
        ("B", "place", "patterns", ("Housing",)),
        ("C", "place", "events", ()),
    ]


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
def test_plain_lines_are_cards(name: str) -> None:
    assert texts(bring("Rents rise\r\n\r\nThe bus is late\r\n", name)) == [
        "Rents rise",
        "The bus is late",
    ]


@pytest.mark.parametrize("mark", ["", "- ", "1. "])
@pytest.mark.parametrize("end", ["", ":"])
def test_levels_and_layers_alone_on_a_line_are_headings(mark: str, end: str) -> None:
    names = ["National", "Structures", "Place", "Events", "Mental models"]
    outline = "{0}\n{1}\n{m}Targets\n{2}\n{3}\n{m}The club shut\n\n{4}\n{m}Nobody asks us\n"
    imported = bring(outline.format(*(f"{name}{end}" for name in names), m=mark), "notes.txt")
    assert [(c.text, c.layer, c.level) for c in imported.canvas.cards] == [
        ("Targets", "national", "structures"),
        ("The club shut", "place", "events"),
        ("Nobody asks us", "place", "mental_models"),
    ]
    assert imported.report.names("other") == ()


def test_layers_may_stand_in_levels_without_marks() -> None:
    imported = bring("Events\nNational\nA\nPlace\nB\nPatterns\nNational\nC\n", "notes.txt")
    found = [(c.text, c.layer, c.level) for c in imported.canvas.cards]
    assert found == [
        ("A", "national", "events"),
        ("B", "place", "events"),
        ("C", "national", "patterns"),
    ]
