"""Where grey is asked for, no table, heading or slide of an Office file keeps a colour."""

from __future__ import annotations

import re

import pytest

from iceberg.exporters import ExportOptions, export
from tests.exporters.packages import parts
from tests.scene.samples import sample

SET = {
    ".docx": r'(?:w:fill|w:tblBorders.*?w:color)="([0-9A-F]{6})"',
    ".pptx": r'srgbClr val="([0-9A-F]{6})"',
    ".xlsx": r'fgColor rgb="FF([0-9A-F]{6})"',
}


def is_grey(colour: str) -> bool:
    return colour[:2] == colour[2:4] == colour[4:]


def colours(extension: str, **options: object) -> set[str]:
    data = export(sample(), extension, ExportOptions(dpi=72, **options)).data  # type: ignore[arg-type]
    text = "".join(
        body.decode()
        for name, body in parts(data).items()
        if name.endswith(".xml") and re.search("document|slides/slide|styles.xml", name)
    )
    return set(re.findall(SET[extension], text))


@pytest.mark.parametrize("extension", [".pptx", ".xlsx"])
@pytest.mark.parametrize("asked", [{"greyscale": True}, {"palette": "black_and_white"}])
def test_grey_is_grey(extension: str, asked: dict[str, object]) -> None:
    assert any(not is_grey(colour) for colour in colours(extension))
    assert all(map(is_grey, colours(extension, **asked)))


def test_the_heads_of_tables_in_word_are_grey_too() -> None:
    assert "DCEEF4" in colours(".docx")
    assert "DCEEF4" not in colours(".docx", greyscale=True)
