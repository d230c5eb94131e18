"""The story as plain text, for notes and wherever there are no headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iceberg.exporters.story.figures import written
from iceberg.exporters.story.parts import Section, Table
from iceberg.wording import isolated


def as_text(sections: Iterable[Section]) -> str:
    """The sections, an empty line between them; a table's row on a line of its own."""
    return "\n\n".join("\n".join(_lines(section)) for section in sections)


def _lines(section: Section) -> Iterator[str]:
    yield section.title
    yield from (sentence.text for sentence in section.sentences)
    yield from (f"– {point.text}" for point in section.points)
    if section.table is not None:
        yield from _rows(section.table.for_document())
    for part in section.parts:
        yield from ("", *_lines(part))


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = zip(table.columns, map(written, row), strict=True)
        yield "– " + "; ".join(
            f"{column.title}: {isolated(' '.join(text.split()))}" for column, text in cells if text
        )
