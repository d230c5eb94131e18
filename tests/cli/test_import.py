"""``iceberg import`` as a person uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from iceberg.catalog import load_catalog
from iceberg.importers import load_canvas
from tests.cli.running import Run

TABLE = "Text,Type,From,To\nRents rise,Trend,,\nDebt,,,\n,,Rents rise,Debt\n,,Debt,Debt\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "map.csv"
    file.write_text(TABLE, "utf-8")
    return file


def test_a_map_becomes_a_canvas_with_a_report(run: Run, table: Path) -> None:
    said = run("import", table.name, "-o", "ours.iceberg.json", "--report", "R.md")
    assert said.code == 0
    assert said.out == "Wrote ours.iceberg.json: 2 cards, 1 link.\n"
    assert said.err == "Note: 1 thing changed or left out; R.md names it all.\n"
    canvas = load_canvas(Path("ours.iceberg.json"), load_catalog())
    assert [card.text for card in canvas.cards] == ["Rents rise", "Debt"]
    assert "Debt → Debt" in Path("R.md").read_text("utf-8")


def test_the_canvas_keeps_the_report(run: Run, table: Path) -> None:
    run("import", table.name, "-o", "ours.iceberg.json", "--report", "R.md")
    [note] = load_canvas(Path("ours.iceberg.json"), load_catalog()).imports
    assert (note.name, note.format) == ("map.csv", "CSV table")
    assert note.report == Path("R.md").read_text("utf-8")
    run("import", "ours.iceberg.json", "-o", "again.iceberg.json")
    assert load_canvas(Path("again.iceberg.json"), load_catalog()).imports == (note,)


def test_rules_and_layers_are_taken(run: Run, table: Path) -> None:
    Path("RULES.toml").write_text('[[rule]]\ntype = "Trend"\nlayer = "region"\nlevel = "events"\n')
    arguments = ("--map", "RULES.toml", "--layers", "national,region,place")
    assert run("import", table, "-o", "o.iceberg.json", *arguments).code == 0
    [rents, _] = load_canvas(Path("o.iceberg.json"), load_catalog()).cards
    assert (rents.layer, rents.level) == ("region", "events")


def test_the_format_can_be_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("Text,Note\nA,b\n")
    assert run("import", "list.txt", "-o", "o.iceberg.json", "--from", "csv").code == 0
    said = run("import", "list.txt", "-o", "o.iceberg.json", "--from", "visio")
    assert said.code == 1
    assert "Nothing reads “visio”. Choose one of" in said.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.csv", "-o", "o.json"], "There is no file none.csv"),
        (["map.csv", "-o", "o.txt"], "End it with .iceberg.json"),
        (["map.csv", "-o", "o.json", "--map", "none.toml"], "There is no file none.toml"),
        (["map.csv", "-o", "o.json", "--map", "map.csv"], "map.csv: this is not TOML"),
        (["map.csv", "-o", "o.json", "--layers", "moon"], "There is no layer “moon”"),
        ([".", "-o", "o.json"], "is a folder"),
    ],
)
def test_what_is_wrong_is_said(run: Run, table: Path, arguments: list[str], said: str) -> None:
    spoken = run("import", *arguments)
    assert spoken.code == 1
    assert said in spoken.err
    assert not Path("o.json").exists()
    assert table.exists()


def test_a_bad_file_leaves_the_canvas_that_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes(b"\0\0")
    (tmp_path / "ours.iceberg.json").write_text("kept")
    assert run("import", "bad.csv", "-o", "ours.iceberg.json").code == 1
    assert (tmp_path / "ours.iceberg.json").read_text() == "kept"


def test_the_map_itself_is_not_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.json").write_text("{}")
    said = run("import", "map.json", "-o", "map.json")
    assert said.code == 1
    assert "is the map itself" in said.err


@pytest.mark.parametrize(
    "extension",
    [
        ".graphml",
        ".gexf",
        ".dot",
        ".csv",
        ".kumu.json",
        ".kumu.xlsx",
        ".prsm",
        ".mmp",
        ".mmd",
        ".md",
    ],
)
def test_a_canvas_goes_out_to_every_neighbour(run: Run, table: Path, extension: str) -> None:
    run("import", table, "-o", "ours.iceberg.json")
    assert run("export", "ours.iceberg.json", "-o", f"ours{extension}").code == 0
    if not extension.endswith(".xlsx"):
        assert "Rents rise" in Path(f"ours{extension}").read_text("utf-8-sig")
    if extension != ".mmd":
        assert run("import", f"ours{extension}", "-o", "back.iceberg.json").code == 0
        back = load_canvas(Path("back.iceberg.json"), load_catalog())
        assert {card.text for card in back.cards} == {"Rents rise", "Debt"}
        assert len(back.links) == 1
