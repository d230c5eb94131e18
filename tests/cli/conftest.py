"""What the tests of single commands share with those of the whole command line."""

from __future__ import annotations

from tests.test_cli import run

__all__ = ["run"]
