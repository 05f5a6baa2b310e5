"""What describes the Parquet files of a snapshot: a Data Package, with a Table Schema for each."""

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

PACKAGE = "datapackage.json"
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


def data_package(snapshot: Path, files: Path, *, at: datetime) -> dict[str, Any]:
    """Describe the Parquet files as the standard has it, from their own folder."""
    with duckdb.connect(str(snapshot), read_only=True) as con:
        tables = con.execute(
            "select table_name, comment from duckdb_tables() order by table_name"
        ).fetchall()
        columns = con.execute(
            "select table_name, column_name, data_type, comment from duckdb_columns() "
            "where not internal order by table_name, column_index"
        ).fetchall()
    return {
        "name": "scrutiny",
        "title": "What councils minuted about inspections of children's services",
        "created": at.isoformat(),
        "licenses": LICENCES,
        "resources": [
            _resource(files / f"{table}.parquet", comment, columns) for table, comment in tables
        ],
    }


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def _resource(path: Path, comment: str | None, columns: list[Any]) -> dict[str, Any]:
    return {
        "name": path.stem,
        "path": path.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": comment or "",
        "bytes": path.stat().st_size,
        "hash": digest(path),
        "schema": {
            "fields": [
                {"name": name, "type": FIELD_TYPES.get(kind, "any"), "description": text or ""}
                for owner, name, kind, text in columns
                if owner == path.stem
            ]
        },
    }
