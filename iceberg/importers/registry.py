"""Every way in, and which of them a file takes: its content decides, then its name."""

from __future__ import annotations

from typing import Final

from iceberg.errors import NotFoundError
from iceberg.importers import (
    csv_file,
    dot,
    gexf,
    gml,
    graphml,
    kumu,
    loopy,
    mental_modeler,
    outline,
    prsm,
    xlsx,
)
from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.maps import Map
from iceberg.importers.preparing import prepared
from iceberg.importers.refusing import refused

MAP_FORMATS: Final[tuple[MapFormat, ...]] = (
    xlsx.FORMAT,
    prsm.FORMAT,
    kumu.FORMAT,
    mental_modeler.FORMAT,
    loopy.FORMAT,
    graphml.FORMAT,
    gexf.FORMAT,
    gml.FORMAT,
    dot.FORMAT,
    csv_file.FORMAT,
    outline.FORMAT,
)
"""Every way in; of two that a file fits, the earlier takes it."""


def read_map(name: str, data: bytes, format_id: str | None = None) -> tuple[MapFormat, Map]:
    """The map in a file, prepared for `suggest` and `to_canvas`, and what it was read as.

    ``name`` is the file's, with its extension. Raises `BadInputError` for everything that is wrong
    with the file and NotFoundError for a format that there is not.
    """
    file = MapFile(name, data)
    chosen = map_format(format_id) if format_id else detect(file)
    return chosen, prepared(chosen.read(file))


def map_format(format_id: str) -> MapFormat:
    """The way in with this id. Raises `NotFoundError`."""
    for one in MAP_FORMATS:
        if one.id == format_id.lower().lstrip("."):
            return one
    known = ", ".join(one.id for one in MAP_FORMATS)
    raise NotFoundError(f"Nothing reads “{format_id}”. Choose one of {known}.")


def detect(file: MapFile) -> MapFormat:
    """The way in that a file's content fits, else the one that its name asks for.

    Raises `BadInputError` for a file that neither tells of.
    """
    named = [one for one in MAP_FORMATS if file.is_called(*one.extensions)]
    for one in sorted((*named, *MAP_FORMATS), key=lambda one: one.loose):
        if one.fits(file):
            return one
    if named:
        return named[0]
    known = ", ".join(one.title for one in MAP_FORMATS)
    raise refused("Nothing here reads this kind of file.", f"What is read: {known}.")
