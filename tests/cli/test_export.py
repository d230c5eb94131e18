"""``iceberg export``."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import NORTHFIELD, Run, Said


@pytest.mark.parametrize("name", ["out.svg", "OUT.SVG", "out.scene.json", "out.iceberg.json"])
def test_export_takes_the_format_from_the_extension(run: Run, name: str) -> None:
    assert run("export", NORTHFIELD, "-o", name).code == 0
    text = Path(name).read_text(encoding="utf-8")
    assert ("<svg" in text) == name.lower().endswith(".svg")
    if name == "out.scene.json":
        assert json.loads(text)["page"]["width"] > 0
    if name == "out.iceberg.json":
        assert text == NORTHFIELD.read_text(encoding="utf-8")


def test_export_draws_for_the_page_it_is_given(run: Run) -> None:
    widths = {}
    for page in ("a4", "A3"):
        assert run("export", NORTHFIELD, "-o", "out.scene.json", "--page", page).code == 0
        widths[page] = json.loads(Path("out.scene.json").read_text())["page"]["width"]
    assert widths == {"a4": 297, "A3": 420}


def test_export_shows_the_layers_it_is_given(run: Run) -> None:
    assert run("export", NORTHFIELD, "-o", "out.scene.json", "--layers", "place").code == 0
    scene = json.loads(Path("out.scene.json").read_text())
    assert {card["layer"] for card in scene["cards"]} == {"place"}


def test_export_says_what_it_left_out(run: Run) -> None:
    said = run("export", NORTHFIELD, "-o", "out.iceberg.json", "--layers", "place")
    wrote, note = "Wrote out.iceberg.json.\n", "Note: Left out with their layers: 12 of 24 cards.\n"
    assert said == Said(0, wrote, note)
    assert run("check", "out.iceberg.json").code == 0


def test_export_answers_a_form_within_its_limit(run: Run) -> None:
    assert run("export", NORTHFIELD, "-o", "bid.txt", "--limit", "500c").code == 0
    text = Path("bid.txt").read_text(encoding="utf-8")
    assert text.count(" of 500 characters)") == 4


def test_export_packs_the_formats_it_is_given(run: Run) -> None:
    given = ("--formats", "xlsx, txt", "--limit", "90w")
    assert run("export", NORTHFIELD, "-o", "bid.zip", *given).code == 0
    with zipfile.ZipFile("bid.zip") as archive:
        names = archive.namelist()
        [text] = [archive.read(name).decode() for name in names if name.endswith(".txt")]
    assert [Path(name).suffix for name in names] == [".json", ".xlsx", ".txt"]
    assert " of 90 words)" in text


@pytest.mark.parametrize("name", ["bid.docx", "bid.pptx", "bid.xlsx"])
def test_export_writes_office_files(run: Run, name: str) -> None:
    said = run("export", NORTHFIELD, "-o", name, "--dpi", "72")
    assert (said.code, said.out) == (0, f"Wrote {name}.\n")
    assert "Opened here again" not in said.err
    with zipfile.ZipFile(name) as archive:
        assert "[Content_Types].xml" in archive.namelist()


def test_export_never_writes_over_its_own_canvas(run: Run) -> None:
    run("new", "ours.iceberg.json", "--title", "Ours", "--place", "Here")
    before = Path("ours.iceberg.json").read_bytes()
    said = run("export", "ours.iceberg.json", "-o", "./ours.iceberg.json", "--layers", "place")
    assert said.code == 1
    assert Path("ours.iceberg.json").read_bytes() == before
