"""Which face draws which character: the same choice for measuring and for every drawing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import uharfbuzz as hb
from wcwidth import iter_graphemes

from iceberg.layout.system_fonts import system_font
from iceberg.resources import fonts_folder

BOX: Final = "□"
"""What is drawn where no font has the character: visible, so that nobody overlooks the loss."""

FAMILIES: Final = ("Source Sans 3", "IBM Plex Sans Arabic", "Noto Emoji")
"""The vendored families, in the order in which they are asked for a character."""

_FILES: Final = {
    "Source Sans 3": "SourceSans3",
    "IBM Plex Sans Arabic": "IBMPlexSansArabic",
    "Noto Emoji": "NotoEmoji",
}
_STYLES: Final = {False: "Regular", True: "Bold"}
_STYLE_CHOICES: Final = dict.fromkeys((0xFE0E, 0xFE0F))
_ALL_LATIN_BELOW: Final = "\u0250"
_NO_CLUSTERS_BELOW: Final = "\u0300"


@dataclass(frozen=True, slots=True)
class Face:
    """One font: a file (``index`` counts faces inside a collection) and what it is called."""

    family: str
    bold: bool
    path: Path
    index: int = 0

    @property
    def weight(self) -> int:
        """The weight as CSS and typst number it."""
        return 700 if self.bold else 400


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that one face draws, all of one script (ISO 15924)."""

    face: Face
    script: str
    text: str


@lru_cache
def faces(*, bold: bool | None = None) -> tuple[Face, ...]:
    """The vendored faces in fall-back order: one weight, or Regular then Bold of each family."""
    weights = (False, True) if bold is None else (bold,)
    return tuple(
        Face(family, weight, fonts_folder() / f"{_FILES[family]}-{_STYLES[weight]}.ttf")
        for family in FAMILIES
        for weight in weights
    )


def clusters(text: str) -> tuple[str, ...]:
    """The text as a reader counts it (Unicode's extended grapheme clusters)."""
    if text.isascii() or max(text) < _NO_CLUSTERS_BELOW:
        return tuple(text)
    return tuple(iter_graphemes(text))


@lru_cache(maxsize=4096)
def runs(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """The text as it is drawn, split by face and script, in reading order.

    Every cluster stays in one face; what no font covers is a ``BOX``.
    """
    if not text:
        return ()
    if text.isascii() and text.isprintable():
        return (Run(faces(bold=bold)[0], "Latn", text),)
    found: list[Run] = []
    # Put together only where a run ends: the picture in words may have a million letters.
    parts: list[str] = []
    for cluster in clusters(text):
        for face, drawn in _drawing(cluster, bold):
            script = _script(drawn, found[-1].script if found else "Zyyy")
            if found and _continues(found[-1], face, script):
                parts.append(drawn)
            else:
                _close(found, parts)
                parts = [drawn]
                found.append(Run(face, script, ""))
            found[-1] = Run(face, script, "") if found[-1].script != script else found[-1]
    _close(found, parts)
    return tuple(found)


def _close(found: list[Run], parts: Iterable[str]) -> None:
    """Give the last run its text."""
    if found:
        found[-1] = Run(found[-1].face, found[-1].script, "".join(parts))


def drawable(text: str) -> str:
    """The text as every drawing must write it, for that is what was measured.

    A ``BOX`` stands for whatever no font covers, and the marks that choose between coloured and
    plain emoji are left out: all emoji are drawn plain, by the vendored face.
    """
    return text if text.isascii() else "".join(run.text for run in runs(text))


@lru_cache(maxsize=8192)
def uncovered(text: str) -> tuple[str, ...]:
    """The clusters that no font draws whole, each once, in order of appearance."""
    if text.isascii():
        return ()
    lost = (cluster for cluster in clusters(text) if _face_for(cluster, bold=False) is None)
    return tuple(dict.fromkeys(lost))


def characters_by_face(texts: Iterable[tuple[str, bool]]) -> dict[Face, frozenset[str]]:
    """What each face draws of these texts (text, bold): what to embed, in a stable order."""
    needed: dict[Face, set[str]] = {}
    for text, bold in texts:
        for run in runs(text, bold=bold):
            needed.setdefault(run.face, set()).update(run.text)
    return {face: frozenset(needed[face]) for face in sorted(needed, key=_place)}


def families(text: str) -> tuple[str, ...]:
    """The families to name when drawing the text: the vendored, then system fonts it needs."""
    if text.isascii():
        return FAMILIES
    parts = dict.fromkeys(clusters(text))
    needed = (face.family for part in parts for face, _ in _drawing(part, False))
    return tuple(dict.fromkeys((*FAMILIES, *needed)))


def _place(face: Face) -> tuple[int, str, bool, str]:
    known = FAMILIES.index(face.family) if face.family in FAMILIES else len(FAMILIES)
    return known, face.family, face.bold, str(face.path)


@lru_cache
def harfbuzz_font(face: Face) -> hb.Font:
    """The face opened for shaping, at its own units; shared by all threads, never changed."""
    return hb.Font(_harfbuzz_face(face))


@lru_cache
def _harfbuzz_face(face: Face) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(face.path)), face.index)


@lru_cache
def _coverage(face: Face) -> hb.Set:
    return _harfbuzz_face(face).unicodes


@lru_cache(maxsize=16384)
def _drawing(cluster: str, bold: bool) -> tuple[tuple[Face, str], ...]:
    # Asked for emoji style, browsers would take a coloured font of their own, of another width.
    drawn = cluster.translate(_STYLE_CHOICES)
    face = _face_for(drawn, bold)
    if face is not None:
        return ((face, drawn),) if drawn else ()
    box = (faces(bold=bold)[0], BOX)
    base = _face_for(drawn[0], bold)
    return (box,) if base is None else ((base, _covered_part(base, drawn)), box)


def _covered_part(face: Face, cluster: str) -> str:
    return "".join(c for c in cluster if _covers(face, c))


def _face_for(cluster: str, bold: bool) -> Face | None:
    vendored = next((face for face in faces(bold=bold) if _covers(face, cluster)), None)
    return vendored or _system_face(cluster)


def _covers(face: Face, cluster: str) -> bool:
    coverage = _coverage(face)
    return all(ord(c) in coverage or _is_ignorable(c) for c in cluster)


def _is_ignorable(character: str) -> bool:
    """Whether shaping draws nothing for it even where the font lacks it."""
    return (
        unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character in "\n\r\t\u034f"
    )


def _system_face(cluster: str) -> Face | None:
    needed = frozenset(ord(c) for c in cluster if not _is_ignorable(c))
    found = system_font(needed) if needed else None
    return Face(found.family, False, found.path, found.index) if found else None


def _script(text: str, before: str) -> str:
    if max(text) < _ALL_LATIN_BELOW:
        return "Latn" if any(c.isalpha() for c in text) else before
    from fontTools import unicodedata as scripts

    found = (scripts.script(c) for c in text)
    return next((script for script in found if script not in ("Zyyy", "Zinh")), before)


def _continues(run: Run, face: Face, script: str) -> bool:
    return run.face == face and (run.script in (script, "Zyyy"))
