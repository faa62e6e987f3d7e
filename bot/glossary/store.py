"""A community's own terms, what it hid, and what became of each, on the everyday database.

Which words were shown to everyone, as somebody asked for it anonymously, is on the anonymous one.

The starter glossary is not copied here: an own term with the id of a starter's stands in its place, and what
is hidden is known by its id. What people wrote is sealed; of a history, who and which day are not.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Integer,
    LargeBinary,
    Table,
    Text,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.database import Tx
from bot.core.schema import ANONYMOUS, EVERYDAY, sealed_as
from bot.core.sealing import Purpose, Seal
from bot.core.shelf import Shelf, shelf_table
from bot.glossary.rules.history import Change, Entry, Kind
from bot.glossary.rules.showing import Shown

term_table = Table(
    "term",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("named", Text),
    Column("block", LargeBinary, nullable=False, info=sealed_as("term")),
)

hidden_table = Table(
    "term_hidden",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
)

change_table = Table(
    "term_change",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("term", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("who", Text),
    Column("named", Text),
    Column("block", LargeBinary, nullable=False, info=sealed_as("term change")),
)

version_table = Table(
    "glossary_version",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)

shown_word_table = shelf_table("shown_word", ANONYMOUS)
_LONGEST_SHOWN = 400

TABLES = (term_table, hidden_table, change_table, version_table)
_Made = TypeVar("_Made")
#: From so many blocks on, they are sealed and opened off the event loop: each takes some microseconds.
_MANY = 50


class GlossaryStore:
    """Reads and writes what a community keeps of its glossary."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes the terms, and what they were before with the reasons for changing them."""
        self._seal = seal

    # Terms

    async def own(self, tx: Tx, community: int) -> list[Entry]:
        """Every own term, hidden ones too; the order tells nothing."""
        table = term_table
        rows = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.id))
        return await _each(self._entry, rows.mappings().all())

    async def get(self, tx: Tx, community: int, id_: str) -> Entry | None:
        """One own term, hidden or not."""
        table = term_table
        found = select(table).where(table.c.community == community, table.c.id == id_)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else self._entry(row)

    async def put(self, tx: Tx, community: int, entries: Sequence[Entry]) -> None:
        """Keep terms, in place of those with the same ids; they are hidden no more."""
        if not entries:
            return
        await self.show(tx, community, [entry.term.id for entry in entries])
        insert = (postgresql if tx.dialect.name == "postgresql" else sqlite).insert(term_table)
        changed = {name: insert.excluded[name] for name in ("named", "block")}
        upsert = insert.on_conflict_do_update(index_elements=["community", "id"], set_=changed)
        await tx.execute(upsert, await _each(lambda entry: self._term_row(community, entry), entries))

    async def remove(self, tx: Tx, community: int, id_: str) -> None:
        """Keep nothing of an own term, not what became of it either."""
        for table, column in ((term_table, "id"), (hidden_table, "id"), (change_table, "term")):
            of_it = (table.c.community == community) & (table.c[column] == id_)
            await tx.execute(delete(table).where(of_it))

    # What is hidden

    async def hidden(self, tx: Tx, community: int) -> set[str]:
        """The ids of the terms, own and the starter's, that a community hid."""
        table = hidden_table
        return set(await tx.scalars(select(table.c.id).where(table.c.community == community)))

    async def hide(self, tx: Tx, community: int, id_: str) -> None:
        """Hide a term; it must not be hidden yet."""
        await tx.execute(hidden_table.insert().values(community=community, id=id_))

    async def show(self, tx: Tx, community: int, ids: Collection[str]) -> None:
        """Hide these no more; those that are not hidden stay as they are."""
        gone = [{"of": community, "which": id_} for id_ in (await self.hidden(tx, community)) & set(ids)]
        if gone:
            table = hidden_table
            which = (table.c.community == bindparam("of")) & (table.c.id == bindparam("which"))
            await tx.execute(delete(table).where(which), gone)

    # What became of them

    async def add(self, tx: Tx, community: int, changes: Sequence[Change]) -> None:
        """Keep what was done; the numbers are given here, whatever they are. No term may be there twice."""
        if not changes:
            return
        last = await self._numbers(tx, community)
        numbered = [replace(change, number=last.get(change.term, 0) + 1) for change in changes]
        rows = await _each(lambda change: self._change_row(community, change), numbered)
        await tx.execute(change_table.insert(), rows)

    async def history(self, tx: Tx, community: int, term: str) -> list[Change]:
        """What became of a term, from the first on."""
        table = change_table
        return await self._changes(tx, (table.c.community == community) & (table.c.term == term))

    async def touched_by(self, tx: Tx, community: int, member: str) -> list[Change]:
        """The whole history of each term that a member did something with, term by term, in order."""
        table = change_table
        here = table.c.community == community
        hers = select(table.c.term).where(here, table.c.who == member)
        return await self._changes(tx, here & table.c.term.in_(hers))

    async def named(self, tx: Tx, community: int, member: str) -> list[Entry]:
        """The own terms that show a member's name."""
        table = term_table
        hers = (table.c.community == community) & (table.c.named == member)
        rows = await tx.execute(select(table).where(hers).order_by(table.c.id))
        return await _each(self._entry, rows.mappings().all())

    async def forget(self, tx: Tx, community: int, member: str) -> None:
        """Keep the terms, and nothing of who wrote them: no id, no name, no reason in her words."""
        nameless = [_unsigned(entry) for entry in await self.named(tx, community, member)]
        for entry in nameless:
            row = self._term_row(community, entry)
            await tx.execute(_where_key(term_table, row).values(row))
        table = change_table
        hers = (table.c.community == community) & ((table.c.who == member) | (table.c.named == member))
        for change in await self._changes(tx, hers):
            row = self._change_row(community, _without(change, member))
            await tx.execute(_where_key(change_table, row).values(row))

    async def forget_old(self, tx: Tx, community: int, before: date) -> int:
        """Keep what was done before a day, and not by whom; returns how many things that were."""
        table = change_table
        old = (table.c.community == community) & (table.c.day < before) & table.c.who.is_not(None)
        return int((await tx.execute(update(table).where(old).values(who=None))).rowcount)

    # How often it changed

    async def version(self, tx: Tx, community: int) -> int:
        """A number that is another one after each change of what a community is shown."""
        table = version_table
        return await tx.scalar(select(table.c.number).where(table.c.community == community)) or 0

    async def count_up(self, tx: Tx, community: int) -> None:
        """Something changed."""
        insert = (postgresql if tx.dialect.name == "postgresql" else sqlite).insert(version_table)
        first = insert.values(community=community, number=1)
        more = {"number": version_table.c.number + 1}
        await tx.execute(first.on_conflict_do_update(index_elements=["community"], set_=more))

    async def last_days(self, tx: Tx, community: int) -> dict[str, date]:
        """By the id of each term with a history, the day of its last change."""
        table = change_table
        last = select(table.c.term, func.max(table.c.day)).where(table.c.community == community)
        return {row[0]: row[1] for row in await tx.execute(last.group_by(table.c.term))}

    async def _numbers(self, tx: Tx, community: int) -> dict[str, int]:
        table = change_table
        last = select(table.c.term, func.max(table.c.number)).where(table.c.community == community)
        rows = await tx.execute(last.group_by(table.c.term))
        return {row[0]: row[1] for row in rows}

    async def _changes(self, tx: Tx, condition: Any) -> list[Change]:
        table = change_table
        rows = await tx.execute(select(table).where(condition).order_by(table.c.term, table.c.number))
        return await _each(self._change, rows.mappings().all())

    def _entry(self, row: Mapping[Any, Any]) -> Entry:
        return _ENTRY.validate_json(self._seal.open(_term_purpose(row["community"]), row["block"]))

    def _term_row(self, community: int, entry: Entry) -> dict[str, Any]:
        block = self._seal.close(_term_purpose(community), _ENTRY.dump_json(entry))
        return {"community": community, "id": entry.term.id, "named": entry.named, "block": block}

    def _change(self, row: Mapping[Any, Any]) -> Change:
        said = _SAID.validate_json(self._seal.open(_change_purpose(row["community"]), row["block"]))
        return Change(row["term"], row["number"], Kind(row["kind"]), row["day"], row["who"], *said)

    def _change_row(self, community: int, change: Change) -> dict[str, Any]:
        content = _SAID.dump_json((change.reason, change.before))
        return {
            "community": community,
            "term": change.term,
            "number": change.number,
            "kind": change.kind.value,
            "day": change.day,
            "who": change.who,
            "named": None if change.before is None else change.before.named,
            "block": self._seal.close(_change_purpose(community), content),
        }


async def _each(make: Callable[[Any], _Made], of: Sequence[Any]) -> list[_Made]:
    if len(of) < _MANY:
        return [make(each) for each in of]
    return await asyncio.to_thread(lambda: [make(each) for each in of])


def _unsigned(entry: Entry) -> Entry:
    return Entry(replace(entry.term, by=""))


def _without(change: Change, member: str) -> Change:
    if change.before is not None and change.before.named == member:
        change = replace(change, before=_unsigned(change.before))
    return replace(change, who=None, reason="") if change.who == member else change


def _where_key(table: Table, row: Mapping[str, Any]) -> Any:
    keys: Iterable[Column[Any]] = table.primary_key
    changing = update(table)
    for column in keys:
        changing = changing.where(column == row[column.name])
    return changing


def _term_purpose(community: int) -> Purpose:
    return Purpose("term", community)


def _change_purpose(community: int) -> Purpose:
    return Purpose("term change", community)


_ENTRY = TypeAdapter(Entry)
#: What is sealed of a change: why, and what the term was before.
_SAID = TypeAdapter(tuple[str, Entry | None])


class ShownStore:
    """Reads and writes which words were shown to everyone, sealed, in no order."""

    def __init__(self, seal: Seal, rng: Random) -> None:
        """`rng` shuffles, and must not be guessable."""
        self._shelf = Shelf(shown_word_table, seal, _LONGEST_SHOWN, rng)

    async def shown(self, tx: Tx, community: int) -> list[Shown]:
        """What was shown in a community, or facilitators have; in no order."""
        blocks = (json.loads(block) for block in await self._shelf.read(tx, community))
        return [
            Shown(token, term, datetime.fromtimestamp(at, UTC), is_held=held)
            for token, term, at, held in blocks
        ]

    async def put_shown(
        self, tx: Tx, community: int, notes: Sequence[Shown], *, leave_blanks: bool = True
    ) -> None:
        """Keep exactly these notes; with `leave_blanks`, what went leaves a blank in its place."""
        kept = ([each.token, each.term, int(each.at.timestamp()), each.is_held] for each in notes)
        blocks = [json.dumps(each).encode() for each in kept]
        await self._shelf.write(tx, community, blocks, leave_blanks=leave_blanks)
