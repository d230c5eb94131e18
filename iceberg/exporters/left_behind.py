"""What other programs' files have no place for, counted on the canvas that goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from iceberg.catalog import load_catalog
from iceberg.model import Canvas, Cover, View
from iceberg.wording import counted, the


@lru_cache(maxsize=1)
def _known_layers() -> frozenset[str]:
    """The layers that come with the program: wherever they are named, they are whole again."""
    return frozenset(map(str, load_catalog().layers))


_PARTS: Final[dict[str, Callable[[Canvas], int]]] = {
    "reading": lambda canvas: len(canvas.readings),
    "assumption": lambda canvas: len(canvas.assumptions),
    "kept finding": lambda canvas: len(canvas.kept),
    "snapshot": lambda canvas: len(canvas.snapshots),
    "tray card": lambda canvas: len(canvas.tray),
    "import report": lambda canvas: len(canvas.imports),
    "force": lambda canvas: sum(card.force is not None for card in canvas.cards),
    "vote": lambda canvas: sum(card.votes for card in canvas.cards),
    "source": lambda canvas: sum(card.source is not None for card in canvas.cards),
    "card note": lambda canvas: sum(card.note is not None for card in canvas.cards),
    "tag": lambda canvas: sum(len(card.tags) for card in canvas.cards),
    "position": lambda canvas: sum(card.position is not None for card in canvas.cards),
    "original text": lambda canvas: sum(len(card.originals) for card in canvas.cards),
    "unsure card": lambda canvas: sum(card.unsure for card in canvas.cards),
    "link note": lambda canvas: sum(link.note is not None for link in canvas.links),
    "strength": lambda canvas: sum(link.strength != 2 for link in canvas.links),
    "delay": lambda canvas: sum(link.delayed for link in canvas.links),
    "verb": lambda canvas: sum(link.verb != "drives" for link in canvas.links),
}
_DETAILS: Final[dict[str, Callable[[Canvas], object]]] = {
    "title": lambda canvas: canvas.title,
    "question": lambda canvas: canvas.question,
    "place": lambda canvas: canvas.place,
    "aim": lambda canvas: canvas.aim,
    "date": lambda canvas: canvas.date,
    "cover": lambda canvas: canvas.cover != Cover(),
    "wording of the layers": lambda canvas: not set(map(str, canvas.layers)) <= _known_layers(),
    "settings of the picture": lambda canvas: canvas.view != View(),
}
TRAY: Final = frozenset({"tray card"})
"""What tables and graphs have a place for: a card without a layer and a level."""
NEVER: Final = TRAY | {
    "reading",
    "assumption",
    "kept finding",
    "snapshot",
    "import report",
    *(_DETAILS.keys() - {"title"}),
}
"""What no neighbour has a place for; the canvas file keeps it."""
ON_CARDS: Final = frozenset(
    {"force", "vote", "source", "card note", "tag", "position", "original text", "unsure card"}
)
ON_LINKS: Final = frozenset({"link note", "strength", "delay", "verb"})


def left_behind(canvas: Canvas, leaves: Iterable[str]) -> tuple[str, ...]:
    """What the canvas has of these: parts with their number, details of the canvas by name."""
    names = frozenset(leaves)
    counts = ((name, count(canvas)) for name, count in _PARTS.items() if name in names)
    details = (name for name, has in _DETAILS.items() if name in names and has(canvas))
    return (*(counted(n, name) for name, n in counts if n), *map(the, details))
