"""The words of the report beside its story."""

from __future__ import annotations

from typing import Final

PICTURE: Final = "The picture"
CONTENTS: Final = "Contents"
IN_WORDS: Final = "The sections that follow say the same in words."
IN_FULL: Final = "The next page shows the picture in full."
