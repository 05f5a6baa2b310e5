"""`python -m dashboard` (`make dashboard`): the dashboard on this home, on loopback only.

What follows the command goes to Streamlit: `python -m dashboard --server.port 8600`.
"""

import os
import sys
from pathlib import Path

from orchestration.home import Home

# As flags, so that they hold wherever it is started and over any file in the user's home folder.
SETTINGS = {
    "server.address": "127.0.0.1",
    "server.headless": "true",  # it neither opens a browser nor asks for an e-mail address
    "server.fileWatcherType": "none",
    "server.enableStaticServing": "false",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "logger.level": "error",
    "client.showErrorDetails": "none",
    # Its own export knows nothing of formulas; our download does.
    "client.disableDataExport": "true",
    "theme.light.primaryColor": "#1d4f8c",
    "theme.dark.primaryColor": "#7db3e8",
    "theme.font": "sans-serif",
}


def command(*more: str) -> list[str]:
    """What starts Streamlit on the dashboard."""
    flags = [flag for name, value in SETTINGS.items() for flag in (f"--{name}", value)]
    server = Path(__file__).parent / "server.py"
    return [sys.executable, "-m", "streamlit", "run", str(server), *flags, *more]


if __name__ == "__main__":
    # Streamlit looks for modules where it is started; the home is meant from where we are.
    os.environ["SCRUTINY_HOME"] = str(Home.from_environment().root)
    os.chdir(Path(__file__).parent.parent)
    started = command(*sys.argv[1:])
    os.execv(started[0], started)
