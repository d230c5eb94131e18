"""All files of a canvas in one archive with a manifest, kept under a size limit."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import Any, Final

from iceberg.errors import ExportError
from iceberg.exporters.names import file_name
from iceberg.exporters.neighbours import DATA_FORMATS
from iceberg.exporters.office import add
from iceberg.exporters.once import together
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import Canvas

MANIFEST: Final = "manifest.json"
_ON_REQUEST: Final = (
    *(".tiles.pdf", ".scene.json", ".ics"),
    *(fmt.extension for fmt in DATA_FORMATS),
)
"""What is in a pack only for those who ask for it: walls, reminders and other programs."""
MEGABYTE: Final = 1_000_000


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    """The chosen files, named after the canvas, and a manifest that tells their sizes and sums.

    Raises ExportError when the archive would pass the size limit.
    """
    with together():
        made = [(fmt, fmt.make(canvas, options)) for fmt in _chosen(options.formats)]
    files = {file_name(canvas, fmt.extension): done.data for fmt, done in made}
    data = _archive(canvas, files, options.marks)
    if len(data) > options.size_limit:
        raise ExportError(_too_large(len(data), options.size_limit, made))
    notes = dict.fromkeys(note for _, done in made for note in done.notes)
    return Exported(data, tuple(notes))


def _chosen(extensions: tuple[str, ...] | None) -> tuple[Format, ...]:
    # Only here: the registry of all formats has the pack in it.
    from iceberg.exporters import FORMATS

    choices = {fmt.extension: fmt for fmt in FORMATS if fmt is not FORMAT}
    if extensions is None:
        return tuple(choices[name] for name in usual())
    wanted = {f".{extension.lower().lstrip('.')}" for extension in extensions}
    if not wanted or wanted - set(choices):
        unknown = ", ".join(sorted(wanted - set(choices))) or "nothing"
        raise ExportError(f"A pack cannot hold {unknown}. Choose from {', '.join(choices)}.")
    return tuple(choices[name] for name in choices if name in wanted)


def usual() -> tuple[str, ...]:
    """The extensions of what a pack holds unless asked otherwise: the files for people."""
    # Only here: the registry of all formats has the pack in it.
    from iceberg.exporters import FORMATS

    known = (fmt.extension for fmt in FORMATS if fmt is not FORMAT)
    return tuple(extension for extension in known if extension not in _ON_REQUEST)


def _archive(canvas: Canvas, files: dict[str, bytes], marks: tuple[str, ...]) -> bytes:
    manifest = json.dumps(_manifest(canvas, files, marks), ensure_ascii=False, indent=2) + "\n"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in {MANIFEST: manifest.encode(), **files}.items():
            add(archive, name, body, canvas.date)
    return out.getvalue()


def _manifest(canvas: Canvas, files: dict[str, bytes], marks: tuple[str, ...]) -> dict[str, Any]:
    return {
        "title": canvas.title,
        "revision": canvas.revision,
        **({"origin": marks[0]} if marks else {}),
        "date": canvas.date.isoformat() if canvas.date else None,
        "files": [
            {"name": name, "size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
            for name, body in files.items()
        ],
    }


def _too_large(size: int, limit: int, made: list[tuple[Format, Exported]]) -> str:
    largest, done = max(made, key=lambda one: len(one[1].data))
    return (
        f"The pack would be {_megabytes(size)}, over the limit of {_megabytes(limit)}. "
        f"Leave out {largest.extension} ({_megabytes(len(done.data))}), or raise the limit."
    )


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:,.2f}".rstrip("0").rstrip(".") + " MB"


FORMAT: Final = Format(".zip", "application/zip", "Pack of all files (ZIP)", _write)
