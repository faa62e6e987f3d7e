"""`equal-footing restore`: a working copy is made ready, and takes the database's place at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from bot import migrations
from bot.app.features import Features
from bot.app.opening import (
    EVERYDAY_KEYS,
    Store,
    backups,
    clock_of,
    erasures_of,
    find_key,
    key_file_of,
    migrate_everyday,
)
from bot.backup import text
from bot.backup.rules import OLDEST, Contents, is_too_old
from bot.backup.store import BackupStore, CommunityRows
from bot.core import keys
from bot.core.clock import Clock
from bot.core.database import Database, Journal
from bot.core.errors import HostError, KeyMissing
from bot.core.files import keep_folder
from bot.core.lock import alone
from bot.core.rotation import seal_again
from bot.core.schema import EVERYDAY
from bot.core.sealing import Seal
from bot.core.wording import Line
from config.settings import Settings, data_folder


@dataclass(frozen=True, slots=True)
class _Restoring:
    """One backup that is to be put back."""

    settings: Settings
    clock: Clock
    seal: Seal
    contents: Contents


async def restore(settings: Settings, file: Path, *, is_sure: bool) -> list[Line]:
    """Put a backup in the place of the everyday database; unless `is_sure`, only say what that would do.

    Killed anywhere, either the old or the new database is there. Raises HostError, and changes nothing, if
    the bot runs, or if this backup cannot be put back.
    """
    clock = await clock_of(settings)
    contents = await backups().look(file)
    _check(contents, clock.now().date())
    found = _Restoring(settings, clock, find_key(settings, may_make=False), contents)
    await _check_key(found.seal, file)
    if is_sure:
        with alone(settings.key_file):
            await _put_back(found, file)
    return text.preview(contents, is_sure=is_sure)


def _check(contents: Contents, today: date) -> None:
    if not migrations.is_known(contents.revision):
        raise HostError(
            "A later version of the bot made this backup. Nothing was changed. Bring it up to date."
        )
    if is_too_old(contents, today):
        raise HostError(
            f"This backup is more than {OLDEST.days} days old, and could bring back people who were erased. "
            "Nothing was changed."
        )


async def _check_key(seal: Seal, file: Path) -> None:
    backup = Database(f"sqlite+aiosqlite:///{file}", Journal.FORGETFUL, read_only=True)
    try:
        async with backup.read() as tx:
            if not await keys.opens(tx, EVERYDAY_KEYS, seal):
                raise KeyMissing(
                    "This backup was sealed with a key that is not there any more. Nothing was changed."
                )
    finally:
        await backup.close()


async def _put_back(found: _Restoring, file: Path) -> None:
    folder = data_folder(found.settings)
    folder.mkdir(parents=True, exist_ok=True)
    work = folder / "restoring.db"
    async with backups().working_copy(file, found.contents, work) as copy:
        await _make_ready(found, copy)
        target = Database(found.settings.database_url, Journal.EVERYDAY)
        try:
            if target.file is None:
                await _copy_over(copy, target)
            else:
                await copy.close()
                await _move_over(work, target, target.file)
        finally:
            await target.close()


async def _make_ready(found: _Restoring, copy: Database) -> None:
    """Erase again who was erased since, seal with the newest key, promise what follows, leave no trace."""
    settings, seal = found.settings, found.seal
    anonymous = Database(settings.anonymous_database_url, Journal.FORGETFUL)
    erasures = erasures_of(settings, seal)
    features = Features(Store(copy, anonymous, seal, key_file_of(settings), erasures), found.clock)
    here = [community.id for community in await features.communities.all()]
    async with copy.read() as tx:
        members = await BackupStore().members(tx)
    gone = await erasures.applies(((each, "") for each in here), since=found.contents.made_on)
    async with copy.write() as tx:
        await keys.remember(tx, EVERYDAY_KEYS, seal)
        await seal_again(tx, EVERYDAY, seal)
        for community, member in await erasures.applies(members):
            await features.erase_again(tx, community, member)
        for community, _ in gone:
            await CommunityRows(EVERYDAY, seal).erase(tx, community)
    left = await features.communities.all()
    async with copy.write() as tx:
        for each in left:
            await features.forget_unknown(tx, each.id)
        await features.restored.prepare(tx, left, found.contents.made_on)
    await copy.forget()
    await anonymous.close()


async def _copy_over(copy: Database, target: Database) -> None:
    """On a server: one transaction takes all out and puts all in."""
    await migrate_everyday(target)
    await backups().copy(copy, target)
    await target.forget()


async def _move_over(work: Path, target: Database, file: Path) -> None:
    """The old file is made whole in itself first: a journal of it would be taken for the new one's."""
    try:
        await target.settle()
    except DatabaseError:
        # It is damaged, which may be why it is replaced: its journal is of no use.
        _remove_journal(file)
    await target.close()
    _replace(work, file)


def _replace(work: Path, file: Path) -> None:
    work.replace(file)
    keep_folder(file.parent)


def _remove_journal(file: Path) -> None:
    for ending in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
