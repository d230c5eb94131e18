"""The page to leave with: choose a format, see what comes out, download it."""
