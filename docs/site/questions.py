"""The twenty questions by who asks them, each with its answer in this snapshot and a picture."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import jinja2
import yaml

from docs.site import words
from docs.site.pictures import PICTURES, drawn, told
from docs.site.tables import table
from orchestration.dbt import FOLDER

MOST_ROWS = 12
_HEAD = """# Twenty questions

What the people for whom the warehouse is made ask of it, answered by the snapshot that this site
was made from. Each is one query over the marts: take it, and change it. Where Ofsted's register
speaks, the answer is of all England; where minutes speak, it is of the councils that are read.
"""
# Each compares two nights, so the first has no answer to give.
_OF_TWO_NIGHTS = {"officer_changes_last_night", "journalist_what_the_page_said_before"}
_NO_ROW = "No row in this snapshot."
_NO_SECOND_NIGHT = (
    f"{_NO_ROW} This compares what pages say with what they said before: a first night has nothing "
    "to compare with, and a demonstration that never changes has nothing to tell."
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody the warehouse is made for: an exposure of the dbt project."""

    label: str
    wish: str
    prefix: str


def askers() -> list[Asker]:
    exposures = yaml.safe_load((FOLDER / "models" / "_exposures.yml").read_text(encoding="utf-8"))
    return [
        Asker(each["label"], each["description"], each["config"]["meta"]["questions"])
        for each in exposures["exposures"]
    ]


def write(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    sections = [_HEAD]
    for asker in askers():
        sections.append(f"## {asker.label}\n\n*{asker.wish}*\n")
        asked = sorted((FOLDER / "analyses").glob(f"{asker.prefix}*.sql"))
        sections += [_section(con, path, folder) for path in asked]
    (folder / "questions.md").write_text("\n".join(sections), encoding="utf-8")


def _section(con: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> str:
    question, _, sql = path.read_text(encoding="utf-8").partition("\n")
    query = jinja2.Template(sql.strip()).render(ref=lambda model: model)
    found = con.execute(query)
    columns = [column[0] for column in found.description or ()]
    rows = found.fetchall()
    return "\n".join(
        [
            f"### {question.removeprefix('-- ')}\n",
            _answer(path.stem, columns, rows, folder),
            f"<details><summary>The query</summary>\n\n```sql\n{query}\n```\n\n</details>\n",
        ]
    )


def _answer(question: str, columns: list[str], rows: list[tuple[object, ...]], folder: Path) -> str:
    if not rows:
        return f"{_NO_SECOND_NIGHT if question in _OF_TWO_NIGHTS else _NO_ROW}\n"
    picture = folder / f"{question}.png"
    answer = [dict(zip(columns, row, strict=True)) for row in rows]
    picture.write_bytes(drawn(answer, PICTURES[question]))
    shown = [
        [words.said(column, value) for column, value in zip(columns, row, strict=True)]
        for row in rows[:MOST_ROWS]
    ]
    more = f"The first {MOST_ROWS} of {len(rows):,} rows.\n" if len(rows) > MOST_ROWS else ""
    return "\n".join(
        [
            f"![{told(PICTURES[question])}]({picture.name})\n",
            table([words.heading(column) for column in columns], shown),
            "",
            more,
        ]
    )
