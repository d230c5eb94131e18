"""People's text, made safe for the places where Streamlit reads Markdown."""

from __future__ import annotations

import re

from iceberg.wording import short

__all__ = ["lowered", "plain", "short"]

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
