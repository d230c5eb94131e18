"""The sharp picture beside the bitmap that older programs show (MS-ODRAWXML, 2.3.2, svgBlip)."""

from __future__ import annotations

from typing import Final

SVG_TYPE: Final = "image/svg+xml"
SVG_NAME: Final = "picture.svg"
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ASVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def svg_extension(relation: str) -> str:
    """What a blip says of its SVG: the id of the relation that leads to it, as XML."""
    return (
        f'<a:extLst xmlns:a="{_A}"><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        f'<asvg:svgBlip xmlns:asvg="{_ASVG}" xmlns:r="{_R}" r:embed="{relation}"/>'
        "</a:ext></a:extLst>"
    )
