"""The app's entrance: ``streamlit run app.py``."""

from __future__ import annotations

import streamlit as st

from iceberg.ui import server
from iceberg.ui.guard import on_script_error

server.check_before_start()

app = st.App(
    server.page_script(),
    routes=server.routes(),
    lifespan=server.lifespan,
    middleware=server.middleware(),
    on_script_error=on_script_error,
)
