"""A drawing as pieces of JSON, so that only those that have changed travel to the browser."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Final

from iceberg.exporters.scene_json import card_to_dict, link_to_dict, rest_to_dict
from iceberg.exporters.vis import OPTIONS, SCALE, vis_network
from iceberg.live.facts import canvas_facts, card_facts, link_facts, waiting_facts
from iceberg.model import Canvas
from iceberg.sameness import BySameness, Kept
from iceberg.scene.colours import PARTS_KEPT, colours_of, forget_colours
from iceberg.scene.parts import CardDrawing, LinkDrawing, Scene
from iceberg.theme import ACCENT, INK, dark

_UNUSED_ON_SCREEN: Final = ("texts", "notes", "description")
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


def drawing_of(
    scene: Scene, canvas: Canvas | None, meeting: Mapping[str, Any] | None = None
) -> Drawing:
    """The pieces of a scene and, with its canvas, of the facts that changing it needs.

    ``meeting`` are the facts of a workshop around it.
    """
    drawing = _drawing(scene, canvas)
    if meeting:
        told = _dump(meeting)
        digest = hashlib.sha256(f"{drawing.digest}/{told}".encode()).hexdigest()[:16]
        drawing = Drawing(digest, {**drawing.pieces, "meeting": told})
    _known.add(drawing)
    return drawing


def drawing_from(pieces: Mapping[str, str]) -> Drawing:
    """A drawing of these pieces, remembered so that updates can build on it."""
    drawing = _digested(pieces)
    _known.add(drawing)
    return drawing


def _drawn(scene: Scene, canvas: Canvas | None) -> Drawing:
    return _digested(dict(_pieces(scene, canvas)))


def _digested(pieces: Mapping[str, str]) -> Drawing:
    digest = hashlib.sha256()
    for name, piece in pieces.items():
        digest.update(name.encode())
        # Pieces of the whole are new each time, so that there is nothing to gain from keeping them.
        digest.update(_hash(piece) if "/" in name else hashlib.sha256(piece.encode()).digest())
    return Drawing(digest.hexdigest()[:16], pieces)


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


def is_known(digest: str) -> bool:
    """Whether an update can build on the drawing with this digest."""
    return _known.get(digest) is not None


def forget_drawings() -> None:
    """Drop every kept drawing; pages that hold one are sent the whole again."""
    _known.clear()
    forget_colours()
    for kept in (_drawing, _hash, _card, _link, _rows, _card_fact, _link_fact, _waiting_fact):
        kept.clear()


def _pieces(scene: Scene, canvas: Canvas | None) -> Iterator[tuple[str, str]]:
    rest = {k: v for k, v in rest_to_dict(scene).items() if k not in _UNUSED_ON_SCREEN}
    tones = {colour: dark(colour) for colour in sorted({*colours_of(scene), INK, ACCENT})}
    # It says the revision, so that it changes with every edit; the ground seldom does.
    yield "furniture", _dump(rest.pop("furniture"))
    rest |= {"units_per_mm": SCALE, "options": OPTIONS, "dark": tones}
    yield "rest", _dump(rest)
    yield "order", _dump({"cards": _ids(scene.cards), "links": _ids(scene.links)})
    rows = _rows_of(scene)
    for card in scene.cards:
        yield f"cards/{card.id}", _card(card)
        yield f"nodes/{card.id}", rows[id(card)]
    for link in scene.links:
        yield f"links/{link.id}", _link(link)
        yield f"edges/{link.id}", rows[id(link)]
    if canvas is None:
        return
    latest = canvas.latest_readings()
    yield "facts", _dump(canvas_facts(canvas))
    for known in canvas.cards:
        yield f"facts/cards/{known.id}", _card_fact(known, latest.get(known.id))
    for joint in canvas.links:
        yield f"facts/links/{joint.id}", _link_fact(joint)
    yield "facts/tray", _dump([card.id for card in canvas.tray])
    for waiting in canvas.tray:
        yield f"facts/tray/{waiting.id}", _waiting_fact(waiting)


def _ids(parts: tuple[CardDrawing, ...] | tuple[LinkDrawing, ...]) -> list[str]:
    return [part.id for part in parts]


def _rows_of(scene: Scene) -> dict[int, str]:
    """The rows of the graph by the identity of their parts; those not known are made in one go."""
    parts = (*scene.cards, *scene.links)
    rows = {id(part): row for part in parts if (row := _rows.get(part)) is not None}
    links = tuple(link for link in scene.links if id(link) not in rows)
    ends = {end for link in links for end in (link.source, link.target)}
    cards = tuple(card for card in scene.cards if card.id in ends or id(card) not in rows)
    made = vis_network(replace(scene, cards=cards, links=links))
    for part, row in zip((*cards, *links), (*made["nodes"], *made["edges"]), strict=True):
        rows[id(part)] = _dump(row)
        _rows.keep(rows[id(part)], part)
    return rows


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_drawing = BySameness(_drawn, _DRAWINGS_KEPT)
_hash = BySameness(lambda piece: hashlib.sha256(piece.encode()).digest(), 4 * PARTS_KEPT)
_card = BySameness(lambda card: _dump(card_to_dict(card)), PARTS_KEPT)
_link = BySameness(lambda link: _dump(link_to_dict(link)), PARTS_KEPT)
_rows = Kept[str](2 * PARTS_KEPT)
_card_fact = BySameness(lambda *known: _dump(card_facts(*known)), PARTS_KEPT)
_link_fact = BySameness(lambda link: _dump(link_facts(link)), PARTS_KEPT)
_waiting_fact = BySameness(lambda card: _dump(waiting_facts(card)), PARTS_KEPT)
