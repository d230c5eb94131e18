"""``iceberg layers``: the layers that a canvas can be made of."""

from __future__ import annotations

import typer

from iceberg.catalog import load_catalog


def layers() -> None:
    """List the layers from left to right: id, title, scope, cards in the starter deck."""
    catalog = load_catalog()
    width = max(len(layer.id) for layer in catalog.layers)
    for layer in catalog.layers:
        deck = len(catalog.deck(layer.id))
        cards = f" Starter deck: {deck} cards." if deck else ""
        typer.echo(f"{layer.id:<{width}}  {layer.title}. {layer.scope}{cards}")
