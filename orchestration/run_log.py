"""Dagster's log of runs, written without waiting for the disk at every line.

Dagster opens a SQLite file anew for each of hundreds of events, and SQLite waits for the disk at
each commit and, where nobody else has the file open, several times more at each close: five
thousand times a night. Nothing that is kept here need survive a power cut to its last line. So
commits are left to the write-ahead log, and a file once opened stays open until the process ends:
after a kill the log is whole, and after a power cut it is what it was some moments before.
"""

import atexit
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Dialect, Engine

_kept_open: dict[str, sqlite3.Connection] = {}


def spare_the_disk() -> None:
    """From now on, in this process."""
    if not event.contains(Engine, "do_connect", _connect):
        event.listen(Engine, "do_connect", _connect)
        atexit.register(_close)


def _connect(dialect: Dialect, record: Any, places: list[str], named: dict[str, Any]) -> Any:
    if dialect.name != "sqlite" or named.get("uri"):
        return None  # another database, or one in memory: SQLAlchemy connects as it would
    con = dialect.connect(*places, **named)
    con.execute("pragma synchronous = normal")
    [path] = places
    if path not in _kept_open and Path(path).is_file():
        _kept_open[path] = sqlite3.connect(path, named.get("timeout", 5), check_same_thread=False)
    if path in _kept_open:
        # Only who has read of a write-ahead log counts as having the file open.
        _kept_open[path].execute("select count(*) from sqlite_master").fetchall()
    return con


def _close() -> None:
    while _kept_open:
        _kept_open.popitem()[1].close()
