"""What the crawls cost the sites: the receipt of each council's latest crawl, from the archive.

Receipts stand in the archive of the home, not in the snapshot: a snapshot that was copied elsewhere
has none.
"""

from orchestration.home import Home
from scrapers.ledger import Crawl


def latest_receipts(home: Home) -> list[Crawl]:
    """The newest receipt of each council that was ever crawled."""
    found = [_latest(home, council) for council in home.archive.councils()]
    return [receipt for receipt in found if receipt]


def _latest(home: Home, council: str) -> Crawl | None:
    # A run that was cut off, or goes on now, left no receipt.
    for run_id in reversed(home.archive.run_ids(council)):
        if receipt := home.archive.run(council, run_id).crawl:
            return receipt
    return None
