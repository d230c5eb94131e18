"""The story as headings, paragraphs, lists and tables of a web page."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as Xml

from iceberg.exporters.story import Section, SectionName, Story, Table
from iceberg.exporters.story.figures import written
from iceberg.exporters.story.wording import DATA_TITLES
from iceberg.exporters.svg import legal

_LONG_WORD: Final = 30
"""Letters; a column as wide as one longer word would push the others out of sight."""


def leaf(parent: Xml.Element, tag: str, content: str, **attributes: str) -> None:
    """An element with text and nothing else; what people wrote is text, never markup."""
    Xml.SubElement(parent, tag, attributes).text = legal(content)


def add_story(article: Xml.Element, story: Story) -> None:
    """Every section that has something to say, in reading order."""
    for section in story.told():
        _section(article, section.in_tables(), 2, "rtl" if story.from_right else "ltr")


def in_words(story: Story, only: SectionName | None = None) -> str:
    """The story, or one section, as a part of a page: to look through before it is a document."""
    article = Xml.Element("article", {"class": "in-words"})
    if only is None:
        add_story(article, story)
    elif not story.sections[only].is_empty:
        _section(article, story.sections[only], 2, "rtl" if story.from_right else "ltr")
    return _written(article) if len(article) else ""


def in_sheets(story: Story) -> str:
    """The tables of a workbook for people as a part of a page, each under its sheet's title."""
    article = Xml.Element("article", {"class": "in-words"})
    side = "rtl" if story.from_right else "ltr"
    for name, title in DATA_TITLES.items():
        table = story.sections[name].data
        if table is not None and table.rows:
            leaf(article, "h2", title)
            _table(article, table.for_looking(), title, side)
    return _written(article)


def _written(article: Xml.Element) -> str:
    text: str = Xml.tostring(article, encoding="unicode", method="html")
    return text


def _section(parent: Xml.Element, section: Section, level: int, side: str) -> None:
    leaf(parent, f"h{level}", section.title, dir="auto")
    for sentence in section.sentences:
        leaf(parent, "p", sentence.text)
    if section.points:
        points = Xml.SubElement(parent, "ul")
        for point in section.points:
            leaf(points, "li", point.text)
    if section.table is not None and section.table.rows:
        _table(parent, section.table.for_document(), section.title, side)
    for part in section.parts:
        _section(parent, part, level + 1, side)


def _table(parent: Xml.Element, rows: Table, title: str, side: str) -> None:
    """A table that scrolls by itself where the window is narrow, for a keyboard too.

    Its columns follow one another in the direction ``side``, from where it is scrolled; each cell
    runs as its letters do.
    """
    named = {"class": "scrolls", "tabindex": "0", "role": "region", "aria-label": legal(title)}
    table = Xml.SubElement(Xml.SubElement(parent, "div", named, dir=side), "table")
    head = Xml.SubElement(Xml.SubElement(table, "thead"), "tr")
    for column in rows.columns:
        leaf(head, "th", column.title, scope="col", dir="auto")
    body = Xml.SubElement(table, "tbody")
    for values in rows.rows:
        row = Xml.SubElement(body, "tr")
        for value in values:
            said = written(value)
            # Only these cells may break a word: others would do so to save a line.
            wide = {"class": "long"} if _longest(said) > _LONG_WORD else {}
            leaf(row, "td", said, dir="auto", **wide)


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)
