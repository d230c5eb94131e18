"""How much fits on a canvas, and why."""

from __future__ import annotations

SCHEMA_VERSION = 1
"""The version that files carry; raised when an older program could not read a new file."""

TEXT_LIMIT = 240
"""Characters on a card: what still fits a sticky note, and two type sizes above unreadable."""
TITLE_LIMIT = 120
"""Characters in a title: two lines of a page's header."""
LINE_LIMIT = 300
"""Characters in a question, a source or a label: one printed line or two."""
NOTE_LIMIT = 4_000
"""Characters in a note: a page of thoughts, not a report."""
TAG_LIMIT = 40
"""Characters in a tag: a word or three, so that filters stay a list."""
TAGS_LIMIT = 20
"""Tags on one card; more would be a second card."""
ACTIONS_LIMIT = 12
"""Actions that protect one assumption, or prepare for its end; more would be a plan of its own."""
CARDS_LIMIT = 2_000
"""Cards on a canvas: far past what a room can read, well within what a laptop can draw."""
LINKS_LIMIT = 10_000
"""Links on a canvas: five a card at the largest canvas."""
LAYERS_LIMIT = 4
"""Layers side by side: a fifth iceberg would be narrower than a card."""
KEPT_LIMIT = 500
"""Findings that are kept, and those that are dismissed: more than anybody would read or click."""
FINDING_LIMIT = 2_000
"""Characters in a kept finding: a chain of causes, spelled out."""
KEY_LIMIT = 128
"""Characters in the key of a finding: a little more than analyses make them."""
ROWS_LIMIT = 500
"""Rows in one band; only a guard against nonsense in a file."""
REPORT_LIMIT = 100_000
"""Characters in the report of an import: some 50 printed pages, past which nobody reads on."""
IMPORTS_LIMIT = 50
"""Maps brought into one canvas; only a guard against nonsense in a file."""
