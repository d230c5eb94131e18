"""What is told about a PDF to the person who asks for it."""

from __future__ import annotations

from typing import Final

NOT_PDF_A: Final = (
    "The picture in words is longer than PDF/A allows, so this PDF is accessible (PDF/UA-1) but no "
    "PDF/A. The report is both."
)
