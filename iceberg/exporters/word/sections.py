"""The story's sections as headings, paragraphs, bullets and tables."""

from __future__ import annotations

from docx.document import Document

from iceberg.exporters.story import Section
from iceberg.exporters.tones import Tones
from iceberg.exporters.word.tables import add_table
from iceberg.exporters.word.text import add_text


def add_section(
    document: Document, section: Section, tones: Tones, depth: int = 1, *, from_right: bool = False
) -> None:
    """A heading and all that stands under it; parts get the next smaller heading."""
    add_text(document.add_heading(level=depth), section.title)
    for sentence in section.sentences:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        add_text(paragraph, sentence.text, rtl=False)
    for point in section.points:
        add_text(document.add_paragraph(style="List Bullet"), point.text, rtl=False)
    if section.table is not None and section.table.rows:
        rows = section.table.for_document()
        add_table(document, rows, section.title, tones, from_right=from_right)
    for part in section.parts:
        add_section(document, part, tones, depth + 1, from_right=from_right)
