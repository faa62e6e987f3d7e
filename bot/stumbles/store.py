"""What is counted while a quarter runs, on the anonymous database; what was told of a quarter, on the other.

Of a community there are always as many rows as fill some steps, whether anybody looked a word up or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from sqlalchemy import BigInteger, Column, LargeBinary, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import ANONYMOUS, EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.core.shelf import Shelf, shelf_table
from bot.disclosure.rules import Band
from bot.stumbles.rules import (
    Entry,
    Group,
    Kept,
    Published,
    Quarter,
    Running,
    Subject,
    Token,
    read_quarter,
    read_subject,
)

#: The number of rows is a multiple of this: it shows no single look-up.
STEP = 64
#: A word of 100 characters, four bytes of UTF-8 each at most; the rest is names and a handle.
_LONGEST = 600
_BLANK = b""

stumble_table = shelf_table("stumble", ANONYMOUS)

published_table = Table(
    "stumble_published",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("quarter", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("block", LargeBinary, nullable=False, info=sealed_as("stumbles")),
)


class StumbleStore:
    """Reads and writes what is counted in the quarter that runs."""

    def __init__(self, seal: Seal, rng: Random) -> None:
        """`rng` shuffles, and must not be guessable."""
        self._shelf = Shelf(stumble_table, seal, _LONGEST, rng)

    async def read(self, tx: Tx, community: int) -> Kept:
        """All that is kept of a community."""
        return _kept([json.loads(block) for block in await self._shelf.read(tx, community)])

    async def write(self, tx: Tx, community: int, kept: Kept, *, leave_blanks: bool = True) -> None:
        """Keep exactly this; with `leave_blanks`, what went leaves a blank in its place."""
        blocks = [json.dumps(row, ensure_ascii=False).encode() for row in _rows(kept)]
        steps = max(1, -(-len(blocks) // STEP))
        padded = [*blocks, *[_BLANK] * (steps * STEP - len(blocks))]
        await self._shelf.write(tx, community, padded, leave_blanks=leave_blanks)

    async def drop(self, tx: Tx, community: int) -> None:
        """Keep no row of a community."""
        await self._shelf.write(tx, community, [], leave_blanks=False)

    async def communities(self, tx: Tx) -> list[int]:
        """The communities of which there are rows."""
        return sorted(await tx.scalars(select(stumble_table.c.community).distinct()))


class PublishedStore:
    """Reads and writes what was told of quarters that are over."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes the words."""
        self._seal = seal

    async def put(self, tx: Tx, community: int, published: Published) -> None:
        """Keep what was told of a quarter; done again, it changes nothing."""
        content = json.dumps([_entry_row(each) for each in published.entries], ensure_ascii=False)
        block = self._seal.close(_purpose(community), content.encode())
        row = {"quarter": str(published.quarter), "key": published.key, "block": block}
        await upsert(tx, published_table, {"community": community, **row})

    async def all(self, tx: Tx, community: int) -> list[Published]:
        """What was told, the latest first."""
        table = published_table
        rows = await tx.execute(select(table).where(table.c.community == community))
        found = [self._published(row) for row in rows]
        return sorted(found, key=lambda each: each.quarter, reverse=True)

    async def forget(self, tx: Tx, community: int, quarters: Sequence[Quarter]) -> None:
        """Keep nothing of these quarters."""
        table = published_table
        gone = table.c.quarter.in_([str(each) for each in quarters])
        await tx.execute(delete(table).where(table.c.community == community, gone))

    def _published(self, row: Any) -> Published:
        content = json.loads(self._seal.open(_purpose(row.community), row.block))
        return Published(read_quarter(row.quarter), row.key, tuple(map(_entry, content)))


def _purpose(community: int) -> Purpose:
    return Purpose("stumbles", community)


def _rows(kept: Kept) -> Iterator[dict[str, object]]:
    """One row for each thing that is kept, by what it `is`."""
    run = kept.running
    if run is not None:
        yield {"is": "run", "quarter": str(run.quarter), "salt": run.salt.hex(), "key": run.key}
    for token in kept.tokens:
        yield {"is": "token", "of": str(token.subject), "handle": token.handle.hex()}
    for subject, number in kept.asked.items():
        yield {"is": "asked", "of": str(subject), "number": number}
    for each in kept.out:
        yield {"is": "out", "quarter": str(each.quarter), "key": each.key}
        for entry in each.entries:
            yield {"is": "entry", "key": each.key, "entry": _entry_row(entry)}


def _kept(rows: Sequence[Any]) -> Kept:
    def of(what: str) -> list[Any]:
        return [row for row in rows if row["is"] == what]

    runs = [Running(read_quarter(r["quarter"]), bytes.fromhex(r["salt"]), r["key"]) for r in of("run")]
    tokens = frozenset(Token(read_subject(r["of"]), bytes.fromhex(r["handle"])) for r in of("token"))
    asked: dict[Subject, int] = {read_subject(row["of"]): row["number"] for row in of("asked")}
    entries = of("entry")
    out = tuple(
        Published(
            read_quarter(row["quarter"]),
            row["key"],
            tuple(_entry(each["entry"]) for each in entries if each["key"] == row["key"]),
        )
        for row in of("out")
    )
    return Kept(runs[0] if runs else None, tokens, asked, out)


def _entry_row(entry: Entry) -> list[str]:
    return [entry.group, entry.band, entry.word]


def _entry(row: Sequence[str]) -> Entry:
    return Entry(Group(row[0]), Band(row[1]), row[2])
