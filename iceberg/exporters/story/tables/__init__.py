"""Everything on a canvas as rows, one table a kind of part."""

from __future__ import annotations

from iceberg.exporters.story.tables.assumptions import assumptions_table, rests_on, signpost
from iceberg.exporters.story.tables.cards import cards_table
from iceberg.exporters.story.tables.forces import forces_table
from iceberg.exporters.story.tables.found import found_table
from iceberg.exporters.story.tables.links import links_table
from iceberg.exporters.story.tables.readings import readings_table
from iceberg.exporters.story.tables.rows import in_order, one_line
from iceberg.exporters.story.tables.sources import sources_table

__all__ = [
    "assumptions_table",
    "cards_table",
    "forces_table",
    "found_table",
    "in_order",
    "links_table",
    "one_line",
    "readings_table",
    "rests_on",
    "signpost",
    "sources_table",
]
