"""The report as data for typst: what people wrote is never markup."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any, Final

from iceberg.exporters.report import wording
from iceberg.exporters.report.long_words import TITLE_PT, TYPE_PT, with_breaks
from iceberg.exporters.story import Section, Story, Table
from iceberg.exporters.story import wording as told
from iceberg.exporters.story.figures import written
from iceberg.exporters.tones import Tones
from iceberg.exporters.typeset import dated, language_of, scene_data
from iceberg.layout.fonts import drawable, families
from iceberg.layout.text import is_rtl
from iceberg.model import Canvas
from iceberg.scene import Scene
from iceberg.wording import long_date

Said = dict[str, Any]
"""Lines of text and which way they run."""
_TEXT: Final = "lines"
ACROSS: Final = 88
"""Letters on a line of usual ones."""
_LINE: Final = 170.0
_BULLET: Final = 5.0
_INSET: Final = 3.5
"""Millimetres of a line, of a bullet with its gap, and beside the text of a cell."""
_DRAWN: Final = ("scene", "small")
"""What is drawn rather than set."""
_FIRST_LINES: Final = 16
"""Lines below the picture on the first page, so that the picture stays large enough to show."""


def report_data(canvas: Canvas, scene: Scene, story: Story, tones: Tones) -> dict[str, Any]:
    """Everything that ``report.typ`` sets: a first page, the picture, sections, a footer."""
    first = tuple(_on_first_page(story))
    data = {
        "title": drawable(story.title),
        **language_of(story.language),
        "rtl": story.from_right,
        "date": dated(canvas.date),
        "tones": asdict(tones),
        "headline": _said(story.title, font_pt=TITLE_PT),
        "in_full": _said(wording.IN_FULL),
        "about": [
            _said(text) for text in (_subtitle(canvas, story), story.credit, story.caption) if text
        ],
        "first": [_section(section.in_tables()) for section in first],
        "small": {**_small(scene), "alt": story.alt},
        "words": {
            "picture": wording.PICTURE,
            "contents": wording.CONTENTS,
            "page": told.PAGE,
            "of": told.OF,
        },
        "footer": story.edition,
        "scene": {**scene_data(scene), "alt": f"{story.alt} {wording.IN_WORDS}"},
        "sections": [_section(one.in_tables()) for one in story.told() if one not in first],
    }
    return {**data, "fonts": families("".join(text for text, _ in texts_in(data)))}


def _subtitle(canvas: Canvas, story: Story) -> str:
    """The subtitle, in which no line ends within the date."""
    date = long_date(canvas.date) if canvas.date else ""
    return story.subtitle.replace(date, date.replace(" ", "\u00a0"))


def _on_first_page(story: Story) -> Iterator[Section]:
    """What a page has room for below the picture: the key figures, and findings if they are few."""
    room = _FIRST_LINES
    for section in (story.sections["glance"], story.sections["found"]):
        room -= sum(math.ceil(len(point.text) / ACROSS) for point in section.points)
        if room >= 0 and not section.is_empty:
            yield section


def _small(scene: Scene) -> dict[str, Any]:
    """The part of the picture between header and footer: where it begins, its height, its text."""
    bare = replace(scene, furniture=())
    top, bottom = scene.bands[0].y0, scene.bands[-1].y1
    return {"top": top, "height": bottom - top, "texts": scene_data(bare)["texts"]}


def texts_in(data: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """All that the report says, each in both weights: text and whether it is bold."""
    for text in _strings({key: value for key, value in data.items() if key not in _DRAWN}):
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


def _said(
    text: str, *, rtl: bool | None = None, room: float = _LINE - _BULLET, font_pt: float = TYPE_PT
) -> Said:
    """A text with its own line breaks; it runs the way of its first letter unless ``rtl`` says."""
    lines = [with_breaks(drawable(line), room, font_pt) for line in text.split("\n")]
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
    rooms = [_LINE * share - _INSET for share in shares]
    return {
        "shares": shares,
        "head": [_said(column.title) for column in table.columns],
        "rows": [
            [_said(written(value), room=room) for value, room in zip(row, rooms, strict=True)]
            for row in table.rows
        ],
    }
