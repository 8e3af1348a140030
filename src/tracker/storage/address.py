"""Where the register is: a path or URL as given, read once. Standard library only."""

from dataclasses import dataclass
from pathlib import Path

from tracker.errors import WrongWords

SQLITE = "sqlite"
POSTGRES = "postgresql"
_SCHEMES = {
    "sqlite": SQLITE,
    "postgresql": POSTGRES,
    "postgres": POSTGRES,
    "postgresql+psycopg": POSTGRES,
}


@dataclass(frozen=True, slots=True)
class Address:
    """A register's place: `path` of a SQLite file, or `url` of a PostgreSQL database."""

    kind: str
    path: Path | None = None
    url: str | None = None

    @property
    def shown(self) -> str:
        """The place as it may be printed: without a password."""
        if self.path is not None:
            return str(self.path)
        from urllib.parse import urlsplit, urlunsplit

        parts = urlsplit(self.url or "")
        if parts.password is None:
            return self.url or ""
        user = f"{parts.username or ''}:***@"
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit(parts._replace(netloc=user + host))

    @property
    def engine_url(self) -> str:
        """The place as SQLAlchemy writes it; of PostgreSQL only (a path needs no URL)."""
        return "postgresql+psycopg" + (self.url or "").removeprefix("postgresql")


def read_address(given: str) -> Address:
    """Read a path or URL. Raises WrongWords for a kind of database that tracker does not know."""
    scheme, separator, rest = given.partition("://")
    if not separator:
        return Address(kind=SQLITE, path=Path(given).expanduser())
    kind = _SCHEMES.get(scheme.casefold())
    if kind is None:
        raise WrongWords(
            f"The register “{scheme}://…” is of a kind that tracker does not know. "
            "Accepted: a path of a file, sqlite:///PATH, postgresql://USER@HOST/DATABASE. "
            "Nothing was changed."
        )
    if kind == SQLITE:
        return Address(kind=SQLITE, path=Path(rest.removeprefix("/")).expanduser())
    return Address(kind=POSTGRES, url=f"postgresql://{rest}")
