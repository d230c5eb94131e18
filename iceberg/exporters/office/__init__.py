"""What Word, PowerPoint and Excel files share: their package, their properties."""

from __future__ import annotations

from iceberg.exporters.office.package import add, settled

__all__ = ["add", "settled"]
