"""The page to work on: the picture, and beside it everything that changes the canvas."""
