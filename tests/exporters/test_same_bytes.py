"""Two exports of one canvas are the same bytes, whatever process makes them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import FORMATS, ExportOptions, export
from iceberg.importers import load_canvas

EXAMPLE = resources.examples_folder() / "northfield.iceberg.json"
EXTENSIONS = tuple(fmt.extension for fmt in FORMATS)
PROGRAM = """
import hashlib, sys
from pathlib import Path
from iceberg.catalog import load_catalog
from iceberg.exporters import ExportOptions, export
from iceberg.importers import load_canvas
canvas = load_canvas(Path(sys.argv[1]), load_catalog())
options = ExportOptions(dpi=72, formats=("txt", "svg"))
for extension in sys.argv[2:]:
    data = export(canvas, extension, options).data
    print(extension, hashlib.sha256(data).hexdigest())
"""


@pytest.fixture(scope="module")
def here() -> list[str]:
    canvas = load_canvas(EXAMPLE, load_catalog())
    options = ExportOptions(dpi=72, formats=("txt", "svg"))
    made = ((x, export(canvas, x, options).data) for x in EXTENSIONS)
    return [f"{x} {hashlib.sha256(data).hexdigest()}" for x, data in made]


@pytest.mark.parametrize("seed", ["0", "31337"])
def test_other_processes_make_the_same_bytes(seed: str, here: list[str]) -> None:
    there = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(EXAMPLE), *EXTENSIONS],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.splitlines() == here
