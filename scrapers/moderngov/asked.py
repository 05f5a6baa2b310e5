"""Whether an answer is the page asked for: sites pass over what they do not know in an address."""

from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.urls import address_of


def check_answer(url: str, kind: PageKind, found: int | None) -> None:
    """Hold the id that a page states against the one its address asks for."""
    asked = address_of(url)
    if asked is None or asked.kind is not kind or found is None:
        return
    if asked.id.partition("/")[0] != str(found):
        raise PageChangedError(f"asked for {asked.key}, the page is of {found}: {url}")
