# ruff: noqa: ARG001 - the arguments that look unused are the key
"""Pictures of two moments, made once and shared by everybody who looks at the same two."""

from __future__ import annotations

from iceberg.compare import Comparison
from iceberg.exporters import Exported, ExportOptions
from iceberg.exporters.comparison import export_comparison
from iceberg.ui.kept import kept
from iceberg.ui.pictures_key import Key

_FILES = 12


@kept(_FILES)
def comparison_file(
    before: Key, after: Key, names: tuple[str, str], extension: str, _comparison: Comparison
) -> Exported:
    """The picture as a file; raises ExportError when it cannot be made."""
    return export_comparison(_comparison, names, extension, ExportOptions())
