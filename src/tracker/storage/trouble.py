"""What a database says when it fails, in words for the coordinator."""

from collections.abc import Iterator
from contextlib import contextmanager

from tracker.errors import RegisterUnusable
from tracker.storage.address import Address

_KEPT = "Nothing was changed."
# What the drivers say, from SQLite's result codes and libpq's messages; the first that fits.
_MEANINGS = (
    (("database or disk is full", "no space left"), "There is no space left for it."),
    (
        ("database is locked", "database table is locked", "lock timeout"),
        "Somebody else is writing in it for too long; try again in a moment.",
    ),
    (
        ("not a database", "malformed", "file is encrypted"),
        "The file is damaged or is no register; `tracker db check` and a backup can help.",
    ),
    (
        ("readonly", "read-only", "permission denied", "unable to open"),
        "It cannot be opened with the permissions of this account.",
    ),
    (("disk i/o",), "The disk reports an error."),
    (
        ("authentication failed", "no password supplied", "does not exist"),
        "The database server refused: check user, password and database name.",
    ),
    (
        (
            "connection refused",
            "could not connect",
            "connection failed",
            "connection timeout",
            "server closed the connection",
            "could not translate host",
            "no route to host",
            "failed to resolve",
            "terminating connection",
        ),
        "The database server does not answer.",
    ),
    (
        ("no such table", "no such column", "undefined table"),
        "It does not hold what a register holds; `tracker db status` tells more.",
    ),
)


@contextmanager
def explained(address: Address) -> Iterator[None]:
    """Turn what the database and its driver raise inside into RegisterUnusable."""
    try:
        yield
    except Exception as error:
        if not _is_of_database(error):
            raise
        raise unusable(address, error) from error


def unusable(address: Address, error: BaseException) -> RegisterUnusable:
    """Say what is wrong with the register at `address`."""
    said = str(getattr(error, "orig", None) or error)
    lowered = said.casefold()
    for signs, meaning in _MEANINGS:
        if any(sign in lowered for sign in signs):
            return RegisterUnusable(
                f"The register {address.shown} cannot be used. {meaning} {_KEPT}"
            )
    detail = said.strip().splitlines()[0] if said.strip() else type(error).__name__
    return RegisterUnusable(
        f"The register {address.shown} cannot be used: {detail.rstrip('.')}. {_KEPT}"
    )


def _is_of_database(error: BaseException) -> bool:
    # By name, so that neither driver nor SQLAlchemy is imported for a question that needs none.
    return any(
        kind.__module__.partition(".")[0] in {"sqlite3", "psycopg", "sqlalchemy"}
        for kind in type(error).__mro__
    )
