"""Text in a paragraph, running the way that its own letters run."""

from __future__ import annotations

from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from iceberg.exporters.svg import legal
from iceberg.layout.text import is_rtl


def add_text(
    paragraph: Paragraph, text: str, *, bold: bool = False, rtl: bool | None = None
) -> Paragraph:
    """Add the text as it was written; its line breaks stay.

    It runs the way of its first letter, unless ``rtl`` says so: a sentence of ours keeps its way
    even where it begins with somebody's card.
    """
    run = paragraph.add_run(legal(text))
    if bold:
        run.bold = True
    if is_rtl(text) if rtl is None else rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True
    return paragraph
