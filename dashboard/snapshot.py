"""The published snapshot as the dashboard reads it: opened for one question, then closed.

A connection that stays open keeps the file it opened, so none does: a snapshot that takes the old
one's place answers the next question. What was answered is kept for as long as the snapshot stands.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import streamlit as st

Row = dict[str, Any]
Identity = tuple[int, int, int]

ANSWERS_KEPT = 300


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One published file. A file that takes its name has another identity."""

    path: Path
    identity: Identity

    @classmethod
    def in_folder(cls, published: Path) -> "Snapshot | None":
        """What is published now; None before the first time."""
        path = published / "scrutiny.duckdb"
        if not path.exists():
            return None
        stat = path.stat()
        return cls(path, (stat.st_ino, stat.st_mtime_ns, stat.st_size))

    def ask(self, sql: str, **parameters: Any) -> list[Row]:
        """The rows that answer; `$name` in the SQL is a parameter, never text put into it."""
        return _answer(str(self.path), self.identity, sql, parameters)

    def ask_one(self, sql: str, **parameters: Any) -> Row:
        """The one row that answers."""
        (row,) = self.ask(sql, **parameters)
        return row

    def stream(self, sql: str, **parameters: Any) -> tuple[Sequence[str], list[tuple[Any, ...]]]:
        """Columns and rows for a download, not kept."""
        return _read(str(self.path), sql, parameters)

    def beside(self, name: str) -> Any:
        """A JSON file that was published with the snapshot; None where there is none."""
        path = self.path.with_name(name)
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


@st.cache_data(max_entries=ANSWERS_KEPT, show_spinner=False)
def _answer(path: str, identity: Identity, sql: str, parameters: Mapping[str, Any]) -> list[Row]:
    names, rows = _read(path, sql, parameters)
    return [dict(zip(names, row, strict=True)) for row in rows]


def _read(
    path: str, sql: str, parameters: Mapping[str, Any]
) -> tuple[list[str], list[tuple[Any, ...]]]:
    # A database of its own for each question: two connections to one path share what the first
    # of them opened, also after another file has taken the path. Nothing spills to disk.
    quoted = path.replace("'", "''")
    with duckdb.connect(config={"temp_directory": ""}) as con:
        con.execute(f"attach '{quoted}' as published (read_only)")
        con.execute("use published")
        con.execute("set timezone = 'UTC'")
        con.execute("set enable_external_access = false")
        found = con.execute(sql, dict(parameters)) if parameters else con.execute(sql)
        return [name for name, *_ in found.description or []], found.fetchall()
