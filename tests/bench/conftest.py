"""What the benches share with the browser tests, and the table of what files take."""

from __future__ import annotations

from typing import Any, Final

import pytest

from tests.bench.table import Told
from tests.browser.conftest import server

__all__ = ["server"]

_told: Final = Told()


@pytest.fixture
def files() -> Told:
    """Keeps what files take for the table at the end."""
    return _told


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One table of all files."""
    if _told.rows:
        terminalreporter.section("files: seconds, size, and memory of all processes at their most")
        for line in _told.lines():
            terminalreporter.write_line(line)
