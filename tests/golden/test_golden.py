"""The examples are drawn as they were; ICEBERG_UPDATE_GOLDEN=1 takes today's drawing instead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from iceberg import resources
from iceberg.catalog import load_catalog
from iceberg.exporters import export
from iceberg.importers import load_canvas

GOLDEN = Path(__file__).parent
EXAMPLES = sorted(resources.examples_folder().glob("*.iceberg.json"))
UPDATE = "ICEBERG_UPDATE_GOLDEN"


def name_of(example: Path) -> str:
    return example.name.removesuffix(".iceberg.json")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("extension", [".scene.json", ".svg"])
@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_an_example_is_drawn_as_it_was(example: Path, extension: str) -> None:
    drawn = export(load_canvas(example, load_catalog()), extension).data
    golden = GOLDEN / f"{name_of(example)}{extension}"
    if os.environ.get(UPDATE):
        golden.write_bytes(drawn)
    assert golden.is_file(), f"{golden.name} is missing: run once with {UPDATE}=1"
    same = golden.read_bytes() == drawn
    assert same, f"{golden.name} is drawn differently: look at it, then run with {UPDATE}=1"
