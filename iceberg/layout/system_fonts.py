"""Fonts of the machine, asked only for characters that no vendored font has."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import uharfbuzz as hb

_SUFFIXES: Final = frozenset((".ttf", ".otf", ".ttc", ".otc"))
_SPECIAL: Final = re.compile(
    "bold|italic|oblique|mono|cond|narrow|light|thin|black|heavy|medium|serif|color|lastresort",
    re.IGNORECASE,
)
_NOT_TO_EMBED: Final = 0x0302
"""The licence bits in a font's OS/2 table against embedding, subsets, and outlines in them."""


@dataclass(frozen=True, slots=True)
class SystemFont:
    """A face in a font file of the machine, and the code points that it has."""

    family: str
    path: Path
    index: int
    coverage: hb.Set = field(compare=False, repr=False)


@lru_cache(maxsize=4096)
def system_font(characters: frozenset[int]) -> SystemFont | None:
    """The first face with outlines for all these code points; None when the machine has none.

    Plain upright faces come first, then file names and folders decide, so that the choice is the
    same on every run. Faces that may not be embedded or that only hold coloured pictures are
    passed over. Files are opened once, and only when a text needs them.
    """
    opened = (font for path in font_files() for font in _fonts_in(path))
    return next((font for font in opened if all(c in font.coverage for c in characters)), None)


@lru_cache(maxsize=1)
def font_files() -> tuple[Path, ...]:
    """Every font file in the machine's usual folders, in the order in which they are asked."""
    found = {
        path
        for folder in _folders()
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and path.is_file()
    }
    return tuple(sorted(found, key=lambda p: (bool(_SPECIAL.search(p.stem)), p.name, str(p))))


def _folders() -> tuple[Path, ...]:
    # Not Path.home(): it raises for users without a home, as in many containers.
    home = Path(os.path.expanduser("~"))
    if sys.platform == "win32":
        return (
            Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
            Path(os.environ.get("LOCALAPPDATA", home), "Microsoft", "Windows", "Fonts"),
        )
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    data = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return (*(Path(d, "fonts") for d in (*shared.split(":"), data)), home / ".fonts")


@cache
def _fonts_in(path: Path) -> tuple[SystemFont, ...]:
    try:
        blob = hb.Blob.from_file_path(str(path))
    except (hb.HarfBuzzError, OSError):
        return ()
    faces = (hb.Face(blob, index) for index in range(hb.Face(blob).count))
    return tuple(
        SystemFont(_family(face) or path.stem, path, face.index, face.unicodes)
        for face in faces
        if _may_be_drawn(face)
    )


def _family(face: hb.Face) -> str:
    """The name that groups all weights where there is one, as typst names families."""
    names = hb.OTNameIdPredefined
    name: str = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or ""
    return name.strip()


def _may_be_drawn(face: hb.Face) -> bool:
    tables = set(face.table_tags)
    if not tables & {"glyf", "CFF ", "CFF2"} or "OS/2" not in tables:
        return False
    licence = int.from_bytes(face.reference_table("OS/2").data[8:10], "big")
    return not licence & _NOT_TO_EMBED
