"""Page, language and styles of the document; type is the user's own theme, never embedded."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor

from iceberg.exporters.story import Story
from iceberg.exporters.tones import Tones

SHORT_SIDE: Final = 210
LONG_SIDE: Final = 297
MARGIN: Final = 20
PICTURE_MARGIN: Final = 12
"""Millimetres; A4."""
TABLE_TEXT: Final = "Table Text"
TABLE_TEXT_ID: Final = "TableText"
_SIZES: Final = {"Title": 20, "Heading 1": 16, "Heading 2": 13, "Caption": 11}


def set_up(document: Document, story: Story, tones: Tones) -> None:
    """A4 across, the canvas's language everywhere, and styles that the story is set in."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(LONG_SIDE), Mm(SHORT_SIDE)
    _margins(section, PICTURE_MARGIN)
    _speak(document, story.language)
    _theme(document)
    ink = RGBColor.from_string(tones.ink[1:].upper())
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), ink
    for rule in document.styles["Title"].element.iter(qn("w:bottom")):
        rule.set(qn("w:color"), tones.ink[1:].upper())
    # A sentence is read on one page, rather than around its foot and the next one's head.
    document.styles["List Bullet"].paragraph_format.keep_together = True
    text = document.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.paragraph_format.space_after = Pt(2)
    text.paragraph_format.line_spacing = 1.0
    if story.from_right:
        _from_right(section)


def _from_right(section: Section) -> None:
    """Columns and page furniture run from the right; the schema wants this before the grid."""
    grid = section._sectPr.find(qn("w:docGrid"))
    bidi = OxmlElement("w:bidi")
    if grid is None:
        section._sectPr.append(bidi)
    else:
        grid.addprevious(bidi)


def portrait(document: Document) -> None:
    """From here on upright pages."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(SHORT_SIDE), Mm(LONG_SIDE)
    _margins(section, MARGIN)


def _margins(section: Section, margin: float) -> None:
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Mm(margin))


def _speak(document: Document, language: str) -> None:
    """The language that a screen reader and the spelling follow, in whichever script."""
    for lang in document.styles.element.iter(qn("w:lang")):
        for script in ("w:val", "w:eastAsia", "w:bidi"):
            lang.set(qn(script), language)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), language)


def _theme(document: Document) -> None:
    """One family without serifs for text and headings; forget the template's own preview."""
    package = document.part.package
    for part in package.iter_parts():
        if part.partname.endswith("theme1.xml"):
            part._blob = part.blob.replace(b'"Cambria"', b'"Calibri"')
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
