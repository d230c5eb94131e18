"""A long-lived app does not grow with every export, and the PNG's own process stays small."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path
from typing import Any

import pytest

from iceberg.exporters import ExportOptions, export
from iceberg.model import Canvas
from tests.layout.samples import sample_canvas

CARDS = 100
EXPORTS = 30
GROWTH_MB = 20
"""What the caches of text widths may still grow by while they fill."""
PNG_MB = 400

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="needs /proc to see the memory of a process"
)


def resident_mb() -> float:
    """The memory that this process has now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def largest_child_mb() -> float:
    """The most memory that any finished process of this one had, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit / 2**20


@pytest.fixture(scope="module")
def crowd() -> Canvas:
    return sample_canvas(CARDS, 1)


def test_png_of_a_hundred_cards_at_a3(benchmark: Any, crowd: Canvas) -> None:
    options = ExportOptions(page="a3", dpi=300)
    benchmark.pedantic(export, args=(crowd, ".png", options), rounds=3, warmup_rounds=1)
    benchmark.extra_info["process MB"] = round(largest_child_mb())
    assert largest_child_mb() < PNG_MB


@pytest.mark.parametrize(
    "extension", [".pdf", ".png", ".svg", ".html", ".docx", ".pptx", ".xlsx", ".txt"]
)
def test_memory_after_thirty_exports(benchmark: Any, crowd: Canvas, extension: str) -> None:
    titles = iter(range(1000))

    def once() -> None:
        titled = crowd.model_copy(update={"title": f"Canvas {next(titles)}"})
        export(titled, extension, ExportOptions(page="a3", dpi=100))

    once()
    before = resident_mb()
    benchmark.pedantic(once, rounds=EXPORTS)
    grown = resident_mb() - before
    benchmark.extra_info["grown MB"] = round(grown, 1)
    assert grown < GROWTH_MB
