"""The words of the document beside its story."""

from __future__ import annotations

from typing import Final

FIGURE: Final = "Figure 1"
IN_WORDS: Final = "The sections that follow say the same in words."
