"""The ways out to other programs, in the order in which they are offered."""

from __future__ import annotations

from typing import Final

from iceberg.exporters import (
    csv_file,
    dot,
    gexf,
    graphml,
    kumu,
    kumu_book,
    markdown,
    mental_modeler,
    mermaid,
    prsm,
)
from iceberg.exporters.parts import Format

DATA_FORMATS: Final[tuple[Format, ...]] = (
    csv_file.FORMAT,
    graphml.FORMAT,
    gexf.FORMAT,
    dot.FORMAT,
    kumu.FORMAT,
    kumu_book.FORMAT,
    prsm.FORMAT,
    mental_modeler.FORMAT,
    mermaid.FORMAT,
    markdown.FORMAT,
)
