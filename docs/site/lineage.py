"""Lineage: dbt's own documentation of the built warehouse, as one page that needs no server."""

import shutil
from pathlib import Path

from dbt.cli.main import dbtRunner

from orchestration.dbt import FOLDER, dbt_project
from orchestration.home import Home

_PAGE = """# Lineage

<a href="dbt.html">Open dbt's documentation of the built warehouse</a>: each model with
its SQL, tests and columns, and the graph from raw tables to marts (the green button, lower right).
"""


def write(home: Home, extra: Path) -> None:
    """Put `generated/dbt.html` among the site's extra files, and a page that leads there."""
    dbt_project(home)
    made = dbtRunner().invoke(
        [
            "--quiet", "docs", "generate", "--static",
            "--project-dir", str(FOLDER), "--profiles-dir", str(FOLDER),
            "--target-path", str(home.dbt_target), "--log-path", str(home.dbt_logs),
        ]
    )  # fmt: skip
    if not made.success:
        raise RuntimeError(f"dbt cannot document the warehouse: {made.exception}")
    (extra / "generated").mkdir(parents=True)
    shutil.copyfile(home.dbt_target / "static_index.html", extra / "generated" / "dbt.html")
    (extra.parent / "generated" / "lineage.md").write_text(_PAGE, encoding="utf-8")
