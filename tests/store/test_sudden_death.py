"""An edit that was acknowledged is there after the process is killed at any moment."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from iceberg.model import Canvas, Layer
from iceberg.store import open_store
from iceberg.workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]
DEATHS = 12


def acknowledged_before_death(path: Path, canvas_id: str, client: str, delay: float) -> list[str]:
    """The lines that a writer printed before it was killed; the last, cut one is left out."""
    command = [sys.executable, "-m", "tests.store.submit_for_ever", str(path), canvas_id, client]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as writer:
        assert writer.stdout
        first = writer.stdout.readline()
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
    assert writer.returncode == -signal.SIGKILL
    return [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


def test_every_acknowledged_edit_survives_sigkill(tmp_path: Path) -> None:
    path = tmp_path / "canvases.sqlite"
    with open_store(path) as store:
        first = Canvas(title="T", layers=(Layer(id="place", title="Place"),))
        canvas_id = Workshop(store).create(first)
    moments = random.Random(7)
    acknowledged: dict[int, str] = {}
    for death in range(DEATHS):
        delay = moments.uniform(0, 0.15)
        for line in acknowledged_before_death(path, canvas_id, f"client{death}", delay):
            seq, card_id = line.split()
            assert int(seq) not in acknowledged
            acknowledged[int(seq)] = card_id
        with open_store(path) as store:
            canvas = Workshop(store).open(canvas_id)
        assert canvas.revision >= max(acknowledged)
        ids = [card.id for card in canvas.cards]
        assert {seq: ids[seq - 1] for seq in acknowledged} == acknowledged
    assert len(acknowledged) > DEATHS
