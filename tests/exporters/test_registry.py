"""Every way out is registered, and an extension finds it."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from iceberg import exporters
from iceberg.errors import ExportError, NotFoundError
from iceberg.exporters import FORMATS, ExportOptions, Format, export
from iceberg.exporters.parts import DPI_RANGE
from tests.scene.samples import plain, sample

HELPERS = {
    "apart",
    "leaving",
    "logos",
    "stamp",
    "drawing",
    "force_fields",
    "scene_file",
    "tiling",
    "tones",
    "comparison",
    "names",
    "office",
    "outlines",
    "parts",
    "sheet",
    "story",
    "typeset",
    "once",
    "page_story",
    "vis",
    "data",
    "graph_file",
    "left_behind",
    "neighbours",
    "spread_out",
}
"""What ways out share, and the blank sheet, which has no cards; every other module is one."""
MODULES = sorted({module.name for module in iter_modules(exporters.__path__)} - HELPERS)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_registered(name: str) -> None:
    module = import_module(f"iceberg.exporters.{name}")
    assert module.FORMAT in FORMATS


def test_there_are_no_more_formats_than_modules() -> None:
    assert len(FORMATS) == len(MODULES)
    assert len({fmt.extension for fmt in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.extension)
def test_every_format_says_what_it_is(fmt: Format) -> None:
    assert fmt.extension.startswith(".")
    assert fmt.mime.count("/") == 1
    assert fmt.title


@pytest.mark.parametrize("asked", ["scene.json", ".scene.json", ".SCENE.JSON"])
def test_an_extension_is_found_as_people_write_it(asked: str) -> None:
    assert export(sample(), asked).data == export(sample(), ".scene.json").data


def test_an_unknown_extension_names_the_known() -> None:
    with pytest.raises(ExportError, match=r"“\.docm”.*\.svg"):
        export(sample(), ".docm")


def test_an_unknown_layer_is_refused() -> None:
    with pytest.raises(NotFoundError, match="moon"):
        export(sample(), ".svg", ExportOptions(layers=("moon",)))


@pytest.mark.parametrize("dpi", [0, -5, DPI_RANGE[0] - 1, DPI_RANGE[1] + 1])
def test_a_resolution_out_of_range_is_refused(dpi: int) -> None:
    with pytest.raises(ExportError, match=f"{dpi} dpi"):
        ExportOptions(dpi=dpi)


def test_an_unknown_page_is_refused() -> None:
    with pytest.raises(ExportError, match="a5"):
        ExportOptions(page="a5")  # type: ignore[arg-type]


DRAWN = (".svg", ".html", ".png", ".pdf", ".docx", ".pptx", ".scene.json")


@pytest.mark.parametrize("extension", DRAWN)
def test_what_the_picture_lost_is_told_with_every_format(extension: str) -> None:
    exported = export(plain("Odd \U0001347a here"), extension, ExportOptions(dpi=72))
    assert any("U+1347A" in note for note in exported.notes)
