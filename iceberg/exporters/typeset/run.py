"""typst in a process of its own, with the fonts that a text needs."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from iceberg.errors import ExportError
from iceberg.layout.fonts import faces, runs
from iceberg.resources import fonts_folder

PDF_STANDARDS: Final = ("ua-1", "a-2a")
"""For everybody who reads, and for as long as they keep it (ISO 14289-1, ISO 19005-2)."""
PICTURE: Final = "picture"
NO_DAY: Final = dt.date(1970, 1, 1)
"""PDF/A wants a date; this one says that the canvas has none."""
_WORKER: Final = Path(__file__).with_name("_worker.py")
_TIMEOUT: Final = 120
"""Seconds; a hundred cards take one."""


@cache
def template(name: str) -> str:
    """The typst source of pages of this name, with what draws a scene before it."""
    parts = (PICTURE, name)
    return "\n".join(
        Path(__file__).with_name(f"{part}.typ").read_text(encoding="utf-8") for part in parts
    )


def dated(day: dt.date | None) -> tuple[int, int, int]:
    """Year, month and day for a document."""
    known = day or NO_DAY
    return known.year, known.month, known.day


def set_pages(
    source: str,
    data: Mapping[str, Any],
    texts: Iterable[tuple[str, bool]],
    kind: Literal["png", "pdf"],
    *,
    dpi: int = 300,
) -> bytes:
    """The pages that ``source`` makes of ``data``; ``texts`` (text, bold) is all that they say.

    Raises ExportError when typst refuses or does not end.
    """
    with tempfile.TemporaryDirectory() as folder:
        job = {
            "document": source,
            "data": data,
            "font_paths": [str(fonts_folder()), *_system_fonts(texts, Path(folder))],
            "format": kind,
            "ppi": dpi if kind == "png" else None,
            "pdf_standards": PDF_STANDARDS if kind == "pdf" else (),
        }
        return _run(job, kind)


def _system_fonts(texts: Iterable[tuple[str, bool]], folder: Path) -> list[str]:
    """A folder with the system fonts that these texts need beyond the vendored, if any."""
    known = set(faces())
    needed = {
        run.face.path
        for text, bold in texts
        for run in runs(text, bold=bold)
        if run.face not in known
    }
    for path in sorted(needed):
        shutil.copy(path, folder / path.name)
    return [str(folder)] if needed else []


def _run(job: dict[str, Any], kind: str) -> bytes:
    # -P: the folder of the script must not shadow modules of the standard library.
    command = [sys.executable, "-P", str(_WORKER)]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=json.dumps(job).encode(), capture_output=True, timeout=_TIMEOUT
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ExportError(f"The {kind.upper()} could not be made: {error}.") from error
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise ExportError(f"The {kind.upper()} could not be made: {(reason or ['no reason'])[-1]}.")
    return done.stdout
