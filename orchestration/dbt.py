"""Where the dbt project is, and its manifest: made per home, and only when the project changed."""

import json
import os
import sys
from pathlib import Path

from dagster_dbt import DbtProject
from dbt.cli.main import dbtRunner

from orchestration.home import PROJECT, Home

FOLDER = PROJECT / "dbt_project"
# The environment's own dbt, whether or not the environment is activated.
EXECUTABLE = str(Path(sys.executable).parent / "dbt")


def dbt_project(home: Home) -> DbtProject:
    """The project with its manifest at hand; everything dbt writes goes below the home."""
    os.environ["SCRUTINY_HOME"] = str(home.root)
    project = DbtProject(project_dir=FOLDER, target_path=home.dbt_target)
    if _is_stale(project.manifest_path):
        _parse(home)
    return project


def _is_stale(manifest: Path) -> bool:
    try:
        json.loads(manifest.read_bytes())
    except (FileNotFoundError, ValueError):  # a kill may have cut it short
        return True
    made_at = manifest.stat().st_mtime
    return any(path.stat().st_mtime > made_at for path in FOLDER.rglob("*") if path.is_file())


def _parse(home: Home) -> None:
    result = dbtRunner().invoke(
        [
            "--quiet", "parse",
            "--project-dir", str(FOLDER), "--profiles-dir", str(FOLDER),
            "--target-path", str(home.dbt_target), "--log-path", str(home.dbt_logs),
        ]
    )  # fmt: skip
    if not result.success:
        raise RuntimeError(f"dbt cannot parse {FOLDER}: {result.exception}")
