"""The page on which a map from elsewhere is placed on icebergs, before anything is kept."""
