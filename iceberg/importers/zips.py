"""Zip archives from strangers: looked through before anything in them is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from iceberg.importers.limits import UNZIPPED_BYTES, ZIP_PARTS, ZIP_RATIO
from iceberg.importers.refusing import refused

MAGIC: Final = b"PK\x03\x04"
BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises for archives that are cut off, mangled, locked or of unknown make."""


def opened_zip(data: bytes) -> zipfile.ZipFile:
    """The archive. Raises `BadInputError` for a broken one and for one that unpacks to too much.

    An archive never gives out more than the sizes it declares, so their sum is the limit.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise broken_zip() from None
    parts = archive.infolist()
    whole = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > ZIP_PARTS or whole > UNZIPPED_BYTES or whole > ZIP_RATIO * max(packed, 1):
        what = "The file unpacks to far more than a table has."
        raise refused(what, "Save the table alone, without pictures, and choose that.")
    return archive


def contents(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Name and content of each part. Raises `BadInputError` for a part that is broken."""
    for part in archive.infolist():
        try:
            yield part.filename, archive.read(part)
        except BROKEN:
            raise broken_zip() from None


def broken_zip() -> Exception:
    """The refusal of an archive that cannot be unpacked."""
    return refused("The file is broken or cut off.", "Save or send it again.")
