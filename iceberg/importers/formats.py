"""What every way in shares: its entry in the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iceberg.importers.files import MapFile
from iceberg.importers.maps import Map


@dataclass(frozen=True, slots=True)
class MapFormat:
    """One way in. ``fits`` looks at the content and never raises; ``read`` raises `BadInputError`.

    ``extensions`` are in small letters with the dot; ``id`` is what the command line calls it.
    ``loose`` is a format that almost any text could be: the others are asked first.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    fits: Callable[[MapFile], bool]
    read: Callable[[MapFile], Map]
    loose: bool = False
