"""Reading a file that a person named, with a sentence for everything that can go wrong."""

from __future__ import annotations

from pathlib import Path

from iceberg.errors import NotFoundError
from iceberg.importers.refusing import refused


def read_bytes(path: Path, most: int, kind: str) -> bytes:
    """The first ``most`` bytes of a file; ``kind`` is what to name in a folder (a canvas file).

    Raises `NotFoundError` without such a file, and `BadInputError` for one that cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {path}. Check its name and folder.") from None
    except IsADirectoryError:
        raise refused(f"{path} is a folder.", f"Name {kind} in it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"{path} cannot be read: {reason}."
        raise refused(what, "Check its name and who may read it.") from None
