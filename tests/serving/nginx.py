"""nginx for the tests alone, with the very configuration that README.md prints."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
NO_NGINX = "install nginx (apt-get install nginx-light)"
NO_OPENSSL = "install OpenSSL (apt-get install openssl)"
CERTIFICATE, KEY = "fullchain.pem", "privkey.pem"
STARTS_WITHIN_S = 15
STOPS_WITHIN_S = 10
# What Debian's own nginx.conf says is replaced, so that nothing outside of the folder is touched.
AROUND = """
daemon off;
master_process off;
pid nginx.pid;
events {{}}
http {{
    access_log off;
    {places}
    include iceberg.conf;
}}
"""
PLACES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def program() -> str | None:
    """Where nginx is; Debian keeps it where only root looks for programs."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin")


def printed(language: str) -> str:
    """The one code block of a language in README.md."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)
    return str(block)


def fitted(folder: Path, ports: Mapping[str, int]) -> str:
    """The printed configuration on loopback, at these ports, with keys and logs in a folder."""
    text = printed("nginx")
    for outside in ("80", "443 ssl"):
        text = text.replace(f"    listen [::]:{outside};\n", "")
        tls = outside.split()[1:]
        there = " ".join([f"127.0.0.1:{ports[outside]}", *tls])
        text = text.replace(f"listen {outside};", f"listen {there};")
    text = re.sub(r"/etc/letsencrypt/live/[^/]+/", f"{folder}/", text)
    text = re.sub(r"\b850[12]\b", lambda found: str(ports[found[0]]), text)
    return text.replace("/var/log/nginx/", f"{folder}/")


@contextmanager
def running(nginx: str, folder: Path, ports: Mapping[str, int]) -> Iterator[None]:
    """nginx in a folder of its own, for as long as it is needed."""
    (folder / "iceberg.conf").write_text(fitted(folder, ports), encoding="utf-8")
    places = "\n    ".join(f"{place}_temp_path {folder}/{place};" for place in PLACES)
    (folder / "nginx.conf").write_text(AROUND.format(places=places), encoding="utf-8")
    command = [nginx, "-p", str(folder), "-c", "nginx.conf", "-e", "begin.log"]
    with (folder / "said.log").open("wb") as output:
        process = subprocess.Popen(command, stderr=output, start_new_session=True)
    try:
        _wait_for(process, ports["443 ssl"], folder)
        yield
    finally:
        _stop(process)


def certify(openssl: str, folder: Path, name: str) -> None:
    """A key, and a certificate for a name that it has signed itself, good for a day."""
    made = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    made += [
        "-nodes",
        "-days",
        "1",
        "-subj",
        f"/CN={name}",
        "-addext",
        f"subjectAltName=DNS:{name}",
    ]
    made += ["-keyout", str(folder / KEY), "-out", str(folder / CERTIFICATE)]
    subprocess.run(made, check=True, capture_output=True)


def free_ports(names: Sequence[str]) -> dict[str, int]:
    """A port that nobody has for each name."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in names]
    ports = {name: probe.getsockname()[1] for name, probe in zip(names, probes, strict=True)}
    for probe in probes:
        probe.close()
    return ports


def _wait_for(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN_S
    while True:
        with suppress(OSError):
            return socket.create_connection(("127.0.0.1", port)).close()
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError((folder / "said.log").read_text(encoding="utf-8"))
        time.sleep(0.05)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOPS_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(STOPS_WITHIN_S)
