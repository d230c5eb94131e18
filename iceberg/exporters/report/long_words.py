"""Words wider than their line may be broken anywhere, so that nothing runs off the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iceberg.layout.fonts import clusters
from iceberg.layout.text import line_width

TYPE_PT: Final = 11.0
TITLE_PT: Final = 24.0
_BREAK: Final = "\u200b"
"""Zero width space: a line may end here (Unicode Standard Annex 14)."""
_WORD: Final = re.compile(r"\S+")
_JOINT: Final = re.compile(r"(?<=[/.\-_?&=@])(?=\w)")


def with_breaks(text: str, room: float, font_pt: float = TYPE_PT) -> str:
    """The text with places to break in every word that is wider than a line of ``room`` mm.

    An address breaks at its joints; what is too wide between two of them, anywhere. Words are
    measured bold, as a header sets them.
    """

    def is_wide(word: str) -> bool:
        return line_width(word, font_pt, bold=True) > room

    def pieces(word: str) -> Iterator[str]:
        for piece in _JOINT.split(word):
            yield from clusters(piece) if is_wide(piece) else (piece,)

    def broken(found: re.Match[str]) -> str:
        return _BREAK.join(pieces(found[0])) if is_wide(found[0]) else found[0]

    return _WORD.sub(broken, text)
