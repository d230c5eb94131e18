"""What the commands say, one line a thing, safe to show in a terminal."""

from __future__ import annotations

import typer

from iceberg.errors import BadInputError, IcebergError, Problem


def complain(text: str) -> None:
    """Each line of the text to standard error."""
    for line in text.splitlines():
        typer.echo(printable(line), err=True)


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal could take for commands."""
    return "".join(c if c.isprintable() else "�" for c in text)


def problem_lines(name: str, error: IcebergError) -> list[str]:
    """The problems of one file: file, where, what and how to mend it, a line each."""
    problems = error.problems if isinstance(error, BadInputError) else (Problem("", str(error)),)
    return [printable(f"{name}: {problem}") for problem in problems]


def split_ids(text: str) -> tuple[str, ...]:
    """``a, b`` as ``("a", "b")``; raises `BadInputError` when nothing is named."""
    ids = split_names(text)
    if not ids:
        mend = "See “iceberg layers” for their ids."
        raise BadInputError((Problem("--layers", "names no layer.", mend),))
    return ids


def split_names(text: str) -> tuple[str, ...]:
    """What stands between the commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
