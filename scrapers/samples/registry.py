"""The registry of the sample councils, for the address they are being served at."""

from pathlib import Path

from scrapers.samples.loading import load_stories

REGISTER = Path(__file__).parent / "register.csv"


def registry_text(base_address: str) -> str:
    """The TOML of a registry that holds the sample councils and their inspection register."""
    entries = [
        f'[councils.{slug}]\nname = "{story.name}"\n'
        f'base_url = "{base_address}/{slug}"\ndelay_seconds = 0\n'
        for slug, story in load_stories().items()
    ]
    # as_posix: a backslash would be an escape in TOML.
    register = f'[register]\nfiles = ["{REGISTER.resolve().as_posix()}"]\n'
    return "\n".join([*entries, register])
