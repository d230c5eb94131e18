"""What a canvas says at a glance: a few sentences for the first page of a document."""

from __future__ import annotations

from iceberg.exporters.story.glance.sentences import FAVOURITES, glance
from iceberg.exporters.story.glance.wording import TITLE

__all__ = ["FAVOURITES", "TITLE", "glance"]
