"""Every way out by size: time, file size and peak memory, beside a browser that does the same."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from iceberg.exporters import FORMATS, ExportOptions, export
from iceberg.exporters.canvas_file import write_canvas
from iceberg.scene import build_scene
from tests.layout.samples import sample_canvas

PORTAL_BYTES = 10_000_000
"""What a funder's portal takes."""
PACK_SECONDS = 5.0
SIZES = (24, 100)
EXTENSIONS = [fmt.extension for fmt in FORMATS]
ROOMY = ExportOptions(size_limit=100_000_000)
PEAK = """
import resource, sys
from pathlib import Path
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.importers import load_canvas
canvas = load_canvas(Path(sys.argv[1]), load_catalog())
export(canvas, sys.argv[2], ExportOptions(size_limit=100_000_000))
own, child = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF,
                                                            resource.RUSAGE_CHILDREN))
print(own // 1024, child // 1024)
"""
"""Prints the most memory (MB) that an export held in its own process, and in typst's."""


@pytest.mark.parametrize("cards", SIZES)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_export(benchmark: Any, tmp_path: Path, extension: str, cards: int) -> None:
    canvas = sample_canvas(cards, 1)
    made = benchmark.pedantic(export, args=(canvas, extension, ROOMY), rounds=3, warmup_rounds=1)
    benchmark.extra_info["kB"] = round(len(made.data) / 1000)
    file = tmp_path / "canvas.iceberg.json"
    file.write_text(write_canvas(canvas), encoding="utf-8")
    command = [sys.executable, "-c", PEAK, str(file), extension]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    benchmark.extra_info["MB"], benchmark.extra_info["MB of typst"] = map(int, said.split())


def test_a_pack_of_24_cards_fits_a_portal(benchmark: Any) -> None:
    canvas, before = sample_canvas(24, 1), _cpu()
    made = benchmark.pedantic(export, args=(canvas, ".zip"), rounds=3)
    benchmark.extra_info["kB"] = round(len(made.data) / 1000)
    benchmark.extra_info["CPU s"] = spent = round((_cpu() - before) / 3, 2)
    assert len(made.data) < PORTAL_BYTES
    assert spent < PACK_SECONDS


def _cpu() -> float:
    """The seconds that this process and those it started have worked."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


@pytest.mark.browser
@pytest.mark.parametrize("cards", SIZES)
@pytest.mark.parametrize("way", ["screenshot", "print"])
def test_a_browser(benchmark: Any, chromium: Browser, tmp_path: Path, way: str, cards: int) -> None:
    """The same scene as SVG in Chromium: a screenshot of 300 dpi, or a PDF."""
    canvas = sample_canvas(cards, 1)
    file = tmp_path / "picture.svg"
    file.write_bytes(export(canvas, ".svg").data)
    sheet = build_scene(canvas).page
    size = {"width": round(sheet.width / 25.4 * 96), "height": round(sheet.height / 25.4 * 96)}
    context = chromium.new_context(viewport=size, device_scale_factor=300 / 96)  # type: ignore[arg-type]

    def draw() -> bytes:
        page = context.new_page()
        page.goto(file.as_uri())
        made = page.screenshot() if way == "screenshot" else page.pdf(format="A4", landscape=True)
        page.close()
        return made

    made = benchmark.pedantic(draw, rounds=3, warmup_rounds=1)
    benchmark.extra_info["kB"] = round(len(made) / 1000)
    context.close()
