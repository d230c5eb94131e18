"""Whatever people write comes out as they wrote it, in every format."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree as Xml

import pymupdf
import pytest

from iceberg.exporters import ExportOptions, export
from iceberg.layout.text import is_rtl
from iceberg.model import Canvas
from tests.exporters.packages import A, W, part, parts, text_of
from tests.scene.samples import plain

QUICK = ExportOptions(dpi=72)

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- & &amp; \"quoted\" 'so' -->",
    "#let x = 1 #panic()",
    "*bold* _under_ $x$ `code` @ref",
    "=1+1",
    '\\u0022 \\n #"',
    "{{ name }} {% raw %} ${x}",
    "]]> ]]&gt;",
    "-- --- ... 'x' \"y\"",
    "W" * 240,
    "عربي مع كلمة English ورقم 42",
    "_x0041_ \t=1+1\x0b\x1b[31m",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ✓",
    "+SUM(A1)",
    "-2",
    "@cmd|' /C calc'!A0",
)


UNDRAWN = ("漢字と仮名、한국어", "\U0001347a")
"""What the fonts here may lack: a picture shows boxes, but text stays text."""


def squeezed(text: str) -> str:
    """Without white space and direction marks: a card's text is wrapped."""
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e]", "", text)


def said_in_svg(canvas: Canvas) -> str:
    root = Xml.fromstring(export(canvas, ".svg").data)
    return "".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))


def said_in_pdf(canvas: Canvas) -> str:
    return pymupdf.open(stream=export(canvas, ".pdf").data)[0].get_text()


def said_in_scene(canvas: Canvas) -> str:
    cards = json.loads(export(canvas, ".scene.json").data)["cards"]
    return "".join("".join(card["lines"]) for card in cards)


def said_in_html(canvas: Canvas) -> str:
    data = data_of(export(canvas, ".html").data.decode())
    return "".join("".join(card["lines"]) for card in data["scene"]["cards"])


class _Scripts(HTMLParser):
    """The contents of the scripts of a page, and how many there are."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self._inside = tag == "script"
        if self._inside:
            self.found.append("")

    def handle_endtag(self, _tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def data_of(page: str) -> dict[str, dict[str, list[dict[str, list[str]]]]]:
    parser = _Scripts()
    parser.feed(page)
    assert len(parser.found) == 4
    found: dict[str, dict[str, list[dict[str, list[str]]]]] = json.loads(parser.found[0])
    return found


def said_in_word(canvas: Canvas) -> str:
    return text_of(part(export(canvas, ".docx", QUICK).data, "word/document.xml"), W)


def said_in_powerpoint(canvas: Canvas) -> str:
    slides = parts(export(canvas, ".pptx", QUICK).data)
    return text_of(Xml.fromstring(slides["ppt/slides/slide2.xml"]), A)


def said_in_text(canvas: Canvas) -> str:
    return export(canvas, ".txt").data.decode()


SAID = {
    "svg": said_in_svg,
    "scene": said_in_scene,
    "html": said_in_html,
    "pdf": said_in_pdf,
    "word": said_in_word,
    "powerpoint": said_in_powerpoint,
    "text": said_in_text,
}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_card_says_what_was_written(said: Callable[[Canvas], str], text: str) -> None:
    canvas = plain(text)
    shown, written = squeezed(said(canvas)), squeezed(canvas.cards[0].text)
    if said is said_in_pdf and is_rtl(text):
        # What reads a PDF back has its own order for the letters of such lines.
        assert Counter(written) <= Counter(shown)
    else:
        assert written in shown


@pytest.mark.parametrize("text", UNDRAWN)
@pytest.mark.parametrize("said", [SAID["word"], SAID["powerpoint"], SAID["text"]])
def test_letters_that_no_font_here_has_stay_text(said: Callable[[Canvas], str], text: str) -> None:
    assert text in said(plain(text))


@pytest.mark.parametrize("extension", [".svg", ".html", ".pdf", ".png", ".docx", ".pptx", ".xlsx"])
def test_hostile_titles_sources_and_ids_make_a_file(extension: str) -> None:
    canvas = plain("A card", title="</script>#panic() *x* &").model_copy(
        update={"question": "<b>?</b>", "place": "]]>"}
    )
    cards = tuple(card.model_copy(update={"source": HOSTILE[0]}) for card in canvas.cards)
    assert export(canvas.model_copy(update={"cards": cards}), extension).data


def test_a_title_cannot_end_the_page_early() -> None:
    page = export(plain("A", title="</title></script><img src=x>"), ".html").data.decode()
    assert "<img" not in page
