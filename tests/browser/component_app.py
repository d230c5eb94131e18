"""A small app around the picture alone: a scene made by hand, and buttons that change it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from iceberg.ui import server

app = st.App(Path(__file__).with_name("component_page.py"), routes=server.routes())
