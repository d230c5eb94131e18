"""A scene as one page of typst, in a process of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final, Literal

from iceberg.errors import ExportError
from iceberg.exporters.svg import scene_to_svg, texts_of
from iceberg.layout.fonts import faces, families, runs
from iceberg.resources import fonts_folder
from iceberg.scene.parts import Scene, Text

_WORKER: Final = Path(__file__).with_name("_typst_worker.py")
_TIMEOUT: Final = 120
"""Seconds; a hundred cards take one."""

# Whatever people wrote comes in as data, never as markup.
_DOCUMENT: Final = """\
#let scene = json(bytes(sys.inputs.scene))
#set document(title: scene.title, date: none)
#set text(lang: scene.lang, region: scene.region)
#set page(width: scene.width * 1mm, height: scene.height * 1mm, margin: 0mm, fill: none)
#set text(font: scene.fonts, hyphenate: false, top-edge: "baseline", bottom-edge: "baseline")
#let line(it) = {
  let room = it.width * 1mm + 10mm
  let from = it.x * 1mm - (start: 0mm, middle: room / 2, end: room).at(it.anchor)
  let side = (start: left, middle: center, end: right).at(it.anchor)
  let ink = text.with(size: it.size * 1pt, fill: rgb(it.colour), weight: it.weight)
  let way = if it.rtl { rtl } else { ltr }
  place(top + left, dx: from, dy: it.y * 1mm,
    box(width: room, align(side, ink(dir: way, it.text))))
}
#figure(alt: scene.alt, block(width: 100%, height: 100%, {
  place(top + left, image(bytes(scene.svg), format: "svg", width: 100%, height: 100%))
  for it in scene.texts { line(it) }
}))
"""


def render(scene: Scene, kind: Literal["png", "pdf"], *, dpi: int = 300) -> bytes:
    """The scene as a PNG of ``dpi`` dots per inch, or as a tagged PDF/UA-1 with real text.

    Raises ExportError when typst refuses or does not end.
    """
    with tempfile.TemporaryDirectory() as folder:
        job = {
            "document": _DOCUMENT,
            "scene": _data(scene),
            "font_paths": [str(fonts_folder()), *_system_fonts(scene, Path(folder))],
            "format": kind,
            "ppi": dpi if kind == "png" else None,
            "pdf_standards": ["ua-1"] if kind == "pdf" else [],
        }
        return _run(job, kind)


def _data(scene: Scene) -> dict[str, Any]:
    language, *subtags = scene.language.split("-")
    return {
        "title": scene.title,
        "lang": language.lower(),
        "region": next((tag.upper() for tag in subtags if len(tag) == 2), None),
        "width": scene.page.width,
        "height": scene.page.height,
        "alt": scene.description,
        "svg": scene_to_svg(scene, with_text=False).decode(),
        "fonts": families("".join(text.text for text in texts_of(scene))),
        "texts": [_text(text) for text in texts_of(scene)],
    }


def _text(text: Text) -> dict[str, Any]:
    return {
        "x": text.x,
        "y": text.y,
        "width": text.width,
        "anchor": text.anchor,
        "text": text.text,
        "size": text.font_pt,
        "colour": text.colour,
        "weight": 700 if text.bold else 400,
        "rtl": text.rtl,
    }


def _system_fonts(scene: Scene, folder: Path) -> list[str]:
    """A folder with the system fonts that this scene needs beyond the vendored, if any."""
    known = set(faces())
    needed = {r.face.path for t in texts_of(scene) for r in runs(t.text) if r.face not in known}
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
