"""Signs as people and programs write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from iceberg.model import Sign

_PLUS: Final = frozenset(
    {"+", "+1", "1", "positive", "pos", "plus", "same", "s", "increase", "increases"}
)
_MINUS: Final = frozenset(
    {"-", "-1", "negative", "neg", "minus", "opposite", "o", "decrease", "decreases"}
)
_NONE: Final = frozenset({"", "0", "none", "neutral", "unknown", "?", "undefined"})
_DASHES: Final = re.compile("[−–—‐‑]")
_STYLE_WORDS: Final = re.compile(r"\b(positive|negative|increases?|decreases?|opposite|same)\b")


@dataclass(frozen=True, slots=True)
class Polarity:
    """A sign, doubled (``++``) or not; ``understood`` is false for words that say no sign."""

    sign: Sign | None = None
    doubled: bool = False
    understood: bool = True


def read_polarity(text: str) -> Polarity:
    """What ``+``, ``--``, ``−``, ``positive``, ``opposite`` … mean; ``+-`` is not understood."""
    word = _DASHES.sub("-", text.strip().casefold())
    if word in _NONE:
        return Polarity()
    if re.fullmatch(r"\++|-+", word):
        return Polarity("+" if word[0] == "+" else "-", doubled=len(word) > 1)
    if word in _PLUS:
        return Polarity("+")
    if word in _MINUS:
        return Polarity("-")
    return Polarity(understood=False)


def is_both(text: str) -> bool:
    """Whether a text is both signs and nothing else, as Kumu's ``+-`` and ``-+``: nobody knows."""
    word = _DASHES.sub("-", text.strip())
    return re.fullmatch(r"(?=.*\+)(?=.*-)[+\-/]+|±", word) is not None


def polarity_in(words: str) -> Polarity:
    """The sign that a phrase such as “Negative influence” speaks of; not understood without one."""
    whole = read_polarity(words)
    if whole.understood:
        return whole
    found = {read_polarity(word).sign for word in _STYLE_WORDS.findall(words.casefold())}
    return Polarity(found.pop()) if len(found) == 1 else Polarity(understood=False)
