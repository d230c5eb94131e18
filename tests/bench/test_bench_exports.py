"""Every way out by size: time, file size and peak memory, beside a browser that does the same.

Two rounds after a warm-up measure time. Memory is looked at in a process of its own, since looking
takes time; Chromium's is that of all its processes, with the one that drives it. `-k "24 and not
100"` measures one size alone.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from iceberg.exporters import FORMATS, ExportOptions, export
from iceberg.exporters.canvas_file import write_canvas
from iceberg.scene import build_scene
from tests.bench.table import Told
from tests.bench.trees import PROC, Watched, megabytes
from tests.layout.samples import sample_canvas

PORTAL_BYTES = 10_000_000
"""What a funder's portal takes."""
PACK_SECONDS = 5.0
SIZES = (24, 100)
EXTENSIONS = [fmt.extension for fmt in FORMATS]
ROUNDS = 2
ROOMY = ExportOptions(size_limit=100_000_000)
ALONE = """
import sys
from pathlib import Path
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.importers import load_canvas
canvas = load_canvas(Path(sys.argv[1]), load_catalog())
export(canvas, sys.argv[2], ExportOptions(size_limit=100_000_000))
"""
Draw = Callable[[], bytes]

pytestmark = pytest.mark.skipif(
    not (PROC / "self" / "smaps_rollup").exists(), reason="needs /proc to see memory"
)


@pytest.mark.parametrize("cards", SIZES)
@pytest.mark.parametrize("extension", EXTENSIONS)
def test_export(benchmark: Any, tmp_path: Path, files: Told, extension: str, cards: int) -> None:
    canvas = sample_canvas(cards, 1)
    made = benchmark.pedantic(
        export, args=(canvas, extension, ROOMY), rounds=ROUNDS, warmup_rounds=1
    )
    file = tmp_path / "canvas.iceberg.json"
    file.write_text(write_canvas(canvas), encoding="utf-8")
    memory = _memory_alone(file, extension)
    keep(benchmark, files, extension, cards, len(made.data), memory)


def _memory_alone(file: Path, extension: str) -> float:
    """The most that an export holds, in its own process and in typst's, in MB."""
    process = subprocess.Popen([sys.executable, "-c", ALONE, str(file), extension])
    with Watched(process.pid) as watched:
        assert process.wait(timeout=300) == 0
    return watched.peak


def keep(benchmark: Any, files: Told, name: str, cards: int, size: int, memory: float) -> None:
    """What was measured, for the table and for pytest-benchmark's file."""
    benchmark.extra_info.update(kB=round(size / 1000), MB=round(memory))
    if benchmark.stats is not None:
        files.tell(name, cards, benchmark.stats.stats.min, size, memory)


def test_a_pack_of_24_cards_fits_a_portal(benchmark: Any, files: Told) -> None:
    """All formats for people, with the limit that a pack has unless asked otherwise."""
    canvas, before = sample_canvas(24, 1), _cpu()
    made = benchmark.pedantic(export, args=(canvas, ".zip"), rounds=ROUNDS)
    spent = (_cpu() - before) / ROUNDS
    benchmark.extra_info["CPU s"] = round(spent, 2)
    files.tell("pack, seconds of CPU", 24, spent, len(made.data), None)
    assert len(made.data) < PORTAL_BYTES
    assert spent < PACK_SECONDS


def _cpu() -> float:
    """The seconds that this process and those it started have worked."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


@pytest.mark.browser
@pytest.mark.parametrize("cards", SIZES)
@pytest.mark.parametrize("way", ["screenshot", "print"])
def test_a_browser(
    benchmark: Any, chromium: Browser, tmp_path: Path, files: Told, way: str, cards: int
) -> None:
    """The same scene as SVG in Chromium: a screenshot of 300 dpi, or a PDF."""
    draw = _drawing(chromium, tmp_path, way, cards)
    made = benchmark.pedantic(draw, rounds=ROUNDS, warmup_rounds=1)
    own = megabytes(os.getpid())
    with Watched(os.getpid()) as watched:
        draw()
    python = own - sum(map(megabytes, _children()))
    keep(benchmark, files, f"Chromium’s {way}", cards, len(made), watched.peak - python)


def _children() -> list[int]:
    """The processes that this one has started and that still run."""
    told = (PROC / "self" / "task" / str(os.getpid()) / "children").read_text()
    return [int(number) for number in told.split()]


def _drawing(chromium: Browser, folder: Path, way: str, cards: int) -> Draw:
    canvas = sample_canvas(cards, 1)
    file = folder / "picture.svg"
    file.write_bytes(export(canvas, ".svg").data)
    sheet = build_scene(canvas).page
    size = {"width": round(sheet.width / 25.4 * 96), "height": round(sheet.height / 25.4 * 96)}

    def draw() -> bytes:
        page = chromium.new_page(viewport=size, device_scale_factor=300 / 96)  # type: ignore[arg-type]
        page.goto(file.as_uri())
        made = page.screenshot() if way == "screenshot" else page.pdf(format="A4", landscape=True)
        page.close()
        return made

    return draw
