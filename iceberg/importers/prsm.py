"""PRSM, the Participatory System Mapper (prsm.uk): JSON, as it is or compressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from iceberg.importers.fields import by_field, edge_of, node_of
from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.json_text import read_json
from iceberg.importers.lz_text import begins_packed, unpacked
from iceberg.importers.maps import Edge, Map, Node, Remark, Way
from iceberg.importers.polarity import polarity_in
from iceberg.importers.refusing import refused
from iceberg.importers.texts import one_line
from iceberg.importers.values import figure, group, objects, plain, said
from iceberg.wording import counted

_KIND: Final = "PRSM map"
_UNNAMED_STYLES: Final = frozenset({"", "sample"})
_PLAIN_STYLES: Final = frozenset({"positive influence", "negative influence", "influence"})
"""Names of styles that say no more than the sign."""
_LOOKS: Final = "colours, fonts and shapes"


def read(file: MapFile) -> Map:
    """Factors and links; a link's sign stands in the name of its style."""
    data = _data(file)
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        raise refused("The file holds no PRSM map.", "Choose a .prsm file that PRSM has saved.")
    styles = group(data.get("styles") or data.get("samples"))
    names = group(data.get("attributeTitles"))
    node_styles = _style_names(styles.get("nodes"))
    edge_styles = _style_names(styles.get("edges"))
    return Map(
        nodes=tuple(_node(node, node_styles, names) for node in objects(data["nodes"])),
        edges=tuple(_edge(edge, edge_styles, names) for edge in objects(data.get("edges"))),
        title=said(data.get("mapTitle")),
        remarks=(*file.remarks, *_joined(data), *_left_out(data)),
    )


def _data(file: MapFile) -> Any:
    if file.text.startswith("{"):
        return file.json
    return read_json(unpacked(file.text), kind=_KIND)


def _style_names(styles: Any) -> dict[str, str]:
    named = {
        key: one_line(said(group(style).get("groupLabel"))) for key, style in group(styles).items()
    }
    return {key: name for key, name in named.items() if name.casefold() not in _UNNAMED_STYLES}


def _node(node: dict[str, Any], styles: dict[str, str], names: dict[str, Any]) -> Node:
    fields, more = by_field(_own_values(node, names))
    down = _count(node.get("thumbDown"))
    told = {"text": _unwrapped(node.get("label")), "note": _note(node)}
    again = tuple((key, fields[key]) for key in told if key in fields)
    thumbs = (("Thumbs down", str(down)),) if down else ()
    found = node_of(said(node.get("id")), {**fields, **told}, (*more, *again, *thumbs))
    return replace(
        found,
        group=styles.get(said(node.get("grp")), "") or found.group,
        colour=_colour(node.get("color")),
        x=figure(node.get("x")),
        y=figure(node.get("y")),
        votes=_count(node.get("thumbUp")) or found.votes,
    )


def _edge(edge: dict[str, Any], styles: dict[str, str], names: dict[str, Any]) -> Edge:
    fields, more = by_field(_own_values(edge, names))
    style = styles.get(said(edge.get("grp")), "")
    told = {"text": _unwrapped(edge.get("label")), "note": _note(edge)}
    source = said(edge.get("from") if "from" in edge else edge.get("source"))
    target = said(edge.get("to") if "to" in edge else edge.get("target"))
    way, turned = _way(edge.get("arrows"))
    ends = (target, source) if turned else (source, target)
    kind = {} if style.casefold() in _PLAIN_STYLES else {"kind": style}
    found = edge_of(*ends, {**kind, **fields, **told}, more)
    sign = found.sign or polarity_in(style).sign
    return replace(found, id=said(edge.get("id")), sign=sign, way=way)


def _own_values(part: dict[str, Any], names: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The attributes that the map's makers added, under the titles that they gave them."""
    for key, title in names.items():
        if value := said(part.get(key)):
            yield said(title) or key, value


def _unwrapped(label: Any) -> str:
    """A label on one line: PRSM wraps labels with line breaks of its own."""
    return said(label).replace("\n", " ")


def _joined(data: dict[str, Any]) -> Iterator[Remark]:
    for part in (*objects(data["nodes"]), *objects(data.get("edges"))):
        if "\n" in said(part.get("label")).strip():
            yield Remark("unwrapped", one_line(_unwrapped(part.get("label"))))


def _note(part: dict[str, Any]) -> str:
    """The note, a Quill delta or text; before version 1.5 it was HTML in ``title``."""
    return _delta(part.get("note")) or plain(said(part.get("title")))


def _delta(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    parts = (said(one.get("insert")) for one in objects(group(value).get("ops")))
    return "".join(parts).strip()


def _count(value: Any) -> int:
    """How many thumbs: a list with one entry a person, or a number."""
    found = len(value) if isinstance(value, list) else figure(value) or 0
    return int(min(max(found, 0), 9_999))


def _colour(value: Any) -> str:
    return said(group(value).get("background")) or (value if isinstance(value, str) else "")


def _way(arrows: Any) -> tuple[Way, bool]:
    """Which way the arrowheads point, and whether only backwards; nothing said is forwards."""
    if not isinstance(arrows, str | dict):
        return "one way", False
    to, back = (_has_head(arrows, end) for end in ("to", "from"))
    if to and back:
        return "both ways", False
    return ("one way", back) if to or back else ("no way", False)


def _has_head(arrows: str | dict[str, Any], end: str) -> bool:
    if isinstance(arrows, str):
        return end in arrows
    head = arrows.get(end)
    # A style that does not speak of an arrowhead leaves the usual one, at the effect.
    return end == "to" if head is None else bool(group(head).get("enabled", head))


def _left_out(data: dict[str, Any]) -> Iterator[Remark]:
    if description := _delta(group(data.get("description")).get("text") or data.get("description")):
        yield Remark("description", description)
    if data.get("styles") or data.get("samples"):
        yield Remark("style", _LOOKS)
    for key in ("background", "underlay"):
        if data.get(key) not in (None, {}, [], "", "{}"):
            yield Remark("drawing", key)
    if history := data.get("history"):
        is_list = isinstance(history, list)
        yield Remark("history", counted(len(history), "past change") if is_list else "history")


def _fits(file: MapFile) -> bool:
    if begins_packed(file.text):
        return True
    data = group(file.json_or_none)
    return isinstance(data.get("nodes"), list) and isinstance(data.get("edges"), list)


FORMAT: Final = MapFormat("prsm", "PRSM map", (".prsm",), _fits, read)
