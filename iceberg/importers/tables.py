"""Rows of cells as nodes and edges, whatever the columns are called and wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from iceberg.columns import COLUMNS, read_cell
from iceberg.importers import wording
from iceberg.importers.ends import Ends, Loose
from iceberg.importers.fields import DERIVED, fields_of, node_of, sorted_by
from iceberg.importers.ghosts import without_ghosts
from iceberg.importers.headings import Row, can_be_headings, from_headings
from iceberg.importers.limits import MAP_ROWS
from iceberg.importers.maps import Map, Node, Remark
from iceberg.importers.refusing import refused
from iceberg.importers.texts import one_line, shortened

_COLUMN: Final = "Column {number}"
_NAMED: Final = 4
"""Cells of headings that nobody can read that are named."""
_OF_KUMU: Final = frozenset({"label", "type"})
"""What the columns of elements from Kumu are called, among others."""


@dataclass
class Tables:
    """Collects the rows of one file, which may have several tables."""

    nodes: list[Node] = field(default_factory=list)
    links: list[Loose] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    with_ids: bool = False
    rows: int = 0
    unread: list[str] = field(default_factory=list)
    of_kumu: bool = False
    ours: bool = False

    def add(self, rows: Iterable[Row], name: str) -> None:
        """Take a table whose first row with anything in it has the headings, or one a little below.

        As in Kumu's sheets, headings may come again after two empty rows. One column without a
        known heading is a list of cards. A table in which nothing is known is remarked upon by its
        ``name``. Raises `BadInputError` past `MAP_ROWS` rows.
        """
        headings: Row = []
        empty = 0
        above, counted = from_headings(self._counted(rows))
        self.remarks += [Remark("other", f"{name}: {line}") for line in above]
        for cells in counted:
            if not any(cell.strip() for cell in cells):
                empty += 1
                continue
            if headings and not (empty >= 2 and can_be_headings(cells)):
                self._row(headings, cells)
            elif can_be_headings(cells):
                headings = cells
                self._told(headings, name)
            else:
                self._list([cells, *counted], name)
            empty = 0

    def map(self, title: str = "") -> Map:
        """All rows as a map. Raises `BadInputError` where no column says what is on the cards."""
        if not self.nodes and not self.links:
            what = f"No column says what stands on the cards{self._called()}."
            mend = "Call that column Text, Label, Name or Factor; for links, name two From and To."
            raise refused(what, mend)
        nodes = list(_with_ids(self.nodes))
        ends = Ends(nodes, strict=self.with_ids)
        edges = tuple(edge for link in self.links for edge in ends.edges(link))
        made = [Remark("end_made", node.text) for node in ends.made] if nodes else []
        found = Map((*nodes, *ends.made), edges, title, (*self.remarks, *made), self.ours)
        return without_ghosts(found) if self.of_kumu else found

    def _called(self) -> str:
        names = [f"“{shortened(one_line(cell), 30)}”" for cell in self.unread]
        return f": its columns are called {', '.join(names[:_NAMED])}" if names else ""

    def _counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.rows += 1
            if self.rows > MAP_ROWS:
                what = f"There are more than {MAP_ROWS:,} rows, more than a canvas can hold."
                raise refused(what, "Take a part of the table.")
            yield [read_cell(cell) for cell in row]

    def _told(self, headings: Row, name: str) -> None:
        fields = fields_of(headings)
        called = {heading.strip().casefold() for heading in headings}
        self.of_kumu = self.of_kumu or called >= _OF_KUMU
        if tuple(heading.strip() for heading in headings) == COLUMNS:
            self.ours = True
            self.remarks.append(Remark("no_place", wording.NOT_IN_TABLES))
        unknown = [h for h, known in zip(headings, fields, strict=True) if h.strip() and not known]
        self.remarks += [Remark("heading", f"{name}: {heading}") for heading in unknown]
        derived = [h for h, known in zip(headings, fields, strict=True) if known == DERIVED]
        self.remarks += [Remark("sheet", f"{name}: {heading}") for heading in derived]

    def _row(self, headings: Row, cells: Row) -> None:
        beyond = [_COLUMN.format(number=n + 1) for n in range(len(headings), len(cells))]
        fields = [*fields_of(headings), *(None for _ in beyond)]
        padded = [*cells, *("" for _ in range(len(headings) - len(cells)))]
        known, more = sorted_by(fields, zip([*headings, *beyond], padded, strict=True))
        if "from" in known and "to" in known:
            self.links.append(Loose(known.pop("from"), known.pop("to"), known, more))
        elif known or more:
            node = node_of(known.get("id", ""), known, more)
            self.with_ids = self.with_ids or bool(node.id and node.text)
            self.nodes.append(node)

    def _list(self, rows: Iterable[Row], name: str) -> None:
        """Rows without headings: one column is a list of cards, anything else nobody can read."""
        filled = [[cell for cell in row if cell.strip()] for row in rows]
        if any(len(cells) > 1 for cells in filled):
            # A title may stand above: headings have several cells.
            self.unread = self.unread or next(cells for cells in filled if len(cells) > 1)
            self.remarks.append(Remark("sheet", name))
        else:
            self.nodes += [Node("", text=cells[0]) for cells in filled if cells]


def _with_ids(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes, each with an id; one that has only an id says that."""
    given = {node.id for node in nodes}
    number = 0
    for node in nodes:
        node_id = node.id
        while not node_id:
            number += 1
            node_id = f"c{number}" if f"c{number}" not in given else ""
        yield replace(node, id=node_id, text=node.text or node.id)
