"""Which canvas a file was taken away from: every file of ours carries its mark."""

from __future__ import annotations

from typing import Final

from iceberg.errors import BadInputError
from iceberg.importers.zips import BROKEN, MAGIC, opened_zip
from iceberg.model import Origin, origin_marked

_MARKED_PARTS: Final = ("docProps/core.xml", "manifest.json")
_PART_LIMIT: Final = 1_000_000
"""Bytes of a part that is looked into; ours are far smaller."""


def origin_of(data: bytes) -> Origin | None:
    """The canvas and revision that a file names, or None; whatever else is in it is not read."""
    if data.startswith(MAGIC):
        return _in_archive(data)
    return origin_marked(data.decode("latin-1"))


def _in_archive(data: bytes) -> Origin | None:
    try:
        archive = opened_zip(data)
        for name in _MARKED_PARTS:
            if name in archive.namelist() and archive.getinfo(name).file_size <= _PART_LIMIT:
                return origin_marked(archive.read(name).decode("utf-8", "replace"))
    except (BadInputError, *BROKEN):
        return None
    return None
