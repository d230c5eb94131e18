"""What was measured of files, as one table: a row a way out, a group of columns a size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

COLUMNS = ("s", "kB", "MB")
"""The least time of a file, its size, and the most memory of all processes that make it."""
WIDE = 9


@dataclass
class Told:
    """Figures by way out and number of cards."""

    rows: dict[str, dict[int, tuple[str, ...]]] = field(default_factory=dict)

    def tell(self, name: str, cards: int, seconds: float, size: int, memory: float | None) -> None:
        """Keep what one file took: seconds, bytes, and MB if that was looked at."""
        held = "–" if memory is None else f"{memory:,.0f}"
        figures = (f"{seconds:.2f}", f"{size / 1000:,.0f}", held)
        self.rows.setdefault(name, {})[cards] = figures

    def lines(self) -> Iterator[str]:
        """The table; a dash where nothing was measured."""
        sizes = sorted({cards for row in self.rows.values() for cards in row})
        first = max(map(len, self.rows)) + 1
        yield f"{'':{first}}" + "".join(f"{f'{n} cards':>{len(COLUMNS) * WIDE}}" for n in sizes)
        yield f"{'':{first}}" + "".join(f"{name:>{WIDE}}" for _ in sizes for name in COLUMNS)
        for name, row in self.rows.items():
            cells = (cell for n in sizes for cell in row.get(n, ("–",) * len(COLUMNS)))
            yield f"{name:{first}}" + "".join(f"{cell:>{WIDE}}" for cell in cells)
