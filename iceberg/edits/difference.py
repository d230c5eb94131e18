"""The edits that lie between two canvases, and from them what undoes an edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iceberg.edits.cards import (
    Arrange,
    CardChanges,
    ChangeCard,
    MoveCard,
    Placement,
)
from iceberg.edits.details import (
    ChangeDetails,
    DetailsChanges,
    RemoveLayer,
)
from iceberg.edits.findings import (
    BringBackFinding,
    DismissFinding,
)
from iceberg.edits.kinds import (
    ASSUMPTIONS,
    CARDS,
    HANGING,
    KINDS,
    LAYERS,
    WHOLE,
    Differences,
    Kind,
    changed_details,
    changed_fields,
    compare,
)
from iceberg.edits.tray import (
    ChangeTrayCard,
)
from iceberg.edits.union import Edit, Single, Together
from iceberg.edits.waiting import reworded_in_tray, saying, whole_differences
from iceberg.model import LAYERS_LIMIT, Canvas, Card

_CELL = {"layer", "level"}


def steps_between(before: Canvas, after: Canvas) -> Iterator[Single]:
    """The edits that make one canvas out of another, in an order in which each of them fits.

    Exact for canvases that one edit lies between; parts that stay are taken to keep their order.
    """
    found = {kind: compare(getattr(before, kind.name), getattr(after, kind.name)) for kind in KINDS}
    reworded = reworded_in_tray(before.tray, after.tray)
    yield from (ChangeTrayCard(card=card, changes=said) for card, said in reworded.items())
    whole = whole_differences(saying(before, reworded), after)
    yield from (kind.remove(part.id) for kind in HANGING for part in found[kind].gone)
    yield from (kind.remove(part.id) for kind in reversed(WHOLE) for part in whole[kind].gone)
    early = tuple(_making_room(before, found[LAYERS]))
    yield from early
    yield from (kind.add(part, at) for kind in (LAYERS, CARDS) for at, part in found[kind].new)
    yield from _card_steps(found[CARDS].changed)
    for kind in HANGING:
        if kind is not ASSUMPTIONS:
            yield from _changes(kind, found[kind])
    yield from (kind.add(part, at) for kind in HANGING for at, part in found[kind].new)
    # Only now: an assumption may rest on a link that has just been added.
    yield from _changes(ASSUMPTIONS, found[ASSUMPTIONS])
    late = (CARDS,) if early else (CARDS, LAYERS)
    yield from (kind.remove(part.id) for kind in late for part in found[kind].gone)
    yield from (kind.add(part, at) for kind in WHOLE for at, part in whole[kind].new)
    yield from _dismissals(before.dismissed, after.dismissed)
    if details := changed_details(before, after):
        yield ChangeDetails(changes=DetailsChanges(**details))


def _dismissals(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Single]:
    for key in before:
        if key not in after:
            yield BringBackFinding(finding=key)
    for index, key in enumerate(after):
        if key not in before:
            yield DismissFinding(finding=key, at=index)


def _changes(kind: Kind, found: Differences) -> Iterator[Single]:
    if kind.change:
        for old, new in found.changed:
            yield kind.change(old.id, changed_fields(old, new))


def _making_room(before: Canvas, layers: Differences) -> Iterator[Single]:
    """Where there are too many layers for old and new ones at once, the old ones go first.

    Their cards wait on a layer that stays, until they go where they belong.
    """
    gone = {layer.id for layer in layers.gone}
    stays = next((layer.id for layer in before.layers if layer.id not in gone), None)
    if stays is None or len(before.layers) + len(layers.new) <= LAYERS_LIMIT:
        return
    for card in before.cards:
        if card.layer in gone:
            yield MoveCard(card=card.id, layer=stays, level=card.level)
    yield from (RemoveLayer(layer=layer) for layer in sorted(gone))


def _card_steps(changed: Iterable[tuple[Card, Card]]) -> Iterator[Single]:
    placements = []
    for old, new in changed:
        fields = changed_fields(old, new)
        moved = fields.keys() & {"position", *_CELL}
        if moved & _CELL:
            yield MoveCard(card=new.id, layer=new.layer, level=new.level, position=new.position)
        elif moved:
            placements.append(Placement(card=new.id, position=new.position))
        if rest := {name: value for name, value in fields.items() if name not in moved}:
            yield ChangeCard(card=new.id, changes=CardChanges(**rest))
    if placements:
        yield Arrange(placements=tuple(placements))


def difference(before: Canvas, after: Canvas, title: str) -> Together | None:
    """One edit, told as ``title``, that makes ``after`` out of ``before``; None where they agree.

    All but the order of the parts that stay becomes as it is in ``after``.
    """
    steps = tuple(steps_between(before, after))
    return Together(edits=steps, title=title) if steps else None


def inverse(before: Canvas, edit: Edit) -> Edit:
    """The edit that undoes an edit of ``before``, down to the order of all parts.

    Raises:
        EditRefusedError: the edit does not fit the canvas.
    """
    if not isinstance(edit, Together):
        return _one(tuple(steps_between(edit.apply(before), before)))
    undone: list[Single] = []
    for step in edit.edits:
        after = step.apply(before)
        undone[:0] = steps_between(after, before)
        before = after
    return _one(tuple(undone))


def _one(steps: tuple[Single, ...]) -> Edit:
    return steps[0] if len(steps) == 1 else Together(edits=steps)
