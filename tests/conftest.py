"""What all tests share: one Chromium, one Postgres server, and the profiles of hypothesis."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests import postgres

MUST_RUN = bool(os.environ.get("ICEBERG_TESTS_MUST_RUN"))
NO_CHROMIUM = "install Chromium (apt-get install chromium, or set ICEBERG_CHROMIUM)"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

settings.register_profile(
    "default",
    max_examples=25,
    deadline=None,
    derandomize=MUST_RUN,
    database=None if MUST_RUN else settings().database,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("default")


def chromium_path() -> str | None:
    """The Chromium to drive: the one that ICEBERG_CHROMIUM names, else the first on the PATH."""
    return os.environ.get("ICEBERG_CHROMIUM") or next(
        (path for path in map(shutil.which, CHROMIUM_NAMES) if path), None
    )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium for the whole session; open a context of your own and close it."""
    path = chromium_path()
    if path is None:
        (pytest.fail if MUST_RUN else pytest.skip)(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """A Postgres server for the whole session; ask it for an address of your own."""
    programs = postgres.programs()
    if programs is None:
        (pytest.fail if MUST_RUN else pytest.skip)(postgres.NO_POSTGRES)
    with postgres.running(programs) as running:
        yield running


@pytest.fixture
def postgres_address(cluster: postgres.Cluster) -> str:
    """An address in Postgres where nothing is yet."""
    return cluster.address()


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of one kind after the other."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'canvases.sqlite'}"
    return str(request.getfixturevalue("postgres_address"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests go last: while Playwright is open, its event loop would be in others' way."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
