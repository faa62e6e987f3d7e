"""Which keys a database was sealed with, so that a lost or a wrong one is noticed before anything is done.

Each database remembers the fingerprint of each key that it has been opened with. A fingerprint is derived
from the key and tells nothing about it.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, select

from bot.core.database import Database
from bot.core.errors import KeyMissing
from bot.core.schema import upsert
from bot.core.sealing import Seal


def key_table(metadata: MetaData) -> Table:
    """The table of keys, by their numbers."""
    return Table(
        "sealed_with",
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("fingerprint", LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


async def is_sealed(database: Database, table: Table) -> bool:
    """Whether a database was ever opened with a key."""
    async with database.read() as tx:
        return (await tx.execute(select(table))).first() is not None


async def check_and_remember(database: Database, table: Table, seal: Seal) -> None:
    """Remember a key; raises KeyMissing if the database was sealed with another one of that number."""
    async with database.write() as tx:
        known = await tx.scalar(select(table.c.fingerprint).where(table.c.number == seal.number))
        if known not in (None, seal.fingerprint()):
            raise KeyMissing(
                "The master key is not the one that the databases were sealed with. Put the right one back, "
                "or say where it is in the setting key_file."
            )
        await upsert(tx, table, {"number": seal.number, "fingerprint": seal.fingerprint()})
