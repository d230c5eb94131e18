"""What README.md says about serving others is what the program knows."""

from __future__ import annotations

import configparser
import re
import shlex
import subprocess
import sys
from pathlib import Path

from iceberg.meeting.access import KEY, SHARED
from iceberg.store import VARIABLE
from tests.serving.nginx import README, printed


def unit() -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None)
    read.read_string(printed("ini"))
    return read


def test_the_printed_settings_are_those_that_the_program_reads() -> None:
    text = README.read_text(encoding="utf-8")
    assert set(re.findall(r"^(ICEBERG_\w+)=", text, re.M)) == {VARIABLE, KEY, SHARED}
    assert f"in `{unit()['Service']['EnvironmentFile']}`" in text


def test_the_unit_starts_a_process_with_options_that_there_are() -> None:
    program, run, script, *options = shlex.split(unit()["Service"]["ExecStart"])
    assert (Path(program).name, run) == ("streamlit", "run")
    assert (README.parent / script).is_file()
    told = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "--help"], capture_output=True, text=True
    )
    for option in options[::2]:
        assert f"{option} " in told.stdout
