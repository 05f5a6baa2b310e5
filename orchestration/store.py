"""A second place for a home's archive and landing, at any fsspec address: a folder, a bucket.

What lies there nobody changes again: archived runs that have ended, batches that have landed. So it
needs no lock, and no format but the home's own. A file takes its name there when it is whole; a run
is there when its WARC is, which comes after its index, and a batch when its mark is, which comes
last. What is brought there and from there, and when, is the matter of `keeping`.
"""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from orchestration.landing import Batch, Landing
from scrapers.archive import Archive

WARC, INDEX, MARK = ".warc.gz", ".jsonl", ".whole"


@dataclass(frozen=True, slots=True)
class Store:
    """One address, and how it is reached: `archive/<council>/` and `landing/<council>/` below."""

    files: Any  # fsspec's file system
    root: str

    @classmethod
    def at(cls, address: str) -> "Store":
        # Half a second that only homes with a store pay.
        from fsspec.core import url_to_fs

        files, root = url_to_fs(address)
        return cls(files, root.rstrip("/"))

    def run_ids(self, council: str) -> list[str]:
        """The archived runs of a council that are here, oldest first."""
        return self._ending(WARC, "archive", council)

    def batch_ids(self, council: str) -> list[str]:
        """The runs of a council whose batches are here, oldest first."""
        return self._ending(MARK, "landing", council)

    def keep_run(self, archive: Archive, council: str, run_id: str) -> None:
        for name in (f"{run_id}{INDEX}", f"{run_id}{WARC}"):
            with suppress(FileNotFoundError):  # an index may be missing: the WARC tells it all
                self._give(archive.root / council / name, "archive", council, name)

    def take_run(self, archive: Archive, council: str, run_id: str) -> None:
        for name in (f"{run_id}{INDEX}", f"{run_id}{WARC}"):
            with suppress(FileNotFoundError):
                self._take(archive.root / council / name, "archive", council, name)

    def keep_batch(self, batch: Batch) -> None:
        for path in sorted(batch.folder.glob("*.parquet")):
            self._give(path, "landing", batch.council, batch.run_id, path.name)
        self.files.pipe_file(self._path("landing", batch.council, f"{batch.run_id}{MARK}"), b"")

    def take_batch(self, landing: Landing, council: str, run_id: str) -> None:
        folder = landing.root / council / f".{run_id}"
        shutil.rmtree(folder, ignore_errors=True)
        for name in self._ending(".parquet", "landing", council, run_id):
            name = f"{name}.parquet"
            self._take(folder / name, "landing", council, run_id, name)
        folder.rename(folder.with_name(run_id))

    def forget_batches(self, council: str) -> None:
        """Drop a council's batches, the marks first: what a kill leaves behind is no batch."""
        for run_id in self.batch_ids(council):
            self.files.rm_file(self._path("landing", council, f"{run_id}{MARK}"))
        with suppress(FileNotFoundError):
            self.files.rm(self._path("landing", council), recursive=True)

    def _ending(self, ending: str, *folder: str) -> list[str]:
        """The names in a folder that end so, without their ending, in order."""
        self.files.invalidate_cache()
        try:
            paths = self.files.ls(self._path(*folder), detail=False)
        except FileNotFoundError:
            return []
        names = (path.rpartition("/")[2] for path in paths)
        whole = (name for name in names if not name.startswith("."))
        return sorted(name.removesuffix(ending) for name in whole if name.endswith(ending))

    def _path(self, *parts: str) -> str:
        return "/".join((self.root, *parts))

    def _give(self, path: Path, *there: str) -> None:
        if not path.exists():
            raise FileNotFoundError(path)
        on_the_way = self._path(*there[:-1], f".{there[-1]}")
        self.files.makedirs(self._path(*there[:-1]), exist_ok=True)
        self.files.put_file(str(path), on_the_way)
        self.files.mv(on_the_way, self._path(*there))

    def _take(self, path: Path, *there: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        on_the_way = path.with_name(f".{path.name}.part")
        self.files.get_file(self._path(*there), str(on_the_way))
        on_the_way.replace(path)
