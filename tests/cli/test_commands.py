"""The command line as a whole: its help, its version, what it says on any terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import iceberg
from iceberg.exporters import FORMATS
from tests.cli.running import ANYWHERE, Run, Said

COMMANDS = ["", "serve", "new", "check", "read", "export", "sheet", "layers", "host-link"]


def test_version(run: Run) -> None:
    assert run("--version") == Said(0, f"iceberg {iceberg.__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_everywhere_documents_the_exit_codes(run: Run, command: str) -> None:
    said = run(*command.split(), "--help")
    assert said.code == 0
    assert "Exit codes: 0" in said.out


def test_help_of_export_names_every_format(run: Run) -> None:
    said = run("export", "--help")
    for fmt in FORMATS:
        assert fmt.extension in said.out


def test_a_terminal_that_lacks_characters_shows_no_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from iceberg.cli import main; main()", "check", "“東京”"],
        env={**ANYWHERE, "PYTHONIOENCODING": "latin-1"},
        cwd=tmp_path,
        capture_output=True,
        encoding="latin-1",
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == "????: There is no file ????. Check its name and folder.\n"
    assert done.stderr == ""
