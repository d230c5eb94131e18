"""The words of a card as they are compared: without case, accents, endings and small words."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NOT: Final = "not"
"""What every word that denies is compared as."""
_MARKS: Final = re.compile(r"[\u0300-\u036f\u0640\u064b-\u065f\u0670]")
"""Accents of Latin, Greek and Cyrillic, and Arabic vowel signs: the same word, written or not."""
_DENIED: Final = re.compile(r"n['’]t\b|(?<=can)not\b")
_CLITIC: Final = re.compile(r"['’]\w{1,2}\b")
"""What stands after an apostrophe: council’s, we’re, mae’r."""
_WORD: Final = re.compile(r"[^\W_]+")
_ENDING: Final = re.compile(r"(?<=[a-z]{3})(?:ies|ied|ying|ing|ed|es|(?<!s)s|ly|e|y)$")
_DOUBLED: Final = re.compile(r"(?<=[a-z]{2})([a-z])\1$")
_SMALL: Final = re.compile(
    r"an?|the|is|am|are|was|were|be|been|being|has|have|had|having|do|does|did|will|would|"
    r"of|to|in|on|at|for|from|by|with|as|and|or|that|this|these|those|there|it|its|our|their|"
    r"your|my|so|very|too|just|also|each|every|all"
)
"""English words that change nothing about what a card says."""
_DENIES: Final = re.compile(
    r"no|not|never|nobody|none|nothing|nor|neither|without|"
    r"nid|ddim|dim|neb|byth|heb|"
    r"لا|ليس|ليست|لم|لن|بلا|بدون|غير"
)
"""Words that turn a card into its opposite: English, Welsh, Arabic."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, sorted, each without its ending.

    Small words are left out unless there are no others; a text without letters is one word.
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    found = _WORD.findall(_CLITIC.sub("", _DENIED.sub(" not", plain)))
    telling = [word for word in found if not _SMALL.fullmatch(word)] or found or [plain]
    return tuple(sorted(NOT if _DENIES.fullmatch(word) else stem(word) for word in telling))


def stem(word: str) -> str:
    """A word without common English endings: pausing, paused, pauses and pause are one.

    Rougher than Porter's (1980): it only has to do the same to both sides. It leaves letters other
    than a to z alone.
    """
    shorter = _ENDING.sub("", _ENDING.sub("", word))
    return _DOUBLED.sub(r"\1", shorter)
