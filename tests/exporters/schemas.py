"""What Kumu and PRSM want of a file, as far as their documentation and sources show it.

Kumu: docs.kumu.io, “JSON / Blueprints” and “Structure your data for Kumu”. PRSM: what its own
reader of files (github.com/micrology/prsm, js/files.js) takes for granted.
"""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_LABEL = {"type": "string", "minLength": 1}
_NUMBER = {"type": "number"}

KUMU: dict[str, Any] = {
    "type": "object",
    "required": ["elements", "connections"],
    "properties": {
        "name": _TEXT,
        "elements": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["label"],
                "properties": {
                    "id": _LABEL,
                    "label": _LABEL,
                    "type": _TEXT,
                    "description": _TEXT,
                    "tags": {"type": "array", "items": _TEXT},
                },
                "additionalProperties": {"type": ["string", "number"]},
            },
        },
        "connections": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["from", "to"],
                "properties": {
                    "id": _LABEL,
                    "from": _LABEL,
                    "to": _LABEL,
                    "type": _TEXT,
                    "direction": {"enum": ["directed", "undirected", "mutual"]},
                },
                "additionalProperties": {"type": ["string", "number"]},
            },
        },
    },
    "additionalProperties": False,
}

_DELTA = {
    "type": "object",
    "required": ["ops"],
    "properties": {
        "ops": {"type": "array", "items": {"type": "object", "required": ["insert"]}},
    },
}
_STYLES = {
    "type": "object",
    "propertyNames": {"pattern": r"\d"},
    "additionalProperties": {
        "type": "object",
        "required": ["groupLabel"],
        "properties": {"groupLabel": _TEXT},
    },
}

PRSM: dict[str, Any] = {
    "type": "object",
    "required": ["version", "nodes", "edges", "styles", "lastNodeSample", "lastLinkSample"],
    "properties": {
        "version": {"type": "string", "pattern": r"^\d\.\d"},
        "mapTitle": _TEXT,
        "description": {
            "type": "object",
            "required": ["text"],
            "properties": {"text": _DELTA},
            "additionalProperties": False,
        },
        "attributeTitles": {"type": "object", "additionalProperties": _TEXT},
        "history": {"type": "array"},
        "styles": {
            "type": "object",
            "required": ["nodes", "edges"],
            "properties": {"nodes": _STYLES, "edges": _STYLES},
        },
        "nodes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "label", "grp", "x", "y"],
                "properties": {
                    "id": _LABEL,
                    "label": _LABEL,
                    "grp": _LABEL,
                    "x": _NUMBER,
                    "y": _NUMBER,
                    "note": _DELTA,
                    "thumbUp": {"type": "array"},
                    "thumbDown": {"type": "array"},
                    "title": False,
                },
            },
        },
        "edges": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "from", "to", "grp"],
                "properties": {
                    "id": _LABEL,
                    "from": _LABEL,
                    "to": _LABEL,
                    "grp": _LABEL,
                    "label": _TEXT,
                    "note": _DELTA,
                    "title": False,
                    # A file whose edges have a source is taken for one of Gephi's.
                    "source": False,
                },
            },
        },
    },
}
