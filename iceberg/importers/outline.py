"""An outline in Markdown or plain text: headings for layers and levels, a line a card."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from iceberg.importers.ends import Ends, Loose
from iceberg.importers.fields import node_of, read_level
from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.hints import LAYER_WORDS
from iceberg.importers.limits import MAP_ROWS
from iceberg.importers.maps import Map, Remark
from iceberg.importers.refusing import refused
from iceberg.importers.texts import one_line
from iceberg.model import VERBS

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_BULLET: Final = re.compile(r"([ \t]*)(?:[-*+•–]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)")
_LINK: Final = re.compile(
    rf"(?:({'|'.join(VERBS)})\s+)?(?:→|->|=>)\s*(.*?)(?:\s*\(([^()]{{1,20}})\))?", re.IGNORECASE
)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS: Final = re.compile(r"(\*\*|__)(.+)\1")
_TAB: Final = "    "
_BARE: Final = 7
"""The depth of a heading without marks: one below the deepest of Markdown."""


def read(file: MapFile) -> Map:
    """Cards under the headings of their layer and level; other headings are their group.

    A level or a layer alone on a line, with or without a colon, is a heading without marks too.
    A line below a card, further in, is a note on it, or with an arrow a link
    (``blocks → Text (−)``). Without any bullets every line is a card.
    """
    lines = file.plain_text.splitlines()
    if len(lines) > MAP_ROWS:
        what = f"There are more than {MAP_ROWS:,} lines, more than a canvas can hold."
        raise refused(what, "Take a part of the outline.")
    outline = _Outline(bulleted=any(_BULLET.fullmatch(line) for line in lines))
    for line in lines:
        outline.line(line.rstrip())
    found = outline.map()
    return Map(found.nodes, found.edges, found.title, (*file.remarks, *found.remarks))


@dataclass
class _Outline:
    """Where the reading of an outline stands, and what it has found; ``path`` is by depth."""

    bulleted: bool
    title: str = ""
    path: dict[int, str] = field(default_factory=dict)
    cards: list[dict[str, str]] = field(default_factory=list)
    links: list[Loose] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    indent: int = 0
    outer: str = ""

    def line(self, line: str) -> None:
        heading, bullet = _HEADING.fullmatch(line), _BULLET.fullmatch(line)
        if heading:
            self._heading(len(heading[1]), _words(heading[2]))
        elif bullet:
            self._bullet(len(bullet[1].replace("\t", _TAB)), bullet[2])
        elif words := _words(line):
            if line[0] == words[0] and (kind := _kind(words)):
                self._bare_heading(kind, words.rstrip(": "))
            elif not self.bulleted:
                self._card(words)
            elif self.cards and line.startswith((" ", "\t")):
                self._add("text", f"\n{words}")
            else:
                self.remarks.append(Remark("other", words))

    def map(self) -> Map:
        nodes = [node_of(f"c{number}", card) for number, card in enumerate(self.cards, start=1)]
        ends = Ends(nodes, strict=True)
        edges = tuple(edge for link in self.links for edge in ends.edges(link))
        return Map(tuple(nodes), edges, self.title, tuple(self.remarks))

    def _heading(self, depth: int, words: str) -> None:
        """The first heading is the title, unless it names a level or a layer."""
        first = not (self.title or self.path or self.cards)
        if first and depth == 1 and not (read_level(words) or _is_layer(words)):
            self.title = words
        else:
            kept = {level: above for level, above in self.path.items() if level < depth}
            self.path = {**kept, depth: words}

    def _bare_heading(self, kind: str, words: str) -> None:
        """Below all headings with marks; of levels and layers the first to come is the outer."""
        self.outer = self.outer or kind
        self._heading(_BARE if kind == self.outer else _BARE + 1, words)

    def _bullet(self, indent: int, words: str) -> None:
        if self.cards and indent > self.indent:
            self._below(words)
        else:
            self.indent = indent
            self._card(_words(words))

    def _below(self, words: str) -> None:
        link = _LINK.fullmatch(words.strip())
        if link is None:
            note = self.cards[-1].get("note", "")
            self._add("note", f"\n{_words(words)}" if note else _words(words))
            return
        fields = {"verb": link[1] or "", "sign": link[3] or ""}
        source = f"c{len(self.cards)}"
        self.links.append(Loose(source, _words(link[2]), fields))

    def _card(self, words: str) -> None:
        card = {"text": words}
        for heading in self.path.values():
            known = "layer" if _is_layer(heading) else "group"
            card["level" if read_level(heading) else known] = heading
        self.cards.append(card)

    def _add(self, name: str, words: str) -> None:
        self.cards[-1][name] = self.cards[-1].get(name, "") + words


def _kind(words: str) -> str:
    """Whether a line without marks names a level or a layer; else nothing."""
    name = words.rstrip(": ")
    return "level" if read_level(name) else "layer" if _is_layer(name) else ""


def _is_layer(heading: str) -> bool:
    return heading.casefold() in LAYER_WORDS


def _words(markdown: str) -> str:
    """A line without Markdown's marks."""
    words = _EMPHASIS.sub(r"\2", markdown.strip())
    return _ESCAPED.sub(r"\1", one_line(words))


def _fits(file: MapFile) -> bool:
    named = file.is_called(".md", ".markdown")
    return named or any(_HEADING.fullmatch(line) for line in file.text[:4_000].splitlines())


FORMAT: Final = MapFormat(
    "outline", "Outline", (".md", ".markdown", ".txt"), _fits, read, loose=True
)
