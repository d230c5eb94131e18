"""A scene as one page."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from iceberg.exporters.once import once
from iceberg.exporters.svg import texts_of
from iceberg.exporters.typeset.run import dated, set_pages, template
from iceberg.exporters.typeset.scene import scene_data
from iceberg.scene.parts import Scene


@once
def render(
    scene: Scene,
    kind: Literal["png", "pdf"],
    *,
    dpi: int = 300,
    day: dt.date | None = None,
    keywords: tuple[str, ...] = (),
) -> bytes:
    """The scene as a PNG of ``dpi`` dots per inch, or as a tagged PDF/UA-1 and PDF/A-2a.

    The PDF is dated to ``day``. Where the picture in words is longer than PDF/A allows, it tells
    as much as fits. Raises ExportError when typst refuses or does not end.
    """
    data = {"scene": scene_data(scene), "date": dated(day), "keywords": keywords}
    texts = tuple((text.text, text.bold) for text in texts_of(scene))
    return set_pages(template("page"), data, texts, kind, dpi=dpi)
