"""Homes that several modules look at.

Whoever uses these fixtures carries the xdist group "main job", so that each is made once.
"""

import shutil
import time

import pytest

from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve
from tests.orchestration.homes import TestHome


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
