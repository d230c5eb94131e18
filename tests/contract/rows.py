"""What is appended to the stores."""

from __future__ import annotations

from iceberg.store import EditRow

NOON = "2026-06-24T12:00:00.000+00:00"
LATER = "2026-06-24T12:00:05.000+00:00"


def row(seq: int, client_seq: int | None = None, client: str = "phone") -> EditRow:
    return EditRow(
        canvas_id="one",
        seq=seq,
        edit_id=f"e{seq}",
        client=client,
        client_seq=client_seq,
        author="Ffion",
        at=LATER,
        payload='{"text": "Ŵyn 🏠 \\u0000"}',
    )
