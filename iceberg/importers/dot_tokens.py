"""The words and marks of a DOT file, as graphviz reads them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iceberg.importers.refusing import refused
from iceberg.importers.values import plain

_TOKEN: Final = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/|^\#[^\n]*)
      | (?P<text>"(?:\\.|[^"\\])*+")
      | (?P<mark>->|--|[{}\[\];,=:+])
      | (?P<word>[^\W\d]\w*|-?(?:\.\d+|\d+(?:\.\d*)?))
      | (?P<markup><)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """A word (also a quoted one) or a mark, and the line that it stands on."""

    text: str
    is_word: bool
    line: int


def tokens(source: str) -> Iterator[Token]:
    """The tokens in order. Raises `BadInputError` with the line of what is none."""
    at, line = 0, 1
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise refused("this is not DOT.", "Mend it, or export it again.", f"line {line}")
        end = found.end()
        match found.lastgroup:
            case "text":
                yield Token(_unquoted(found[0]), True, line)
            case "mark":
                yield Token(found[0], False, line)
            case "word":
                yield Token(found[0], True, line)
            case "markup":
                end = _end_of_markup(source, at, line)
                yield Token(html.unescape(plain(source[at + 1 : end - 1])), True, line)
        line += source.count("\n", at, end)
        at = end


def _unquoted(quoted: str) -> str:
    """A quoted text: only quotes are escaped in it, and lines may be broken."""
    return quoted[1:-1].replace("\\\n", "").replace('\\"', '"')


def label_text(label: str, node_id: str) -> str:
    """A label as people see it: line breaks are ``\\n``, ``\\l`` and ``\\r``, the id ``\\N``."""

    def shown(escape: re.Match[str]) -> str:
        return {"n": "\n", "l": "\n", "r": "\n", "N": node_id}.get(escape[1], escape[1])

    return _ESCAPE.sub(shown, label).strip()


def _end_of_markup(source: str, start: int, line: int) -> int:
    depth = 0
    for found in re.finditer("[<>]", source[start:]):
        depth += 1 if found[0] == "<" else -1
        if depth == 0:
            return start + found.end()
    raise refused("a label's < has no >.", "Mend it, or export it again.", f"line {line}")
