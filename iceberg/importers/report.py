"""The report of an import: what came in, what was changed, what was left out, each by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from iceberg.importers import wording
from iceberg.importers.maps import About, Remark
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
    """What an import did; ``name`` is the file's, ``format`` the title of what it was read as."""

    name: str
    format: str
    cards: int
    links: int
    layers: int
    placed: tuple[Placed, ...] = ()
    remarks: tuple[Remark, ...] = ()

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
            *self._places(),
        ]
        return "\n\n".join(lines) + "\n"

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
