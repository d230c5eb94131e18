"""The foot of every page: which edition it is, and which page of how many."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from iceberg.exporters.story import Story, wording
from iceberg.exporters.word.text import add_text

_STYLE: Final = "Footer"
_TYPE_PT: Final = 10
_UP: Final = 0.5
"""Of the bottom margin: how far from the edge the line stands, so that it takes no room of the
page's own."""


def add_footers(document: Document, story: Story) -> None:
    """A foot for each section: they differ in how far it is to the other margin."""
    style = document.styles[_STYLE]
    style.font.size = Pt(_TYPE_PT)
    style.paragraph_format.tab_stops.clear_all()
    for section in document.sections:
        _add_footer(section, story)


def _add_footer(section: Section, story: Story) -> None:
    section.footer.is_linked_to_previous = False
    bottom = section.bottom_margin or Mm(0)
    section.footer_distance = Mm(_UP * bottom.mm)
    [line] = section.footer.paragraphs
    line.style = _STYLE
    line.paragraph_format.tab_stops.add_tab_stop(_across(section), WD_TAB_ALIGNMENT.RIGHT)
    # Numbers and a date in English: they run from the left on every page.
    add_text(line, f"{story.edition}\t{wording.PAGE} ", rtl=False)
    _add_field(line, "PAGE")
    add_text(line, f" {wording.OF} ", rtl=False)
    _add_field(line, "NUMPAGES")


def _across(section: Section) -> Mm:
    """From margin to margin."""
    page, sides = section.page_width, (section.left_margin, section.right_margin)
    return Mm((page.mm if page else 0.0) - sum(side.mm for side in sides if side))


def _add_field(line: Paragraph, what: str) -> None:
    """A number that the program fills in while it lays out the pages."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run, said = OxmlElement("w:r"), OxmlElement("w:t")
    said.text = "1"
    run.append(said)
    field.append(run)
    line._p.append(field)
