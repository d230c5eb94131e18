"""The page for phones: one of its own without Streamlit, so that it loads on a bad connection."""
