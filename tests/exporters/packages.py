"""Opening Office files with nothing but an archive and an XML parser."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as Xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of a package by its name; all that is XML can be parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    assert len(found) == len(archive.namelist())
    for name, body in found.items():
        if name.endswith((".xml", ".rels")):
            Xml.fromstring(body)
    return found


def part(data: bytes, name: str) -> Xml.Element:
    """One part of a package, parsed."""
    return Xml.fromstring(parts(data)[name])


def text_of(element: Xml.Element, space: str) -> str:
    """The text of all runs in an element (``t`` of the namespace)."""
    return "".join(run.text or "" for run in element.iter(f"{space}t"))


def days(data: bytes) -> set[tuple[int, int, int]]:
    """The days that a package's files are dated to."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.date_time[:3] for entry in archive.infolist()}
