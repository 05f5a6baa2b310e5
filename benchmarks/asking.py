"""The twenty questions: asked of the published marts, against the same asked of the raw tables.

Of the raw tables it asks by all the steps that lie between, each once and no other: what it costs
an analyst without marts; broken off when it has taken a hundred times as long. Processor's clock.
"""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer

import duckdb
import jinja2

from benchmarks.building import build
from benchmarks.lines import Line
from benchmarks.stored import FIRST_NIGHT, store_night
from benchmarks.timing import best_of
from orchestration.dbt import FOLDER
from orchestration.home import Home
from orchestration.publish import publish
from orchestration.snapshot_file import SCHEMAS
from orchestration.warehouse import connect

QUESTIONS = sorted((FOLDER / "analyses").glob("*.sql"))
SCALE = 1_000_000  # items
FASTER_BOUND, SCANS_BOUND = 10, 20
PATIENCE = 10  # times the bound
_NOT_OF_RAW = {"model.scrutiny.int_build_completed"}  # it looks at the project's files
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
        steps = _steps(asked, models)
        enough = max(PATIENCE * FASTER_BOUND * quick, 1)
        slow = best_of(lambda: _ask_raw(con, steps, of_marts, enough), times=1)
    yield Line(
        figure=f"ask {path.stem} of {scale:,} items",
        measured=f"{quick * 1000:.0f} ms",
        baseline=f"{slow:.1f} s or more of raw tables",
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


def _ask_raw(
    con: duckdb.DuckDBPyConnection, steps: dict[str, str], question: str, enough: float
) -> None:
    """Ask step by step, for so many seconds at most."""
    con.execute("set timezone = 'UTC'")
    patience = Timer(enough, con.interrupt)
    patience.start()
    with suppress(duckdb.InterruptException):
        for name, sql in steps.items():
            kind = "view" if name.startswith("stg_") else "table"
            con.execute(f"create temp {kind} {name} as {sql}")
        con.execute(question).fetchall()
    patience.cancel()


def _steps(asked: list[str], models: dict[str, str]) -> dict[str, str]:
    """The models that these lead back to, upstream first; seeds stay the tables that they are."""
    steps: dict[str, str] = {}

    def table_or_step(found: re.Match[str]) -> str:
        return found[2] if found[2] in models else found[0]

    def add(name: str) -> None:
        if name in models and name not in steps:
            for _, upstream in _RELATION.findall(models[name]):
                add(upstream)
            steps[name] = _RELATION.sub(table_or_step, models[name])

    for name in asked:
        add(name)
    return steps
