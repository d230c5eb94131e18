"""The page that compares moments: what has changed, and whether it is getting harder."""
