"""A line of the report: one figure beside its baseline, and the bound it must keep."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

HEAD = ("figure", "measured", "baseline", "ratio", "bound", "limit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    figure: str
    measured: str
    baseline: str = ""
    ratio: float | None = None
    bound: float | None = None  # of the ratio
    is_floor: bool = False  # the ratio must be the bound or more, not the bound or less
    limit: str = ""  # what physics or the labels allow

    @property
    def is_kept(self) -> bool:
        if self.ratio is None or self.bound is None:
            return True
        return self.ratio >= self.bound if self.is_floor else self.ratio <= self.bound


def printed(lines: Iterable[Line]) -> str:
    """The lines as a Markdown table, columns aligned."""
    rows = [HEAD, *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    texts = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    return "\n".join(
        [texts[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *texts[1:]]
    )


def _cells(line: Line) -> tuple[str, ...]:
    bound = ""
    if line.bound is not None:
        bound = f"{'≥' if line.is_floor else '≤'} {line.bound:g}"
        bound += "" if line.is_kept else " broken"
    ratio = "" if line.ratio is None else f"{line.ratio:.3f}"
    return line.figure, line.measured, line.baseline, ratio, bound, line.limit
