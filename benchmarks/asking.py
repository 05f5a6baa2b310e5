"""The twenty questions: asked of the published marts, against the same asked of the raw tables.

Of the raw tables a question asks with all that lies between as part of the one query, each model
once: what it would cost an analyst who has no marts. Processor's clock.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import jinja2

from benchmarks.building import SCALE, build
from benchmarks.lines import Line
from benchmarks.stored import FIRST_NIGHT, store_night
from benchmarks.timing import best_of
from orchestration.dbt import FOLDER
from orchestration.home import Home
from orchestration.publish import SCHEMAS, publish
from orchestration.warehouse import connect

QUESTIONS = sorted((FOLDER / "analyses").glob("*.sql"))
FASTER_BOUND, SCANS_BOUND = 10, 20
_NOT_OF_RAW = {"model.scrutiny.int_build_started"}  # it looks at the project's files
_RELATION = re.compile(r'"scrutiny"\."(\w+)"\."(\w+)"')


def measure(scale: int = SCALE) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        with connect(home.warehouse) as con:
            store_night(con, scale, night=0)
        build(home)
        publish(home.warehouse, home.published, snapshot_id="asked", at=FIRST_NIGHT)
        results = json.loads((home.dbt_target / "run_results.json").read_text(encoding="utf-8"))
        models = {
            result["unique_id"].split(".")[-1]: result["compiled_code"]
            for result in results["results"]
            if result["unique_id"].startswith("model.") and result["unique_id"] not in _NOT_OF_RAW
        }
        for path in QUESTIONS:
            yield from _lines(home, path, models, scale)


def _lines(home: Home, path: Path, models: dict[str, str], scale: int) -> Iterator[Line]:
    question = path.read_text(encoding="utf-8")
    asked: list[str] = []
    of_marts = jinja2.Template(question).render(ref=lambda name: asked.append(name) or name)
    with connect(home.published / "scrutiny.duckdb", read_only=True) as con:
        con.execute(f"set search_path = '{','.join(SCHEMAS)}'")
        quick = best_of(lambda: con.execute(of_marts).fetchall())
        scan = max(best_of(lambda fact=fact: _scan_key(con, fact)) for fact in set(asked))
    with connect(home.warehouse, read_only=True) as con:
        of_raw = _of_raw(of_marts, asked, models)
        slow = best_of(lambda: con.execute(of_raw).fetchall(), times=1)
    yield Line(
        figure=f"ask {path.stem} of {scale:,} items",
        measured=f"{quick * 1000:.0f} ms",
        baseline=f"{slow:.1f} s of raw tables",
        ratio=slow / quick,
        bound=FASTER_BOUND,
        is_floor=True,
    )
    yield Line(
        figure=f"ask {path.stem}, in scans of a key",
        measured=f"{quick * 1000:.0f} ms",
        baseline=f"{scan * 1000:.1f} ms a scan",
        ratio=quick / scan,
        bound=SCANS_BOUND,
    )


def _scan_key(con: duckdb.DuckDBPyConnection, table: str) -> None:
    """Read the first column, which is the key, of every row."""
    ((key,),) = con.execute(
        "select column_name from duckdb_columns() where table_name = ? and column_index = 1",
        [table],
    ).fetchall()
    con.execute(f"select sum(length({key}::varchar)) from {table}").fetchall()


def _of_raw(question: str, asked: list[str], models: dict[str, str]) -> str:
    """The question, with every model that it leads back to as a part of it; seeds stay tables."""
    parts: dict[str, str] = {}

    def table_or_part(found: re.Match[str]) -> str:
        return found[2] if found[2] in models else found[0]

    def add(name: str) -> None:
        if name in models and name not in parts:
            for _, upstream in _RELATION.findall(models[name]):
                add(upstream)
            parts[name] = _RELATION.sub(table_or_part, models[name])

    for name in asked:
        add(name)
    defined = ",\n".join(f"{name} as (\n{sql}\n)" for name, sql in parts.items())
    return f"with {defined}\nselect * from (\n{question}\n)"
