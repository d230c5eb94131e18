"""Words longer than their line may be broken anywhere, so that nothing runs off the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iceberg.layout.fonts import clusters

LINE_LETTERS: Final = 74
"""Letters on a line of the report that is full of wide ones."""
ACROSS: Final = 88
"""Letters on a line of usual ones."""
_BREAK: Final = "\u200b"
"""Zero width space: a line may end here (Unicode Standard Annex 14)."""
_WORD: Final = re.compile(r"\S+")
_JOINT: Final = re.compile(r"(?<=[/.\-_?&=@])(?=\w)")


def with_breaks(text: str, letters: int) -> str:
    """The text with places to break in every word of more than so many letters.

    An address breaks at its joints; what is too long between two of them, anywhere.
    """

    def broken(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) <= letters:
            return word
        return _BREAK.join(_pieces(word, letters))

    return _WORD.sub(broken, text)


def _pieces(word: str, letters: int) -> Iterator[str]:
    for piece in _JOINT.split(word):
        yield from clusters(piece) if len(piece) > letters else (piece,)
