"""Who a picture is from and for: what goes around it when it leaves the room."""

from __future__ import annotations

from iceberg.model.fields import Line
from iceberg.model.logo import Logo
from iceberg.model.part import Part
from iceberg.model.words import TextDirection


class Cover(Part):
    """Organisation, funder, a caption and a logo, each as far as there is one.

    ``direction`` is the way that a page runs; "auto" follows the letters of each line.
    """

    organisation: Line = ""
    funder: Line = ""
    caption: Line = ""
    logo: Logo | None = None
    direction: TextDirection = "auto"
