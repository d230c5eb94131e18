"""Breaking text into lines, in ems, so that the same widths serve every type size."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import sub
from typing import Final

from iceberg.layout.fonts import clusters
from iceberg.layout.text.measure import ems

ELLIPSIS: Final = "…"

_SPACES: Final = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_IDEOGRAPHS: Final = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_CLOSING: Final = r"\u3001\u3002\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
_OPENING: Final = r"\u300c\u300e\u3010\uff08"
_NEVER_FIRST: Final = r"ぁぃぅぇぉっゃゅょァィゥェォッャュョ・ー々"
_BETWEEN_IDEOGRAPHS: Final = re.compile(
    f"(?<=[{_IDEOGRAPHS}{_CLOSING}])(?![{_NEVER_FIRST}])(?=[{_IDEOGRAPHS}{_OPENING}])"
)
_AFTER_HYPHEN: Final = re.compile(r"(?<=\w[-/\u2010\u2013\u2014])(?=[^\W\d_])")
_ROUNDING: Final = 1e-9
_BALANCING_STEPS: Final = 5

Word = tuple[str, str]
"""A stretch of text, and what stands before it on its line: a space or nothing."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph on one endless line: its pieces by their place in ``text`` and in ems."""

    text: str
    first: tuple[int, ...]
    last: tuple[int, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    widest: float

    def lines(self, breaks: list[int]) -> tuple[str, ...]:
        return tuple(self.text[self.first[a] : self.last[b - 1]] for a, b in pairwise(breaks))


def wrap_ems(text: str, limit: float, bold: bool, max_lines: int | None) -> tuple[str, ...]:
    """The text in lines of at most ``limit`` ems; see :func:`iceberg.layout.text.wrap`."""
    lines = tuple(
        line for part in text.strip().splitlines() for line in _wrap_part(part, limit, bold)
    )
    if max_lines is None or len(lines) <= max_lines:
        return lines
    rest = " ".join(lines[max_lines - 1 :])
    return (*lines[: max_lines - 1], _shortened(rest, limit, bold))


def _wrap_part(part: str, limit: float, bold: bool) -> tuple[str, ...]:
    words = _words(part)
    if not words:
        return ("",)
    paragraph = _laid_out(words, bold, at_hyphens=True)
    if paragraph.widest > limit + _ROUNDING:
        paragraph = _laid_out(tuple(_chopped(words, limit, bold)), bold, at_hyphens=False)
    breaks = _filled(paragraph, limit)
    unbroken = _laid_out(words, bold, at_hyphens=False)
    if unbroken.widest <= limit and len(_filled(unbroken, limit)) == len(breaks):
        paragraph = unbroken
    return paragraph.lines(_evened(paragraph, limit, _balanced(paragraph, limit, len(breaks))))


@lru_cache(maxsize=8192)
def _words(part: str) -> tuple[Word, ...]:
    """The stretches between spaces, and between ideographs, which need no space."""
    return tuple(
        ("" if index else " ", stretch)
        for word in _SPACES.split(part)
        if word
        for index, stretch in enumerate(_BETWEEN_IDEOGRAPHS.split(word))
    )


@lru_cache(maxsize=16384)
def _laid_out(words: tuple[Word, ...], bold: bool, *, at_hyphens: bool) -> _Paragraph:
    text, x = "", 0.0
    first, last, starts, ends = [], [], [], []
    for before, word in words:
        if text:
            text, x = text + before, x + ems(before, bold)
        width, done = ems(word, bold), 0
        for piece in _AFTER_HYPHEN.split(word) if at_hyphens else (word,):
            first.append(len(text) + done)
            starts.append(x + width - ems(word[done:], bold))
            done += len(piece)
            last.append(len(text) + done)
            ends.append(x + ems(word[:done], bold))
        text, x = text + word, x + width
    widest = max(map(sub, ends, starts))
    return _Paragraph(text, tuple(first), tuple(last), tuple(starts), tuple(ends), widest)


def _filled(paragraph: _Paragraph, limit: float) -> list[int]:
    """Where lines begin when each takes all it can; the end of the last closes the list."""
    starts, ends = paragraph.starts, paragraph.ends
    breaks = [0]
    while (piece := breaks[-1]) < len(starts):
        breaks.append(bisect_right(ends, starts[piece] + limit + _ROUNDING, lo=piece + 1))
    return breaks


def _balanced(paragraph: _Paragraph, limit: float, count: int) -> list[int]:
    """As many lines as ``_filled`` makes, made about equally long by narrowing the limit."""
    best = _filled(paragraph, limit)
    low, high = max(paragraph.widest, paragraph.ends[-1] / (count - 1)), limit
    for _ in range(_BALANCING_STEPS if count > 2 else 0):
        middle = (low + high) / 2
        tried = _filled(paragraph, middle)
        if len(tried) == count:
            best, high = tried, middle
        else:
            low = middle
    return best


def _evened(paragraph: _Paragraph, limit: float, breaks: list[int]) -> list[int]:
    """The same lines with pieces passed down wherever that makes two neighbours more alike."""
    starts, ends = paragraph.starts, paragraph.ends
    for line in range(1, len(breaks) - 1):
        first, last = starts[breaks[line - 1]], ends[breaks[line + 1] - 1]
        while breaks[line] - 1 > breaks[line - 1]:
            at = breaks[line]
            before = abs((ends[at - 1] - first) - (last - starts[at]))
            lower = last - starts[at - 1]
            if lower > limit + _ROUNDING or abs((ends[at - 2] - first) - lower) >= before:
                break
            breaks[line] = at - 1
    return breaks


def _chopped(words: tuple[Word, ...], limit: float, bold: bool) -> Iterator[Word]:
    """The words, those wider than the limit cut into stretches that fit it."""
    for before, word in words:
        for piece in _AFTER_HYPHEN.split(word):
            rest = clusters(piece)
            while rest:
                count = _that_fit(rest, limit, bold)
                yield before, "".join(rest[:count])
                before, rest = "", rest[count:]


def _that_fit(parts: tuple[str, ...], limit: float, bold: bool) -> int:
    """How many of the clusters fit on a line; at least one."""
    count = bisect_right(
        range(1, len(parts) + 1), limit + _ROUNDING, key=lambda n: ems("".join(parts[:n]), bold)
    )
    while count > 1 and ems("".join(parts[:count]), bold) > limit + _ROUNDING:
        count -= 1
    return max(count, 1)


def _shortened(text: str, limit: float, bold: bool) -> str:
    parts = clusters(text)
    count = _that_fit(parts, limit - ems(ELLIPSIS, bold), bold)
    return "".join(parts[:count]).rstrip() + ELLIPSIS
