"""The registry: which councils are read, where, and how gently. Councils are data, never code."""

import csv
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, ValidationError

from scrapers.errors import RegistryError, UnknownCouncilError

BUNDLED = Path(__file__).parent / "councils.toml"


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return text


def _web_address(text: str) -> str:
    HttpUrl(text)
    return text.rstrip("/")


Pattern = Annotated[str, AfterValidator(_pattern)]
Delay = Annotated[float, Field(ge=0, strict=True, allow_inf_nan=False)]
Timeout = Annotated[float, Field(gt=0, strict=True, allow_inf_nan=False)]
Model = TypeVar("Model", bound=BaseModel)
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Defaults(_Strict):
    """What holds for a council that says nothing else."""

    delay_seconds: Delay = 1.0  # least gap between two requests to one host
    timeout_seconds: Timeout = 90
    committees: tuple[Pattern, ...] = (
        "child", "famil", "young people", "scrutiny", "cabinet", "executive", "corporate parent",
    )  # fmt: skip


class Council(_Strict):
    """One council as the registry has it, its defaults filled in."""

    slug: Slug
    name: str = Field(min_length=1)
    base_url: Annotated[str, AfterValidator(_web_address)]
    gss_code: Annotated[str | None, Field(pattern=r"^[EWSN]\d{8}$")] = None
    dfe_la_number: Annotated[int | None, Field(ge=200, le=999, strict=True)] = None
    delay_seconds: Delay
    timeout_seconds: Timeout
    committees: tuple[Pattern, ...] = Field(min_length=1)
    aliases: tuple[Annotated[str, AfterValidator(_web_address)], ...] = ()  # former addresses

    @property
    def hosts(self) -> set[str]:
        """The hosts that are, or were, this council's."""
        return {urlsplit(address).netloc.lower() for address in (self.base_url, *self.aliases)}

    @property
    def is_loopback(self) -> bool:
        return urlsplit(self.base_url).hostname in {"127.0.0.1", "localhost", "::1"}

    def wants(self, committee_name: str) -> bool:
        """Whether a committee of this name is among those to be read."""
        return any(re.search(pattern, committee_name, re.IGNORECASE) for pattern in self.committees)


class Registry(_Strict):
    """The councils in use, by slug, and the inspection registers that come with them."""

    councils: dict[Slug, Council]
    registers: tuple[Path, ...] = ()
    statistics: str | None = None  # path or address of Ofsted's newest statistics file

    def council(self, slug: str) -> Council:
        try:
            return self.councils[slug]
        except KeyError:
            known = ", ".join(sorted(self.councils)[:8])
            raise UnknownCouncilError(
                f"no council {slug!r} in the registry; it knows {known} …"
            ) from None

    def chosen(self, slugs: Iterable[str]) -> list[Council]:
        """The councils of these slugs, or all of them where none is named."""
        return [self.council(slug) for slug in dict.fromkeys(slugs)] or list(self.councils.values())

    def register_rows(self) -> list[dict[str, str]]:
        """The rows of every inspection register beside the bundled one, as written."""
        rows: list[dict[str, str]] = []
        for path in self.registers:
            with path.open(encoding="utf-8", newline="") as file:
                rows.extend(csv.DictReader(file))
        return rows


def load_registry(path: Path = BUNDLED) -> Registry:
    """Read and check a registry; `RegistryError` names the council, the key and the file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RegistryError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: not TOML: {error}") from error
    if unknown := sorted(set(data) - {"defaults", "councils", "register"}):
        raise RegistryError(f"{path}: unknown table {unknown[0]!r}")
    defaults = _checked(Defaults, _table(data, "defaults", path), where=f"{path}: [defaults]")
    councils = {
        slug: _council(slug, entry, defaults, path)
        for slug, entry in _table(data, "councils", path).items()
    }
    if not councils:
        raise RegistryError(f"{path}: no council is registered")
    _refuse_shared_addresses(councils.values(), path)
    return Registry(
        councils=councils, registers=_registers(data, path), statistics=_statistics(data, path)
    )


def _council(slug: str, entry: Any, defaults: Defaults, path: Path) -> Council:
    where = f"{path}: council {slug!r}"
    if not isinstance(entry, dict):
        raise RegistryError(f"{where}: expected a table, found {entry!r}")
    if "slug" in entry:
        raise RegistryError(f"{where}: unknown key 'slug'")
    council = _checked(Council, {**defaults.model_dump(), **entry, "slug": slug}, where=where)
    # A gap of nothing is for our own machine only; a council's small server always gets one.
    if council.delay_seconds == 0 and not council.is_loopback:
        raise RegistryError(f"{where}: delay_seconds: 0 is allowed only for a loopback base_url")
    return council


def _refuse_shared_addresses(councils: Iterable[Council], path: Path) -> None:
    seen: dict[str, str] = {}
    for council in councils:
        first = seen.setdefault(council.base_url.lower(), council.slug)
        if first != council.slug:
            raise RegistryError(
                f"{path}: council {council.slug!r}: base_url: {council.base_url} "
                f"is already that of {first!r}"
            )


def _registers(data: dict[str, Any], path: Path) -> tuple[Path, ...]:
    register = _table(data, "register", path)
    if unknown := sorted(set(register) - {"files", "statistics"}):
        raise RegistryError(f"{path}: [register]: unknown key {unknown[0]!r}")
    files = register.get("files", [])
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        raise RegistryError(f"{path}: [register]: files: expected a list of paths, found {files!r}")
    paths = tuple(path.parent / file for file in files)
    for file in paths:
        if not file.is_file():
            raise RegistryError(f"{path}: [register]: files: no file {file}")
    return paths


def _statistics(data: dict[str, Any], path: Path) -> str | None:
    match _table(data, "register", path).get("statistics"):
        case None:
            return None
        case str(source) if source.startswith(("https://", "http://")):
            return source
        case str(source) if (path.parent / source).is_file():
            return str(path.parent / source)
        case other:
            raise RegistryError(
                f"{path}: [register]: statistics: expected an address or a file, found {other!r}"
            )


def _table(data: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
    table = data.get(name, {})
    if not isinstance(table, dict):
        raise RegistryError(f"{path}: {name}: expected a table, found {table!r}")
    return table


def _checked(model: type[Model], values: dict[str, Any], *, where: str) -> Model:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        problem = "unknown key" if first["type"] == "extra_forbidden" else first["msg"]
        raise RegistryError(f"{where}: {key}: {problem} (found {first['input']!r})") from error
