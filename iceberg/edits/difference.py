"""What differs between two canvases, and from it what undoes an edit and what an edit touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from iceberg.edits.assumptions import (
    AddAssumption,
    AssumptionChanges,
    ChangeAssumption,
    RemoveAssumption,
)
from iceberg.edits.cards import (
    AddCard,
    Arrange,
    CardChanges,
    ChangeCard,
    MoveCard,
    Placement,
    RemoveCard,
)
from iceberg.edits.details import (
    AddLayer,
    ChangeDetails,
    DetailsChanges,
    NameSnapshot,
    RemoveLayer,
    RemoveSnapshot,
)
from iceberg.edits.findings import (
    BringBackFinding,
    DismissFinding,
    ForgetFinding,
    KeepFinding,
    KeptChanges,
    RewordFinding,
)
from iceberg.edits.imports import KeepImportNote, RemoveImportNote
from iceberg.edits.links import AddLink, ChangeLink, LinkChanges, RemoveLink
from iceberg.edits.readings import AddReading, ChangeReading, ReadingChanges, RemoveReading
from iceberg.edits.tray import (
    AddTrayCard,
    AddTrayLink,
    ChangeTrayCard,
    RemoveTrayCard,
    RemoveTrayLink,
)
from iceberg.edits.union import Edit, Single, Together
from iceberg.model import LAYERS_LIMIT, Assumption, Canvas, Card, Link, Part, Reading, TrayCard

TouchedPart: TypeAlias = tuple[str, ...]
"""A part of a canvas, such as ``("card", id, "text")``; a shorter one stands for all below it."""

_CELL = {"layer", "level"}


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of part: where a canvas keeps it, and the edits that add and remove it."""

    noun: str
    name: str
    add: Callable[[Any, int], Single]
    remove: Callable[[str], Single]
    change: Callable[[str, dict[str, Any]], Single] | None = None


_CARDS = _Kind(
    "card",
    "cards",
    lambda card, at: AddCard(card=card, at=at),
    lambda card: RemoveCard(card=card),
)
_LAYERS = _Kind(
    "layer",
    "layers",
    lambda layer, at: AddLayer(layer=layer, at=at),
    lambda layer: RemoveLayer(layer=layer),
)
_ASSUMPTIONS = _Kind(
    "assumption",
    "assumptions",
    lambda assumption, at: AddAssumption(assumption=assumption, at=at),
    lambda assumption: RemoveAssumption(assumption=assumption),
    lambda a, new: ChangeAssumption(assumption=a, changes=AssumptionChanges(**new)),
)
_HANGING = (
    _Kind(
        "link",
        "links",
        lambda link, at: AddLink(link=link, at=at),
        lambda link: RemoveLink(link=link),
        lambda link, new: ChangeLink(link=link, changes=LinkChanges(**new)),
    ),
    _Kind(
        "reading",
        "readings",
        lambda reading, at: AddReading(reading=reading, at=at),
        lambda reading: RemoveReading(reading=reading),
        lambda reading, new: ChangeReading(reading=reading, changes=ReadingChanges(**new)),
    ),
    _ASSUMPTIONS,
    _Kind(
        "finding",
        "kept",
        lambda finding, at: KeepFinding(finding=finding, at=at),
        lambda finding: ForgetFinding(finding=finding),
        lambda finding, new: RewordFinding(finding=finding, changes=KeptChanges(**new)),
    ),
    _Kind(
        "snapshot",
        "snapshots",
        lambda snapshot, at: NameSnapshot(snapshot=snapshot, at=at),
        lambda snapshot: RemoveSnapshot(snapshot=snapshot),
    ),
)
_IMPORTS = _Kind(
    "import",
    "imports",
    lambda note, at: KeepImportNote(note=note, at=at),
    lambda note: RemoveImportNote(note=note),
)
# Cards and links of the tray share their names with the others: they are the same ones, waiting.
_TRAY = _Kind(
    "card",
    "tray",
    lambda card, at: AddTrayCard(card=card, at=at),
    lambda card: RemoveTrayCard(card=card),
)
_TRAY_LINKS = _Kind(
    "link",
    "tray_links",
    lambda link, at: AddTrayLink(link=link, at=at),
    lambda link: RemoveTrayLink(link=link),
)
# What differs in these goes, and comes again; but cards of the tray may say something else.
_WHOLE = (_IMPORTS, _TRAY, _TRAY_LINKS)
_KINDS = (_LAYERS, _CARDS, *_HANGING, *_WHOLE)


@dataclass(frozen=True, slots=True)
class _Differences:
    """How the parts of one kind differ: new ones with their index, gone ones, changed ones."""

    new: tuple[tuple[int, Any], ...] = ()
    gone: tuple[Any, ...] = ()
    changed: tuple[tuple[Any, Any], ...] = ()


def _compare(before: tuple[Any, ...], after: tuple[Any, ...]) -> _Differences:
    if before is after:
        return _Differences()
    old = {part.id: part for part in before}
    new = {part.id: part for part in after}
    return _Differences(
        new=tuple((index, part) for index, part in enumerate(after) if part.id not in old),
        gone=tuple(part for part in before if part.id not in new),
        changed=tuple(
            (old[part.id], part)
            for part in after
            if part.id in old and old[part.id] is not part and old[part.id] != part
        ),
    )


def _changed_fields(old: Part, new: Part) -> dict[str, Any]:
    return {name: value for name, value in new if getattr(old, name) != value}


def _changed_details(before: Canvas, after: Canvas) -> dict[str, Any]:
    return {
        name: getattr(after, name)
        for name in DetailsChanges.model_fields
        if getattr(before, name) != getattr(after, name)
    }


def steps_between(before: Canvas, after: Canvas) -> Iterator[Single]:
    """The edits that make one canvas out of another, in an order in which each of them fits.

    Exact for canvases that one edit lies between; parts that stay are taken to keep their order.
    """
    found = {
        kind: _compare(getattr(before, kind.name), getattr(after, kind.name)) for kind in _KINDS
    }
    reworded = _reworded(before.tray, after.tray)
    yield from (ChangeTrayCard(card=card, changes=said) for card, said in reworded.items())
    whole = _whole(_saying(before, reworded), after)
    yield from (kind.remove(part.id) for kind in _HANGING for part in found[kind].gone)
    yield from (kind.remove(part.id) for kind in reversed(_WHOLE) for part in whole[kind].gone)
    early = tuple(_making_room(before, found[_LAYERS]))
    yield from early
    yield from (kind.add(part, at) for kind in (_LAYERS, _CARDS) for at, part in found[kind].new)
    yield from _card_steps(found[_CARDS].changed)
    for kind in _HANGING:
        if kind is not _ASSUMPTIONS:
            yield from _changes(kind, found[kind])
    yield from (kind.add(part, at) for kind in _HANGING for at, part in found[kind].new)
    # Only now: an assumption may rest on a link that has just been added.
    yield from _changes(_ASSUMPTIONS, found[_ASSUMPTIONS])
    late = (_CARDS,) if early else (_CARDS, _LAYERS)
    yield from (kind.remove(part.id) for kind in late for part in found[kind].gone)
    yield from (kind.add(part, at) for kind in _WHOLE for at, part in whole[kind].new)
    yield from _dismissals(before.dismissed, after.dismissed)
    if details := _changed_details(before, after):
        yield ChangeDetails(changes=DetailsChanges(**details))


def _dismissals(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Single]:
    for key in before:
        if key not in after:
            yield BringBackFinding(finding=key)
    for index, key in enumerate(after):
        if key not in before:
            yield DismissFinding(finding=key, at=index)


def _reworded(before: tuple[TrayCard, ...], after: tuple[TrayCard, ...]) -> dict[str, CardChanges]:
    """What cards that stay in the tray say otherwise, by their ids."""
    found = {}
    for old, new in _compare(before, after).changed:
        fields = _changed_fields(old, new)
        if fields.keys() <= CardChanges.model_fields.keys():
            found[new.id] = CardChanges(**fields)
    return found


def _saying(canvas: Canvas, reworded: dict[str, CardChanges]) -> Canvas:
    tray = tuple(
        card.model_copy(update=reworded[card.id].given()) if card.id in reworded else card
        for card in canvas.tray
    )
    return canvas.model_copy(update={"tray": tray}) if reworded else canvas


def _whole(before: Canvas, after: Canvas) -> dict[_Kind, _Differences]:
    """The differences of what can only go and come; links do so with their cards."""
    names = [kind.name for kind in _WHOLE]
    if all(getattr(before, name) is getattr(after, name) for name in names):
        return {kind: _Differences() for kind in _WHOLE}
    movers = _movers(before, after)
    found = {}
    for kind in _WHOLE:
        old, new = getattr(before, kind.name), getattr(after, kind.name)
        coming = frozenset(part.id for part in _differing(new, old, movers))
        found[kind] = _Differences(
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


def _changes(kind: _Kind, found: _Differences) -> Iterator[Single]:
    if kind.change:
        for old, new in found.changed:
            yield kind.change(old.id, _changed_fields(old, new))


def _making_room(before: Canvas, layers: _Differences) -> Iterator[Single]:
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
        fields = _changed_fields(old, new)
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


def touched(before: Canvas, edit: Edit) -> frozenset[TouchedPart]:
    """The parts that an edit adds, removes, changes or hangs something on.

    A new link touches itself and ``("card", id, "links", link)`` at both ends, so that it meets
    the removal of a card but not the change of its text. An edit without effect touches nothing.
    """
    after = edit.apply(before)
    parts: set[TouchedPart] = {("canvas", name) for name in _changed_details(before, after)}
    parts |= {("dismissed", key) for key in set(before.dismissed) ^ set(after.dismissed)}
    for kind in _KINDS:
        found = _compare(getattr(before, kind.name), getattr(after, kind.name))
        for part in (*(part for _, part in found.new), *found.gone):
            parts |= {(kind.noun, part.id), *_hangs_on(part)}
        for old, new in found.changed:
            parts |= {(kind.noun, new.id, name) for name in _changed_fields(old, new)}
            parts |= _hangs_on(old) ^ _hangs_on(new)
    return frozenset(parts)


def _hangs_on(part: Part) -> set[TouchedPart]:
    match part:
        case Card():
            return {("layer", part.layer, "cards", part.id)}
        case Link():
            return {("card", card, "links", part.id) for card in (part.source, part.target)}
        case Reading():
            return {("card", part.card, "readings", part.id)}
        case Assumption():
            watched = (part.signpost_card,) if part.signpost_card else ()
            cards = {("card", card, "assumptions", part.id) for card in (*part.cards, *watched)}
            return cards | {("link", link, "assumptions", part.id) for link in part.links}
        case _:
            return set()


def overlap(some: frozenset[TouchedPart], others: frozenset[TouchedPart]) -> bool:
    """Whether two edits touch the same parts: one part of either is the other's or holds it."""
    return _within(some, others) or _within(others, some)


def _within(inner: frozenset[TouchedPart], outer: frozenset[TouchedPart]) -> bool:
    return any(part[:end] in outer for part in inner for end in range(1, len(part) + 1))
