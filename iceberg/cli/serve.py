"""``iceberg serve``: the app in the browser."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Annotated, Final

import typer

from iceberg import resources

SETTINGS: Final = (
    # The rest is in the config file beside the app's script; these hold wherever it is started.
    "--browser.gatherUsageStats=false",
    "--runner.postScriptGC=false",
    "--server.showEmailPrompt=false",
)

HERE: Final = "127.0.0.1"
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - only when somebody asks for it

StoreOption = Annotated[
    str | None,
    typer.Option(
        help="Where canvases are kept: a file, or a database URL. "
        "By default a file in your user data folder, or what ICEBERG_STORE says.",
        metavar="FILE|URL",
        show_default=False,
    ),
]
PortOption = Annotated[
    int | None,
    typer.Option(
        min=1, max=65_535, help="The port to serve on; by default 8501 or the next free one."
    ),
]
ShareOption = Annotated[
    bool,
    typer.Option(
        "--share", help="Let others on the same network in; the address to open is then shown."
    ),
]


def serve(store: StoreOption = None, port: PortOption = None, share: ShareOption = False) -> None:
    """Start the app; it opens in your browser and runs until you press Ctrl+C.

    Only this computer can open it, unless you share it.
    """
    # Only here, because the other commands need no database.
    from iceberg.meeting.access import SHARED
    from iceberg.store import VARIABLE, open_store

    open_store(store)
    environment = {**os.environ, VARIABLE: store} if store else dict(os.environ)
    if share:
        environment[SHARED] = "1"
    command = app_command(port, share)
    if os.name == "posix":
        # The app takes this process's place, so that every signal reaches it.
        os.execve(sys.executable, command, environment)  # noqa: S606
    raise typer.Exit(subprocess.call(command, env=environment))  # noqa: S603


def app_command(port: int | None, share: bool = False) -> list[str]:
    """The command that starts the app: with this very Python, from any folder."""
    run = [sys.executable, "-m", "streamlit", "run", str(resources.app_script()), *SETTINGS]
    run.append(f"--server.address={EVERYWHERE if share else HERE}")
    return run if port is None else [*run, f"--server.port={port}"]
