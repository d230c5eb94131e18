"""Two exports of one canvas are the same bytes, whatever process makes them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import FORMATS, export
from iceberg.importers import load_canvas

EXAMPLE = resources.examples_folder() / "northfield.iceberg.json"
EXTENSIONS = tuple(fmt.extension for fmt in FORMATS)
PROGRAM = """
import hashlib, sys
from pathlib import Path
from iceberg.catalog import load_catalog
from iceberg.exporters import export
from iceberg.importers import load_canvas
canvas = load_canvas(Path(sys.argv[1]), load_catalog())
for extension in sys.argv[2:]:
    print(extension, hashlib.sha256(export(canvas, extension).data).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "1", "31337"])
def test_other_processes_make_the_same_bytes(seed: str) -> None:
    canvas = load_canvas(EXAMPLE, load_catalog())
    here = [f"{x} {hashlib.sha256(export(canvas, x).data).hexdigest()}" for x in EXTENSIONS]
    there = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(EXAMPLE), *EXTENSIONS],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.splitlines() == here
