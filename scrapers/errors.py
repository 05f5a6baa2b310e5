"""What can go wrong between a URL and a record. Everything here is a `ScrapeError`."""


class ScrapeError(Exception):
    """A page could not be had, or could not be turned into records."""

    def __str__(self) -> str:
        """Messages quote sites, and a terminal obeys what it cannot print."""
        told = super().__str__()
        return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in told)


class RegistryError(ScrapeError):
    """The registry says something it may not; the message names council, key and file."""


class StatisticsError(ScrapeError):
    """Ofsted's statistics file is not as expected; the message names file, sheet and line."""


class UnknownCouncilError(ScrapeError):
    """No council of that slug stands in the registry in use."""


class TakedownError(ScrapeError):
    """The takedown list has a line that nobody understands; the message names it."""


class RobotsRefusedError(ScrapeError):
    """The site's robots.txt asks not to be read. Its pages can be saved by hand and imported."""


class HostUnreachableError(ScrapeError):
    """No answer: DNS, TLS, a reset or a time-out, after every retry."""


class OffSiteRedirectError(ScrapeError):
    """The site sent us to another host, which is never followed."""


class PageTooLargeError(ScrapeError):
    """The answer passed the size limit and was cut off."""


class PageNotFoundError(ScrapeError):
    """The site answered 404 or 410."""


class PageBlockedError(ScrapeError):
    """A firewall refused us or served a challenge page. Do not work around it."""


class SiteFailedError(ScrapeError):
    """The site answered with an error: a 5xx status, or its own error page under status 200."""

    def __init__(self, message: str, *, is_passing: bool = False) -> None:
        super().__init__(message)
        self.is_passing = is_passing  # the site was busy, which tells nothing of what it has


class ScriptRedirectError(ScrapeError):
    """The page holds nothing but a script that would send a browser elsewhere."""


class EmptyPageError(ScrapeError):
    """The answer has no content, or lists nothing where something must stand."""


class PageChangedError(ScrapeError):
    """The page no longer has the shape its parser was written for."""


class ArchiveError(ScrapeError):
    """The archive cannot give what is asked of it."""


class CrawlStoppedError(ScrapeError):
    """Somebody asked the run to stop; what was fetched so far is kept."""
