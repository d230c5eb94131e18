"""Every way in is registered, and a file's content finds it, whatever the file is called."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from iceberg import importers, resources
from iceberg.errors import NotFoundError
from iceberg.importers import MAP_FORMATS, read_map
from iceberg.importers.formats import MapFormat
from tests.importers.bringing import bring, refused
from tests.importers.samples import FILES

FORMAT_OF = {
    "csv": "csv",
    "xlsx": "xlsx",
    "prsm": "prsm",
    "json": "kumu",
    "mmp": "mmp",
    "txt": "loopy",
    "graphml": "graphml",
    "gexf": "gexf",
    "gml": "gml",
    "dot": "dot",
    "md": "outline",
}


def _modules() -> list[ModuleType]:
    names = [module.name for module in iter_modules(importers.__path__)]
    return [import_module(f"iceberg.importers.{name}") for name in names]


def test_every_way_in_is_registered() -> None:
    ways = [module.FORMAT for module in _modules() if hasattr(module, "FORMAT")]
    assert sorted(way.id for way in ways) == sorted(way.id for way in MAP_FORMATS)
    assert len({way.id for way in MAP_FORMATS}) == len(MAP_FORMATS)


@pytest.mark.parametrize("way", MAP_FORMATS, ids=lambda way: way.id)
def test_every_way_in_says_what_it_is(way: MapFormat) -> None:
    assert way.title
    assert all(one.startswith(".") and one == one.lower() for one in way.extensions)


@pytest.mark.parametrize("name", FILES)
def test_the_content_tells_the_format(name: str) -> None:
    expected = "loopy" if name == "loopy.json" else FORMAT_OF[name.rsplit(".")[-1]]
    for called in (name, name.upper(), "map", "map.txt", "map.xml"):
        assert read_map(called, FILES[name])[0].id == expected


def test_a_wrong_extension_does_no_harm() -> None:
    assert bring(FILES["map.gexf"], "map.csv").report.format == "GEXF graph"
    assert bring(FILES["book.xlsx"], "map.csv").report.format == "Excel workbook"
    assert bring(FILES["packed.prsm"], "map.graphml").report.format == "PRSM map"


def test_our_own_canvas_comes_back_as_it_is() -> None:
    path = resources.examples_folder() / "northfield.iceberg.json"
    imported = bring(path.read_bytes(), path.name)
    assert imported.report.format == "Canvas file"
    assert imported.report.cards == len(imported.canvas.cards) > 10
    assert "nothing was left out" in imported.report.markdown()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "report.pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "photo.png"),
        (b"{}", "x"),
        (b"<html><body>x</body></html>", "x.html"),
    ],
)
def test_what_nothing_reads_says_what_is_read(data: bytes, name: str) -> None:
    assert "What is read: Excel workbook, PRSM map" in refused(data, name)


def test_a_format_that_there_is_not_names_those_that_there_are() -> None:
    with pytest.raises(NotFoundError, match=r"“visio”\. Choose one of .*prsm"):
        read_map("x", b"x", "visio")
