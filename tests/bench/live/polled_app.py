"""The baseline: the same room as a Streamlit page that asks every second what is new.

It is kinder to itself than a real one would be: what everybody sees is one block of text, without
the picture, and edits come straight from the store.
"""

from __future__ import annotations

import streamlit as st

from iceberg.store import open_store
from iceberg.workshop import Workshop


@st.cache_resource
def workshop() -> Workshop:
    """One for all sessions."""
    return Workshop(open_store())


@st.fragment(run_every=1)
def room(canvas_id: str) -> None:
    """What is on the canvas now."""
    canvas = workshop().open(canvas_id)
    st.text(f"revision {canvas.revision}")
    st.markdown("\n".join(f"- {card.text}" for card in canvas.cards))


room(st.query_params["canvas"])
