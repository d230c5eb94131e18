"""The picture as PNG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import pymupdf
import pytest

from iceberg.errors import ExportError
from iceberg.exporters import ExportOptions, export
from iceberg.exporters.typeset import page
from tests.scene.samples import sample


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(
            kind + body
        )
        yield kind, body
        at += 12 + length


def png_of(**options: object) -> bytes:
    return export(sample(), ".png", ExportOptions(**options)).data  # type: ignore[arg-type]


@pytest.mark.parametrize(("page", "dpi", "wide"), [("a4", 150, 1754), ("a3", 100, 1654)])
def test_it_has_the_pixels_and_records_the_dots_per_inch(page: str, dpi: int, wide: int) -> None:
    found = dict(chunks(png_of(page=page, dpi=dpi)))
    width, _ = struct.unpack(">II", found[b"IHDR"][:8])
    assert abs(width - wide) <= 1
    across, down, unit = struct.unpack(">IIB", found[b"pHYs"])
    assert (across, down, unit) == (round(dpi / 0.0254), round(dpi / 0.0254), 1)


def test_it_is_300_dpi_unless_asked_otherwise() -> None:
    _, body = next(chunk for chunk in chunks(export(sample(), ".png").data) if chunk[0] == b"pHYs")
    assert round(struct.unpack(">I", body[:4])[0] * 0.0254) == 300


def test_transparent_leaves_the_corners_empty() -> None:
    clear, whole = (
        pymupdf.Pixmap(png_of(dpi=72, transparent=transparent)) for transparent in (True, False)
    )
    assert clear.pixel(2, 2)[-1] == 0
    assert clear.pixel(2, clear.height // 2)[-1] == 0
    assert whole.pixel(2, 2)[:3] == (255, 255, 255)


def test_greyscale_has_greys_only() -> None:
    picture = pymupdf.Pixmap(png_of(dpi=72, greyscale=True))
    samples, step = picture.samples, picture.n
    red, green, blue = samples[0::step], samples[1::step], samples[2::step]
    assert red == green == blue


def test_a_failure_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "template", lambda _: "#panic()")
    with pytest.raises(ExportError, match="PNG could not be made"):
        png_of(dpi=72)
