"""Mental Modeler (.mmp): fuzzy cognitive maps, in XML from its first years and in JSON since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from iceberg.importers.files import MapFile
from iceberg.importers.formats import MapFormat
from iceberg.importers.hardened_xml import local, read_xml
from iceberg.importers.limits import PARTS
from iceberg.importers.maps import Edge, Map, Node, Remark
from iceberg.importers.refusing import refused
from iceberg.importers.values import figure, group, objects, said

_NO_GROUP: Final = frozenset({"", "--"})


def read(file: MapFile) -> Map:
    """Concepts, and their relationships with an influence from −1 to 1."""
    data = _from_xml(file.data) if _is_xml(file) else file.json
    if not isinstance(data, dict) or not isinstance(data.get("concepts"), list):
        raise refused("The file holds no Mental Modeler model.", "Choose an .mmp file.")
    concepts = list(objects(data["concepts"]))
    names = {key: said(name) for key, name in group(data.get("groupNames")).items()}
    return Map(
        nodes=tuple(_node(one, names) for one in concepts),
        edges=tuple(
            _edge(said(one.get("id")), link)
            for one in concepts
            for link in objects(one.get("relationships"))
        ),
        title=said(group(data.get("info")).get("name")),
        remarks=(*(() if _is_xml(file) else file.remarks), *_left_out(data)),
    )


def _node(concept: dict[str, Any], names: dict[str, str]) -> Node:
    name = names.get(said(concept.get("group")), "")
    told = (("Units", "units"), ("Preferred state", "preferredState"))
    values = ((title, said(concept.get(key))) for title, key in told)
    return Node(
        id=said(concept.get("id")),
        text=said(concept.get("name")),
        note=said(concept.get("notes")),
        group="" if name in _NO_GROUP else name,
        x=figure(concept.get("x")),
        y=figure(concept.get("y")),
        more=tuple((title, value) for title, value in values if value not in ("", "0")),
    )


def _edge(source: str, link: dict[str, Any]) -> Edge:
    weight = figure(link.get("influence"))
    confidence = said(link.get("confidence"))
    return Edge(
        source=source,
        target=said(link.get("id")),
        sign="+" if weight and weight > 0 else "-" if weight else None,
        weight=weight or None,
        graded=True,
        note=said(link.get("notes")),
        more=(("Confidence", confidence),) if confidence not in ("", "0") else (),
    )


def _left_out(data: dict[str, Any]) -> Iterator[Remark]:
    if text := said(group(data.get("info")).get("description")):
        yield Remark("description", text)
    for scenario in objects(data.get("scenarios")):
        yield Remark("scenario", said(scenario.get("name")) or "without a name")


def _from_xml(data: bytes) -> dict[str, Any]:
    """The XML in the shape that the JSON has."""
    root = read_xml(data)
    parts = {local(child): child for child in root}
    return {
        "info": _values(parts["info"]) if "info" in parts else {},
        "groupNames": {one.get("index", ""): one.text or "" for one in parts.get("groupnames", ())},
        "concepts": [
            {**_values(one), "relationships": _relationships(one)}
            for one in _limited(parts.get("concepts"))
        ],
        "scenarios": [_values(one) for one in _limited(parts.get("scenarios"))],
    }


def _values(element: Element) -> dict[str, Any]:
    return {
        "preferredState" if local(child) == "preferredstate" else local(child): child.text or ""
        for child in element
        if not len(child)
    }


def _relationships(concept: Element) -> list[dict[str, Any]]:
    lists = (child for child in concept if local(child) == "relationships")
    return [_values(link) for child in lists for link in child]


def _limited(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)[:PARTS]


def _is_xml(file: MapFile) -> bool:
    return file.text.lstrip().startswith("<")


def _fits(file: MapFile) -> bool:
    if _is_xml(file):
        return "<mentalmodeler" in file.text[:1_000].casefold()
    return isinstance(group(file.json_or_none).get("concepts"), list)


FORMAT: Final = MapFormat("mmp", "Mental Modeler model", (".mmp",), _fits, read)
