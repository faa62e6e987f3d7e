"""Which keys a database was sealed with, so that a lost or a wrong one is noticed before anything is done.

Each database remembers the fingerprint of each key that it has been opened with. A fingerprint is derived
from the key and tells nothing about it.
"""

from __future__ import annotations

import hmac

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, delete, select

from bot.core.database import Database, Tx
from bot.core.errors import KeyMissing
from bot.core.schema import not_sealed, upsert
from bot.core.sealing import Seal


def key_table(metadata: MetaData) -> Table:
    """The table of keys, by their numbers."""
    return Table(
        "sealed_with",
        metadata,
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("fingerprint", LargeBinary, nullable=False, info=not_sealed("a fingerprint")),
        sqlite_with_rowid=False,
    )


async def is_sealed(database: Database, table: Table) -> bool:
    """Whether a database was ever opened with a key."""
    async with database.read() as tx:
        return (await tx.execute(select(table))).first() is not None


async def check_and_remember(database: Database, table: Table, seal: Seal) -> None:
    """Remember the keys; raises KeyMissing if the database was sealed with one that is not among them."""
    async with database.write() as tx:
        if not await opens(tx, table, seal):
            raise KeyMissing(
                "The master key is not the one that the databases were sealed with. Put the right one back, "
                "or say where it is in the setting key_file."
            )
        await remember(tx, table, seal)


async def remember(tx: Tx, table: Table, seal: Seal) -> None:
    """Remember every key of a seal."""
    for number in seal.numbers:
        await upsert(tx, table, {"number": number, "fingerprint": seal.fingerprint(number)})


async def opens(tx: Tx, table: Table, seal: Seal) -> bool:
    """Whether every key that a database was sealed with, and still needs, is there and the right one."""
    known = {row.number: row.fingerprint for row in await tx.execute(select(table))}
    return all(
        number in seal.numbers and hmac.compare_digest(seal.fingerprint(number), fingerprint)
        for number, fingerprint in known.items()
    )


async def forget(database: Database, table: Table, number: int) -> None:
    """Know nothing more of a key that is about to be destroyed."""
    async with database.write() as tx:
        await tx.execute(delete(table).where(table.c.number == number))
