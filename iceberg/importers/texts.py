"""Texts from elsewhere made to fit a card, a note, a tag or an id, with nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

from iceberg.importers import wording
from iceberg.importers.maps import Remark
from iceberg.model import ID_PATTERN, NOTE_LIMIT, TAG_LIMIT, TAGS_LIMIT, TEXT_LIMIT, clean_text

_MORE: Final = "…"


def tidy(text: str) -> str:
    """As `clean_text`, quickly where there is nothing to clean."""
    if text.isascii() and text.isprintable():
        return text.strip()
    cleaned: str = clean_text(text)
    return cleaned


def one_line(text: str) -> str:
    """A tidy text on one line."""
    return tidy(text).replace("\n", " ")


def shortened(text: str, limit: int = TEXT_LIMIT) -> str:
    """A tidy text that is not longer than the limit, cut between words where it can be."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    words = re.sub(r"\s+\S*$", "", cut)
    return tidy((words if len(words) > limit // 2 else cut) + _MORE)


def note_of(parts: Iterable[str], card: str) -> tuple[str, tuple[Remark, ...]]:
    """One note from several texts; what does not fit it is told by a remark with all of it."""
    whole = "\n".join(part for part in parts if part)
    if len(whole) <= NOTE_LIMIT:
        return whole, ()
    kept = tidy(whole[: NOTE_LIMIT - 1] + _MORE)
    rest = wording.CUT.format(card=card, rest=whole[NOTE_LIMIT - 1 :])
    return kept, (Remark("note_cut", rest),)


def tags_of(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that can be tags, each once, and those that cannot: too long or too many."""
    tidied = dict.fromkeys(one_line(word) for word in words)
    short = [word for word in tidied if word and len(word) <= TAG_LIMIT]
    long = [word for word in tidied if len(word) > TAG_LIMIT]
    return tuple(short[:TAGS_LIMIT]), (*short[TAGS_LIMIT:], *long)


def own_ids(wanted: Iterable[str], prefix: str) -> Iterator[str]:
    """An id for each wanted one: itself where it is one and free, else ``c1``, ``c2``, …"""
    asked = list(wanted)
    fits = {name for name in asked if re.fullmatch(ID_PATTERN, name)}
    taken: set[str] = set()
    free = (f"{prefix}{number}" for number in count(1))
    for name in asked:
        given = (
            name if name in fits and name not in taken else next(f for f in free if f not in fits)
        )
        taken.add(given)
        yield given
