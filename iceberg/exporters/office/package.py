"""An Office file as a package (ECMA-376, part 2) whose bytes depend on the canvas alone."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Final
from xml.etree import ElementTree as Xml

from iceberg import wording
from iceberg.exporters.story import Story
from iceberg.exporters.svg import legal
from iceberg.model import Canvas

_CORE: Final = "docProps/core.xml"
_SPACES: Final = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
for _prefix, _space in _SPACES.items():
    Xml.register_namespace(_prefix, _space)
_PACKED: Final = (".png", ".jpeg", ".docx", ".pptx", ".xlsx")
"""What is compressed already, and would only take time to compress again."""
_NO_DAY: Final = dt.date(1980, 1, 1)
"""The first day that a ZIP archive can name."""


def settled(
    data: bytes,
    canvas: Canvas,
    story: Story,
    mended: Mapping[str, Callable[[bytes], bytes]] | None = None,
) -> bytes:
    """The package with properties and dates from the canvas instead of from the clock.

    ``mended`` says by a part's name what else is to be done to it.
    """
    changes = {_CORE: lambda _: _core(canvas, story), **(mended or {})}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as kept:
        for name in given.namelist():
            body = given.read(name)
            add(kept, name, changes[name](body) if name in changes else body, canvas.date)
    return out.getvalue()


def add(archive: zipfile.ZipFile, name: str, body: bytes, day: dt.date | None) -> None:
    """Add a file to an archive, dated to a day; the first that an archive can name for none."""
    date = max(day or _NO_DAY, _NO_DAY)
    entry = zipfile.ZipInfo(name, (min(date.year, 2107), date.month, date.day, 0, 0, 0))
    packed = name.lower().endswith(_PACKED)
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    archive.writestr(entry, body)


def _core(canvas: Canvas, story: Story) -> bytes:
    """Title, organisation, question, what is shown, language, revision and date."""
    root = Xml.Element(_name("cp", "coreProperties"))
    revision = wording.REVISION.format(revision=canvas.revision)
    texts = (
        ("dc", "title", story.title),
        ("dc", "creator", canvas.cover.organisation),
        ("dc", "subject", canvas.question),
        ("dc", "description", story.alt),
        ("dc", "language", story.language),
        ("cp", "version", revision),
    )
    for prefix, tag, content in texts:
        if content:
            Xml.SubElement(root, _name(prefix, tag)).text = legal(content)
    for tag in ("created", "modified") if canvas.date else ():
        made = Xml.SubElement(root, _name("dcterms", tag), {_name("xsi", "type"): "dcterms:W3CDTF"})
        made.text = f"{canvas.date:%Y-%m-%d}T00:00:00Z"
    text: bytes = Xml.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text


def _name(prefix: str, tag: str) -> str:
    return f"{{{_SPACES[prefix]}}}{tag}"
