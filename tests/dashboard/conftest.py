"""What the tests of the dashboard share. Name this folder, and its option is known."""

import pytest

from tests.orchestration.homes import TestHome


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots",
        action="store_true",
        help="write pictures of the dashboard's pages to docs/images",
    )


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> TestHome:
    """A home in which the demo ran. Tests that change it take a copy."""
    home = TestHome(tmp_path_factory.mktemp("dashboard") / "home")
    said = home.scrutiny("demo")
    assert said.returncode == 0, said.stderr
    return home
