"""The command line: start the app, and make, check and export canvases without it."""

from __future__ import annotations

from iceberg.cli.commands import main

__all__ = ["main"]
