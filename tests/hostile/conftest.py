"""A site that can go bad, and a home that was made while it was well; others start as its copy."""

import shutil

import pytest

from scrapers.samples.registry import registry_text
from tests.hostile.faulty_site import FaultySite, serving_badly
from tests.orchestration.homes import TestHome


@pytest.fixture(scope="session")
def site():
    with serving_badly(FaultySite()) as site:
        yield site


@pytest.fixture(scope="session")
def registry(site, tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "councils.toml"
    text = registry_text(site.address)
    path.write_text(
        text.replace("delay_seconds = 0\n", "delay_seconds = 0\ntimeout_seconds = 1.0\n")
    )
    return path


@pytest.fixture(scope="session")
def calm(site, registry, tmp_path_factory):
    """A home whose one run met with no mishap."""
    home = TestHome(tmp_path_factory.mktemp("calm") / "home", registry)
    said = home.scrutiny("nightly")
    assert said.returncode == 0, said.stderr
    return home


@pytest.fixture
def home(calm, tmp_path):
    shutil.copytree(calm.root, tmp_path / "home", symlinks=True)
    return TestHome(tmp_path / "home", calm.registry)
