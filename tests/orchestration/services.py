"""Redis, PostgreSQL and celery workers on loopback, from what the machine has installed."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

PROGRAMS = ("redis-server", "initdb", "pg_ctl")
PACKAGES = ("dagster_celery", "dagster_postgres", "redis")
# PostgreSQL will not run as root.
OTHER_USER = 65534


def lacking() -> list[str]:
    """What of all this the machine has not."""
    programs = [program for program in PROGRAMS if not shutil.which(program)]
    return programs + [package for package in PACKAGES if find_spec(package) is None]


@contextmanager
def redis() -> Iterator[str]:
    port = free_port()
    with _running(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", "/tmp"]
    ):
        _await_port(port)
        yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def postgres() -> Iterator[str]:
    port = free_port()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="postgres-")))
        is_root = os.geteuid() == 0
        as_other = {"user": OTHER_USER, "group": OTHER_USER, "extra_groups": []} if is_root else {}
        if is_root:
            os.chown(folder, OTHER_USER, OTHER_USER)
        data = str(folder / "data")

        def run(*arguments: str) -> None:
            subprocess.run(arguments, check=True, capture_output=True, cwd=folder, **as_other)

        run("initdb", "-D", data, "-U", "scrutiny", "-A", "trust", "--no-sync")
        options = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        )
        run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        stack.callback(run, "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        yield f"postgresql://scrutiny@127.0.0.1:{port}/postgres"


@contextmanager
def celery_worker(name: str, environment: dict[str, str], log: Path) -> Iterator[None]:
    """One worker, which takes one step at a time."""
    broker = environment["SCRUTINY_BROKER"]
    with (
        log.open("w") as file,
        _running(
            [
                sys.executable, "-m", "celery", "-A", "dagster_celery.app", "-b", broker,
                "--result-backend", broker, "worker", "-Q", "dagster", "-n", name,
                "--pool", "solo", "--prefetch-multiplier", "1", "--loglevel", "INFO",
            ],
            env=environment,
            stderr=subprocess.STDOUT,
            stdout=file,
        ),
    ):  # fmt: skip
        _await(lambda: "ready." in log.read_text(), 60)
        yield


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@contextmanager
def _running(command: list[str], **more: object) -> Iterator[None]:
    process = subprocess.Popen(command, **{"stdout": subprocess.DEVNULL, **more})
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await_port(port: int) -> None:
    def answers() -> bool:
        with socket.socket() as sock:
            return sock.connect_ex(("127.0.0.1", port)) == 0

    _await(answers, 30)


def _await(holds, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.1)
