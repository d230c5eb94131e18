"""Compresses as PRSM does (LZ-string's UTF-16 variant), for fixtures."""

from __future__ import annotations


def packed(text: str) -> str:
    """The text as 15 bits a character, from U+0020."""
    bits = "".join(_bits(_utf16_units(text)))
    bits += "0" * (15 - len(bits) % 15)
    values = (int(bits[at : at + 15], 2) for at in range(0, len(bits), 15))
    return "".join(chr(value + 32) for value in values) + " "


def _utf16_units(text: str) -> list[str]:
    coded = text.encode("utf-16-le", "surrogatepass")
    return [chr(coded[at] + 256 * coded[at + 1]) for at in range(0, len(coded), 2)]


def _bits(units: list[str]) -> list[str]:
    words: dict[str, int] = {}
    fresh: set[str] = set()
    out: list[str] = []
    width, left = 2, 2
    word = ""

    def put(value: int, size: int) -> None:
        out.append(f"{value:0{size}b}"[::-1])

    def grow() -> None:
        nonlocal width, left
        left -= 1
        if left == 0:
            left = 2**width
            width += 1

    def give(entry: str) -> None:
        if entry in fresh:
            wide = ord(entry) > 255
            put(int(wide), width)
            put(ord(entry), 16 if wide else 8)
            grow()
            fresh.discard(entry)
        else:
            put(words[entry], width)
        grow()

    for unit in units:
        if unit not in words:
            words[unit] = len(words) + 3
            fresh.add(unit)
        if word + unit in words:
            word += unit
            continue
        give(word)
        words[word + unit] = len(words) + 3
        word = unit
    if word:
        give(word)
    put(2, width)
    return out
