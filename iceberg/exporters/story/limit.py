"""How long an answer may be, as a form counts it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from iceberg.errors import ExportError

MOST: Final = 100_000
_WRITTEN: Final = re.compile(r"\s*(\d{1,9})\s*(c|chars?|characters?|w|words?)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many characters or words.

    Characters are counted as a web form's ``maxlength`` counts them, in UTF-16 code units (HTML
    standard, 4.10.5.3.1). Words are what stands between white space; every ideograph is a word of
    its own, as in Word.
    """

    count: int
    unit: Literal["characters", "words"]

    def length(self, text: str) -> int:
        """How long a text is, in the unit of this limit."""
        if self.unit == "characters":
            return len(text.encode("utf-16-le", "surrogatepass")) // 2
        return sum(max(1, sum(map(_is_wide, word))) for word in text.split())

    def allows(self, text: str) -> bool:
        """Whether the text is no longer than this."""
        return self.length(text) <= self.count


DEFAULT: Final = Limit(250, "words")


def parse_limit(written: str) -> Limit:
    """``500c``, ``500 characters``, ``250w`` or ``250 words`` as a limit.

    Raises ExportError for anything else.
    """
    found = _WRITTEN.fullmatch(written)
    if found is None or not 0 < int(found[1]) <= MOST:
        raise ExportError(
            f"“{written}” is no limit. Write 500c for 500 characters or 250w for 250 words, "
            f"up to {MOST:,}."
        )
    return Limit(int(found[1]), "characters" if found[2][0] in "cC" else "words")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")
