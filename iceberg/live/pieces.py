"""A drawing as pieces of JSON, so that only those that have changed travel to the browser."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any, Final

from iceberg.exporters.scene_json import card_to_dict, link_to_dict, rest_to_dict
from iceberg.exporters.vis import SCALE, vis_network
from iceberg.scene.colours import colours_of
from iceberg.scene.parts import CardDrawing, LinkDrawing, Scene
from iceberg.theme import ACCENT, INK, dark

_UNUSED_ON_SCREEN: Final = ("texts", "notes", "description")
_PARTS_KEPT: Final = 8_192
_DRAWINGS_KEPT: Final = 32
"""A page holds the drawing that it was last sent; this many pages may each be at another one."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Pieces of JSON by name, such as ``cards/c1``, and the digest of them all."""

    digest: str
    pieces: Mapping[str, str]


class _Known:
    """The last drawings by digest, shared by all sessions."""

    def __init__(self) -> None:
        self._drawings: OrderedDict[str, Drawing] = OrderedDict()
        self._lock = Lock()

    def add(self, drawing: Drawing) -> None:
        with self._lock:
            self._drawings[drawing.digest] = drawing
            self._drawings.move_to_end(drawing.digest)
            while len(self._drawings) > _DRAWINGS_KEPT:
                self._drawings.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._drawings.clear()

    def get(self, digest: str) -> Drawing | None:
        with self._lock:
            return self._drawings.get(digest)


_known = _Known()


def drawing_of(scene: Scene, facts: Mapping[str, Any] | None) -> Drawing:
    """The pieces of a scene, and of the facts that changing it needs."""
    pieces = dict(_pieces(scene, facts))
    digest = hashlib.sha256()
    for name, piece in pieces.items():
        digest.update(f"{name}\0{piece}\0".encode())
    drawing = Drawing(digest.hexdigest()[:16], pieces)
    _known.add(drawing)
    return drawing


def update(drawing: Drawing, held: str) -> str | None:
    """What a page that holds the drawing with the digest ``held`` needs, as JSON.

    ``base`` is the digest that it builds on, or null; ``put`` are new pieces by name, ``gone`` the
    names of those that are no more. None when the page has it all.
    """
    if held == drawing.digest:
        return None
    base = _known.get(held)
    before = base.pieces if base else {}
    put = ",".join(
        f"{json.dumps(name)}:{piece}"
        for name, piece in drawing.pieces.items()
        if before.get(name) != piece
    )
    gone = [name for name in before if name not in drawing.pieces]
    return f'{{"base":{json.dumps(held if base else None)},"put":{{{put}}},"gone":{_dump(gone)}}}'


def forget_drawings() -> None:
    """Drop every kept drawing; pages that hold one are sent the whole again."""
    _known.clear()
    _card.cache_clear()
    _link.cache_clear()


def _pieces(scene: Scene, facts: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    rest = {k: v for k, v in rest_to_dict(scene).items() if k not in _UNUSED_ON_SCREEN}
    network = vis_network(scene)
    tones = {colour: dark(colour) for colour in sorted({*colours_of(scene), INK, ACCENT})}
    rest |= {"units_per_mm": SCALE, "options": network["options"], "dark": tones}
    yield "rest", _dump(rest)
    yield "order", _dump({"cards": _ids(scene.cards), "links": _ids(scene.links)})
    for card in scene.cards:
        yield f"cards/{card.id}", _card(card)
    for link in scene.links:
        yield f"links/{link.id}", _link(link)
    for rows in ("nodes", "edges"):
        for row in network[rows]:
            yield f"{rows}/{row['id']}", _dump(row)
    if facts is None:
        return
    yield "facts", _dump({k: v for k, v in facts.items() if k not in ("cards", "links")})
    for kind in ("cards", "links"):
        for name, fact in facts[kind].items():
            yield f"facts/{kind}/{name}", _dump(fact)


def _ids(parts: tuple[CardDrawing, ...] | tuple[LinkDrawing, ...]) -> list[str]:
    return [part.id for part in parts]


@lru_cache(maxsize=_PARTS_KEPT)
def _card(card: CardDrawing) -> str:
    return _dump(card_to_dict(card))


@lru_cache(maxsize=_PARTS_KEPT)
def _link(link: LinkDrawing) -> str:
    return _dump(link_to_dict(link))


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
