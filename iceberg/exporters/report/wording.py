"""The words of the report beside its story."""

from __future__ import annotations

from typing import Final

PICTURE: Final = "The picture"
CONTENTS: Final = "Contents"
PAGE: Final = "Page"
OF: Final = "of"
