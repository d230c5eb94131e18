"""Edits of links."""

from __future__ import annotations

from typing import Literal

from iceberg.edits.base import At, BaseEdit, Changes
from iceberg.edits.phrases import card_name, link_name, listed
from iceberg.edits.refusals import already_there, gone, link_to_itself, linked_already
from iceberg.edits.rows import forgotten, index_of, put, replace, take_out
from iceberg.model import LINKS_LIMIT, Canvas, Id, Link, OptionalNote, Sign, Strength3, Verb

_FIELD_WORDS = {
    "source": "start",
    "target": "end",
    "verb": "verb",
    "sign": "sign",
    "strength": "strength",
    "delayed": "delay",
    "note": "note",
}


class AddLink(BaseEdit):
    """Links two cards."""

    kind: Literal["add_link"] = "add_link"
    link: Link
    at: int | None = At

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the link."""
        if any(link.id == self.link.id for link in canvas.tray_links):
            raise already_there("link", self.link.id)
        links = put(canvas.links, self.link, self.at, "link", LINKS_LIMIT)
        _check_ends(canvas, self.link)
        return canvas.model_copy(update={"links": links})

    def describe(self, before: Canvas) -> str:
        """Says what the link says."""
        return f"Linked: {link_name(before, self.link)}"


class LinkChanges(Changes):
    """What can change on a link; to turn it round, change both ends."""

    source: Id = ""
    target: Id = ""
    verb: Verb = "drives"
    sign: Sign | None = None
    strength: Strength3 = 2
    delayed: bool = False
    note: OptionalNote = None


class ChangeLink(BaseEdit):
    """Changes what a link says, or its ends."""

    kind: Literal["change_link"] = "change_link"
    link: Id
    changes: LinkChanges

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas with the changed link."""
        index = index_of(canvas.links, self.link, "link")
        link = canvas.links[index].model_copy(update=self.changes.given())
        if {"source", "target"} & self.changes.model_fields_set:
            _check_ends(canvas, link)
        return canvas.model_copy(update={"links": replace(canvas.links, index, link)})

    def describe(self, before: Canvas) -> str:
        """Says what the link says now when that changed, else names the fields."""
        link = _link(before, self.link)
        given = self.changes.given()
        if link and (given.get("source"), given.get("target")) == (link.target, link.source):
            return f"Turned round: {link_name(before, link.model_copy(update=given))}"
        if link and given.keys() & {"source", "target", "verb"}:
            return f"Changed a link: {link_name(before, link.model_copy(update=given))}"
        fields = listed(_FIELD_WORDS[field] for field in given or ["note"])
        return f"Changed {fields} of the link {link_name(before, link)}"


class RemoveLink(BaseEdit):
    """Takes a link off the canvas; assumptions forget it."""

    kind: Literal["remove_link"] = "remove_link"
    link: Id

    def apply(self, canvas: Canvas) -> Canvas:
        """The canvas without the link."""
        links = take_out(canvas.links, self.link, "link")
        assumptions = forgotten(canvas.assumptions, canvas.cards, links)
        return canvas.model_copy(update={"links": links, "assumptions": assumptions})

    def describe(self, before: Canvas) -> str:
        """Says what the link said."""
        return f"Removed the link {link_name(before, _link(before, self.link))}"


def _link(canvas: Canvas, link_id: str) -> Link | None:
    return next((link for link in canvas.links if link.id == link_id), None)


def _check_ends(canvas: Canvas, link: Link) -> None:
    ends = (link.source, link.target)
    if link.source == link.target:
        raise link_to_itself()
    if any(canvas.card(end) is None for end in ends):
        raise gone("card")
    if any((other.source, other.target) == ends and other.id != link.id for other in canvas.links):
        raise linked_already(card_name(canvas, link.source), card_name(canvas, link.target))
