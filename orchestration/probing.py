"""`scrutiny probe`: one address, or the doctor of the whole registry, many hosts side by side."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from scrapers.councils import Council, Registry
from scrapers.gates import HostGates
from scrapers.moderngov.probe import Finding, base_of, probe
from scrapers.moderngov.probe_report import describe, proposal, registry_entry

MOST_AT_ONCE = 32


def probe_address(url: str, registry: Registry) -> bool:
    """Print what is at an address and its registry entry; return whether that could be told."""
    council = _known(registry, url)
    finding = probe(url, delay_seconds=_delay(url))
    print("\n".join(describe(finding)))
    if finding.system in {"ModernGov", None} and finding.is_told:
        print(f"\n{registry_entry(finding, council)}")
    return finding.is_told


def probe_registry(registry: Registry) -> bool:
    """Visit every council's site once; print what is there, then the changes to be made."""
    proposals = []
    for council, finding in _visit_all(list(registry.councils.values())):
        print(f"{council.slug}: " + "\n".join(describe(finding)), flush=True)
        if wanted := proposal(finding, council):
            proposals.append(wanted)
    print("\n".join(["", "Changes proposed to the registry:", *proposals] if proposals else []))
    return True


def _visit_all(councils: list[Council]) -> Iterator[tuple[Council, Finding]]:
    """One visit to each site, and one request at a time to each host, in the registry's order."""
    gates = HostGates()
    with ThreadPoolExecutor(MOST_AT_ONCE) as threads:
        visits = [
            threads.submit(
                probe,
                council.base_url,
                delay_seconds=council.delay_seconds,
                timeout_seconds=council.timeout_seconds,
                gates=gates,
            )
            for council in councils
        ]
        for council, visit in zip(councils, visits, strict=True):
            yield council, visit.result()


def _known(registry: Registry, url: str) -> Council | None:
    base = base_of(url).lower()
    for council in registry.councils.values():
        if base in {address.lower() for address in (council.base_url, *council.aliases)}:
            return council
    return None


def _delay(url: str) -> float:
    is_loopback = urlsplit(base_of(url)).hostname in {"127.0.0.1", "localhost", "::1"}
    return 0.0 if is_loopback else 1.0
