"""On PostgreSQL: what a thief without the key does not find, and what the server tells him all the same.

Its transaction ids count every write of every database of a server, and its write-ahead log keeps what was
written. So the anonymous database belongs into a SQLite file, or on a server of its own that nobody copies.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Column, MetaData, Table, Text, insert, inspect, select, text
from sqlalchemy.exc import OperationalError

from bot.core.database import Database, Journal
from bot.core.sealing import Seal
from bot.core.shelf import Shelf, shelf_table
from rehearsal import Rehearsal
from tests.attacks import hands
from tests.attacks.files import Row
from tests.attacks.loot import Ask, Window, link
from tests.attacks.scorer import score
from tests.attacks.test_attack import ASKERS, most_by_chance
from tests.conftest import new_postgres_database
from tests.e2e.conftest import Log

WINDOWS, TRAINING = 8, 2
HERE = 900_000_000_000_000_001
#: The transaction that wrote a row, as a number.
_XMIN = "CAST(CAST(xmin AS text) AS bigint)"
NAMES = ("Amina", "Derek", "Rosa", "Gwyn", "Linh")


async def rows(database: Database) -> list[Row]:
    """Every row, with the transaction that wrote it in front, and its place."""
    found = []
    async with database.read() as tx:
        names = await tx.run_sync(lambda connection: inspect(connection).get_table_names())
        for name in names:
            written = f"SELECT CAST(ctid AS text), {_XMIN}, t.* FROM {name} t"
            for place, *values in (await tx.execute(text(written))).all():
                page, offset = map(int, place.strip("()").split(","))
                found.append(Row(name, tuple(values), page, offset, 0, 0))
    return found


class Windows:
    """Windows whose rows are read as the server shows them, after each ask and at the end."""

    def __init__(self, rehearsal: Rehearsal, database: Database, rng: Random) -> None:
        self._rehearsal = rehearsal
        self._database = database
        self._rng = rng
        self.windows: list[Window] = []
        self.truth: list[list[int]] = []

    async def hold(self) -> None:
        window = Window()
        askers = hands.askers(self._rehearsal)
        order = self._rng.sample(askers, len(askers))
        last = max(message.id for message in hands.public(self._rehearsal, 0))
        for number, person in enumerate(order):
            now = self._rehearsal.world.clock.now()
            await hands.ask(person, f"What is it that they call 'thing {number:02}'?")
            window.asks.append(Ask(person.user_id, person.name, now))
            window.by_ask["order"].append(number)
            window.by_ask["account"].append(person.user_id)
            latest = max(row.values[0] for row in await rows(self._database))
            window.by_ask["latest transaction"].append(latest)
        await hands.pass_window(self._rehearsal)
        window.cards = [card for card in hands.cards(self._rehearsal, last) if card.number]
        self._keep(window, await rows(self._database))
        self.windows.append(window)
        self.truth.append([int(card.text.split("'thing ")[1][:2]) for card in window.cards])

    def _keep(self, window: Window, found: list[Row]) -> None:
        linked = link(window.cards, found)
        for table in {row.table for of_card in linked for row in of_card}:
            of_cards = [[row for row in of_card if row.table == table] for of_card in linked]
            if all(len(each) == 1 for each in of_cards):
                alone = [each[0] for each in of_cards]
                window.by_question[f"{table}, place"] = [(row.page, row.offset) for row in alone]
                for column in range(len(alone[0].values)):
                    values = [row.values[column] for row in alone]
                    window.by_question[f"{table}, column {column}"] = list(map(sortable, values))


def sortable(value: Any) -> Any:
    """Dates as text; the rest as it is."""
    return value if isinstance(value, int | float | str | bytes | None) else str(value)


async def test_without_the_key_rows_places_and_transactions_do_not_tell_who_asked_what(
    postgres: str, tmp_path: Path
) -> None:
    seed = secrets.token_hex(4)
    url = await new_postgres_database(postgres)
    database = Database(url, Journal.FORGETFUL)
    async with hands.community(tmp_path, Log(), anonymous_database_url=url) as rehearsal:
        held = Windows(rehearsal, database, Random(seed))
        for _ in range(WINDOWS):
            await rehearsal.advance(hands.LONGEST_MEETING)
            await hands.meeting_starts(rehearsal)
            await held.hold()
    await database.close()
    assert all(sorted(places) == list(range(ASKERS)) for places in held.truth)
    found = score(held.windows, held.truth, TRAINING)
    assert found.views > 20
    assert found.hits <= most_by_chance(found.questions), f"seed {seed}: {found}"


class Server:
    """One PostgreSQL server with both databases, a shelf in one, and acts under a name in the other."""

    def __init__(self, named: Database, hidden: Database, seal: Seal) -> None:
        self.hidden = hidden
        self._named = named
        self.shelf_table = shelf_table("waiting", MetaData())
        self._shelf = Shelf(self.shelf_table, seal, 64, Random(1))
        self._acts = Table("act", MetaData(), Column("who", Text))

    async def begin(self) -> None:
        for database, table in ((self._named, self._acts), (self.hidden, self.shelf_table)):
            async with database.write() as tx:
                await tx.run_sync(table.metadata.create_all)

    async def acts(self, who: str) -> None:
        """Somebody does something under her name."""
        async with self._named.write() as tx:
            await tx.execute(insert(self._acts).values(who=who))

    async def hides(self, *contents: bytes) -> None:
        """The shelf holds this from now on, sealed and shuffled."""
        async with self.hidden.write() as tx:
            await self._shelf.write(tx, HERE, contents, leave_blanks=False)

    async def transactions(self) -> tuple[dict[str, int], int]:
        """The transaction of each act under a name, and the one of what is on the shelf."""
        async with self._named.read() as tx:
            named = (await tx.execute(text(f"SELECT who, {_XMIN} FROM act"))).all()
        async with self.hidden.read() as tx:
            hidden = await tx.scalar(text(f"SELECT max({_XMIN}) FROM waiting"))
        return {row[0]: row[1] for row in named}, hidden

    async def blocks(self) -> list[bytes]:
        async with self.hidden.read() as tx:
            return list(await tx.scalars(select(self.shelf_table.c.block)))


@pytest.fixture
async def server(postgres: str, seal: Seal) -> AsyncIterator[Server]:
    named, hidden = [
        Database(await new_postgres_database(postgres), journal)
        for journal in (Journal.EVERYDAY, Journal.FORGETFUL)
    ]
    server = Server(named, hidden, seal)
    await server.begin()
    yield server
    await named.close()
    await hidden.close()


@pytest.mark.parametrize("place", range(1, len(NAMES)))
async def test_transaction_ids_tell_between_which_named_acts_a_hidden_one_was(
    server: Server, place: int
) -> None:
    """The leak is there: the ids of both databases are one series."""
    for name in NAMES[:place]:
        await server.acts(name)
    await server.hides(b"a question")
    for name in NAMES[place:]:
        await server.acts(name)
    named, hidden = await server.transactions()
    assert [name for name in NAMES if named[name] < hidden] == list(NAMES[:place])


async def test_on_sqlite_there_are_no_transaction_ids(tmp_path: Path, seal: Seal) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/anonymous.db", Journal.FORGETFUL)
    server = Server(database, database, seal)
    await server.begin()
    await server.hides(b"a question")
    with pytest.raises(OperationalError, match="no such column: xmin"):
        await server.transactions()
    await database.close()


async def test_places_tell_how_often_something_waited(server: Server) -> None:
    """The leak is there: each act is written behind what the last one left, until all is written anew."""
    firsts = []
    for number in range(1, 6):
        await server.hides(*[b"a question"] * number)
        firsts.append(min((row.page, row.offset) for row in await rows(server.hidden)))
    assert firsts == [(0, 1 + number * (number - 1) // 2) for number in range(1, 6)]
    await server.hidden.vacuum()
    assert min((row.page, row.offset) for row in await rows(server.hidden)) == (0, 1)


async def test_what_is_forgotten_is_gone_from_the_tables_but_not_from_the_log(server: Server) -> None:
    """What holds, and the leak: the log of a server keeps every block, for whoever has or gets the key."""
    await server.hides(b"a question")
    (block,) = await server.blocks()
    await server.hides()
    await server.hidden.vacuum()
    async with server.hidden.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("CHECKPOINT"))
    folder = Path(str(server.hidden.url.query["host"]))
    assert not held_in(folder / "base", block)
    assert held_in(folder / "pg_wal", block)


@pytest.mark.parametrize("interrupted_after", [0, 1, 31, 32, 33, 63, 64])
def test_a_block_is_found_wherever_a_page_interrupts_it(tmp_path: Path, interrupted_after: int) -> None:
    block, header = bytes(range(64)), b"the header of a page"
    written = block[:interrupted_after] + header + block[interrupted_after:]
    (tmp_path / "log").write_bytes(b"before" + written + b"after")
    assert held_in(tmp_path, block)
    assert not held_in(tmp_path, block[::-1])


def held_in(folder: Path, block: bytes) -> bool:
    """Whether either half of a block stands in a file: what is logged may go over the end of one page."""
    middle = len(block) // 2
    halves = (block[:middle], block[middle:])
    contents = (path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return any(half in content for content in contents for half in halves)
