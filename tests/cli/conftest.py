"""What the tests of all commands share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    # Starting the app would put it in the place of the very process that runs the tests.
    monkeypatch.setattr(os, "execve", lambda *_: pytest.fail("the app was started"))
    return Run(capsys)
