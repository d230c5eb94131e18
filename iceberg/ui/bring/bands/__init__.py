"""The icebergs as bands that groups of cards are dragged onto."""

from iceberg.ui.bring.bands.moves import Moves, taken_moves
from iceberg.ui.bring.bands.view import bands

__all__ = ["Moves", "bands", "taken_moves"]
