"""What a workbook of ours holds besides cards and links: each part from its own sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final, TypeAlias

from iceberg.book import LONG, SHEETS, Part
from iceberg.importers.maps import Remark
from iceberg.importers.own_book.cells import Row, Told
from iceberg.model import Canvas

Sheets: TypeAlias = Mapping[str, Sequence[Row]]

_PREFIX: Final[dict[str, str]] = {
    "readings": "r",
    "assumptions": "a",
    "snapshots": "s",
    "imports": "i",
}


class Parts:
    """The parts as lists of what a canvas file has, with the rows that they come from."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self.rows: dict[str, list[Row]] = {}
        self.remarks: list[Remark] = []

    def layers(self) -> list[Told]:
        """The layers, with what is asked on each of their levels."""
        layers = self._all("layers", "layers")
        for row, told in self._told("levels"):
            home = next((one for one in layers if one.get("id") == told.get("layer")), None)
            if home is None:
                self._loose(row)
            else:
                guide = {key: value for key, value in told.items() if key not in ("layer", "level")}
                home.setdefault("levels", {})[told.get("level", "")] = guide
        return layers

    def beside(self, canvas: Canvas) -> Told:
        """All that belongs to cards and links that the canvas has, and what needs none."""
        logo = self._long("logo")
        readings, waiting = self._readings(canvas)
        tray = canvas.model_dump(mode="json", include={"tray"})["tray"]
        return {
            "readings": readings,
            "tray": [{**card, "readings": waiting.get(card["id"], [])} for card in tray],
            "assumptions": self._assumptions(canvas),
            "kept": self._all("kept", "kept"),
            "snapshots": self._all("snapshots", "snapshots"),
            "imports": self._with_ids("imports", self._long("imports")),
            **({"logo": logo[0][1]} if logo else {}),
        }

    def _readings(self, canvas: Canvas) -> tuple[list[Told], dict[str, list[Told]]]:
        """Those of the cards on the icebergs in their old order, and those that wait, by card."""
        placed = {card.id for card in canvas.cards}
        homes = placed | {card.id for card in canvas.tray}
        texts = {card.text: card.id for card in canvas.tray}
        texts |= {card.text: card.id for card in canvas.cards}
        given = [*self._told("readings"), *self._told("tray_readings")]
        there: list[tuple[Row, Told]] = []
        for row, told in sorted(given, key=lambda one: _order(one[0])):
            card = told.setdefault("card", texts.get(str(row.cells.get("Card")), ""))
            if card in homes:
                there.append((row, told))
            else:
                self._loose(row)
        named = self._with_ids("readings", there, keep=lambda told: told["card"] in placed)
        waiting: dict[str, list[Told]] = {}
        for _, told in there:
            if told["card"] not in placed:
                waiting.setdefault(told["card"], []).append(told)
        return named, waiting

    def _assumptions(self, canvas: Canvas) -> list[Told]:
        """With their histories, without cards and links that are gone."""
        cards = {card.id for card in canvas.cards}
        links = {link.id for link in canvas.links}
        assumptions = self._all("assumptions", "assumptions")
        known = {one["id"]: one for one in assumptions}
        for row, one in zip(self.rows["assumptions"], assumptions, strict=True):
            for name, there in (("cards", cards), ("links", links)):
                kept = [part for part in one.get(name, []) if part in there]
                self.remarks += [Remark("loose", _name(row))] * (kept != one.get(name, []))
                one[name] = kept
            if one.get("signpost_card", "") not in {"", *cards}:
                self._loose(row)
                one.pop("threshold", None)
                del one["signpost_card"]
        for row, line in self._told("history"):
            home = known.get(line.pop("assumption", ""))
            if home is None:
                self._loose(row)
            else:
                home.setdefault("history", []).append(line)
        return assumptions

    def _told(self, part: Part) -> Iterator[tuple[Row, Told]]:
        title, fields = SHEETS[part]
        return ((row, row.told(fields)) for row in self._sheets.get(title, ()))

    def _all(self, part: Part, name: str) -> list[Told]:
        return self._with_ids(name, self._told(part))

    def _long(self, part: Part) -> list[tuple[Row, Told]]:
        """The rows of a sheet, those in which a long text goes on made one with the first."""
        found: list[tuple[Row, Told]] = []
        for row, told in self._told(part):
            goes_on = set(told) <= {"id", LONG[part]} and found
            if goes_on and told.get("id") == found[-1][1].get("id"):
                found[-1][1][LONG[part]] += told.get(LONG[part], "")
            else:
                found.append((row, told))
        return found

    def _with_ids(
        self,
        name: str,
        given: Iterable[tuple[Row, Told]],
        keep: Callable[[Told], bool] = lambda _: True,
    ) -> list[Told]:
        """The parts, each with an id where its kind can be given one; their rows are noted."""
        all_of = list(given)
        taken = {told.get("id") for _, told in all_of}
        free = (f"{_PREFIX.get(name)}{number}" for number in count(1))
        for _, told in all_of:
            if "id" not in told and name in _PREFIX:
                told["id"] = next(one for one in free if one not in taken)
        kept = [(row, told) for row, told in all_of if keep(told)]
        self.rows[name] = [row for row, _ in kept]
        return [told for _, told in kept]

    def _loose(self, row: Row) -> None:
        self.remarks.append(Remark("loose", _name(row)))


def _order(row: Row) -> float:
    """The place that a row had in its list; what has none comes last."""
    order = row.cells.get("List order")
    return order if isinstance(order, int | float) else float("inf")


def _name(row: Row) -> str:
    said: Any = next((cell for cell in row.cells.values() if cell not in (None, "")), "")
    return f"{row.sheet}, row {row.number}: {said}"
