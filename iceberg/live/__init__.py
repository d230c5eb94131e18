"""Live updates: from what is done on one picture to the store, and on to everybody's picture."""

from iceberg.live.answers import Pens
from iceberg.live.hub import Hub
from iceberg.live.socket import Live

__all__ = ["Hub", "Live", "Pens"]
