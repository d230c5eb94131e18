"""LOOPY (ncase.me/loopy): the address that it gives out, and the JSON in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.json_text import read_json
from iceberg.importers.limits import PARTS
from iceberg.importers.maps import Edge, Map, Node, Remark
from iceberg.importers.refusing import refused
from iceberg.importers.values import figure, said

_ADDRESS: Final = re.compile(r"[?&]data=(\S+)")
_HUES: Final = ("red", "orange", "yellow", "green", "blue", "purple")
_COMPLEX: Final = {-9: -1, -8: -1, 8: 1, 9: 1}
"""Strengths of version 1.1 that only tell how a signal's sign behaves."""


def read(file: MapFile) -> Map:
    """Nodes ``[id, x, y, start, label, hue]`` and arrows ``[from, to, arc, strength]``."""
    data = _data(file)
    if not _is_loopy(data):
        raise refused("The file holds no LOOPY model.", "Paste the address that LOOPY gives out.")
    labels = data[2] if len(data) > 2 else []
    return Map(
        nodes=tuple(_node(one) for one in _lists(data[0], 5)),
        edges=tuple(_edge(one) for one in _lists(data[1], 4)),
        remarks=(*file.remarks, *(Remark("drawing", _label(one[2])) for one in _lists(labels, 3))),
    )


def _data(file: MapFile) -> Any:
    if _ADDRESS.search(file.text) is None:
        return file.json
    [packed] = _ADDRESS.findall(file.plain_text)[:1]
    # The address is encoded once around labels that are encoded once more.
    return read_json(unquote(packed).rstrip("&#"), kind="LOOPY model")


def _is_loopy(data: Any) -> bool:
    return isinstance(data, list) and len(data) >= 2 and all(isinstance(x, list) for x in data[:2])


def _lists(value: Any, least: int) -> Iterator[list[Any]]:
    items = value if isinstance(value, list) else []
    if len(items) > PARTS:
        raise refused(f"The model has {len(items):,} parts.", "Take a part of it.")
    return (item for item in items if isinstance(item, list) and len(item) >= least)


def _label(value: Any) -> str:
    """A label without its encoding, once in files and up to twice in addresses."""
    text = said(value)
    for _ in "12":
        text = unquote(text)
    return text


def _node(item: list[Any]) -> Node:
    hue = figure(item[5]) if len(item) > 5 else None
    known = hue is not None and hue.is_integer() and 0 <= hue < len(_HUES)
    return Node(
        id=said(item[0]),
        text=_label(item[4]),
        colour=_HUES[int(hue or 0)] if known else "",
        x=figure(item[1]),
        y=figure(item[2]),
    )


def _edge(item: list[Any]) -> Edge:
    strength = figure(item[3]) or 0
    way = _COMPLEX.get(int(strength), strength) if abs(strength) < 100 else strength
    sign: Any = "+" if way > 0 else "-" if way < 0 else None
    return Edge(said(item[0]), said(item[1]), sign=sign)


def _fits(file: MapFile) -> bool:
    if found := _ADDRESS.search(file.text[:4_000]):
        return unquote(found[1][:20]).startswith("[[")
    return _is_loopy(file.json_or_none)


FORMAT: Final = MapFormat("loopy", "LOOPY model", (".loopy", ".url"), _fits, read)
