"""Live updates: from what is done on one picture to the store, and on to everybody's picture."""

from iceberg.live.acts import Act, read_acts
from iceberg.live.answers import Answers, Pens, Told
from iceberg.live.hub import Hub
from iceberg.live.socket import Live

__all__ = ["Act", "Answers", "Hub", "Live", "Pens", "Told", "read_acts"]
