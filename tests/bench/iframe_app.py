"""The baseline: the same canvas as pyvis HTML in an iframe, made anew after every change."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from iceberg.catalog import load_catalog
from iceberg.edits import CardChanges, ChangeCard, apply
from iceberg.exporters import ExportOptions, export
from iceberg.importers.canvas_file import load_canvas
from iceberg.model import Force

if "canvas" not in st.session_state:
    st.session_state.canvas = load_canvas(Path(os.environ["BENCH_CANVAS"]), load_catalog())
if st.button("Change"):
    canvas = st.session_state.canvas
    effect = "helps" if canvas.cards[0].force.effect == "resists" else "resists"
    edit = ChangeCard(card=canvas.cards[0].id, changes=CardChanges(force=Force(effect=effect)))
    st.session_state.canvas = apply(canvas, edit)
html = export(st.session_state.canvas, ".html", ExportOptions()).data.decode()
st.iframe(html, height=600)
