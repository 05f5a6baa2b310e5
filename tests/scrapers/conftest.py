"""What the tests of the scrapers share; its option is known when tests of this folder are named."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write what the parsers now say over the golden records in tests/pages",
    )
