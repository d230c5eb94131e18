"""Small fonts to embed: only the characters that a drawing needs."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Final

import uharfbuzz as hb

from iceberg.layout.fonts import Face

_COPYRIGHT_AND_LICENCE: Final = (0, 13, 14)
"""What a font's name table must go on saying beside its names, which are kept anyhow."""


@lru_cache(maxsize=64)
def subset_woff2(face: Face, characters: frozenset[str]) -> bytes:
    """The face with these characters only, as WOFF2; the same bytes every time.

    Everything that shapes text by default stays: kerning, ligatures, Arabic joining, emoji
    sequences. So do the font's name and licence.
    """
    # Imported late: only exports need it.
    from fontTools.ttLib import TTFont

    file = BytesIO()
    # Dates are those of the face, or two exports would differ by the clock.
    with TTFont(BytesIO(subset_opentype(face, characters)), recalcTimestamp=False) as font:
        font.flavor = "woff2"
        font.save(file, reorderTables=False)
    return file.getvalue()


@lru_cache(maxsize=64)
def subset_opentype(face: Face, characters: frozenset[str]) -> bytes:
    """As :func:`subset_woff2`, as a plain TrueType or OpenType file."""
    whole = hb.Face(hb.Blob.from_file_path(str(face.path)), face.index)
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.name_id_set.update(_COPYRIGHT_AND_LICENCE)
    wanted.unicode_set.update(ord(character) for character in characters)
    # The space stays, for shaping puts it where an invisible joiner was.
    wanted.unicode_set.add(ord(" "))
    wanted.pin_all_axes_to_default(whole)
    file: bytes = hb.subset(whole, wanted).blob.data
    return file
