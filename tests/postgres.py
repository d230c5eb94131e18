"""A Postgres server for the tests alone, which is gone without a trace afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

NO_POSTGRES = "install PostgreSQL (apt-get install postgresql)"
STARTS_WITHIN_S = 30
STOPS_WITHIN_S = 30
# Nothing that is kept here needs to survive the machine.
HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB")


def programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``: Debian's newest, else the one on the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    on_path = shutil.which("initdb")
    return debian[-1].parent if debian else Path(on_path).parent if on_path else None


def _version(program: Path) -> float:
    return float(program.parts[-3])


@dataclass
class Cluster:
    """A running server; each address that it gives is as good as a database of one's own."""

    port: int
    _numbers: Iterator[int] = field(default_factory=count)

    def address(self) -> str:
        """The SQLAlchemy address of a new, empty schema: far cheaper than a new database."""
        name = f"canvases{next(self._numbers)}"
        with self.connected() as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        server = f"postgresql://postgres@127.0.0.1:{self.port}"
        return f"{server}/postgres?options=-csearch_path%3D{name}"

    def connected(self) -> psycopg.Connection:
        """A connection as the server's owner, each statement by itself."""
        server = f"host=127.0.0.1 port={self.port} user=postgres dbname=postgres"
        return psycopg.connect(server, autocommit=True)


@contextmanager
def running(programs: Path) -> Iterator[Cluster]:
    """A cluster in a folder of its own on the loopback address, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="iceberg-postgres-") as folder:
        owner = {"cwd": folder, **_owner(folder)}
        make = ["--pgdata=data", "--username=postgres", "--auth=trust", "--no-sync"]
        make += ["--encoding=UTF8", "--no-locale"]
        subprocess.run([programs / "initdb", *make], check=True, capture_output=True, **owner)
        cluster = Cluster(_free_port())
        serve = ["-D", "data", "-h", "127.0.0.1", "-p", str(cluster.port), "-k", ""]
        serve += [part for setting in HASTY for part in ("-c", setting)]
        log = Path(folder) / "log"
        with log.open("wb") as output:
            server = subprocess.Popen([programs / "postgres", *serve], stderr=output, **owner)
        try:
            _wait_for(cluster, server, log)
            yield cluster
        finally:
            server.send_signal(signal.SIGQUIT)  # At once, without putting anything in order.
            server.wait(STOPS_WITHIN_S)


def _owner(folder: str) -> dict[str, Any]:
    """As whom the server runs: it refuses to be root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd  # Only where there is a root.

    user = next(one for one in pwd.getpwall() if one.pw_name in ("postgres", "nobody"))
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(cluster: Cluster, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN_S
    while True:
        try:
            return cluster.connected().close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(log.read_text(encoding="utf-8")) from None
            time.sleep(0.05)
