"""Edits of what is known of the maps that were brought in."""

from __future__ import annotations

from typing import Literal

from iceberg.edits.base import At, BaseEdit
from iceberg.edits.phrases import quoted
from iceberg.edits.rows import index_of, put, take_out
from iceberg.model import IMPORTS_LIMIT, Canvas, Id, ImportNote


class KeepImportNote(BaseEdit):
    """Keeps the report on a map that was brought in."""

    kind: Literal["keep_import_note"] = "keep_import_note"
    note: ImportNote
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the report."""
        notes = put(canvas.imports, self.note, self.at, "import", IMPORTS_LIMIT)
        return canvas.model_copy(update={"imports": notes})

    def describe(self, before: Canvas) -> str:  # noqa: ARG002
        """Names the file."""
        return f"Kept the report on {quoted(self.note.name)}"


class RemoveImportNote(BaseEdit):
    """Takes the report on a map away; what was brought in stays."""

    kind: Literal["remove_import_note"] = "remove_import_note"
    note: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the report."""
        return canvas.model_copy(update={"imports": take_out(canvas.imports, self.note, "import")})

    def describe(self, before: Canvas) -> str:
        """Names the file."""
        note = before.imports[index_of(before.imports, self.note, "import")]
        return f"Removed the report on {quoted(note.name)}"
