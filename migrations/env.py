"""How migrations run: on the connection that tracker hands over, in one transaction.

Views and triggers are taken away before and made again after, for SQLite's batch mode fails
while a view exists and loses a table's triggers, and PostgreSQL refuses to alter what a view shows.
"""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from alembic import context
from sqlalchemy import Connection, create_engine

from tracker.domain.records import metadata

if TYPE_CHECKING:
    from alembic.runtime.environment import NameFilterParentNames, NameFilterType


def _views() -> ModuleType:
    # Installed, this folder is inside the package; in a checkout it is not on any path.
    spec = importlib.util.spec_from_file_location("views", Path(__file__).parent / "views.py")
    if spec is None or spec.loader is None:
        raise ImportError("migrations/views.py is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _is_ours(name: str | None, kind: "NameFilterType", _parents: "NameFilterParentNames") -> bool:
    return not (kind == "table" and (name or "").startswith("search_index"))


def _migrate(connection: Connection) -> None:
    options: dict[str, Any] = {
        "target_metadata": metadata,
        "render_as_batch": connection.dialect.name == "sqlite",
        "include_name": _is_ours,
        "compare_type": True,
    }
    context.configure(connection=connection, **options)
    changes_schema = context.config.attributes.get("connection") is not None
    views = _views()
    if changes_schema:
        views.drop(connection)
    context.run_migrations()
    if changes_schema:
        views.make(connection)


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    _migrate(given)
else:
    # `alembic revision --autogenerate` in a checkout compares with an up-to-date register.
    with create_engine(context.get_x_argument(as_dictionary=True)["url"]).connect() as opened:
        _migrate(opened)
