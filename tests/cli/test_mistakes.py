"""Mistakes in what is asked of any command: one sentence, no file, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import NORTHFIELD, Run


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["frobnicate"], 2, "No such command"),
        (["check"], 2, "Missing argument"),
        (["serve", "--port", "0"], 2, "--port"),
        (["new", "x.json", "--title", "T"], 2, "--place"),
        (["new", "x.json", "--title", " ", "--place", "P"], 1, "title"),
        (["new", "x.json", "--title", "T" * 999, "--place", "P"], 1, "title"),
        (["new", "x.json", "--title", "T", "--place", "P", "--layers", "moon"], 1, "“moon”"),
        (["new", "x.json", "--title", "T", "--place", "P", "--layers", ","], 1, "no layer"),
        (["new", "no/x.json", "--title", "T", "--place", "P"], 1, "no folder"),
        (["new", ".", "--title", "T", "--place", "P"], 1, "."),
        (["export", "NORTHFIELD"], 2, "--out"),
        (["export", "NORTHFIELD", "-o", "x.docm"], 1, ".svg"),
        (["export", "NORTHFIELD", "-o", "x.json"], 1, ".scene.json"),
        (["export", "NORTHFIELD", "-o", "no/x.svg"], 1, "no folder"),
        (["export", "NORTHFIELD", "-o", "folder.svg"], 1, "is a folder"),
        (["export", "NORTHFIELD", "-o", f"{'n' * 300}.svg"], 1, "cannot be written"),
        (["export", "NORTHFIELD", "-o", "x.svg", "--page", "a5"], 2, "--page"),
        (["export", "NORTHFIELD", "-o", "x.png", "--dpi", "many"], 2, "--dpi"),
        (["export", "NORTHFIELD", "-o", "x.png", "--dpi", "-1"], 1, "dpi"),
        (["export", "NORTHFIELD", "-o", "x.svg", "--layers", "moon"], 1, "moon"),
        (["export", "NORTHFIELD", "-o", "x.txt", "--limit", "long"], 1, "500c"),
        (["export", "NORTHFIELD", "-o", "x.zip", "--formats", "docm"], 1, ".docx"),
        (["export", "NORTHFIELD", "-o", "x.zip", "--formats", ","], 1, "nothing"),
        (["export", "NORTHFIELD", "-o", "x.zip", "--size-limit", "0"], 2, "--size-limit"),
        (
            ["export", "NORTHFIELD", "-o", "x.zip", "--formats", "xlsx", "--size-limit", "0.01"],
            1,
            "over the limit of 0.01 MB",
        ),
        (["export", "gone.json", "-o", "x.svg"], 1, "no file"),
        (["export", "folder.svg", "-o", "x.svg"], 1, "is a folder"),
        (["export", "noise.json", "-o", "x.svg"], 1, "not JSON"),
        (["check", "noise.json", "\x1b[31m\nred"], 1, "not JSON"),
        (["sheet"], 2, "--out"),
        (["sheet", "-o", "x.svg"], 1, ".pdf"),
        (["sheet", "-o", "x.pdf", "--page", "a5"], 2, "--page"),
        (["sheet", "-o", "x.pdf", "--layers", "moon"], 1, "“moon”"),
        (["sheet", "-o", "no/x.pdf"], 1, "no folder"),
        (["sheet", "noise.json", "-o", "x.pdf"], 1, "not JSON"),
        (["sheet", "NORTHFIELD", "-o", "x.pdf", "--layers", "moon"], 1, "moon"),
    ],
)
def test_mistakes_are_answered_with_a_sentence(
    run: Run, arguments: list[str], code: int, sentence: str
) -> None:
    Path("folder.svg").mkdir()
    Path("noise.json").write_text("{noise", encoding="utf-8")
    said = run(*(NORTHFIELD if part == "NORTHFIELD" else part for part in arguments))
    assert said.code == code
    assert sentence in said.out + said.err
    assert "\x1b" not in said.out + said.err
    assert not list(Path().glob("x.*"))
