"""What on a canvas looks as if it named a person, for somebody to look at before it goes out.

It only points: by titles, first names, pairs of capital words, e-mail addresses and telephone
numbers. It misses names without capitals and nicknames, and it points at some that are none; a
person decides about each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iceberg.exporters.leaving.people.signs import first_sign, owner_sign
from iceberg.exporters.leaving.people.words import words_in
from iceberg.exporters.leaving.selection import Place
from iceberg.model import Canvas

__all__ = ["Hint", "people"]


@dataclass(frozen=True, slots=True)
class Hint:
    """A place whose ``text`` may name a person: the words ``found``, and ``why`` they look so."""

    place: Place
    text: str
    found: str
    why: str

    @property
    def can_be_hidden(self) -> bool:
        """Whether a file can go without it; a title can only be changed."""
        return self.place not in (("canvas", "title"), ("canvas", "caption"))


def people(canvas: Canvas) -> tuple[Hint, ...]:
    """The places of a canvas that may name a person, cards first, one sign each."""
    known = frozenset(words_in(_known_names(canvas)))
    found = []
    for place, text in _texts(canvas):
        sign = first_sign(text, known)
        if sign is None and place[-1] == "owner":
            sign = owner_sign(text, known)
        if sign is not None:
            found.append(Hint(place, text, *sign))
    return tuple(found)


def _known_names(canvas: Canvas) -> str:
    """Places and organisations that the canvas itself names as such."""
    cover = canvas.cover
    titles = " ".join(layer.title for layer in canvas.layers)
    return " ".join((canvas.place, cover.organisation, cover.funder, titles))


def _texts(canvas: Canvas) -> Iterator[tuple[Place, str]]:
    """Everything that people wrote, with the place to hide to be rid of it."""
    for place, text in _all_texts(canvas):
        if text:
            yield place, text


def _all_texts(canvas: Canvas) -> Iterator[tuple[Place, str | None]]:
    for card in canvas.cards:
        yield ("card", card.id), card.text
        yield ("card", card.id, "note"), card.note
        yield ("card", card.id, "source"), card.source
        yield ("card", card.id, "originals"), "\n".join(card.originals)
        yield ("card", card.id, "tags"), "\n".join(card.tags)
    for link in canvas.links:
        yield ("link", link.id, "note"), link.note
    for reading in canvas.readings:
        yield ("reading", reading.id, "source"), reading.source
    for assumption in canvas.assumptions:
        yield ("assumption", assumption.id), assumption.text
        yield ("assumption", assumption.id, "signpost"), assumption.signpost
        yield ("assumption", assumption.id, "owner"), assumption.owner
        yield ("assumption", assumption.id, "shaping"), "\n".join(assumption.shaping)
        yield ("assumption", assumption.id, "hedging"), "\n".join(assumption.hedging)
        said = ((change.note, change.text) for change in assumption.history)
        notes = "\n".join(text for pair in said for text in pair if text)
        yield ("assumption", assumption.id, "history"), notes
    for finding in canvas.kept:
        yield ("kept", finding.id), finding.text
    for name in ("question", "aim", "title"):
        yield ("canvas", name), getattr(canvas, name)
    yield ("canvas", "caption"), canvas.cover.caption
