"""Homes that several modules look at, and the marker of tests that take minutes.

Whoever uses these fixtures carries the xdist group "main job", so that each is made once.
"""

import shutil
import time

import pytest

from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve
from tests.orchestration.homes import TestHome


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
    """A home in which the demo ran; tests that change it take a copy."""
    home = TestHome(tmp_path_factory.mktemp("demo"))
    home.said = home.scrutiny("demo")
    assert home.said.returncode == 0, home.said.stderr
    return home


@pytest.fixture
def home(demo, tmp_path):
    shutil.copytree(demo.root, tmp_path / "home", symlinks=True)
    return TestHome(tmp_path / "home")


@pytest.fixture(scope="session")
def sites():
    with serve() as address:
        yield address


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory, sites):
    """A home whose registry is that of the samples, and whose one run met with no mishap."""
    folder = tmp_path_factory.mktemp("undisturbed")
    (folder / "councils.toml").write_text(registry_text(sites))
    home = TestHome(folder / "home", folder / "councils.toml")
    began = time.monotonic()
    said = home.scrutiny("nightly")
    home.seconds = time.monotonic() - began
    assert said.returncode == 0, said.stderr
    return home


@pytest.fixture
def registered(tmp_path):
    """A home whose registry is that of the samples, served at some address."""

    def make(address):
        registry = tmp_path / "councils.toml"
        registry.write_text(registry_text(address))
        return TestHome(tmp_path / "home", registry)

    return make
