"""Opening both databases and the key to what is sealed in them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import migrations
from bot.backup.rules import before_migration
from bot.backup.service import Backups
from bot.backup.store import BackupStore
from bot.core import alive, erasures, keys
from bot.core.alarms import alarm_table
from bot.core.clock import Clock, LoopbackClock, SystemClock
from bot.core.database import Database, Journal
from bot.core.deliveries import delivery_table
from bot.core.erasures import Erasures
from bot.core.errors import KeyMissing
from bot.core.keyring import make_key_file, parse_key, read_key_file
from bot.core.schema import ANONYMOUS, EVERYDAY
from bot.core.sealing import Seal
from config.settings import Settings, data_folder

_NAME = "equal-footing"
EVERYDAY_DELIVERIES = delivery_table(EVERYDAY)
ANONYMOUS_DELIVERIES = delivery_table(ANONYMOUS)
EVERYDAY_KEYS = keys.key_table(EVERYDAY)
ANONYMOUS_KEYS = keys.key_table(ANONYMOUS)
EVERYDAY_ALARMS = alarm_table(EVERYDAY)
ANONYMOUS_ALARMS = alarm_table(ANONYMOUS)


@dataclass(frozen=True, slots=True)
class Store:
    """Both databases, migrated, and the key to what is sealed in them.

    `key_file` is None where the key is in the environment; `erasures` lies where the file would be.
    """

    everyday: Database
    anonymous: Database
    seal: Seal
    key_file: Path | None
    erasures: Erasures


@asynccontextmanager
async def open_store(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Store]:
    """Open and migrate both databases, and find the key, or make it at the very first start.

    Before an everyday database that is there is migrated, a backup of it is made beside it.

    Raises SettingsError for a bad key, KeyMissing for a lost or a wrong one, HostError if a database
    does not open.
    """
    everyday = Database(settings.database_url, Journal.EVERYDAY)
    anonymous = Database(settings.anonymous_database_url, Journal.FORGETFUL)
    try:
        await back_up_before_migration(settings, everyday, clock or SystemClock())
        await migrations.upgrade(everyday, "everyday")
        await migrations.upgrade(anonymous, "anonymous")
        sealed = ((everyday, EVERYDAY_KEYS), (anonymous, ANONYMOUS_KEYS))
        is_first_start = not any([await keys.is_sealed(database, table) for database, table in sealed])
        seal = find_key(settings, may_make=is_first_start)
        for database, table in sealed:
            await keys.check_and_remember(database, table, seal)
        yield Store(everyday, anonymous, seal, key_file_of(settings), erasures_of(settings, seal))
    finally:
        await everyday.close()
        await anonymous.close()


async def back_up_before_migration(settings: Settings, everyday: Database, clock: Clock) -> None:
    """Make a backup of an everyday database that is about to be migrated; keep the latest few."""
    revision, head = await migrations.revision_of(everyday), migrations.head("everyday")
    if revision in (None, head) or not migrations.is_known(revision):
        return
    file = data_folder(settings) / before_migration(_NAME, head)
    await backups().make_before_migration(everyday, revision, file, clock.now().date())


def backups() -> Backups:
    """What makes backups of the everyday database, and working copies of them."""
    return Backups(BackupStore(), migrate_everyday)


async def migrate_everyday(database: Database, to: str | None = None) -> None:
    """Bring an everyday database to a revision, or up to date."""
    await migrations.upgrade(database, "everyday", to)


def key_file_of(settings: Settings) -> Path | None:
    """Where the key is; None if it is in the environment."""
    return settings.key_file if settings.master_key is None else None


def erasures_of(settings: Settings, seal: Seal) -> Erasures:
    """The list of who was erased, beside the key: also where the key itself is in the environment."""
    return Erasures(settings.key_file.with_name(erasures.FILE_NAME), seal)


def last_backup_of(settings: Settings) -> Path:
    """The file that says when the last backup was made."""
    return settings.key_file.with_name("last-backup")


def alive_of(settings: Settings) -> Path:
    """The file that a running bot touches."""
    return data_folder(settings) / alive.FILE_NAME


async def clock_of(settings: Settings) -> SystemClock | LoopbackClock:
    """The machine's clock, or the one that the settings name."""
    if settings.clock_url is None:
        return SystemClock()
    clock = LoopbackClock(settings.clock_url)
    await clock.read_once()
    return clock


def find_key(settings: Settings, *, may_make: bool) -> Seal:
    """The master key; with `may_make` it is made if it is not there.

    Raises SettingsError if it is no good, KeyMissing if it is not there and must not be made.
    """
    if settings.master_key is not None:
        return parse_key(settings.master_key.get_secret_value(), "the setting master_key")
    if settings.key_file.exists():
        return read_key_file(settings.key_file)
    if not may_make:
        raise KeyMissing(
            f"The key file {settings.key_file} is gone, and there are rows that only it opens. "
            "Put it back, or say where it is in the setting key_file."
        )
    return make_key_file(settings.key_file)
