"""Opens a store when told to, and says how many canvases it has; may be made to die in between."""

from __future__ import annotations

import os
import signal
import sys

from sqlalchemy import Engine, event

from iceberg.store import open_store


def die_after(words: str) -> None:
    """Let the process be killed as soon as a statement with these words was carried out."""

    @event.listens_for(Engine, "after_cursor_execute")
    def kill(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if words in " ".join(statement.split()):
            os.kill(os.getpid(), signal.SIGKILL)


def main(place: str, words: str = "") -> None:
    if words:
        die_after(words)
    print("ready", flush=True)
    input()
    with open_store(place) as store:
        print(len(store.canvases()))


if __name__ == "__main__":
    main(*sys.argv[1:])
