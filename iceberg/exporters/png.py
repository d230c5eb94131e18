"""The picture as PNG, with its resolution recorded so that it prints at its true size."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from iceberg.exporters.drawing import draw
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.exporters.typeset import render
from iceberg.model import Canvas

_HEADER_END: Final = 33
"""The signature (8 bytes) and the first chunk, IHDR (25): pHYs may stand right after it."""
_METRES_PER_INCH: Final = 0.0254


def with_dpi(png: bytes, dpi: int) -> bytes:
    """The PNG with a pHYs chunk (PNG specification, 11.3.4.3) that says how dense it is."""
    per_metre = round(dpi / _METRES_PER_INCH)
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", 9) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_HEADER_END] + chunk + png[_HEADER_END:]


def _write(canvas: Canvas, options: ExportOptions) -> Exported:
    scene = draw(canvas, options)
    return Exported(with_dpi(render(scene, "png", dpi=options.dpi), options.dpi), scene.notes)


FORMAT: Final = Format(".png", "image/png", "Picture (PNG)", _write)
