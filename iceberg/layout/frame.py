"""The fixed parts of a page: what is kept for ice, water and links, roomy or dense."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from iceberg.layout.parts import MM_PER_PT, Rect

FULL_HEIGHT = 210.0
"""The height (mm) of A4 landscape; sizes that suit it grow with the page."""
TYPE_FOR = ((8, 9.5), (16, 8.6), (24, 7.6), (40, 6.6), (64, 5.8), (100, 5.0), (320, 4.0))
"""Type (pt, on A4) that is large enough for so many cards; room beyond it goes to the links."""
FEW_CARDS = 16
READABLE_PT = 6.0
"""Type smaller than this is hard to read on paper at arm's length; timetables stop here too."""
READABLE_FEW_PT = 8.0
"""With few cards nobody should have to lean over the page."""


@dataclass(frozen=True, slots=True)
class Density:
    """How much of a page goes to anything but cards; lengths in mm on A4 or in ems of the type.

    ``card_shares`` are the parts of a column that its card may fill: the rest is the gap that
    links run through. ``channel_em`` is the least height of the channel between two rows: a badge
    and air. ``spare_share`` is the part of an iceberg's cards that each of its cells keeps free.
    """

    side: float
    strait: float
    card_shares: tuple[float, ...]
    channel_em: float
    spare_share: float


ROOMY = Density(3.2, 4.5, (0.885, 0.8), 1.65, 1 / 24)
DENSE = Density(1.4, 2.0, (0.95, 0.885), 1.3, 1 / 24)
FULL = replace(DENSE, spare_share=0.0)
LAST_RESORTS = (replace(FULL, channel_em=1.2), replace(FULL, channel_em=1.2, side=1.0, strait=1.6))
"""For the few full pages whose type turns out a little too small once it is set."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The room for the icebergs and the fixed parts of it, in mm."""

    room: Rect
    icebergs: int
    scale: float
    cards: int
    density: Density = ROOMY

    @property
    def peak(self) -> float:
        """Height above the first row, where the iceberg's name stands."""
        return 9.0 * self.scale

    @property
    def keel(self) -> float:
        """Height below the last row, where the iceberg narrows."""
        return 4.2 * self.scale

    @property
    def side(self) -> float:
        """Ice left and right of the cards."""
        return self.density.side * self.scale

    @property
    def strait(self) -> float:
        """Water between two icebergs."""
        return self.density.strait * self.scale

    @property
    def label_height(self) -> float:
        """The least height of a band: its name and question."""
        return 14.5 * self.scale

    @property
    def cap_pt(self) -> float:
        """The largest type for so many cards on this page."""
        counts, sizes = zip(*TYPE_FOR, strict=True)
        return float(np.interp(self.cards, counts, sizes)) * self.scale

    @property
    def readable_pt(self) -> float:
        """The type that a page should not go below, by the number of cards."""
        return readable_pt(self.cards)

    def channel(self, font_pt: float) -> float:
        """The least height of a channel, in mm."""
        return self.density.channel_em * font_pt * MM_PER_PT

    def spare_slots(self, cards: int) -> int:
        """Free slots that every cell keeps, so that one more card moves nobody."""
        return int(self.density.spare_share * cards / self.icebergs)

    @property
    def columns_width(self) -> float:
        """The width that all columns share."""
        lost = self.strait * (self.icebergs - 1) + 2 * self.side * self.icebergs
        return self.room.width - lost

    @property
    def rows_height(self) -> float:
        """The height that all rows and channels share."""
        return self.room.height - self.peak - self.keel


def readable_pt(cards: int) -> float:
    """The type (pt) that a picture of so many cards should not go below."""
    return READABLE_FEW_PT if cards <= FEW_CARDS else READABLE_PT


def frame(room: Rect, icebergs: int, page_height: float, cards: int) -> Frame:
    """The frame of a page; sizes grow with the page's height."""
    return Frame(room, icebergs, page_height / FULL_HEIGHT, cards)
