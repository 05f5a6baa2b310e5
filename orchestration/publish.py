"""From the warehouse to what BI tools read: a snapshot file, Parquet and a data package.

Each snapshot is made whole in a folder of its own; then its files take the public names, each by a
rename. A reader that has the old file open keeps it. What a build could not finish is never seen.
How the tables are made is the matter of `snapshots`.
"""

import json
import os
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from orchestration import snapshots
from orchestration.data_package import PACKAGE, data_package
from orchestration.snapshot_file import joined
from orchestration.snapshots import FILE, FILES

SNAPSHOTS_KEPT = 3


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
    folder.mkdir(parents=True)
    scratch = folder / ".scratch"
    with joined(warehouse, scratch) as con:
        counts = snapshots.make(con, folder, _last(published))
    shutil.rmtree(scratch, ignore_errors=True)
    package = data_package(folder / FILE, folder / FILES, at=at)
    # Beside the Parquet files, and where the folder is served whole.
    for place, prefix in ((folder / FILES, ""), (folder, f"{FILES}/")):
        for resource in package["resources"]:
            resource["path"] = prefix + resource["path"]
        (place / PACKAGE).write_text(json.dumps(package, indent=2), encoding="utf-8")
    for name, text in (beside or {}).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    _reveal(folder, published)
    _prune(published / "snapshots")
    return counts


def _last(published: Path) -> Path | None:
    """The folder of the snapshot that was revealed last; its Parquet takes the name when all else
    has.
    """
    files = published / FILES
    return files.resolve().parent if files.exists() else None


def _reveal(folder: Path, published: Path) -> None:
    """Give the snapshot's files their public names, each in one step."""
    files = (path.name for path in folder.iterdir() if path.is_file())
    for name in sorted(name for name in files if not name.startswith(".")):
        draft = published / f".{name}.new"
        draft.unlink(missing_ok=True)
        os.link(folder / name, draft)
        draft.replace(published / name)
    draft = published / f".{FILES}.new"
    draft.unlink(missing_ok=True)
    draft.symlink_to(Path("snapshots") / folder.name / FILES, target_is_directory=True)
    draft.replace(published / FILES)


def _prune(snapshots: Path) -> None:
    for old in sorted(snapshots.iterdir())[:-SNAPSHOTS_KEPT]:
        shutil.rmtree(old)
