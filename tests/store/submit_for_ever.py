"""Submits card after card to a canvas and prints the seq of each once it is kept."""

from __future__ import annotations

import sys

from iceberg.edits import AddCard
from iceberg.model import Card, new_id
from iceberg.store import open_store
from iceberg.workshop import Workshop


def main(path: str, canvas_id: str, client: str) -> None:
    workshop = Workshop(open_store(path))
    client_seq = 0
    while True:
        client_seq += 1
        card_id = new_id() + new_id()
        card = Card(id=card_id, layer="place", level="events", text=f"{client} {client_seq}")
        kept = workshop.submit(canvas_id, AddCard(card=card), client, client_seq)
        print(kept.seq, card_id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
