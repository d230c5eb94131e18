"""Ways into a canvas, one file each, every one with a report of what did not fit."""

from __future__ import annotations

from iceberg.importers.building import Imported, to_canvas
from iceberg.importers.canvas_file import load_canvas, read_canvas
from iceberg.importers.importing import import_file
from iceberg.importers.layering import layered
from iceberg.importers.maps import Edge, Map, Node, Remark
from iceberg.importers.placing import Placement, Suggestion, accepted, suggest
from iceberg.importers.registry import MAP_FORMATS, read_map
from iceberg.importers.report import Report
from iceberg.importers.rules import Rules, read_rules

__all__ = [
    "MAP_FORMATS",
    "Edge",
    "Imported",
    "Map",
    "Node",
    "Placement",
    "Remark",
    "Report",
    "Rules",
    "Suggestion",
    "accepted",
    "import_file",
    "layered",
    "load_canvas",
    "read_canvas",
    "read_map",
    "read_rules",
    "suggest",
    "to_canvas",
]
