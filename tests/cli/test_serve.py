"""``iceberg serve``, and no command at all, which does the same."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from iceberg import resources
from iceberg.cli.serve import app_command
from tests.cli.running import ANYWHERE, Run


def test_the_app_is_started_with_its_settings_from_any_folder() -> None:
    command = app_command(8765)
    assert command[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert Path(command[4]).is_absolute()
    assert command[4] == str(resources.app_script())
    assert "--browser.gatherUsageStats=false" in command
    assert "--runner.postScriptGC=false" in command
    assert command[-1] == "--server.port=8765"
    assert "--server.address=127.0.0.1" in command
    assert "--server.address=0.0.0.0" in app_command(8765, share=True)


def test_options_before_the_command_count_for_it(run: Run, tmp_path: Path) -> None:
    said = run("--store", tmp_path, "serve")
    assert said.code == 1
    assert "is a folder" in said.err


def test_a_store_that_cannot_be_used_is_answered_before_the_app_starts(run: Run) -> None:
    Path("notes.txt").write_text("not a database, but long enough to look like one\n" * 50)
    for store in ("notes.txt", "cloud://canvases"):
        said = run("--store", store)
        assert said.code == 1
        assert said.err.startswith(f"{store}: ")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.mark.parametrize("arguments", [[], ["serve"]], ids=["iceberg", "iceberg serve"])
def test_serve_starts_the_app_and_ends_with_it(tmp_path: Path, arguments: list[str]) -> None:
    port = free_port()
    options = ["--port", str(port), "--store", str(tmp_path / "canvases.db")]
    process = subprocess.Popen(
        [sys.executable, "-c", "from iceberg.cli import main; main()", *arguments, *options],
        env={**ANYWHERE, "STREAMLIT_SERVER_HEADLESS": "true"},
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def healthy(url: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the address answers within a minute, for as long as the process lives."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    return False
