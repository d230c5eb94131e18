"""The report of an import: what came in, what was changed, what was left out, each by name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from iceberg.importers import wording
from iceberg.importers.maps import About, Remark
from iceberg.importers.texts import one_line, shortened
from iceberg.model import REPORT_LIMIT, TITLE_LIMIT, ImportNote
from iceberg.wording import counted

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>#+!|&~-])")


@dataclass(frozen=True, slots=True)
class Placed:
    """Cards put on one level of one layer, by their texts, with the reason."""

    texts: tuple[str, ...]
    layer: str
    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did; ``name`` is the file's, ``format`` the title of what it was read as.

    ``waiting`` are the texts of the cards that went in the tray.
    """

    name: str
    format: str
    cards: int
    links: int
    layers: int
    placed: tuple[Placed, ...] = ()
    remarks: tuple[Remark, ...] = ()
    waiting: tuple[str, ...] = ()

    def names(self, about: About) -> tuple[str, ...]:
        """The names of everything that the report says this about."""
        return tuple(remark.name for remark in self.remarks if remark.about == about)

    def markdown(self) -> str:
        """The report as Markdown; names are escaped, so that they cannot change its shape."""
        lines = [
            f"# {_safe(wording.REPORT_TITLE.format(name=self.name))}",
            f"## {wording.CAME_IN}",
            wording.READ_AS.format(format=self.format) + " " + self._made(),
            *self._remarks(wording.CHANGED),
            *self._remarks(wording.LEFT_OUT),
            *([] if self.remarks else [wording.NOTHING_ELSE]),
            *self._tray(),
            *self._places(),
        ]
        return "\n\n".join(lines) + "\n"

    def note(self, note_id: str, date: dt.date | None = None) -> ImportNote:
        """The report as a canvas keeps it; the end of a very long one is cut."""
        text = self.markdown()
        if len(text) > REPORT_LIMIT:
            end = f"\n\n{wording.REPORT_CUT}\n"
            text = text[: REPORT_LIMIT - len(end)].rsplit("\n", 1)[0] + end
        name = shortened(one_line(self.name), TITLE_LIMIT) or wording.UNTITLED
        return ImportNote(id=note_id, name=name, format=self.format, date=date, report=text)

    def _made(self) -> str:
        return wording.MADE.format(
            cards=counted(self.cards, "card"),
            links=counted(self.links, "link"),
            layers=counted(self.layers, "layer"),
        )

    def _remarks(self, section: str) -> Iterator[str]:
        told = [about for about, (where, _) in wording.REMARKS.items() if where == section]
        heard = [(about, names) for about in told if (names := self.names(about))]
        if heard:
            yield f"## {section}"
        for about, names in heard:
            yield f"### {wording.REMARKS[about][1]} ({len(names):,})"
            yield _listed(names)

    def _tray(self) -> Iterator[str]:
        if self.waiting:
            yield f"## {wording.TRAY} ({len(self.waiting):,})"
            yield _listed(self.waiting)

    def _places(self) -> Iterator[str]:
        if self.placed:
            yield f"## {wording.PLACES}"
        for place in self.placed:
            named = {"layer": place.layer, "level": place.level, "reason": place.reason}
            yield f"### {_safe(wording.PLACE.format(**named))}"
            yield _listed(place.texts)


def _listed(names: Iterable[str]) -> str:
    return "\n".join(f"- {_safe(name)}" for name in names)


def _safe(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
