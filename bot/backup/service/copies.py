"""Making backups, looking at them, and making a working copy of one that is to be put back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Protocol

from bot.backup import rules
from bot.backup.rules import Contents
from bot.core.database import Database, Journal, Tx
from bot.core.errors import HostError
from bot.core.files import keep_folder

#: Brings a database to a revision, or up to date.
Migrate = Callable[[Database, str | None], Awaitable[None]]


class Store(Protocol):
    """Whole databases; `bot.backup.store` has the promises."""

    async def copy(self, source: Tx, target: Tx) -> dict[str, int]: ...
    async def rows(self, tx: Tx) -> dict[str, int]: ...
    async def sign(self, tx: Tx, made_on: date) -> None: ...
    async def look(self, database: Database) -> Contents | None: ...


class Backups:
    """Backups of the everyday database, each one SQLite file."""

    def __init__(self, store: Store, migrate: Migrate) -> None:
        """Nothing is read or written before something is asked for."""
        self._store = store
        self._migrate = migrate

    async def make(self, source: Database, revision: str, file: Path, today: date) -> Contents:
        """Write all that `source`, of this revision, holds at one moment to a new file, and check it.

        The bot may run meanwhile. Raises HostError if the file is there already or cannot be written.
        """
        _reserve(file)
        part = file.with_name(f"{file.name}.part")
        try:
            made = await self._write(source, revision, part, today)
            part.replace(file)
            keep_folder(file.parent)
        except BaseException:
            _remove(file)
            raise
        finally:
            _remove(part)
        return made

    async def make_before_migration(
        self, source: Database, revision: str, file: Path, today: date
    ) -> Contents:
        """The same, in place of an earlier one; older ones beside it go, but for the latest few."""
        fresh = file.with_name(f"{file.name}.fresh")
        _remove(fresh)
        made = await self.make(source, revision, fresh, today)
        fresh.replace(file)
        _keep_the_latest(file)
        return made

    async def look(self, file: Path) -> Contents:
        """What is in a backup, which is not changed; raises HostError if it is none, or is damaged."""
        _must_be_there(file)
        async with _opened(file, read_only=True) as database:
            contents = await self._store.look(database)
        if contents is None:
            raise HostError(f"{file} is not a whole backup of this bot's. Nothing was changed.")
        return contents

    @asynccontextmanager
    async def working_copy(self, file: Path, contents: Contents, work: Path) -> AsyncIterator[Database]:
        """A copy of a backup at `work`, up to date, to be changed before it is put back.

        It is removed at the end, unless it was moved away.
        """
        _remove(work)
        try:
            async with _opened(work) as copy:
                await self._migrate(copy, contents.revision)
                _make_private(work)
                async with _opened(file, read_only=True) as backup:
                    await self.copy(backup, copy)
                await self._migrate(copy, None)
                yield copy
        finally:
            _remove(work)

    async def copy(self, source: Database, target: Database) -> dict[str, int]:
        """Put all rows of one database in the place of those of another of the same revision, or none."""
        async with source.read() as tx, target.write() as into:
            return await self._store.copy(tx, into)

    async def _write(self, source: Database, revision: str, part: Path, today: date) -> Contents:
        _remove(part)
        async with _opened(part) as target:
            await self._migrate(target, revision)
            _make_private(part)
            copied = await self.copy(source, target)
            async with target.write() as tx:
                await self._store.sign(tx, today)
        made = await self.look(part)
        if (made.revision, made.rows) != (revision, copied):
            raise HostError("The backup was not written whole, so it was thrown away. Try again.")
        return made


def _keep_the_latest(file: Path) -> None:
    name = file.name.partition("-before-")[0]
    others = [(each.stat().st_mtime, each.name) for each in file.parent.glob(f"{name}-before-*.db")]
    for superfluous in rules.superfluous(others):
        file.with_name(superfluous).unlink()


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)


def _make_private(file: Path) -> None:
    file.chmod(0o600)


def _must_be_there(file: Path) -> None:
    if not file.is_file():
        raise HostError(f"There is no file {file}.")


def _reserve(file: Path) -> None:
    try:
        file.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise HostError(
            f"There is a file {file} already. Nothing was changed. Choose another name."
        ) from None
    except OSError as error:
        raise HostError(f"The file {file} cannot be written: {error.strerror or error}") from None


@asynccontextmanager
async def _opened(file: Path, *, read_only: bool = False) -> AsyncIterator[Database]:
    """A file by itself: nothing is left beside it when it is closed."""
    database = Database(f"sqlite+aiosqlite:///{file}", Journal.FORGETFUL, read_only=read_only)
    try:
        yield database
    finally:
        await database.close()
