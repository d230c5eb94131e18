"""``iceberg layers``, and a folder of layers that others have changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from iceberg import resources
from tests.cli.running import NORTHFIELD, Run


def test_layers_lists_every_layer(run: Run) -> None:
    lines = run("layers").out.splitlines()
    assert [line.split()[0] for line in lines] == ["national", "region", "place"]


@pytest.fixture
def layers_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the layers, from which the commands read."""
    copy = Path(shutil.copytree(resources.layers_folder(), tmp_path / "layers"))
    monkeypatch.setattr(resources, "layers_folder", lambda: copy)
    return copy


def test_a_layer_file_more_is_a_layer_more(run: Run, layers_folder: Path) -> None:
    text = 'id = "street"\ntitle = "Our street"\norder = 40\n'
    (layers_folder / "street.toml").write_text(text, encoding="utf-8")
    assert run("layers").out.splitlines()[-1].startswith("street")
    new = ("new", "x.json", "--title", "T", "--place", "P", "--layers", "place,street")
    assert run(*new).code == 0
    assert run("export", "x.json", "-o", "x.svg").code == 0
    assert "OUR STREET" in Path("x.svg").read_text(encoding="utf-8").upper()


def test_a_broken_layer_file_stops_every_command(run: Run, layers_folder: Path) -> None:
    (layers_folder / "street.toml").write_text('id = "street"\n', encoding="utf-8")
    for command in (
        ["layers"],
        ["check", str(NORTHFIELD)],
        ["export", str(NORTHFIELD), "-o", "x.svg"],
    ):
        said = run(*command)
        assert said.code == 1
        assert "street.toml, line 1: title is missing" in said.out + said.err
