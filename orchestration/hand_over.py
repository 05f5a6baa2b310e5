"""From the archive to the landing while other runs may be crawling, reading or building."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from orchestration.home import Home, HomeBusyError
from orchestration.landing import Batch
from scrapers.withholding import Takedown


def land(home: Home, council_names: Mapping[str, str]) -> Iterator[Batch]:
    """Read every archived run that has not landed, and is not still being crawled."""
    archived = set(home.archive.councils())
    with ExitStack() as stack:
        # In one order, so that two who land never wait for each other crosswise.
        for council in sorted(archived & council_names.keys()):
            if home.landing.missing(home.archive, council):
                stack.enter_context(home.held(f"landing-{council}", wait=True))
        yield from home.landing.land(
            home.archive,
            council_names,
            Takedown.read(home.takedown),
            is_at_rest=lambda council: is_at_rest(home, council),
        )


def is_at_rest(home: Home, council: str) -> bool:
    """Whether nobody is crawling a council just now."""
    try:
        with home.held(council):
            return True
    except HomeBusyError:
        return False
