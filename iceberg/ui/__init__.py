"""The app on screen: pages, panels and the canvas component, all in Streamlit."""
