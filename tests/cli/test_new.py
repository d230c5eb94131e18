"""``iceberg new``."""

from __future__ import annotations

import json
from pathlib import Path

from iceberg.catalog import load_catalog
from iceberg.importers import load_canvas
from tests.cli.running import Run, Said


def test_new_writes_a_canvas_that_check_accepts(run: Run) -> None:
    file = Path("ours.iceberg.json")
    assert run("new", file, "--title", "Ours", "--place", "Here").code == 0
    canvas = load_canvas(file, load_catalog())
    assert (canvas.title, canvas.place) == ("Ours", "Here")
    assert [layer.id for layer in canvas.layers] == ["national", "place"]
    assert run("check", file) == Said(0, "ours.iceberg.json: fine (0 cards, 0 links).\n", "")


def test_new_takes_the_layers_it_is_given(run: Run) -> None:
    file = Path("ours.iceberg.json")
    run("new", file, "--title", "Ours", "--place", "Here", "--layers", "place, region")
    assert [layer["id"] for layer in json.loads(file.read_text())["layers"]] == ["place", "region"]


def test_new_never_writes_over_a_file(run: Run) -> None:
    Path("ours.json").write_text("mine")
    said = run("new", "ours.json", "--title", "Ours", "--place", "Here")
    assert said.code == 1
    assert "is there already" in said.err
    assert Path("ours.json").read_text() == "mine"
