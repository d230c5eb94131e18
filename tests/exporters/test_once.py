"""Files that are made together share the picture; files made alone do not remember each other."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from iceberg.exporters import ExportOptions, export
from iceberg.exporters.once import once, together
from tests.scene.samples import sample


def test_the_same_objects_are_worked_on_once_while_together() -> None:
    calls: list[object] = []

    @once
    def work(thing: object, *, number: int = 0) -> tuple[object, int]:
        calls.append(thing)
        return thing, number

    one, other = [1], [1]
    with together():
        assert work(one) is work(one)
        assert work(other)[0] is other
        assert work(one, number=1) == ([1], 1)
    assert len(calls) == 3
    work(one)
    assert len(calls) == 4


def test_a_pack_draws_its_picture_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[Any] = []
    run = subprocess.run

    def counted(*args: Any, **named: Any) -> Any:
        runs.append(args)
        return run(*args, **named)

    monkeypatch.setattr(subprocess, "run", counted)
    export(sample(), ".zip", ExportOptions(formats=("png", "docx", "pptx"), dpi=72))
    assert len(runs) == 1
