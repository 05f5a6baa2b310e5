"""`python -m docs.site`: build the site of the snapshot that is published; it opens from a file."""

import shutil
import sys
from pathlib import Path

from docs.site.snapshot import NothingPublishedError, Snapshot
from orchestration.home import PROJECT, Home

# Where hand-written pages lie, so that their links to each other hold in the site as they do here.
WRITTEN = ("*.md", "docs/*.md", "docs/images/*", "dbt_project/*.md", "dbt_project/models/*.md")
LINKED = ("LICENSE", "dbt_project/analyses/*.sql", "benchmarks/*.py")


def main() -> int:
    home = Home.from_environment()
    source, site = home.root / "docs" / "source", home.root / "docs" / "site"
    try:
        snapshot = Snapshot.newest(home.published)
    except NothingPublishedError as error:
        print(error, file=sys.stderr)
        return 1
    # dbt and Sphinx take seconds to import; to say that nothing is published needs neither.
    from docs.site import confusions, dictionary, front, lineage, questions, sphinx_settings

    for folder in (source, site):
        shutil.rmtree(folder, ignore_errors=True)
    _copy_written(source)
    generated = source / "generated"
    generated.mkdir(parents=True)
    with snapshot.opened() as con:
        front.write(con, source)
        dictionary.write(con, generated / "dictionary.md")
        questions.write(con, generated)
    certificate = (snapshot.folder / "accuracy.md").read_text(encoding="utf-8")
    (generated / "certificate.md").write_text(certificate, encoding="utf-8")
    confusions.write(generated / "confusions.md")
    lineage.write(home, source / "extra")
    sphinx_settings.build(source, site, cache=home.root / "docs" / "doctrees")
    print(f"open {site / 'index.html'}")
    return 0


def _copy_written(source: Path) -> None:
    for pattern in (*WRITTEN, *LINKED):
        for path in PROJECT.glob(pattern):
            target = source / path.relative_to(PROJECT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


if __name__ == "__main__":
    sys.exit(main())
