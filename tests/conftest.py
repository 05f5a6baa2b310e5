"""What tests of several rooms stand on."""

import os

import pytest
from filelock import FileLock

from tests.orchestration.homes import TestHome


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
def demo_said(demo):
    """What the demo printed."""
    return demo.root.with_name("demo.said").read_text(encoding="utf-8")
