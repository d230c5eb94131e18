"""Text as it is kept: clean, composed (NFC), without characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

_JOINERS: Final = frozenset("\u200c\u200d")
_FLAG_TAGS: Final = range(0xE0020, 0xE0080)
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_AROUND_LINE_END: Final = re.compile(r" *\n *")
# Joiners belong between two characters; at an end they would be an invisible text.
_OUTSIDE: Final = re.compile(r"^[\s\u200c\u200d]+|[\s\u200c\u200d]+$")


def clean_text(value: Any) -> Any:
    """Unicode NFC, trimmed, without control and direction characters; line breaks stay.

    Anything that is not text comes back untouched, for the validation that follows to refuse.
    Cleaning twice gives the same as cleaning once.
    """
    if not isinstance(value, str):
        return value
    joined = _LINE_ENDS.sub("\n", value).replace("\t", " ")
    # A long text has few characters that differ, so only these are asked about.
    unseen = {ord(character): None for character in set(joined) if not _keeps(character)}
    # What is dropped may have kept two characters apart, so they are composed afterwards.
    kept = unicodedata.normalize("NFC", joined.translate(unseen) if unseen else joined)
    return _OUTSIDE.sub("", _AROUND_LINE_END.sub("\n", kept))


def clean_line(value: Any) -> Any:
    """As ``clean_text``, with every line break turned into a space."""
    cleaned = clean_text(value)
    return cleaned.replace("\n", " ") if isinstance(cleaned, str) else cleaned


def _keeps(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return character in _JOINERS or ord(character) in _FLAG_TAGS
    return character == "\n" or category not in ("Cc", "Cs")
