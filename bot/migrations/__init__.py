"""The databases' history: one branch for each of the two, forward only, each step with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Literal

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.core.database import Database
from bot.core.errors import HostError

Branch = Literal["everyday", "anonymous"]
_HERE = Path(__file__).parent
#: What only a writer can put right was found by somebody who only reads.
_HALF_WRITTEN = "SQLITE_READONLY_ROLLBACK"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{_HERE / 'everyday'}\n{_HERE / 'anonymous'}")
    return config


async def upgrade(database: Database, branch: Branch, to: str | None = None) -> None:
    """Bring a database up to date, or to the revision `to`; a SQLite file and its folder are made.

    Raises HostError if it does not open.
    """
    target = to or f"{branch}@head"

    def up(connection: Connection) -> None:
        if MigrationContext.configure(connection).get_current_revision() == (to or head(branch)):
            return
        # What Alembic's own command does, but for reading every step again.
        steps, config = _history(), _config()
        config.attributes["connection"] = connection
        with EnvironmentContext(config, steps, fn=lambda at, _: steps._upgrade_revs(target, at)):
            steps.run_env()

    with said_to_the_host(database):
        if database.file is not None:
            database.file.parent.mkdir(parents=True, exist_ok=True)
            _try(database.file, "ab")
        async with database.write() as tx:
            await tx.run_sync(up)


@cache
def _history() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def head(branch: Branch) -> str:
    """The latest revision of a branch."""
    return str(_history().get_revision(f"{branch}@head").revision)


def is_known(revision: str) -> bool:
    """Whether this version of the bot knows a revision; it does not know those of later versions."""
    return revision in {each.revision for each in _history().walk_revisions()}


async def is_current(database: Database, branch: Branch) -> bool:
    """Whether a database is up to date; one that is not there yet is not, and is not made.

    Raises HostError if it does not open.
    """
    return await revision_of(database) == head(branch)


async def revision_of(database: Database) -> str | None:
    """Up to which revision a database was brought; None if it is not there yet, which does not make it.

    Raises HostError if it does not open.
    """
    if database.file is not None and not database.file.exists():
        return None

    def current(connection: Connection) -> str | None:
        return MigrationContext.configure(connection).get_current_revision()

    with said_to_the_host(database):
        if database.file is not None:
            _try(database.file, "rb")
        async with database.read() as tx:
            return await tx.run_sync(current)


def _try(file: Path, mode: str) -> None:
    """Open a file and close it: the system says why it does not open, where SQLite only says that."""
    with file.open(mode):
        pass


@contextmanager
def said_to_the_host(database: Database) -> Iterator[None]:
    """Raise HostError, with the reason, for a database that does not open or does not let itself be read."""
    where = database.file or database.url.render_as_string(hide_password=True)
    try:
        yield
    except (DBAPIError, OSError) as error:
        raise HostError(f"the database {where} does not open: {_reason(error)}") from error


def _reason(error: DBAPIError | OSError) -> object:
    if not isinstance(error, DBAPIError):
        return error.strerror or error
    # SQLite's own words for this are about writing, which nobody wanted to do.
    if getattr(error.orig, "sqlite_errorname", "") == _HALF_WRITTEN:
        return "it was left in the middle of a write; the next “equal-footing run” puts that right"
    return error.orig
