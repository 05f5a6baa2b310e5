"""A clerk's plain text → the HTML that Word and ModernGov make of it.

The stories are written in the plainest of notations; a blank line ends a paragraph:

    (i) text   1. text   a) text   · text   - text    a marker typed by hand, as Word leaves it
    + text     # text                                 a true list, bulleted or numbered
    | (1) | text                                      a row of a table
    **text**                                          bold; alone on its line: a bold paragraph
    ~                                                 a space that does not break
"""

import re
import textwrap
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

_MARKED = re.compile(r"(\*\*)?(\((?:[ivxl]+|[a-z]|\d+)\)|[a-z]\)|\d+[.)]|[·•-])\s+(.*)", re.DOTALL)
_STARTS_BLOCK = re.compile(rf"{_MARKED.pattern}|[+#|]\s")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ENTITIES = str.maketrans(
    {
        "\u2019": "&rsquo;",
        "\u2018": "&lsquo;",
        "\u201c": "&ldquo;",
        "\u201d": "&rdquo;",
        "\u2013": "&ndash;",
        "£": "&pound;",
        "·": "&middot;",
        "•": "&bull;",
        "~": "&nbsp;",
    }
)
_WIDTH = 65  # where the HTML tidying of real sites breaks lines, inside tags too
_PADDING = '<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;</span>'
_SPACER = '<p class="MsoNormal">&nbsp;</p>'


def word(text: str) -> Markup:
    """The text as a ModernGov page shows it."""
    return _wrapped(_paragraphs(text))


def word_cut(text: str, cut_after: str, link: Markup) -> Markup:
    """The same, broken off after some words, the link to the full text in the last paragraph."""
    before, found, _ = text.partition(cut_after)
    if not found:
        raise ValueError(f"cannot cut after words that are not there: {cut_after}")
    kept = before + cut_after
    html = _paragraphs(kept + "**" if kept.count("**") % 2 else kept)
    # The real sites put the link inside the paragraph or list item that they break off.
    end = max(html.rfind("</p>"), html.rfind("</li>"), html.rfind("</td>"))
    return _wrapped(f"{html[:end]} &nbsp;...&nbsp; {link}{html[end:]}")


def blocks(text: str) -> Iterator[str]:
    """Yield paragraphs and list items, each on one line."""
    lines: list[str] = []
    for line in [*text.strip().splitlines(), ""]:
        stripped = line.strip()
        if lines and (not stripped or _STARTS_BLOCK.match(stripped)):
            yield " ".join(lines)
            lines = []
        if stripped:
            lines.append(stripped)


def _paragraphs(text: str) -> str:
    html = [
        "".join(_runs(kind, list(run))) for kind, run in groupby(blocks(text), key=_kind_of_block)
    ]
    return _SPACER.join(html)


def _kind_of_block(block: str) -> str:
    if block[:2] in {"+ ", "# ", "| "}:
        return block[0]
    return "marked" if _MARKED.match(block) else "plain"


def _runs(kind: str, run: list[str]) -> Iterator[str]:
    match kind:
        case "plain":
            yield _SPACER.join(_plain(block) for block in run)
        case "marked":
            yield from (_marked(block, position, run) for position, block in enumerate(run))
        case "|":
            rows = ("".join(f"<td>{_inline(c)}</td>" for c in _cells(block)) for block in run)
            yield f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case _:
            tag = "ul" if kind == "+" else "ol"
            entries = (f'<li class="MsoNormal">{_inline(block[2:])}</li>' for block in run)
            yield f'<{tag} style="margin-top:0cm">{"".join(entries)}</{tag}>'


def _plain(block: str) -> str:
    # A label that stands alone is bold as a whole: "RESOLVED:"
    if whole := re.fullmatch(r"\*\*([^*]+)\*\*", block):
        label = _inline(whole.group(1))
        return f'<p style="font-weight: bold" class="MsoNormal"><span style="">{label}</span></p>'
    return f'<p class="MsoNormal"><span style="">{_inline(block)}</span></p>'


def _marked(block: str, position: int, run: list[str]) -> str:
    found = _MARKED.match(block)
    if not found:
        raise ValueError(f"no marker: {block}")
    last = len(run) - 1
    place = {0: "First", last: "Last"}.get(position, "Middle")
    style = f"MsoListParagraphCxSp{place}" if last else "MsoListParagraph"
    bold, marker, text = found.groups(default="")
    label = f'<span style=""><span style="">{_inline(marker)}{_PADDING}</span></span>'
    return f'<p class="{style}" style="text-indent:-18.0pt">{label}{_inline(bold + text)}</p>'


def _cells(block: str) -> list[str]:
    return [cell.strip() for cell in block.strip("| ").split("|")]


def _inline(text: str) -> str:
    return _BOLD.sub(r"<b>\1</b>", str(escape(text)).translate(_ENTITIES))


def _wrapped(html: str) -> Markup:
    lines = (
        textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in re.sub(r"(</p>|</li>|</tr>|</table>|</ul>|</ol>)", "\\1\n", html).splitlines()
    )
    body = "\n".join(lines)
    return Markup(f'<div class="mgWordPara"><div class="WordSection1">\n{body}\n</div>\n</div>')
