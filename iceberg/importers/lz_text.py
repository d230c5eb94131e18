"""Text that PRSM has compressed: LZ-string's UTF-16 variant, 15 bits a character.

The method is LZ78 with a dictionary that begins empty and codes that grow (Ziv and Lempel, 1978);
the format is that of the JavaScript library lz-string, which has no kept counterpart in Python.
"""

from __future__ import annotations

from typing import Final

from iceberg.importers.limits import UNPACKED_TEXT
from iceberg.importers.refusing import refused

_OFFSET: Final = 32
_BYTE, _WIDE, _END = 0, 1, 2
_GROUP: Final = 4_096
"""Characters that are turned into bits at a time."""


def unpacked(packed: str, most: int = UNPACKED_TEXT) -> str:
    """The text. Raises `BadInputError` for one that is broken, cut off or longer than ``most``."""
    bits = _Bits(packed)
    words: list[str] = ["", "", ""]
    result: list[str] = []
    length = 0
    width = 2
    before = ""
    while (code := bits.number(width)) != _END:
        if code in (_BYTE, _WIDE):
            words.append(chr(bits.number(8 if code == _BYTE else 16)))
            code = len(words) - 1
        if code > len(words) or (code == len(words) and not before):
            raise _broken()
        word = words[code] if code < len(words) else before + before[0]
        result.append(word)
        length += len(word)
        if length > most:
            raise refused("The file unpacks to far more than a map has.", "Take a part of it.")
        if before:
            words.append(before + word[0])
        before = word
        # One number is kept ahead for the entry that the next code will complete.
        width = max(3, len(words).bit_length())
    # JavaScript's characters are UTF-16 units: what lies beyond them comes as pairs.
    return "".join(result).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def begins_packed(text: str) -> bool:
    """Whether a text is a compressed JSON object: it unpacks to ``{`` first."""
    if not text:
        return False
    bits = _Bits(text[0])
    return bits.number(2) == _BYTE and chr(bits.number(8)) == "{"


class _Bits:
    """Reads numbers, lowest bit first, from characters that hold 15 bits each."""

    def __init__(self, packed: str) -> None:
        self._packed = packed
        self._bits = ""
        self._read = 0
        self._at = 0

    def number(self, width: int) -> int:
        while len(self._bits) - self._at < width:
            self._more()
        found = self._bits[self._at : self._at + width]
        self._at += width
        return int(found[::-1], 2)

    def _more(self) -> None:
        group = self._packed[self._read : self._read + _GROUP]
        if not group:
            raise _broken()
        self._read += len(group)
        values = (max(ord(character) - _OFFSET, 0) & 0x7FFF for character in group)
        self._bits = self._bits[self._at :] + "".join(f"{value:015b}" for value in values)
        self._at = 0


def _broken() -> Exception:
    return refused("The file is broken or cut off.", "Save it in PRSM again.")
