"""LibreOffice and poppler, which open what the exporters write."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import MUST_RUN


def program(name: str, package: str) -> str:
    """Where a program is; skips without it, or fails where all tests have to run."""
    found = shutil.which(name)
    if found is None:
        _missing(package)
    return str(found)


def _missing(package: str) -> None:
    (pytest.fail if MUST_RUN else pytest.skip)(f"install {package} (apt-get install {package})")


def need_calibri() -> None:
    """Skips, or fails, where LibreOffice has no font as wide as Excel's own.

    The width of a column is so many of its figures, and with it where pages end.
    """
    told = subprocess.run([program("fc-match", "fontconfig"), "Calibri"], capture_output=True)
    if not told.stdout.startswith((b"Carlito", b"calibri", b"Calibri")):
        _missing("fonts-crosextra-carlito")


def as_pdf(files: list[Path], folder: Path) -> list[Path]:
    """The files as LibreOffice prints them."""
    return converted(files, folder, "pdf")


def converted(files: list[Path], folder: Path, kind: str) -> list[Path]:
    """The files as LibreOffice writes them in another format, or anew in their own."""
    office = program("soffice", "libreoffice-writer-nogui and its siblings")
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [folder / f"{file.stem}.{kind}" for file in files]


def words_of(pdf: Path, *, as_drawn: bool = False) -> str:
    """All text of a PDF as poppler reads it, across the page or ``as_drawn``: cell by cell."""
    order = ("-raw",) if as_drawn else ()
    command = [program("pdftotext", "poppler-utils"), *order, "-enc", "UTF-8", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def resaved(file: Path, folder: Path) -> Path:
    """A workbook as LibreOffice saves it after it has opened it."""
    office = program("soffice", "libreoffice-calc-nogui")
    kept = folder / "saved"
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(kept), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return kept / file.name
