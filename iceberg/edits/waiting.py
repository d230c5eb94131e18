"""What differs between two canvases in the tray and in the notes on imports, which come and go."""

from __future__ import annotations

from typing import Any

from iceberg.edits.cards import CardChanges
from iceberg.edits.kinds import WHOLE, Differences, Kind, changed_fields, compare
from iceberg.model import Canvas, Link, TrayCard


def reworded_in_tray(
    before: tuple[TrayCard, ...], after: tuple[TrayCard, ...]
) -> dict[str, CardChanges]:
    """What cards that stay in the tray say otherwise, by their ids."""
    found = {}
    for old, new in compare(before, after).changed:
        fields = changed_fields(old, new)
        if fields.keys() <= CardChanges.model_fields.keys():
            found[new.id] = CardChanges(**fields)
    return found


def saying(canvas: Canvas, reworded: dict[str, CardChanges]) -> Canvas:
    """The canvas with these changes to the cards in its tray."""
    tray = tuple(
        card.model_copy(update=reworded[card.id].given()) if card.id in reworded else card
        for card in canvas.tray
    )
    return canvas.model_copy(update={"tray": tray}) if reworded else canvas


def whole_differences(before: Canvas, after: Canvas) -> dict[Kind, Differences]:
    """The differences of what can only go and come; links do so with their cards."""
    names = [kind.name for kind in WHOLE]
    if all(getattr(before, name) is getattr(after, name) for name in names):
        return {kind: Differences() for kind in WHOLE}
    movers = _movers(before, after)
    found = {}
    for kind in WHOLE:
        old, new = getattr(before, kind.name), getattr(after, kind.name)
        coming = frozenset(part.id for part in _differing(new, old, movers))
        found[kind] = Differences(
            new=tuple((at, part) for at, part in enumerate(new) if part.id in coming),
            gone=_differing(old, new, movers),
        )
    return found


def _movers(before: Canvas, after: Canvas) -> frozenset[str]:
    """The ids of cards that come, go or change in the tray."""
    cards = {card.id for card in before.cards} ^ {card.id for card in after.cards}
    tray = (*_differing(before.tray, after.tray), *_differing(after.tray, before.tray))
    return frozenset(cards) | {card.id for card in tray}


def _differing(
    parts: tuple[Any, ...], others: tuple[Any, ...], movers: frozenset[str] = frozenset()
) -> tuple[Any, ...]:
    """The parts that the others do not have just so, and the links of movers."""
    known = {part.id: part for part in others}
    return tuple(
        part
        for part in parts
        if known.get(part.id) != part
        or (isinstance(part, Link) and not movers.isdisjoint((part.source, part.target)))
    )
