"""A PostgreSQL server of our own on loopback, in a folder that goes with it."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ABSENT = "PostgreSQL's server is not installed (Debian's package postgresql)"
_PROGRAMS = "/usr/lib/postgresql"


def programs() -> Path | None:
    """The folder of `initdb` and `postgres` of the newest version that is installed."""
    found = sorted(Path(_PROGRAMS).glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """The address of a database that is empty; the server refuses to run as root."""
    other = _other_user() if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if other:
            shutil.chown(folder, **other)
        word = folder / "password"
        word.write_text(PASSWORD, encoding="utf-8")
        word.chmod(0o644)
        subprocess.run(
            [bin_folder / "initdb", "-D", folder / "data", "-U", "sở", "-A", "scram-sha-256",
             "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", f"--pwfile={word}"],
            check=True, capture_output=True, cwd=folder, **other,
        )  # fmt: skip
        port = _free_port()
        process = subprocess.Popen(
            [bin_folder / "postgres", "-D", folder / "data", "-p", str(port), "-c", "fsync=off",
             "-c", "listen_addresses=127.0.0.1", "-k", folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **other,
        )  # fmt: skip
        try:
            _wait(bin_folder, port)
            yield f"postgresql://s%E1%BB%9F@127.0.0.1:{port}/postgres"
        finally:
            process.terminate()
            process.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


PASSWORD = "mật khẩu: thử/1"


def _other_user() -> dict[str, str]:
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": name}
    raise RuntimeError("no user to run the server as")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(bin_folder: Path, port: int) -> None:
    until = time.monotonic() + 30
    while subprocess.run(
        [bin_folder / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    ).returncode:
        if time.monotonic() > until:
            raise TimeoutError("the server did not start")
        time.sleep(0.1)
