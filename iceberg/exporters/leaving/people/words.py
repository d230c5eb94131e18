"""Words that go before names, words that are first names, and words that name no person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

TITLES: Final = (
    *("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Cllr", "Councillor"),
    *("Rev", "Revd", "Reverend", "Sir", "Dame", "Lady", "Lord", "Baroness", "Baron", "Imam"),
    *("Rabbi", "Canon", "Sgt", "PC", "DC", "Inspector"),
    *("Cyng", "Cynghorydd", "Parch", "Parchedig"),
)
"""English and Welsh titles; a capital has to follow."""
TITLES_BEFORE_ANY: Final = (
    *("السيدة", "السيد", "الدكتورة", "الدكتور"),
    *("الأستاذة", "الأستاذ", "الشيخ"),
)
"""Arabic titles; its letters know no capitals."""


def words_in(text: str) -> Iterator[str]:
    """The words of a text, in small letters."""
    return (word.casefold() for word in re.findall(r"[^\W\d_]+", text))


def _listed(name: str) -> frozenset[str]:
    return frozenset((files("iceberg.exporters.leaving.people") / name).read_text("utf-8").split())


FIRST_NAMES: Final = _listed("first_names.txt")
"""Common first names in Britain that are not words of other meaning, in small letters."""
NO_NAMES: Final = _listed("no_names.txt")
"""Words of organisations, places, laws, days and months, and little words, in small letters."""
