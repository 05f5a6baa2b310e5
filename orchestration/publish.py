"""From the warehouse to what BI tools read: a snapshot file, Parquet and a data package.

Each snapshot is made whole in a folder of its own; then its files take the public names, each by a
rename. A reader that has the old file open keeps it. What a build could not finish is never seen.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from orchestration.holding import LARGEST_LOSS

SCHEMAS = ["marts", "history"]  # what holds, and what pages said before
SNAPSHOTS_KEPT = 3
# The oldest file format that holds all we store, for the sake of BI tools' older drivers.
STORAGE_VERSION = "v1.2.0"
LICENCES = [
    {
        "name": "OGL-UK-3.0",
        "title": "Open Government Licence v3.0",
        "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    }
]
# Table Schema's names for the types of the contract.
FIELD_TYPES = {
    "VARCHAR": "string",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "DOUBLE": "number",
    "TIMESTAMP WITH TIME ZONE": "datetime",
    "TIMESTAMP": "datetime",
}


def publish(
    warehouse: Path,
    published: Path,
    *,
    snapshot_id: str,
    at: datetime,
    beside: Mapping[str, str] | None = None,
) -> dict[str, int]:
    """Publish the marts of the warehouse and their history; return each table's row count.

    What stands `beside` it, file name to text, belongs to the snapshot and appears with it.
    """
    folder = published / "snapshots" / snapshot_id
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "parquet").mkdir(parents=True)
    counts = _copy_marts(warehouse, folder)
    package = _data_package(folder, at=at)
    # Beside the Parquet files, and where the folder is served whole.
    for place, prefix in ((folder / "parquet", ""), (folder, "parquet/")):
        for resource in package["resources"]:
            resource["path"] = prefix + resource["path"]
        (place / "datapackage.json").write_text(json.dumps(package, indent=2), encoding="utf-8")
    for name, text in (beside or {}).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    _reveal(folder, published)
    _prune(published / "snapshots")
    return counts


def collapsed(warehouse: Path, published: Path) -> dict[str, tuple[int, int]]:
    """Councils of the registry that would lose too many items of pages that have not changed: how
    many those had, and would have.

    Then our own reading has changed. What a changed page takes away is weighed by `holding`.
    """
    snapshot = published / "scrutiny.duckdb"
    if not snapshot.exists():
        return {}
    with duckdb.connect() as con:
        con.execute(f"attach '{_quoted(warehouse)}' as warehouse (read_only)")
        con.execute(f"attach '{_quoted(snapshot)}' as snapshot (read_only)")
        rows = con.execute(_COLLAPSED, [LARGEST_LOSS]).fetchall()
    return {council: (before, after) for council, before, after in rows}


_COLLAPSED = """
with changed as (
    select council as council_id, page_key, max(fetched_at) as fetched_at from warehouse.raw.pages
    where error is null
    group by all
),
before as (
    select items.council_id, items.agenda_item_id from snapshot.marts.fct_agenda_items as items
    left join changed using (council_id, page_key)
    where
        items.council_id in (select council from warehouse.raw.councils)
        and coalesce(changed.fetched_at <= items.fetched_at, true)
)
select
    before.council_id,
    count(*) as items_before,
    count(after.agenda_item_id) as items_after
from before
left join warehouse.marts.fct_agenda_items as after using (agenda_item_id)
group by 1
having count(after.agenda_item_id) < count(*) * (1 - ?)
order by 1
"""


def _copy_marts(warehouse: Path, folder: Path) -> dict[str, int]:
    """Copy the tables with their comments, and each as Parquet beside them."""
    with duckdb.connect() as con:
        con.execute("set timezone = 'UTC'")
        # Under the name that it has in its own views.
        con.execute(f"attach '{_quoted(warehouse)}' as scrutiny (read_only)")
        con.execute(
            f"attach '{_quoted(folder / 'scrutiny.duckdb')}' as snapshot "
            f"(storage_version '{STORAGE_VERSION}')"
        )
        # What is a view in the warehouse, for want of a copy, is a table to its readers.
        tables = con.execute(
            "select schema_name, table_name, comment from duckdb_tables() "
            "where database_name = 'scrutiny' and schema_name in $1 union all "
            "select schema_name, view_name, comment from duckdb_views() "
            "where database_name = 'scrutiny' and schema_name in $1 order by all",
            [SCHEMAS],
        ).fetchall()
        counts = {}
        for schema, table, comment in tables:
            name = f"{schema}.{table}"
            con.execute(f"create schema if not exists snapshot.{schema}")
            con.execute(f"create table snapshot.{name} as from scrutiny.{name} order by all")
            _copy_comments(con, schema, table, comment)
            target = _quoted(folder / "parquet" / f"{table}.parquet")
            con.execute(
                f"copy (from snapshot.{name}) to '{target}' (format parquet, compression zstd)"
            )
            counts[table] = con.execute(f"select count(*) from snapshot.{name}").fetchall()[0][0]
        _create_past(con, [table for _, table, _ in tables])
        con.execute("use memory")
        con.execute("detach snapshot")
    return counts


def _create_past(con: duckdb.DuckDBPyConnection, tables: list[str]) -> None:
    """For each table of versions a function that gives its things as of a moment."""
    con.execute("use snapshot")
    for table in tables:
        if match := re.fullmatch(r"fct_(\w+)_versions", table):
            con.execute(
                f"create macro history.{match[1]}s_as_of(moment) as table "
                f"select * from history.{table} "
                "where valid_from <= moment and (valid_to is null or valid_to > moment)"
            )


def _copy_comments(
    con: duckdb.DuckDBPyConnection, schema: str, table: str, comment: str | None
) -> None:
    """What dbt documented is read by BI tools as comments, so the snapshot carries them."""
    name = f"snapshot.{schema}.{table}"
    if comment:
        con.execute(f"comment on table {name} is '{_escaped(comment)}'")
    described = con.execute(
        "select column_name, comment from duckdb_columns() where database_name = 'scrutiny' "
        "and schema_name = ? and table_name = ? and comment is not null",
        [schema, table],
    ).fetchall()
    con.execute("begin")  # or the disk is waited for at each of them
    for column, text in described:
        con.execute(f"comment on column {name}.{column} is '{_escaped(text)}'")
    con.execute("commit")


def _data_package(folder: Path, *, at: datetime) -> dict[str, Any]:
    """Describe the Parquet files as the Data Package standard has it, from their own folder."""
    with duckdb.connect(str(folder / "scrutiny.duckdb"), read_only=True) as con:
        tables = con.execute(
            "select table_name, comment from duckdb_tables() order by table_name"
        ).fetchall()
        columns = con.execute(
            "select table_name, column_name, data_type, comment from duckdb_columns() "
            "where schema_name in ? order by table_name, column_index",
            [SCHEMAS],
        ).fetchall()
    return {
        "name": "scrutiny",
        "title": "What councils minuted about inspections of children's services",
        "created": at.isoformat(),
        "licenses": LICENCES,
        "resources": [
            _resource(folder / "parquet" / f"{table}.parquet", comment, columns)
            for table, comment in tables
        ],
    }


def _resource(path: Path, comment: str | None, columns: list[Any]) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": path.stem,
        "path": path.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": comment or "",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": {
            "fields": [
                {"name": name, "type": FIELD_TYPES.get(kind, "any"), "description": text or ""}
                for owner, name, kind, text in columns
                if owner == path.stem
            ]
        },
    }


def _reveal(folder: Path, published: Path) -> None:
    """Give the snapshot's files their public names, each in one step."""
    for name in sorted(path.name for path in folder.iterdir() if path.is_file()):
        draft = published / f".{name}.new"
        draft.unlink(missing_ok=True)
        os.link(folder / name, draft)
        draft.replace(published / name)
    draft = published / ".parquet.new"
    draft.unlink(missing_ok=True)
    draft.symlink_to(Path("snapshots") / folder.name / "parquet", target_is_directory=True)
    draft.replace(published / "parquet")


def _prune(snapshots: Path) -> None:
    for old in sorted(snapshots.iterdir())[:-SNAPSHOTS_KEPT]:
        shutil.rmtree(old)


def _quoted(path: Path) -> str:
    return _escaped(str(path))


def _escaped(text: str) -> str:
    return text.replace("'", "''")
