"""A home that plays the sample councils has their sites served while it is crawled."""

import tomllib
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

from orchestration.home import Home, HomeBusyError
from scrapers.councils import Registry, load_registry
from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve

# Kept from run to run, so that the same page has the same address.
PORT = 8351


@contextmanager
def samples_playing(home: Home) -> Generator[Registry]:
    """Serve the samples where this is their home; give the registry in use."""
    if not home.plays_samples():
        yield home.registry()
        return
    with ExitStack() as stack:
        address = _serve(stack, port=_port_before(home))
        home.samples.write_text(registry_text(address), encoding="utf-8")
        yield home.registry()


def _serve(stack: ExitStack, *, port: int) -> str:
    try:
        return stack.enter_context(serve(port))
    except OSError:  # somebody else's by now: any free one will do
        return stack.enter_context(serve())


def _port_before(home: Home) -> int:
    samples = load_registry(home.samples).councils.values()
    return next((port for council in samples if (port := urlsplit(council.base_url).port)), PORT)


def become_sample_home(home: Home) -> None:
    """Make this the sample councils' home; a home that holds real councils refuses."""
    samples = registry_text(f"http://127.0.0.1:{PORT}")
    invented = set(tomllib.loads(samples)["councils"])
    if real := sorted(set(home.archive.councils()) - invented):
        raise HomeBusyError(
            f"{home.root} holds {real[0]}: the invented councils never mix with real ones; "
            "set SCRUTINY_HOME to an empty folder for the demo"
        )
    home.root.mkdir(parents=True, exist_ok=True)
    home.samples.write_text(samples, encoding="utf-8")
