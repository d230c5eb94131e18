"""What the ways out to other programs share: what cards and links say, and what is left behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from iceberg.columns import joined
from iceberg.exporters.canvas_file import only_layers
from iceberg.exporters.left_behind import NEVER, left_behind
from iceberg.exporters.parts import Exported, ExportOptions, Format
from iceberg.model import Canvas, Card, Link, TrayCard
from iceberg.wording import not_carried

Told: TypeAlias = dict[str, str | int | float]

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def data_format(
    extension: str,
    mime: str,
    title: str,
    text_of: Callable[[Canvas], str],
    *,
    leaves: Iterable[str] = NEVER,
    also: Callable[[Canvas], Iterable[str]] = lambda _: (),
) -> Format:
    """A way out that writes the whole canvas as text, whatever its view shows.

    ``leaves`` names what the format has no place for; where the canvas has any of it, a note with
    the file says so. ``also`` gives further notes on a canvas.
    """

    def write(canvas: Canvas, options: ExportOptions) -> Exported:
        shown = only_layers(canvas, options.layers) if options.layers else canvas
        gone = left_behind(shown, leaves)
        notes = (not_carried(title, gone),) if gone else ()
        return Exported(text_of(shown).encode(), (*notes, *also(shown)))

    return Format(extension, mime, title, write)


def told_of_card(card: Card | TrayCard) -> Told:
    """All that a card says, by the names of a table's columns in small letters.

    One that waits in the tray has no layer, no level and no position, but may tell where it stood.
    """
    told: Told = {"label": card.text}
    if isinstance(card, Card):
        told |= {"layer": card.layer, "level": card.level}
    if card.force:
        told |= {"effect": card.force.effect, "strength": card.force.strength}
        told |= {"shiftable": card.force.shiftable or ""}
    if isinstance(card, Card) and card.position:
        told |= {"row": card.position.row, "x": card.position.x}
        told |= {"pinned": "yes" if card.position.pinned else "no"}
    if isinstance(card, TrayCard) and card.hint:
        told |= {"x": card.hint.x, "y": card.hint.y}
    told |= {"votes": card.votes or "", "tags": joined(card.tags), "source": card.source or ""}
    told |= {"note": card.note or "", "originals": joined(card.originals)}
    told |= {"unsure": "yes" if card.unsure else ""}
    return {name: value for name, value in told.items() if value != ""}


def told_of_link(link: Link) -> Told:
    """All that a link says beside its ends, by the same names."""
    told: Told = {"id": link.id, "verb": link.verb, "sign": link.sign or ""}
    told |= {"strength": link.strength, "delayed": "yes" if link.delayed else ""}
    told |= {"note": link.note or ""}
    return {name: value for name, value in told.items() if value != ""}


def for_xml(value: str | float) -> str | int | float:
    """A value without the few characters that XML cannot have."""
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value


def text_of_link(link: Link) -> str:
    """What a link does, in a few signs: ``blocks (−)``."""
    sign = {"+": " (+)", "-": " (−)", None: ""}[link.sign]
    return f"{link.verb}{sign}"
