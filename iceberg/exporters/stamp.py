"""Puts the mark of the canvas and its revision into a finished file, where nobody has to see it.

A PDF takes its mark while it is set, as nothing may be written into it later.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from iceberg.exporters.office import add
from iceberg.model import Origin

_CORE: Final = "docProps/core.xml"
_IEND: Final = 12
"""Bytes of the last chunk of a PNG."""


def stamped(data: bytes, extension: str, origin: Origin, day: dt.date | None) -> bytes:
    """The file with the mark in it; as it was, if this kind of file has no place for one."""
    put = _PLACES.get(extension)
    return put(data, origin.mark, day) if put else data


def _svg(data: bytes, mark: str, _: dt.date | None) -> bytes:
    return _after(data, b"</desc>", f"<metadata>{mark}</metadata>")


def _html(data: bytes, mark: str, _: dt.date | None) -> bytes:
    return _after(data, b"<head>", f'<meta name="generator" content="{mark}">')


def _after(data: bytes, place: bytes, text: str) -> bytes:
    before, found, rest = data.partition(place)
    return before + found + (text.encode() if found else b"") + rest


def _png(data: bytes, mark: str, _: dt.date | None) -> bytes:
    """With a tEXt chunk before the last (PNG specification, 11.3.3.2)."""
    body = b"tEXtSource\0" + mark.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:-_IEND] + chunk + data[-_IEND:]


def _office(data: bytes, mark: str, day: dt.date | None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as kept:
        for name in given.namelist():
            body = given.read(name)
            if name == _CORE:
                element = f"<dc:identifier>{mark}</dc:identifier></cp:coreProperties>"
                body = body.replace(b"</cp:coreProperties>", element.encode())
            add(kept, name, body, day)
    return out.getvalue()


def _canvas(data: bytes, mark: str, _: dt.date | None) -> bytes:
    """As the last key of the file, in its own way of writing."""
    end = data.rstrip().removesuffix(b"}").rstrip()
    return end + f',\n  "origin": {json.dumps(mark)}\n}}\n'.encode()


_PLACES: Final[dict[str, Callable[[bytes, str, dt.date | None], bytes]]] = {
    ".svg": _svg,
    ".html": _html,
    ".png": _png,
    ".docx": _office,
    ".pptx": _office,
    ".xlsx": _office,
    ".iceberg.json": _canvas,
}
