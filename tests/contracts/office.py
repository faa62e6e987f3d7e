"""A post office: a database with deliveries, whom they belong to, and a Discord to deliver to."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import MetaData, select

from bot.core.database import Database, Tx
from bot.core.deliveries import Claimed, Deliveries, Delivery, Edit, Post, delivery_table, edit_key, new_key
from bot.core.notices import Line, Notice
from bot.core.postman import Postman, Refusal
from bot.core.sealing import Seal
from tests.support import FakeClock, FakeDiscord


class Owner:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        self.told.append(f"{delivery.about} is message {message}")

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        again = "" if refusal.is_first else " again"
        gone = ": its place is gone" if refusal.place_is_gone else ""
        self.told.append(f"{delivery.about} refused{again}{gone}")


class PostOffice:
    """A database with deliveries, a postman and a Discord."""

    def __init__(self, database: Database, metadata: MetaData, seal: Seal, clock: FakeClock) -> None:
        self.database, self.seal, self.clock, self.owner = database, seal, clock, Owner()
        self.table = delivery_table(metadata)
        self.deliveries = Deliveries(self.table, seal, grain=timedelta(seconds=20))
        self.discord = FakeDiscord(clock)
        self.postman = self.new_postman()

    def new_postman(self, deliveries: Deliveries | None = None) -> Postman:
        """Another process's, or one with `deliveries` of its own."""
        postman = Postman(self.database, deliveries or self.deliveries, self.discord, self.clock)
        postman.belongs({"test": self.owner})
        return postman

    async def promise(self, *deliveries: Delivery, seal: Seal | None = None) -> None:
        """Promise messages; `seal`: with another key than the office's own."""
        office = self.deliveries if seal is None else Deliveries(self.table, seal)
        async with self.database.write() as tx:
            for rank, delivery in enumerate(deliveries):
                await office.put(tx, delivery, self.clock.now(), rank)

    async def claim(self) -> Claimed:
        """Claim the next one, as a process does that dies right after, or is slow."""
        async with self.database.write() as tx:
            claimed = await self.deliveries.claim(tx, self.clock.now())
        assert claimed is not None
        return claimed

    async def arrived(self, claimed: Claimed) -> None:
        """What was claimed is there."""
        async with self.database.write() as tx:
            await self.deliveries.arrived(tx, claimed)

    async def put_back(self, claimed: Claimed) -> None:
        """Nobody knows whether what was claimed is there."""
        async with self.database.write() as tx:
            await self.deliveries.put_back(tx, claimed, self.clock.now(), refused=False)

    async def ring_later(self, **by: float) -> None:
        """Ring after a while, by what `timedelta` takes."""
        self.clock.move(**by)
        await self.postman.ring()

    async def waiting(self) -> int:
        """How many messages have not arrived."""
        async with self.database.read() as tx:
            return len((await tx.execute(select(self.table))).all())

    def said(self) -> list[str]:
        """What lies in Discord's channels."""
        return [part.id for m in self.discord.messages for part in m.notice.parts if isinstance(part, Line)]


async def open_office(database: Database, metadata: MetaData, seal: Seal, clock: FakeClock) -> PostOffice:
    """A post office with nothing in it."""
    office = PostOffice(database, metadata, seal, clock)
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
    return office


def post(about: str, channel: int = 7, kind: str = "test") -> Delivery:
    """A new message that says `about`."""
    return Delivery(new_key(), 1, kind, Post(channel), Notice((Line(about),)), about)


def edit_of(posted: Delivery, text: str) -> Delivery:
    """A change of the office's first message."""
    return Delivery(edit_key(posted.key), 1, "test", Edit(7, 1), Notice((Line(text),)), text)
