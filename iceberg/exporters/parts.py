"""What every way out shares: its options, its result, its entry in the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from iceberg.errors import ExportError
from iceberg.exporters.leaving.selection import Selection, select
from iceberg.exporters.story.limit import Limit
from iceberg.exporters.tiling import PRINTER_SIDES, PrinterSize
from iceberg.model import PAGES, PALETTES, Canvas, Origin, PageName, PaletteName

DPI_RANGE = (72, 600)
"""Dots per inch of a bitmap: from a screen's to a printer's; A3 at 600 is 70 million pixels."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How a canvas is to be drawn; ``None`` or nothing takes what the canvas's own view says.

    ``layers`` names the layers to show (one name: one page a layer), ``dpi`` is for PNG only,
    ``transparent`` leaves out sheet and water, ``whole`` shows cards too that the view leaves out,
    ``show`` takes out what is not to leave the canvas, ``limit`` is how long each answer of the
    text may be. A pack holds the files with the extensions of ``formats`` and is no larger than
    ``size_limit`` bytes. A wall is cut for a printer that takes paper of the size ``printer``.
    ``origin`` is marked in the file, so that it can be opened again to that revision.
    Raises ExportError for what cannot be drawn.
    """

    page: PageName | None = None
    dpi: int = 300
    greyscale: bool | None = None
    palette: PaletteName | None = None
    layers: tuple[str, ...] | None = None
    transparent: bool = False
    whole: bool = False
    show: Selection | None = None
    limit: Limit | None = None
    formats: tuple[str, ...] | None = None
    size_limit: int = 10_000_000
    printer: PrinterSize = "a4"
    origin: Origin | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """What a PDF has among its keywords, so that it can be opened again."""
        return (self.origin.mark,) if self.origin else ()

    def __post_init__(self) -> None:
        low, high = DPI_RANGE
        if not low <= self.dpi <= high:
            raise ExportError(f"{self.dpi} dpi is out of range. Choose from {low} to {high}.")
        if self.page is not None and self.page not in PAGES:
            raise ExportError(f"There is no page size “{self.page}”. Choose {' or '.join(PAGES)}.")
        if self.printer not in PRINTER_SIDES:
            known = " or ".join(PRINTER_SIDES)
            raise ExportError(f"No wall is cut for “{self.printer}”. Choose {known}.")
        if self.palette is not None and self.palette not in PALETTES:
            known = " or ".join(PALETTES)
            raise ExportError(f"There is no palette “{self.palette}”. Choose {known}.")


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished file and sentences about it for the person who asked for it."""

    data: bytes
    notes: tuple[str, ...] = ()


_watching: list[Callable[[str], None]] = []


def watch(told: Callable[[str], None]) -> None:
    """Call this with the title of every format that this process begins to make from now on."""
    _watching.append(told)


@dataclass(frozen=True, slots=True)
class Format:
    """One way out: its extension (with the dot), media type, name and writer."""

    extension: str
    mime: str
    title: str
    write: Callable[[Canvas, ExportOptions], Exported]

    def make(self, canvas: Canvas, options: ExportOptions) -> Exported:
        """The file of a canvas, without anything in it that the options do not show."""
        for told in _watching:
            told(self.title)
        made = self.write(_shown(canvas, options), replace(options, show=None))
        if options.origin is None:
            return made
        # Only here: what marks Office files is made of what makes them.
        from iceberg.exporters.stamp import stamped

        data = stamped(made.data, self.extension, options.origin, canvas.date)
        return replace(made, data=data)


def _shown(canvas: Canvas, options: ExportOptions) -> Canvas:
    if options.show is None:
        return canvas
    return select(canvas, options.show, layers=options.layers, whole=options.whole)
