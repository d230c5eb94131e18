"""Ways into a canvas, one file each, every one with a report of what did not fit."""

from __future__ import annotations

from iceberg.importers.building import Imported, to_canvas
from iceberg.importers.canvas_file import load_canvas, read_canvas
from iceberg.importers.drafting import Draft, drafted
from iceberg.importers.files import MapFile
from iceberg.importers.importing import import_file
from iceberg.importers.joining import joined, same_cards
from iceberg.importers.layering import layered
from iceberg.importers.maps import Edge, Map, Node, Remark
from iceberg.importers.own import is_own, noted, open_own
from iceberg.importers.placing import Placement, Suggestion, accepted, suggest
from iceberg.importers.registry import MAP_FORMATS, read_map
from iceberg.importers.report import Report
from iceberg.importers.rules import Rules, read_rules

__all__ = [
    "MAP_FORMATS",
    "Draft",
    "Edge",
    "Imported",
    "Map",
    "MapFile",
    "Node",
    "Placement",
    "Remark",
    "Report",
    "Rules",
    "Suggestion",
    "accepted",
    "drafted",
    "import_file",
    "is_own",
    "joined",
    "layered",
    "load_canvas",
    "noted",
    "open_own",
    "read_canvas",
    "read_map",
    "read_rules",
    "same_cards",
    "suggest",
    "to_canvas",
]
