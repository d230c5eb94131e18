"""Two moments of a canvas, part by part. Where cards stand is left out: only what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from iceberg.compare import wording
from iceberg.compare.parts import Comparison, Difference, How, Kind
from iceberg.model import Assumption, Canvas, Card, KeptFinding, Layer, Link, Part, Reading

_UNTOLD: Final = frozenset({"position", "force", "text", "layer", "level"})
PartT = TypeVar("PartT", Assumption, Card, KeptFinding, Layer, Link, Reading)


def compare(before: Canvas, after: Canvas) -> Comparison:
    """All that differs between two moments of one canvas, in words.

    A card that goes takes its links and readings with it: they are told as gone with their own
    sentences only where the card stays. The same two canvases give the same comparison.
    """
    return Comparison(
        before,
        after,
        (
            *_layers(before, after),
            *_cards(before, after),
            *_forces(before, after),
            *_readings(before, after),
            *_links(before, after),
            *_assumptions(before, after),
            *_findings(before, after),
        ),
    )


def _new(before: Sequence[PartT], after: Sequence[PartT]) -> list[PartT]:
    known = {part.id for part in before}
    return [part for part in after if part.id not in known]


def _changed(before: Sequence[PartT], after: Sequence[PartT]) -> list[tuple[PartT, PartT]]:
    old = {part.id: part for part in before}
    return [(old[part.id], part) for part in after if old.get(part.id, part) != part]


def _fields(old: Part, new: Part) -> list[str]:
    return [name for name, value in new if getattr(old, name) != value]


def _differ(kind: Kind, how: How, part: str, sentence: str, *cards: str) -> Difference:
    return Difference(kind=kind, how=how, id=part, sentence=sentence, cards=cards)


def _layers(before: Canvas, after: Canvas) -> Iterator[Difference]:
    for one in _new(before.layers, after.layers):
        yield _differ("layer", "new", one.id, wording.layer(one.title, "new"))
    for one in _new(after.layers, before.layers):
        yield _differ("layer", "gone", one.id, wording.layer(one.title, "gone"))
    for _, one in _changed(before.layers, after.layers):
        yield _differ("layer", "changed", one.id, wording.layer(one.title, "changed"))


def _cards(before: Canvas, after: Canvas) -> Iterator[Difference]:
    for card in _new(before.cards, after.cards):
        said = wording.new_card(card.text, wording.cell(after, card))
        yield _differ("card", "new", card.id, said, card.id)
    for card in _new(after.cards, before.cards):
        yield _differ("card", "gone", card.id, _where_it_went(card, before, after), card.id)
    for old, card in _changed(before.cards, after.cards):
        if said := " ".join(_about(old, card, before, after)):
            yield _differ("card", "changed", card.id, said, card.id)


def _where_it_went(card: Card, before: Canvas, after: Canvas) -> str:
    known = {one.id: one.originals for one in before.cards}
    for one in after.cards:
        if card.text in one.originals and card.text not in known.get(one.id, ()):
            return wording.merged_card(card.text, one.text)
    return wording.gone_card(card.text, wording.cell(before, card))


def _about(old: Card, card: Card, before: Canvas, after: Canvas) -> Iterator[str]:
    if old.text != card.text:
        yield wording.reworded(old.text, card.text)
    if (old.layer, old.level) != (card.layer, card.level):
        yield wording.moved(card.text, wording.cell(before, old), wording.cell(after, card))
    if rest := [name for name in _fields(old, card) if name not in _UNTOLD]:
        yield wording.details(card.text, rest)


def _forces(before: Canvas, after: Canvas) -> Iterator[Difference]:
    for old, card in _changed(before.cards, after.cards):
        if old.force != card.force:
            how: How = "changed" if old.force and card.force else "new" if card.force else "gone"
            said = wording.force(card.text, old.force, card.force)
            yield _differ("force", how, card.id, said, card.id)


def _readings(before: Canvas, after: Canvas) -> Iterator[Difference]:
    texts, known = {card.id: card.text for card in after.cards}, before.latest_readings()
    for one in sorted(_new(before.readings, after.readings), key=lambda one: one.date):
        said = wording.reading(texts[one.card], one, known.get(one.card))
        yield _differ("reading", "new", one.id, said, one.card)
    for one in _new(after.readings, before.readings):
        if one.card in texts:
            said = wording.reading_gone(texts[one.card], one)
            yield _differ("reading", "gone", one.id, said, one.card)
    for _, one in _changed(before.readings, after.readings):
        said = wording.reading_changed(texts[one.card], one)
        yield _differ("reading", "changed", one.id, said, one.card)


def _links(before: Canvas, after: Canvas) -> Iterator[Difference]:
    texts = {card.id: card.text for card in (*before.cards, *after.cards)}
    stay = {card.id for card in after.cards}
    for one in _new(before.links, after.links):
        said = wording.link(one, texts, "new")
        yield _differ("link", "new", one.id, said, one.source, one.target)
    for one in _new(after.links, before.links):
        if {one.source, one.target} <= stay:
            said = wording.link(one, texts, "gone")
            yield _differ("link", "gone", one.id, said, one.source, one.target)
    for old, one in _changed(before.links, after.links):
        names = ["target" if name == "source" else name for name in _fields(old, one)]
        said = wording.link_changed(one, texts, tuple(dict.fromkeys(names)))
        yield _differ("link", "changed", one.id, said, one.source, one.target)


def _assumptions(before: Canvas, after: Canvas) -> Iterator[Difference]:
    for one in _new(before.assumptions, after.assumptions):
        said = wording.new_assumption(one.text)
        yield _differ("assumption", "new", one.id, said, *one.cards)
    for one in _new(after.assumptions, before.assumptions):
        yield _differ("assumption", "gone", one.id, wording.gone_assumption(one.text))
    for old, one in _changed(before.assumptions, after.assumptions):
        about = tuple(_about_assumption(old, one))
        said = " ".join(about or (wording.assumption_details(one.text, ("history",)),))
        yield _differ("assumption", "changed", one.id, said, *one.cards)


def _about_assumption(old: Assumption, one: Assumption) -> Iterator[str]:
    if old.text != one.text:
        yield wording.reworded(old.text, one.text)
    if old.status != one.status:
        yield wording.status(one.text, old.status, one.status)
    elif looks := one.looks[len(old.looks) :]:
        yield wording.looked_at(one.text, looks[-1])
    told = {"text", "status", "history"}
    if rest := [name for name in _fields(old, one) if name not in told]:
        yield wording.assumption_details(one.text, rest)


def _findings(before: Canvas, after: Canvas) -> Iterator[Difference]:
    for one in _new(before.kept, after.kept):
        yield _differ("finding", "new", one.id, wording.finding(one.text, "new"), *one.cards)
    for one in _new(after.kept, before.kept):
        yield _differ("finding", "gone", one.id, wording.finding(one.text, "gone"))
    for old, one in _changed(before.kept, after.kept):
        if old.text != one.text:
            said = wording.reworded(old.text, one.text)
            yield _differ("finding", "changed", one.id, said, *one.cards)
