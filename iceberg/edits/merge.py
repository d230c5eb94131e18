"""Merging cards that say the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, ValidationError

from iceberg.edits.base import BaseEdit
from iceberg.edits.phrases import card_name, counted
from iceberg.edits.refusals import merged_too_large, merged_with_itself
from iceberg.edits.rows import forgotten, index_of, replace
from iceberg.model import (
    CARDS_LIMIT,
    Assumption,
    Canvas,
    Card,
    CardText,
    Id,
    KeptFinding,
    Link,
    problems_of,
)

NamingT = TypeVar("NamingT", Assumption, KeptFinding)


class MergeCards(BaseEdit):
    """Merges cards into one of them, which keeps its id, its cell and its place.

    The other cards' texts are kept in its ``originals`` (and its own, when a new ``text`` is
    given); votes are added, tags, sources and notes joined; its own score stays, else the first
    of the others' counts. Links, readings, assumptions and kept findings of the others move to it;
    links that would join it to itself, or say again what one of the links says, are dropped, and
    assumptions forget those.
    """

    kind: Literal["merge_cards"] = "merge_cards"
    into: Id
    cards: Annotated[tuple[Id, ...], Field(min_length=1, max_length=CARDS_LIMIT)]
    text: CardText | None = None

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with one card in the place of several."""
        if self.into in self.cards or len(set(self.cards)) < len(self.cards):
            raise merged_with_itself()
        kept = canvas.cards[index_of(canvas.cards, self.into, "card")]
        others = [canvas.cards[index_of(canvas.cards, card, "card")] for card in self.cards]
        gone = frozenset(self.cards)
        cards = tuple(card for card in canvas.cards if card.id not in gone)
        index = index_of(cards, self.into, "card")
        links = _moved_links(canvas.links, gone, self.into)
        moved = (
            _watching(_moved_to(a, gone, self.into), gone, self.into) for a in canvas.assumptions
        )
        return canvas.model_copy(
            update={
                "cards": replace(cards, index, _merged(kept, others, self.text)),
                "links": links,
                "tray_links": _moved_links(canvas.tray_links, gone, self.into),
                "readings": tuple(
                    reading.model_copy(update={"card": self.into})
                    if reading.card in gone
                    else reading
                    for reading in canvas.readings
                ),
                "assumptions": forgotten(tuple(moved), cards, links),
                "kept": tuple(_moved_to(one, gone, self.into) for one in canvas.kept),
            }
        )

    def describe(self, before: Canvas) -> str:
        """Names the card that stays, and the other when it is only one."""
        stays = card_name(before, self.into)
        if len(self.cards) == 1:
            return f"Merged {card_name(before, self.cards[0])} into {stays}"
        return f"Merged {counted(len(self.cards), 'card', 'cards')} into {stays}"


def _distinct(values: Iterable[Any]) -> list[Any]:
    return [value for value in dict.fromkeys(values) if value is not None]


def _merged(kept: Card, others: list[Card], text: str | None) -> Card:
    every = [kept, *others]
    reworded = [] if text is None or text == kept.text else [kept.text]
    wordings = [wording for card in others for wording in (card.text, *card.originals)]
    fields = {
        **dict(kept),
        "text": kept.text if text is None else text,
        "force": next((card.force for card in every if card.force is not None), None),
        "tags": tuple(_distinct(tag for card in every for tag in card.tags)),
        "source": "; ".join(_distinct(card.source for card in every)) or None,
        "note": "\n\n".join(_distinct(card.note for card in every)) or None,
        "votes": sum(card.votes for card in every),
        "unsure": any(card.unsure for card in every),
        "originals": tuple(_distinct([*kept.originals, *reworded, *wordings])),
    }
    try:
        return Card.model_validate(fields)
    except ValidationError as error:
        raise merged_too_large(str(problems_of(error)[0])) from error


def _moved_links(links: tuple[Link, ...], gone: frozenset[str], into: str) -> tuple[Link, ...]:
    def end(card_id: str) -> str:
        return into if card_id in gone else card_id

    moves = {link.id: (end(link.source), end(link.target)) for link in links}
    # The survivor's own links are told first, so that they win over links that move to it.
    told = {(ln.source, ln.target) for ln in links if moves[ln.id] == (ln.source, ln.target)}
    moved = []
    for link in links:
        source, target = ends = moves[link.id]
        if ends == (link.source, link.target):
            moved.append(link)
        elif source != target and ends not in told:
            told.add(ends)
            moved.append(link.model_copy(update={"source": source, "target": target}))
    return tuple(moved)


def _moved_to(one: NamingT, gone: frozenset[str], into: str) -> NamingT:
    if gone.isdisjoint(one.cards):
        return one
    cards = tuple(dict.fromkeys(into if card in gone else card for card in one.cards))
    return one.model_copy(update={"cards": cards})


def _watching(assumption: Assumption, gone: frozenset[str], into: str) -> Assumption:
    """The assumption with its signpost at the card that stays."""
    if assumption.signpost_card not in gone:
        return assumption
    return assumption.model_copy(update={"signpost_card": into})
