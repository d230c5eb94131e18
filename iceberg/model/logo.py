"""A logo: a small picture that is checked by what it is, not by what it is called."""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from functools import lru_cache
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from iceberg.errors import BadInputError, Problem
from iceberg.model.fields import Line
from iceberg.model.part import Part
from iceberg.model.problems import InconsistentError
from iceberg.model.svg_logo import clean_svg, says_something, size_of_svg

LogoKind = Literal["png", "svg"]
LOGO_LIMIT: Final = 200_000
"""Bytes of a logo: sharp in print, and small beside a page of 10 MB."""
PIXELS_LIMIT: Final = 4_000_000
"""Pixels of a logo: two thousand each way; a small file may unpack to far more."""
SHAPE_LIMIT: Final = 20.0
"""How many times wider than high a logo may be, or higher than wide."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEADER: Final = struct.Struct(">I4sIIBBBBBI")
"""The first chunk of a PNG (PNG specification, 11.2.1): length, name, width, height, …, sum."""
_ADVICE: Final = "Choose a PNG or SVG of at most 200 kB."


class Logo(Part):
    """A PNG or a cleaned SVG in base64; ``alt`` says what it shows, for those who do not see it."""

    kind: LogoKind
    data: Annotated[str, Field(max_length=LOGO_LIMIT * 4 // 3 + 4)]
    alt: Line = ""

    @model_validator(mode="after")
    def _is_what_it_says(self) -> Self:
        try:
            content = base64.b64decode(self.data, validate=True)
            found, kept = _checked(content)
        except (ValueError, binascii.Error) as error:
            raise _refused(str(error)) from None
        if (found, kept) != (self.kind, content):
            raise _refused("it has not been cleaned")
        return self

    @property
    def content(self) -> bytes:
        """The file itself."""
        return base64.b64decode(self.data)

    @property
    def mime(self) -> str:
        """The media type."""
        return {"png": "image/png", "svg": "image/svg+xml"}[self.kind]

    @property
    def width_to_height(self) -> float:
        """How many times wider than high it is."""
        return _shape(self.kind, self.content)


def logo_from(content: bytes, alt: str = "") -> Logo:
    """A logo from the bytes of a file, an SVG without all that does not draw.

    Raises BadInputError for what is neither, too large, or damaged, and for an SVG with text: only
    some programs have its font, and the others leave the words out.
    """
    try:
        kind, kept = _checked(content)
        if kind == "svg" and says_something(kept):
            raise ValueError("its words are text in a font; save them as outlines (paths)")
    except ValueError as error:
        raise BadInputError(
            (Problem("Logo", f"This file cannot be used: {error}.", _ADVICE),)
        ) from None
    return Logo(kind=kind, data=base64.b64encode(kept).decode(), alt=alt)


def _refused(why: str) -> InconsistentError:
    return InconsistentError((Problem("data", f"is no logo that can be used: {why}.", _ADVICE),))


@lru_cache(maxsize=64)
def _checked(content: bytes) -> tuple[LogoKind, bytes]:
    if len(content) > LOGO_LIMIT:
        raise ValueError("it is larger than 200 kB")
    is_png = content.startswith(_SIGNATURE)
    kind: LogoKind = "png" if is_png else "svg"
    kept = _whole_png(content) if is_png else clean_svg(content)
    if len(kept) > LOGO_LIMIT:
        raise ValueError("it is larger than 200 kB")
    shape = _shape(kind, kept)
    if not 1 / SHAPE_LIMIT <= shape <= SHAPE_LIMIT:
        raise ValueError("it is far longer one way than the other")
    return kind, kept


def _whole_png(content: bytes) -> bytes:
    """The PNG as it is; every chunk has to be whole, and the pixels not too many."""
    wide, high = _png_size(content)
    if not 0 < wide * high <= PIXELS_LIMIT:
        raise ValueError("it has more than 4 million pixels")
    at, ended = len(_SIGNATURE), False
    while at + 12 <= len(content) and not ended:
        length, name = struct.unpack_from(">I4s", content, at)
        body = content[at + 4 : at + 8 + length]
        [total] = struct.unpack_from(">I", content.ljust(at + 12 + length, b"\0"), at + 8 + length)
        if zlib.crc32(body) != total:
            raise ValueError("the PNG is damaged")
        at, ended = at + 12 + length, name == b"IEND"
    if not ended or at != len(content):
        raise ValueError("the PNG is damaged")
    return content


def _png_size(content: bytes) -> tuple[int, int]:
    try:
        length, name, wide, high, *_ = _HEADER.unpack_from(content, len(_SIGNATURE))
    except struct.error:
        raise ValueError("the PNG is damaged") from None
    if (length, name) != (13, b"IHDR"):
        raise ValueError("the PNG is damaged")
    return wide, high


def _shape(kind: LogoKind, content: bytes) -> float:
    size = _png_size(content) if kind == "png" else size_of_svg(content)
    if size is None:
        raise ValueError("the SVG does not say how large it is")
    return size[0] / size[1]
