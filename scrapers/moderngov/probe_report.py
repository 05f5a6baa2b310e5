"""How a `probe` finding is told: in lines, as a registry entry, as changes to the registry."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scrapers.councils import Council
from scrapers.moderngov.probe import Finding

# What councils call themselves around their name.
_STYLES = re.compile(
    r"\b(?:the|london|royal|metropolitan|city|county|district|unitary|borough|council|of"
    r"|democracy|meetings|committees?)\b",
    re.IGNORECASE,
)


def describe(finding: Finding) -> Iterator[str]:
    """Say what is there, and what answers."""
    yield f"{finding.base_url}: {finding.system or 'no telling which system'}{_trouble(finding)}"
    for question, answer in finding.answers.items():
        yield f"    {question}: {answer}"


def registry_entry(finding: Finding, council: Council | None) -> str:
    """The entry for the registry, as TOML; of a registered council, with what is known of it."""
    name = council.name if council else _name(finding)
    slug = council.slug if council else _slug(name)
    present = finding.moved_to or finding.base_url
    lines = [f"[councils.{slug}]", f'name = "{name}"']
    if council and council.gss_code:
        lines.append(f'gss_code = "{council.gss_code}"')
    if council and council.dfe_la_number:
        lines.append(f"dfe_la_number = {council.dfe_la_number}")
    lines.append(f'base_url = "{present}"')
    former = [council.base_url, *council.aliases] if council else [finding.base_url]
    if aliases := [f'"{alias}"' for alias in dict.fromkeys(former) if alias != present]:
        lines.append(f"aliases = [{', '.join(aliases)}]")
    return "\n".join(lines)


def proposal(finding: Finding, council: Council) -> str | None:
    """What the registry should say of a council instead; None where it need not change."""
    if finding.moved_to and finding.moved_to != council.base_url:
        is_same = _bare(finding.moved_to) == _bare(council.base_url)
        if is_same:
            return f'{council.slug}: base_url = "{finding.moved_to}"  # the same address, by https'
        former = dict.fromkeys((council.base_url, *council.aliases))
        aliases = ", ".join(f'"{address}"' for address in former if address != finding.moved_to)
        return (
            f'{council.slug}: base_url = "{finding.moved_to}", aliases = [{aliases}]  '
            "# the site has moved"
        )
    if finding.system and finding.system != "ModernGov":
        return f"{council.slug}: remove it  # {finding.system} is there now"
    return None


def _trouble(finding: Finding) -> str:
    return f"; {finding.trouble}: {finding.reason}" if finding.trouble else ""


def _bare(url: str) -> str:
    return url.partition("://")[2].lower()


def _name(finding: Finding) -> str:
    words = " ".join(_STYLES.sub(" ", finding.name or "").split())
    host = urlsplit(finding.base_url).hostname or "council"
    parts = [p for p in host.split(".") if p not in {"www", "democracy", "moderngov", "modgov"}]
    return words or parts[0].capitalize()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "council"
