"""What the benches share with the browser tests: the real app on a port of its own."""

from __future__ import annotations

from tests.browser.conftest import server

__all__ = ["server"]
