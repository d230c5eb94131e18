"""Which cards the links of a table mean: by id, by text, in any case, several in one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iceberg.columns import BETWEEN, split
from iceberg.importers.fields import Fields, More, edge_of
from iceberg.importers.limits import PARTS
from iceberg.importers.maps import Edge, Node
from iceberg.importers.refusing import refused
from iceberg.importers.texts import one_line


@dataclass(frozen=True, slots=True)
class Loose:
    """A link as a row has it: two cells, and what else it says."""

    source: str
    target: str
    fields: Fields
    more: More = ()


class Ends:
    """Finds the nodes that links name, and makes those that are only named there (``made``).

    ``strict`` makes none: an end that is nowhere keeps its name and dangles.
    """

    def __init__(self, nodes: Sequence[Node], *, strict: bool) -> None:
        self.made: list[Node] = []
        self._strict = strict
        self._edges = 0
        self._ids = {node.id for node in nodes}
        self._texts: dict[str, str] = {}
        for node in nodes:
            self._texts.setdefault(_plain(node.text), node.id)

    def edges(self, link: Loose) -> Iterator[Edge]:
        """The edge; several where a cell such as ``A|B`` names several cards, as in Kumu.

        Raises `BadInputError` past `PARTS` edges in all.
        """
        sources, targets = self._named(link.source), self._named(link.target)
        self._edges += len(sources) * len(targets)
        if self._edges > PARTS:
            raise refused("The table has far more links than a canvas can hold.", "Cut it.")
        for source in sources:
            for target in targets:
                yield edge_of(source, target, link.fields, link.more)

    def _named(self, cell: str) -> list[str]:
        whole = self._found(cell)
        if whole is not None:
            return [whole]
        parts = split(cell) if BETWEEN in cell else ()
        return [self._found(part) or self._new(part) for part in parts] or [self._new(cell)]

    def _found(self, name: str) -> str | None:
        wanted = name.strip()
        return wanted if wanted in self._ids else self._texts.get(_plain(name))

    def _new(self, name: str) -> str:
        if self._strict:
            return one_line(name)
        number = len(self.made) + 1
        while (node_id := f"n{number}") in self._ids:
            number += 1
        self._ids.add(node_id)
        self._texts[_plain(name)] = node_id
        self.made.append(Node(node_id, text=name.strip()))
        return node_id


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
