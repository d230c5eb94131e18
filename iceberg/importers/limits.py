"""How much of a map is read, and why."""

from __future__ import annotations

from typing import Final

MAP_BYTES: Final = 10_000_000
"""Bytes in a file: a full canvas as the wordiest neighbour writes it, at almost 1 kB a part."""
PLAIN_CHARACTERS: Final = 2_000_000
"""Characters of GML, DOT and outlines: a full canvas has 1 million, and twice as many take 4 s."""
MAP_ROWS: Final = 13_000
"""Rows of a table: what a full canvas has in cards and links, and some more."""
MAP_COLUMNS: Final = 100
"""Columns of a table: the rest of a sheet is mostly formatting."""
MAP_CELLS: Final = 320_000
"""Cells of a workbook: a full canvas of ours has 300,000 at most, and they take 3 s."""
UNZIPPED_BYTES: Final = 60_000_000
"""Bytes in all parts of a zip: a sheet of `MAP_ROWS` full rows has a third of this."""
ZIP_RATIO: Final = 300
"""How many times smaller than its content a zip may be: a sheet has 10 to 50, a bomb 1,000."""
ZIP_PARTS: Final = 2_000
"""Files in a zip: a workbook has some dozens."""
XML_DEPTH: Final = 100
"""Elements inside one another: GraphML's deepest groups have a dozen."""
XML_PARTS: Final = 500_000
"""Elements and attributes: a full canvas with twenty attributes on each part has 300,000."""
XML_TAG: Final = 200_000
"""Bytes in one tag: the parser begins a longer one anew with each piece that it is given."""
ZIP_XML_BYTES: Final = 3_000_000
"""Bytes of XML beside sheets and their texts, read as a whole: bloated styles have 1 MB."""
PARTS: Final = 20_000
"""Nodes or edges that are gone through at all: twice the links that a canvas can hold."""
JSON_PARTS: Final = 700_000
"""Keys and brackets: PRSM writes up to fifty keys for each of a full canvas's 12,000 parts."""
UNPACKED_TEXT: Final = 20_000_000
"""Characters of a compressed text: twice the largest file that is not compressed."""
