"""Files that a person named, with a sentence for everything that can go wrong."""

from __future__ import annotations

from pathlib import Path

import typer

from iceberg.catalog import load_catalog
from iceberg.cli.say import complain, problem_lines
from iceberg.errors import ExportError, IcebergError
from iceberg.importers import load_canvas
from iceberg.model import Canvas


def loaded(path: Path) -> Canvas:
    """The canvas in a file; what is wrong with it goes to standard error and ends the command."""
    try:
        return load_canvas(path, load_catalog())
    except IcebergError as error:
        for line in problem_lines(str(path), error):
            complain(line)
        raise typer.Exit(1) from None


def written(path: Path, data: bytes, *, over: bool) -> None:
    """Write the file, over an existing one only if ``over``. Raises `ExportError`."""
    try:
        with path.open("wb" if over else "xb") as file:
            file.write(data)
    except FileExistsError:
        raise ExportError(f"{path} is there already. Choose another name, or move it.") from None
    except IsADirectoryError:
        raise ExportError(f"{path} is a folder. Name a file in it.") from None
    except (OSError, ValueError) as error:
        if not path.parent.is_dir():
            raise ExportError(f"There is no folder {path.parent}. Make it first.") from None
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{path} cannot be written: {reason}. Choose another place.") from None


def same_file(one: Path, other: Path) -> bool:
    """Whether both names lead to one existing file."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
