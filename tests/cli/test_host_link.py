"""``iceberg host-link``."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from iceberg.meeting.access import KEY, access_from
from tests.cli.running import Run


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a server that this user starts keeps its key, with no key set."""
    monkeypatch.delenv(KEY, raising=False)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path)
    return tmp_path


def test_host_link_opens_every_canvas_of_a_server_with_the_same_key(
    run: Run, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, "ours")
    said = run("host-link", "--address", "https://ice.example/berg/")
    address, token = said.out.rstrip("\n").split("?token=")
    assert (said.code, address) == (0, "https://ice.example/berg/")
    assert access_from({KEY: "ours"}, data_folder).is_host(token)
    assert not access_from({KEY: "theirs"}, data_folder).is_host(token)


def test_host_link_takes_the_key_that_a_server_keeps_and_never_makes_one(
    run: Run, data_folder: Path
) -> None:
    said = run("host-link")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"No key is set, and none is kept in {data_folder}.")
    assert not list(data_folder.iterdir())
    kept = access_from({}, data_folder)
    assert run("host-link").out == f"http://localhost:8501/?token={kept.host_token}\n"


@pytest.mark.parametrize(
    "address", ["ice.example", "ftp://ice.example", "http://", "http://[", "http://i/?a"]
)
def test_host_link_refuses_what_is_no_address(
    run: Run, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(KEY, "ours")
    said = run("host-link", "--address", address)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"--address: {address} is no address")
