"""An export in a process of its own, which tells how far it is and can be stopped at any time."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from typing import IO, Final

from pydantic import TypeAdapter

from iceberg.errors import ExportError, IcebergError
from iceberg.exporters.pack import usual
from iceberg.exporters.parts import Exported, ExportOptions
from iceberg.model import Canvas

_STEP: Final = "step "
_FAILED: Final = "The file could not be made. Try again, or choose another format."
_ORDER: Final = TypeAdapter(tuple[Canvas, str, ExportOptions])
"""What goes in, as JSON. Out comes a line of JSON, then the bytes of the file."""
_POSIX: Final = os.name == "posix"


class Apart:
    """One export under way; nothing of it is left when it is stopped.

    What comes back is a whole file or none: it is read only when the process has ended well.
    """

    def __init__(self, canvas: Canvas, extension: str, options: ExportOptions) -> None:
        self._given: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._made: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._files = _count(extension, options)
        self._given.write(_ORDER.dump_json((canvas, extension, options), by_alias=True))
        self._given.seek(0)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "iceberg.exporters.apart"],
            stdin=self._given,
            stdout=self._made,
            stderr=self._said,
            # A group of its own, so that what it starts ends with it.
            start_new_session=_POSIX,
        )

    @property
    def step(self) -> str:
        """What is being made just now, such as the title of a format; empty at first."""
        steps = self._steps()
        return steps[-1] if steps else ""

    @property
    def place(self) -> tuple[int, int]:
        """Which of how many files of a pack is being made: (3, 11); (0, 11) before the first.

        What is one file is made as the first of one.
        """
        begun = len(self._steps()) - (self._files > 1)
        return min(max(begun, 0), self._files), self._files

    def _steps(self) -> list[str]:
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", "replace").splitlines()
        return [line.removeprefix(_STEP) for line in lines if line.startswith(_STEP)]

    def result(self) -> Exported | None:
        """The file, or None while it is being made.

        Raises ExportError when it cannot be made or was stopped.
        """
        code = self._process.poll()
        if code is None:
            return None
        self._made.seek(0)
        if code != 0:
            raise ExportError(_FAILED)
        told = json.loads(self._made.readline())
        if told["problem"]:
            raise ExportError(told["problem"])
        return Exported(self._made.read(), tuple(told["notes"]))

    def stop(self) -> None:
        """End it and all that it has started; nothing happens when it has ended."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                if _POSIX:
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
        self._process.wait()
        for file in (self._given, self._made, self._said):
            file.close()


def _count(extension: str, options: ExportOptions) -> int:
    """How many files are made: those of a pack, or one."""
    if extension != ".zip":
        return 1
    return len(options.formats if options.formats is not None else usual())


def main() -> None:
    """Make what standard input asks for; the file, or a sentence, goes to standard output."""
    from iceberg.exporters import export
    from iceberg.exporters.parts import watch

    canvas, extension, options = _ORDER.validate_json(sys.stdin.buffer.read())
    watch(lambda title: print(f"{_STEP}{title}", file=sys.stderr, flush=True))
    try:
        made, problem = export(canvas, extension, options), None
    except IcebergError as error:
        made, problem = Exported(b""), str(error)
    told = {"problem": problem, "notes": made.notes}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made.data)


if __name__ == "__main__":
    main()
