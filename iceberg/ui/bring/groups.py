"""The cards of a map in groups that are placed together, each with what is suggested for it."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iceberg import wording as picture_words
from iceberg.importers import Draft, Node
from iceberg.model import LEVELS
from iceberg.ui.bring import wording
from iceberg.ui.bring.drafts import Bringing, Cell
from iceberg.ui.plain import short

BY_PLACE: Final = "suggestion"
"""The grouping whose groups are called as the places that they are suggested for."""
LATER: Final = "later"
"""The choice of the tray."""
_NAMED: Final = 4
"""Cards of a group that are named."""
_PLACES: Final = 2
"""Suggested places that a group names; past that they are "other reasons"."""


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes by their ids under a name; ``key`` is short and stays the same for one file."""

    key: str
    name: str
    nodes: tuple[str, ...]


def groupings(draft: Draft) -> tuple[str, ...]:
    """What the cards of this map can be grouped by."""
    nodes = draft.source.nodes
    said = [name for name in wording.GROUPINGS if any(getattr(one, name, None) for one in nodes)]
    return (BY_PLACE, "reason", *said)


def groups(draft: Draft, by: str) -> tuple[Group, ...]:
    """All cards in groups; by suggestion from the left and the top, else the largest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for node in draft.source.nodes:
        found[_name(draft, node, by)].append(node.id)
    if by == BY_PLACE:
        order = list(cell_names(draft).values())
        names = sorted(found, key=order.index)
    else:
        names = sorted(found, key=lambda name: (-len(found[name]), name))
    return tuple(Group(f"{by}-{_short(name)}", name, tuple(found[name])) for name in names)


def cell_names(draft: Draft) -> dict[Cell, str]:
    """Every level of every layer, by what it is called."""
    return {
        (layer.id, level): f"{layer.title}, {picture_words.LEVEL_TITLES[level].lower()}"
        for layer in sorted(draft.layers, key=lambda layer: layer.order)
        for level in LEVELS
    }


def first_texts(draft: Draft, group: Group) -> str:
    """The first cards of a group by their texts, and how many more there are."""
    inside = set(group.nodes)
    texts = [node.text or node.id for node in draft.source.nodes if node.id in inside]
    said = [picture_words.quoted(short(text)) for text in texts[:_NAMED]]
    more = len(texts) - _NAMED
    return ", ".join([*said, *([wording.NAMES_MORE.format(count=more)] if more > 0 else [])])


def suggested(draft: Draft, group: Group) -> str:
    """Where a group is suggested to go and why, in words."""
    names = cell_names(draft)
    found = [draft.suggestions[node] for node in group.nodes]
    places = Counter((one.layer, one.level) for one in found).most_common()
    said = list(_said(draft, group, names, places[:_PLACES]))
    more = wording.AND_REASONS if len({one.reason for one in found}) > len(said) else ""
    return wording.SUGGESTED.format(places="; ".join(said)) + more


def _said(
    draft: Draft, group: Group, names: dict[Cell, str], places: list[tuple[Cell, int]]
) -> Iterator[str]:
    for cell, count in places:
        here = (draft.suggestions[node] for node in group.nodes)
        reasons = Counter(one.reason for one in here if (one.layer, one.level) == cell)
        told = {"place": names[cell], "reason": reasons.most_common(1)[0][0], "count": count}
        all_here = count == len(group.nodes)
        yield (wording.BECAUSE if all_here else wording.FOR_SOME).format(**told)


def cell_of(choice: str) -> Cell | None:
    """A choice of a list as a cell; None for the tray."""
    if choice == LATER:
        return None
    layer, _, level = choice.rpartition("|")
    return layer, level  # type: ignore[return-value]


def choices(draft: Draft) -> dict[str, str]:
    """What can be chosen for a card, by what it is called: every cell, and the tray."""
    names = cell_names(draft)
    return {f"{layer}|{level}": name for (layer, level), name in names.items()} | {
        LATER: wording.LATER
    }


def choice_of(bringing: Bringing, group: Group) -> str:
    """Where all of a group go, as it can be chosen; else ``open`` or ``mixed``."""
    said = {spelled(bringing, node) for node in group.nodes}
    return said.pop() if len(said) == 1 else "mixed"


def spelled(bringing: Bringing, node: str) -> str:
    """Where a node goes, as it can be chosen, or ``open``."""
    if node not in bringing.decided:
        return "open"
    cell = bringing.decided[node]
    return "|".join(cell) if cell else LATER


def _name(draft: Draft, node: Node, by: str) -> str:
    if by == BY_PLACE:
        found = draft.suggestions[node.id]
        return cell_names(draft)[found.layer, found.level]
    if by == "reason":
        return draft.suggestions[node.id].reason
    value = node.tags[:1] if by == "tags" else (getattr(node, by),)
    return " ".join(" ".join(value).split()) or wording.NO_GROUP


def _short(name: str) -> str:
    return f"{zlib.crc32(name.encode()):08x}"
