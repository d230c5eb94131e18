"""The site that these tests visit, one for all of them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from iceberg.meeting.access import KEY, SHARED, access_from
from iceberg.store import VARIABLE, open_store
from tests.browser.conftest import ROOT, Server
from tests.conftest import MUST_RUN
from tests.postgres import Cluster
from tests.serving import nginx
from tests.serving.site import NAME, Site

SETTINGS = {SHARED: "1", KEY: "the key of two processes"}


@pytest.fixture(scope="session")
def balancer() -> str:
    """Where nginx is."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux gives each visitor an address of their own on one machine")
    program = nginx.program()
    if program is None:
        (pytest.fail if MUST_RUN else pytest.skip)(nginx.NO_NGINX)
    return program


def openssl() -> str:
    """Where OpenSSL is."""
    program = shutil.which("openssl")
    if program is None:
        (pytest.fail if MUST_RUN else pytest.skip)(nginx.NO_OPENSSL)
    return str(program)


@pytest.fixture(scope="session")
def site(
    balancer: str, cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """Two app processes on one Postgres behind nginx, as README.md says."""
    database, folder = cluster.address(), tmp_path_factory.mktemp("site")
    nginx.certify(openssl(), folder, NAME)
    environment = {**SETTINGS, VARIABLE: database}
    servers = {}
    for name in ("8501", "8502"):
        (folder / name).mkdir()
        servers[name] = Server(ROOT / "app.py", folder / name, **environment)
    ports = {name: int(server.url.rsplit(":")[-1]) for name, server in servers.items()}
    ports |= nginx.free_ports(("80", "443 ssl"))
    store = open_store(database)
    try:
        with ThreadPoolExecutor() as together:
            list(together.map(Server.start, servers.values()))
        with nginx.running(balancer, folder, ports):
            by_port = {ports[name]: server for name, server in servers.items()}
            access = access_from(SETTINGS, folder)
            site = Site(ports["443 ssl"], ports["80"], folder, by_port, store, access)
            with site.open:
                yield site
    finally:
        store.close()
        for server in servers.values():
            server.stop()
