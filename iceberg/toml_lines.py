"""Where the keys of a TOML file stand, so that a message about a value can name its line."""

from __future__ import annotations

import re

KeyPath = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value."""

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?")
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")


def lines_of_keys(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of each table header and key, by path; list tables count from 0."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _table(header[2].split("."), header[1] == "[[", counts)
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key[1]), number)
    return lines


def _table(names: list[str], listed: bool, counts: dict[KeyPath, int]) -> KeyPath:
    path: KeyPath = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if listed and position == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def path_of(where: str) -> KeyPath:
    """``deck[3].readings[0].figure`` as a path."""
    steps = re.findall(r"[^.\[\]]+", where)
    return tuple(int(step) if step.isdecimal() else step for step in steps)


def line_of(location: KeyPath, lines: dict[KeyPath, int]) -> int:
    """The line of the nearest part of a location that the file spells out; else the first."""
    for length in range(len(location), 0, -1):
        if location[:length] in lines:
            return lines[location[:length]]
    return 1
