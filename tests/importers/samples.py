"""One small file of each format, for tests that go through all of them."""

from __future__ import annotations

import json
from typing import Final

from iceberg.exporters import ExportOptions, export
from tests.exporters.everything import everything
from tests.importers.lz import packed
from tests.importers.test_dot import ALL
from tests.importers.test_graphs import GEXF, GML, GRAPHML, YED
from tests.importers.test_kumu import BLUEPRINT, PROJECT
from tests.importers.test_loopy import ADDRESS
from tests.importers.test_loopy import MODEL as LOOPY
from tests.importers.test_mental_modeler import MODEL, XML
from tests.importers.test_outline import OUTLINE
from tests.importers.test_prsm import edge, prsm
from tests.importers.test_xlsx import KUMU

_PRSM: Final = json.dumps(
    prsm(letters="abc", edges=[edge("a", "b", "edge1"), edge("b", "c"), edge("c", "gone")])
)
_TABLE: Final = "Id;Label;Type;Tags;From;To;Polarity\n1;Löhne;Trend;a|b;;;\n2;B;;;;;\n;;;;1;2;-\n"

FILES: Final[dict[str, bytes]] = {
    "table.csv": _TABLE.encode(),
    "latin.csv": _TABLE.encode("latin-1"),
    "wide.csv": _TABLE.encode("utf-16"),
    "book.xlsx": KUMU,
    "map.prsm": _PRSM.encode(),
    "packed.prsm": packed(_PRSM).encode(),
    "blueprint.json": json.dumps(BLUEPRINT).encode(),
    "project.json": json.dumps(PROJECT).encode(),
    "model.mmp": json.dumps(MODEL).encode(),
    "old.mmp": XML.encode(),
    "address.txt": ADDRESS.encode(),
    "loopy.json": json.dumps(LOOPY).encode(),
    "map.graphml": GRAPHML.encode(),
    "yed.graphml": YED.encode(),
    "map.gexf": GEXF.format(version="gexf.net/1.3").encode(),
    "map.gml": GML.encode(),
    "map.dot": ALL.encode(),
    "town.md": OUTLINE.encode(),
}

OURS: Final[dict[str, bytes]] = {
    f"ours{extension}": export(everything(2), extension, ExportOptions(whole=True)).data
    for extension in (".csv", ".xlsx", ".iceberg.json", ".kumu.xlsx", ".kumu.json", ".prsm", ".mmp")
}
"""What our own exporters write, with everything that a canvas can have."""
