"""The data dictionary: every published table and column, as the snapshot itself describes them."""

from pathlib import Path

import duckdb

from docs.site.tables import table

_TABLES = """
select schema_name, table_name, comment from duckdb_tables() order by schema_name desc, table_name
"""
_COLUMNS = """
select column_name, lower(data_type), comment from duckdb_columns()
where schema_name = ? and table_name = ? order by column_index
"""
_HEAD = """# Data dictionary

Made from the snapshot's own descriptions. Ids are text; a name that ends in `_on` is a date, in
`_at` a moment in UTC, and one that begins with `is_` or `has_` is true or false. Unknown is NULL,
never a made-up value. How one table comes of another shows the
[lineage](lineage.md), model by model.
"""


def write(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    sections = [_HEAD]
    for schema, name, description in con.execute(_TABLES).fetchall():
        [(rows,)] = con.execute(f'select count(*) from "{schema}"."{name}"').fetchall()
        columns = con.execute(_COLUMNS, [schema, name]).fetchall()
        sections.append(
            f"## {schema}.{name}\n\n{_prose(description)}\n\n{rows:,} rows.\n\n"
            + table(("column", "type", "meaning"), columns)
            + "\n"
        )
    path.write_text("\n".join(sections), encoding="utf-8")


def _prose(description: str | None) -> str:
    return " ".join((description or "").split()).replace("<", "&lt;")
