"""The pack: chosen files in one archive, a manifest that fits them, a size limit that holds."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import Any

import pytest

from iceberg.errors import ExportError
from iceberg.exporters import FORMATS, ExportOptions, export
from iceberg.exporters.names import file_name
from iceberg.exporters.neighbours import DATA_FORMATS
from tests.exporters.packages import days
from tests.scene.samples import plain, sample

SMALL = ("svg", ".TXT", "iceberg.json")


def opened(data: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The manifest of a pack, and its files by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    return json.loads(files.pop("manifest.json")), files


def test_the_manifest_tells_what_is_in_the_pack() -> None:
    data = export(sample(), ".zip", ExportOptions(formats=SMALL)).data
    manifest, files = opened(data)
    assert (manifest["title"], manifest["revision"]) == ("Keeping going", 143)
    assert manifest["date"] == "2026-06-24"
    assert list(files) == [one["name"] for one in manifest["files"]]
    for one in manifest["files"]:
        assert one["size"] == len(files[one["name"]])
        assert one["sha256"] == hashlib.sha256(files[one["name"]]).hexdigest()
    assert days(data) == {(2026, 6, 24)}


def test_its_files_are_those_that_are_exported_alone() -> None:
    _, files = opened(export(sample(), ".zip", ExportOptions(formats=SMALL)).data)
    assert list(files) == [
        "keeping-going-2026-06-24-r143.svg",
        "keeping-going-2026-06-24-r143.txt",
        "keeping-going-2026-06-24-r143.iceberg.json",
    ]
    for name, body in files.items():
        extension = name.removeprefix("keeping-going-2026-06-24-r143")
        assert body == export(sample(), extension).data


def test_by_default_it_holds_every_format_for_people() -> None:
    _, files = opened(export(sample(), ".zip", ExportOptions(dpi=72)).data)
    packed = {f".{name.partition('.')[2]}" for name in files}
    on_request = {".tiles.pdf", ".scene.json", ".ics", *(fmt.extension for fmt in DATA_FORMATS)}
    assert packed == {fmt.extension for fmt in FORMATS} - {".zip"} - on_request


def test_a_pack_over_its_limit_is_refused_with_what_to_do() -> None:
    size = len(export(sample(), ".zip", ExportOptions(formats=SMALL)).data)
    export(sample(), ".zip", ExportOptions(formats=SMALL, size_limit=size))
    with pytest.raises(ExportError, match=r"over the limit of .* Leave out \.svg"):
        export(sample(), ".zip", ExportOptions(formats=SMALL, size_limit=size - 1))


@pytest.mark.parametrize("formats", [("docm",), ("zip",), ()])
def test_what_a_pack_cannot_hold_is_answered_with_what_it_can(formats: tuple[str, ...]) -> None:
    with pytest.raises(ExportError, match=r"cannot hold .*\.docx"):
        export(sample(), ".zip", ExportOptions(formats=formats))


def test_what_is_known_about_its_files_is_told_once() -> None:
    options = ExportOptions(formats=("svg", "scene.json"))
    [note] = export(plain("Odd \U0001347a here"), ".zip", options).notes
    assert "U+1347A" in note


def test_names_are_safe_everywhere() -> None:
    hostile = plain(title="Ünser “Plan”: ../a/b\\c?")
    assert file_name(hostile, ".png") == "unser-plan-a-b-c.png"
    assert file_name(plain(title="خطة"), ".svg") == "canvas.svg"
    assert file_name(sample(), ".pdf") == "keeping-going-2026-06-24-r143.pdf"
