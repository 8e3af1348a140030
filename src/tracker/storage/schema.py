"""Which schema a register has, which one this tracker brings, and how the one becomes the other.

The newest revision is read off the numbered names of the migration files, which costs no import.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import RegisterUnusable
from tracker.storage.address import Address

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NUMBERED = re.compile(r"^(\d{4})_\w+\.py$")


def migrations() -> Path:
    """Find the migrations: inside the installed package, or in the checkout that it runs from."""
    package = Path(__file__).parents[1]
    for folder in (package / "migrations", package.parents[1] / "migrations"):
        if (folder / "versions").is_dir():
            return folder
    raise RegisterUnusable(
        "This installation of tracker is incomplete: its migrations are missing. Install it again."
    )


def newest() -> str:
    """Give the revision that this tracker works with."""
    names = (_NUMBERED.match(path.name) for path in (migrations() / "versions").iterdir())
    return max(match.group(1) for match in names if match)


def hold_current(address: Address, found: str | None) -> None:
    """Raise RegisterUnusable unless `found` is the revision that this tracker works with."""
    wanted = newest()
    if found == wanted:
        return
    if found is None:
        raise RegisterUnusable(
            f"{address.shown} holds no register. Make one with `tracker init`. Nothing was changed."
        )
    if found > wanted:
        raise RegisterUnusable(
            f"The register {address.shown} was made by a newer tracker (schema {found}; this "
            f"tracker knows up to {wanted}). Install the newer tracker. Nothing was changed."
        )
    raise RegisterUnusable(
        f"The register {address.shown} has schema {found}, this tracker needs {wanted}. "
        "Run `tracker db upgrade`. Nothing was changed."
    )


def hold_upgradable(address: Address, found: str | None) -> None:
    """Raise RegisterUnusable unless `found` is this tracker's revision or an earlier one."""
    if found is None or found > newest():
        hold_current(address, found)


def migrate(connection: "Connection") -> None:
    """Bring the schema on `connection` to the newest; the caller's transaction holds it all."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic expands % in its options as a format.
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
