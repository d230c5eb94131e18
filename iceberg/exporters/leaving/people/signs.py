"""The signs by which a text looks as if it named a person, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from iceberg.exporters.leaving.people.words import FIRST_NAMES, NO_NAMES, TITLES, TITLES_BEFORE_ANY

Sign: TypeAlias = tuple[str, str]
"""The words that were found, and why they look like a person's."""

EMAIL: Final = "an e-mail address"
PHONE: Final = "a telephone number"
TITLE: Final = "a title before a name"
FIRST_NAME: Final = "a first name"
TWO_CAPITALS: Final = "two words with capitals, as in a name"
OWNER: Final = "who looks after it, as in a name"

_EMAIL: Final = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.\w{2,24}")
_PHONE: Final = re.compile(r"(?<![\w.,£$€])(?:\+|0|\(0)[\d][\d\s()\-/]{7,18}\d(?![\w%])")
_TITLE: Final = re.compile(
    rf"\b(?:{'|'.join(TITLES)})\.?\s+[^\W\d_a-z]\w*|(?:{'|'.join(TITLES_BEFORE_ANY)})\s+\w+"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LINKING: Final = frozenset({"ap", "ab", "ferch", "de", "van", "von", "der", "al", "el", "bin"})
_DIGITS: Final = range(10, 16)


def first_sign(text: str, known: frozenset[str]) -> Sign | None:
    """The surest sign in a text, or None; ``known`` are words, small, that name no person."""
    return next(_signs(text, known), None)


def owner_sign(text: str, known: frozenset[str]) -> Sign | None:
    """Somebody is named as an owner where one to three capital words stand alone."""
    words = _WORD.findall(text)
    capitals = [word for word in words if _is_capital(word) and not _is_known(word, known)]
    return (text, OWNER) if 0 < len(words) == len(capitals) <= 3 else None


def _signs(text: str, known: frozenset[str]) -> Iterator[Sign]:
    if email := _EMAIL.search(text):
        yield email[0], EMAIL
    for phone in _PHONE.finditer(text):
        if sum(letter.isdecimal() for letter in phone[0]) in _DIGITS:
            yield phone[0], PHONE
    if title := _TITLE.search(text):
        yield title[0], TITLE
    yield from _pairs(text, known)
    for word in _WORD.findall(text):
        if _is_first_name(word) and word.casefold() not in known:
            yield word, FIRST_NAME


def _pairs(text: str, known: frozenset[str]) -> Iterator[Sign]:
    """Two capital words side by side that name nothing known.

    At the start of a sentence the first has a capital anyway, so it has to be a first name.
    """
    words = list(_WORD.finditer(text))
    for one, other in pairwise(words):
        between = text[one.end() : other.start()]
        after = next((w for w in words if w.start() > other.start()), None)
        if other[0] in _LINKING and after is not None:
            other, between = after, " "
        begins = not text[: one.start()].rstrip(" \t(“\"‘'«") or _ends_sentence(text, one.start())
        is_pair = between.strip(" ") == "" and _is_capital(one[0]) and _is_capital(other[0])
        is_known = _is_known(one[0], known) or _is_known(other[0], known)
        if is_pair and not is_known and (not begins or _is_first_name(one[0])):
            yield text[one.start() : other.end()], TWO_CAPITALS


def _ends_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t(“\"‘'«")
    return before.endswith((".", "!", "?", ":", ";", "\n", "–", "—", "•"))


def _is_first_name(word: str) -> bool:
    bare = re.sub(r"['’]s$", "", word)
    return _is_capital(bare) and bare.casefold() in FIRST_NAMES


def _is_known(word: str, known: frozenset[str]) -> bool:
    bare = re.sub(r"['’]s?$", "", word.casefold())
    return bare in NO_NAMES or bare in known


def _is_capital(word: str) -> bool:
    """A capital and then small letters; what is all in capitals is an abbreviation."""
    return len(word) > 1 and word[0].isupper() and any(letter.islower() for letter in word[1:])
