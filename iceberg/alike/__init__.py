"""Cards that say the same: what a room writes twice, found so that a person can merge it."""

from iceberg.alike.pairs import LEAST, Pair, alike

__all__ = ["LEAST", "Pair", "alike"]
