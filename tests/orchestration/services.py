"""Redis, PostgreSQL, celery workers and a bucket on loopback, from what the machine has."""

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

import pytest

PROGRAMS = ("redis-server", "initdb", "pg_ctl")
PACKAGES = ("dagster_celery", "dagster_postgres", "redis")
_OF_BUCKETS = [package for package in ("s3fs", "moto") if find_spec(package) is None]
IF_THERE_ARE_BUCKETS = (
    pytest.mark.long,
    pytest.mark.skipif(bool(_OF_BUCKETS), reason=f"a bucket needs {', '.join(_OF_BUCKETS)}"),
)
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


@contextmanager
def bucket() -> Iterator[dict[str, str]]:
    """What of the environment leads to an S3-compatible server with the bucket "scrutiny"."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    environment = {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",  # pragma: allowlist secret
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    boto3.client(
        "s3",
        endpoint_url=environment["AWS_ENDPOINT_URL"],
        region_name=environment["AWS_DEFAULT_REGION"],
        aws_access_key_id=environment["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=environment["AWS_SECRET_ACCESS_KEY"],
    ).create_bucket(Bucket="scrutiny")
    try:
        yield environment
    finally:
        server.stop()


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
