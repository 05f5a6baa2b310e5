"""What the tests of the dashboard share. Name this folder, and its option is known."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screenshots",
        action="store_true",
        help="write pictures of the dashboard's pages to docs/images",
    )
