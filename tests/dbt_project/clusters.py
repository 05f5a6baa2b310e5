"""A PostgreSQL of the test's own, on loopback and in a folder that goes with it; never root's."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
BINARIES = os.pathsep.join([*map(str, FOLDERS), os.environ.get("PATH", "")])
USER = "scrutiny"


def missing() -> str | None:
    """Why no PostgreSQL can be started here, if none can."""
    if not all(shutil.which(name, path=BINARIES) for name in ("initdb", "pg_ctl")):
        return "PostgreSQL's initdb and pg_ctl are not installed"
    if os.geteuid() == 0 and not (shutil.which("setpriv") and _nobody()):
        return "PostgreSQL does not run as root, and there is no setpriv or nobody to run it as"
    return None


@contextmanager
def postgresql() -> Iterator[str]:
    """Start one; yield the words that libpq connects with."""
    with TemporaryDirectory(prefix="pg-") as folder:
        data = Path(folder) / "data"
        if os.geteuid() == 0:
            os.chown(folder, _nobody().pw_uid, _nobody().pw_gid)
        port = _free_port()
        _run("initdb", "--pgdata", str(data), "--username", USER, "--auth", "trust", "--no-sync")
        # The socket lies beside the data: nothing else of the machine is touched.
        options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off"
        log = str(Path(folder) / "log")
        _run("pg_ctl", "--pgdata", str(data), "--wait", "--log", log, "--options", options, "start")
        try:
            yield f"host=127.0.0.1 port={port} user={USER} dbname=postgres"
        finally:
            _run("pg_ctl", "--pgdata", str(data), "--wait", "--mode", "immediate", "stop")


def _run(name: str, *arguments: str) -> None:
    command = [str(shutil.which(name, path=BINARIES)), *arguments]
    if os.geteuid() == 0:
        who = _nobody()
        ids = [f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups"]
        command = ["setpriv", *ids, *command]
    ended = subprocess.run(
        command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr


def _nobody() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
