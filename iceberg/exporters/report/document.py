"""The report as data for typst: what people wrote is never markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from iceberg.exporters.report import wording
from iceberg.exporters.report.long_words import ACROSS, LINE_LETTERS, with_breaks
from iceberg.exporters.story import Section, Story, Table
from iceberg.exporters.story.figures import written
from iceberg.exporters.tones import Tones
from iceberg.exporters.typeset import dated, language_of, scene_data
from iceberg.layout.fonts import drawable, families
from iceberg.layout.text import is_rtl
from iceberg.model import Canvas
from iceberg.scene import Scene
from iceberg.wording import REVISION, SEPARATOR, long_date

Said = dict[str, Any]
"""Lines of text and which way they run."""
_TEXT: Final = "lines"


def report_data(canvas: Canvas, scene: Scene, story: Story, tones: Tones) -> dict[str, Any]:
    """Everything that ``report.typ`` sets: a first page, the picture, sections, a footer."""
    data = {
        "title": drawable(story.title),
        **language_of(story.language),
        "rtl": story.from_right,
        "date": dated(canvas.date),
        "tones": asdict(tones),
        "about": [_said(text) for text in (story.subtitle, story.credit, story.caption) if text],
        "alt": _said(story.alt, rtl=False),
        "words": {
            name.lower(): getattr(wording, name) for name in ("PICTURE", "CONTENTS", "PAGE", "OF")
        },
        "footer": SEPARATOR.join(_edition(canvas)),
        "scene": {**scene_data(scene), "alt": f"{story.alt} {wording.IN_WORDS}"},
        "sections": [_section(section.in_tables()) for section in story.told()],
    }
    return {**data, "fonts": families("".join(text for text, _ in texts_in(data)))}


def texts_in(data: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """All that the report says, each in both weights: text and whether it is bold."""
    for text in _strings({key: value for key, value in data.items() if key != "scene"}):
        yield from ((text, False), (text, True))
    for line in data["scene"]["texts"]:
        yield line["text"], line["weight"] > 400


def words_of(story: Story) -> Iterator[str]:
    """Every text of a story as people wrote it."""
    return _strings(asdict(story))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _edition(canvas: Canvas) -> Iterator[str]:
    if canvas.revision:
        yield REVISION.format(revision=canvas.revision).capitalize()
    if canvas.date:
        yield long_date(canvas.date)


def _said(text: str, *, rtl: bool | None = None, letters: int = LINE_LETTERS) -> Said:
    """A text with its own line breaks; it runs the way of its first letter unless ``rtl`` says."""
    lines = [with_breaks(drawable(line), letters) for line in text.split("\n")]
    return {_TEXT: lines, "rtl": is_rtl(text) if rtl is None else rtl}


def _section(section: Section) -> dict[str, Any]:
    has_rows = section.table is not None and bool(section.table.rows)
    return {
        "title": _said(section.title),
        "sentences": [_said(one.text, rtl=False) for one in section.sentences],
        "points": [_said(one.text, rtl=False) for one in section.points],
        "table": _table(section.table.for_document()) if section.table and has_rows else None,
        "parts": [_section(part) for part in section.parts],
    }


def _table(table: Table) -> dict[str, Any]:
    shares = table.shares(ACROSS)
    letters = [max(round(LINE_LETTERS * share) - 2, 4) for share in shares]
    return {
        "shares": shares,
        "head": [_said(column.title) for column in table.columns],
        "rows": [
            [_said(written(value), letters=room) for value, room in zip(row, letters, strict=True)]
            for row in table.rows
        ],
    }
