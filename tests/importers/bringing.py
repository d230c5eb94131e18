"""What the tests of all ways in share."""

from __future__ import annotations

import pytest

from iceberg.catalog import load_catalog
from iceberg.errors import BadInputError
from iceberg.importers import Imported, import_file
from iceberg.model import Card, Link

CATALOG = load_catalog()


def bring(data: bytes | str, name: str = "our map.csv", **options: str) -> Imported:
    content = data.encode() if isinstance(data, str) else data
    return import_file(name, content, CATALOG, **options)  # type: ignore[arg-type]


def refused(data: bytes | str, name: str = "our map.csv") -> str:
    with pytest.raises(BadInputError) as caught:
        bring(data, name)
    assert all(problem.mend for problem in caught.value.problems)
    return str(caught.value)


def texts(imported: Imported) -> list[str]:
    return [card.text for card in imported.canvas.cards]


def card(imported: Imported, text: str) -> Card:
    [found] = [card for card in imported.canvas.cards if card.text == text]
    return found


def arrows(imported: Imported) -> list[str]:
    """Each link as ``cause >+ effect``: its ends' texts and its sign."""
    named = {card.id: card.text for card in imported.canvas.cards}
    return [
        f"{named[link.source]} >{link.sign or ''} {named[link.target]}"
        for link in imported.canvas.links
    ]


def link(imported: Imported, source: str, target: str) -> Link:
    named = {card.id: card.text for card in imported.canvas.cards}
    [found] = [
        one
        for one in imported.canvas.links
        if (named[one.source], named[one.target]) == (source, target)
    ]
    return found
