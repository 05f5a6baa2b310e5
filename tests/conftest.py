"""What tests of several rooms stand on, and the marker of tests that take minutes."""

import os

import pytest
from filelock import FileLock
from hypothesis import settings

from orchestration.home import PROJECT
from tests.orchestration.homes import TestHome

# The suite tries the same inputs every time, and a busy machine may take its time over them;
# `--hypothesis-profile=searching` looks for others.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots",
        action="store_true",
        help="write pictures of what is seen to docs/images",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: takes minutes; left out unless asked for by -m long")
    config.addinivalue_line("markers", "xdist_group(name): tests that share a worker")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "long" in config.getoption("-m"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: pytest -m long"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A home in which the demo ran, made once for all workers; tests that change it take a copy."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home = TestHome(shared / "demo")
    said = shared / "demo.said"
    with FileLock(shared / "demo.lock"):
        if not said.exists():
            run = home.scrutiny("demo")
            assert run.returncode == 0, run.stderr
            said.write_text(run.stdout, encoding="utf-8")
    return home


@pytest.fixture(scope="session")
def images(pytestconfig):
    """Where pictures of what is seen are to be kept; None unless asked for by --screenshots."""
    return PROJECT / "docs" / "images" if pytestconfig.getoption("--screenshots") else None


@pytest.fixture(scope="session")
def demo_said(demo):
    """What the demo printed."""
    return demo.root.with_name("demo.said").read_text(encoding="utf-8")
