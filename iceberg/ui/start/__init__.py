"""The page to begin on: a new canvas, one kept earlier, an example, or a file."""
