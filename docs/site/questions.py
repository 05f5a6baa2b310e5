"""The twenty questions, each with its SQL, its answer in this snapshot, and a picture of it."""

from pathlib import Path

import duckdb
import jinja2

from docs.site.pictures import PICTURES, drawn
from docs.site.tables import table
from orchestration.dbt import FOLDER

MOST_ROWS = 12
_HEAD = """# Twenty questions

What the people for whom the warehouse is made ask of it, answered by the snapshot that this site
was made from. Each is one query over the marts.
"""


def write(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    sections = [_HEAD]
    for path in sorted((FOLDER / "analyses").glob("*.sql")):
        question, _, sql = path.read_text(encoding="utf-8").partition("\n")
        query = jinja2.Template(sql.strip()).render(ref=lambda model: model)
        found = con.execute(query)
        columns = [column[0] for column in found.description or ()]
        rows = found.fetchall()
        sections.append(f"## {question.removeprefix('-- ')}\n")
        if rows:
            picture = folder / f"{path.stem}.png"
            answer = [dict(zip(columns, row, strict=True)) for row in rows]
            picture.write_bytes(drawn(answer, PICTURES[path.stem]))
            sections.append(f"![Picture of the answer]({picture.name})\n")
        sections.append(_answer(columns, rows))
        sections.append(
            f"<details><summary>The query</summary>\n\n```sql\n{query}\n```\n\n</details>\n"
        )
    (folder / "questions.md").write_text("\n".join(sections), encoding="utf-8")


def _answer(columns: list[str], rows: list[tuple[object, ...]]) -> str:
    if not rows:
        return "No row in this snapshot.\n"
    shown = table(columns, rows[:MOST_ROWS])
    more = f"\n\nThe first {MOST_ROWS} of {len(rows):,} rows." if len(rows) > MOST_ROWS else ""
    return f"{shown}{more}\n"
