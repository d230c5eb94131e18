"""Running ``iceberg`` as a person does, in an empty folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

import iceberg
from iceberg import resources
from iceberg.cli import main

ANYWHERE = {**os.environ, "PYTHONPATH": str(Path(iceberg.__file__).parents[1])}
"""An environment in which the package is found from any folder, installed or not."""
NORTHFIELD = resources.examples_folder() / "northfield.iceberg.json"


@dataclass(frozen=True)
class Said:
    """What a command left behind: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


class Run:
    """Runs ``iceberg`` with arguments, in an empty folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Said:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        spoken = self._capsys.readouterr()
        return Said(int(ended.value.code or 0), spoken.out, spoken.err)
