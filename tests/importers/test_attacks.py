"""Each file that nobody should bring has its answer in 5 s of processor time and 500 MB.

The answer is given in a process of its own, whose limits the system keeps: what needs more is
killed, so that no test can pass by luck.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.importers.attacks import ATTACKS, SECRET

SECONDS = 5
MEGABYTES = 500
PROGRAM = """
import json, sys, time
from pathlib import Path
from iceberg.catalog import load_catalog
from iceberg.errors import BadInputError
from iceberg.importers import import_file
catalog = load_catalog()
began = time.process_time()
file = Path(sys.argv[1])
try:
    imported = import_file(file.name, file.read_bytes(), catalog)
    texts = [card.text for card in imported.canvas.cards]
    said = {"texts": texts[:9], "report": imported.report.markdown()[:9_000]}
except BadInputError as error:
    said = {"refused": str(error)}
said["seconds"] = time.process_time() - began
status = Path("/proc/self/status").read_text()
said["kilobytes"] = int(status.partition("VmHWM:")[2].split()[0])
print(json.dumps(said))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs the limits of Linux")


@dataclass(frozen=True)
class Answer:
    """What came of a file: the refusal, or cards and the report."""

    refused: str = ""
    texts: tuple[str, ...] = ()
    report: str = ""


def limited() -> None:
    """Time to start Python in, beside the answer's own; address space is more than memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS + 10, 2 * SECONDS + 10))
    resource.setrlimit(resource.RLIMIT_AS, (3_000_000_000, 3_000_000_000))


@cache
def answer(name: str) -> Answer:
    """What comes of an attack; asked once, however many tests look at it.

    The most memory is read from the process's own status: what getrusage says begins with that of
    the process that it was forked from.
    """
    with TemporaryDirectory() as folder:
        return _answer(name, Path(folder))


def _answer(name: str, folder: Path) -> Answer:
    attack = ATTACKS[name]
    file = folder / attack.name
    file.write_bytes(attack.make())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, file.name],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "OPENBLAS_NUM_THREADS": "1",
        },
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    said = json.loads(done.stdout)
    assert said["seconds"] < SECONDS
    assert said["kilobytes"] < MEGABYTES * 1_000
    assert {path.name for path in folder.iterdir()} == {file.name}
    return Answer(said.get("refused", ""), tuple(said.get("texts", ())), said.get("report", ""))


@pytest.mark.parametrize("name", [name for name, attack in ATTACKS.items() if attack.said])
def test_an_attack_is_refused_in_time_with_its_reason(name: str) -> None:
    found = answer(name)
    assert ATTACKS[name].said in found.refused
    assert SECRET not in found.refused


@pytest.mark.parametrize("name", [name for name, attack in ATTACKS.items() if not attack.said])
def test_what_can_be_read_or_not_has_its_answer_in_time(name: str) -> None:
    found = answer(name)
    assert found.refused or found.texts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("formulas in CSV", "=cmd|' /C calc'!A0"),
        ("NUL bytes", "A card"),
        ("latin-1", "Wohnungsnot wächst"),
        ("UTF-16", "Müll auf der Straße"),
        ("UTF-16 without a mark", "Müll auf der Straße"),
        ("UTF-16 cut in a letter", "Wohnungsnot wächst"),
        ("CSV called workbook", "Müll auf der Straße"),
        ("workbook called CSV", "Rents"),
        ("path names", "Rents"),
        ("macros", "Rents"),
        ("dates that Excel made", "2025-05-01"),
    ],
)
def test_what_is_harmless_in_it_is_read(name: str, expected: str) -> None:
    assert expected in answer(name).texts


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("macros", "xl/vbaProject\\.bin"),
        ("formulas in a workbook", "sheet1"),
        ("dates that Excel made", "Texts that the spreadsheet holds as dates"),
        ("latin-1", "cp1252"),
        ("UTF-16", "utf\\-16"),
    ],
)
def test_what_was_done_is_told(name: str, told: str) -> None:
    report = answer(name).report
    assert told in report or told.replace("\\", "") in report
