"""What is told of two moments is the same under every hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import iceberg
from iceberg.compare import Moment, compare, is_it_getting_harder
from iceberg.scene.compared import build_comparison
from tests.analyses.samples import random_canvas


def fingerprint() -> str:
    """A digest of the words and the picture of a few pairs of canvases."""
    told = []
    for seed in range(4):
        before, after = (random_canvas(seed + n, 8 + n, 12, layers=2) for n in (0, 1))
        compared = compare(before, after)
        moments = [Moment("a", "a", before), Moment("b", "b", after)]
        told.append(repr((compared.differences, is_it_getting_harder(moments))))
        told.append(repr(build_comparison(compared, ("a", "b"))))
    return hashlib.sha256("".join(told).encode()).hexdigest()


def test_the_hash_seed_changes_nothing() -> None:
    command = [sys.executable, "-c", f"from {__name__} import fingerprint; print(fingerprint())"]
    root = str(Path(iceberg.__file__).parents[1])
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout == f"{fingerprint()}\n"
