"""Two moments of a canvas beside each other, and many: what has changed, and which way it goes."""

from iceberg.compare.differing import compare
from iceberg.compare.harder import Claim, is_it_getting_harder
from iceberg.compare.moments import LayerCount, Moment, Pull, layer_counts, pulls
from iceberg.compare.parts import HOWS, KINDS, Comparison, Difference, How, Kind

__all__ = [
    "HOWS",
    "KINDS",
    "Claim",
    "Comparison",
    "Difference",
    "How",
    "Kind",
    "LayerCount",
    "Moment",
    "Pull",
    "compare",
    "is_it_getting_harder",
    "layer_counts",
    "pulls",
]
