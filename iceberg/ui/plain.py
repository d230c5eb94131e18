"""People's text, made safe for the places where Streamlit reads Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from iceberg.wording import short

__all__ = ["lowered", "plain", "short", "told_apart"]

Key = TypeVar("Key")

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WORD_JOINER = "\u2060"
_READ_AS_SOMETHING_ELSE = re.compile(r":|@|www|[-<>](?=\\?[-<>=])", re.IGNORECASE)


def plain(text: str) -> str:
    """One line of Markdown that shows ``text`` exactly as it was written.

    Backslashes stop Markdown, HTML and formulas. What is looked for only after that (emoji names,
    icons, bare addresses, arrows) is broken up by an invisible joiner that never changes a line.
    """
    escaped = _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
    return _READ_AS_SOMETHING_ELSE.sub(lambda found: found[0] + _WORD_JOINER, escaped)


def lowered(sentence: str) -> str:
    """A sentence as it stands in the middle of another one."""
    return f"{sentence[:1].lower()}{sentence[1:]}"


def told_apart(names: Mapping[Key, str]) -> dict[Key, str]:
    """The same names, but no two alike: a browser says by its words what was chosen in a list."""
    seen: Counter[str] = Counter()
    apart: dict[Key, str] = {}
    taken = set(names.values())
    for key, name in names.items():
        seen[name] += 1
        different = name
        while seen[name] > 1 and (different := f"{name} · {seen[name]}") in taken:
            seen[name] += 1
        apart[key] = different
        taken.add(different)
    return apart
