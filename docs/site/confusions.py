"""How well minutes are read, and each text that is read otherwise than its labels say."""

from html import escape
from pathlib import Path

from benchmarks import accuracy, sources
from docs.site.tables import table

_HEAD = """# Confusions of the reader

The labelled texts, read as this checkout reads them: per kind, per council, and below each decision
and mention that was missed or read too much, with its words. [How minutes are read](
../docs/reading-minutes.md) says what the texts are, which of them were put aside, and what was
measured at first sight of those.
"""
_ABSENT = """
The labelled texts lie outside the project and were not at hand when this site was made, so there is
nothing to show. Put them beside the checkout and build it again.
"""


def write(path: Path) -> None:
    text = _HEAD + (_measured() if any(sources.GOLD.glob("*.json")) else _ABSENT)
    path.write_text(text, encoding="utf-8")


def _measured() -> str:
    lines = [
        (line.figure, line.measured, "" if line.ratio is None else f"{line.ratio:.3f}")
        for line in accuracy.measure()
    ]
    confused = list(accuracy.confusions())
    told = "\n".join(f"<li>{escape(text)}</li>" for text in confused)
    found = f"<ul>{told}</ul>" if confused else "None: every label is met on these texts."
    return (
        f"\n## Figures\n\n{table(('what', 'measured', 'score'), lines)}\n"
        f"\n## Confusions\n\n{found}\n"
    )
