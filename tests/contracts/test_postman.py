"""The postman under bad conditions: lost answers, bad rows, two processes, a Discord that hangs."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import MetaData, update

from bot.core import postman
from bot.core.database import Database, Tx
from bot.core.deliveries import Claimed, Deliveries, Delivery, Direct, new_key
from bot.core.errors import NotAllowed, NotDelivered, NotNow
from bot.core.notices import Line, Notice
from bot.core.sealing import KEY_BYTES, Purpose, Seal
from bot.core.wording import WordingError
from tests.contracts.office import PostOffice, edit_of, open_office, post
from tests.support import FakeClock, until


@pytest.fixture
async def office(database: Database, metadata: MetaData, seal: Seal, clock: FakeClock) -> PostOffice:
    return await open_office(database, metadata, seal, clock)


# First perhaps, then no


async def test_perhaps_there_then_refused_when_sent_again_it_is_there_once(office: PostOffice) -> None:
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(post("once"))
    await office.postman.ring()
    office.discord.refuse_next.append(NotAllowed("50013"))
    await office.ring_later(minutes=1)
    assert office.owner.told == ["once refused"]
    await office.ring_later(hours=1)
    assert office.said() == ["once"]
    assert office.owner.told == ["once refused", "once is message 1"]


async def test_perhaps_there_then_refused_when_looked_for_it_is_there_once(office: PostOffice) -> None:
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(post("once"))
    await office.postman.ring()
    office.discord.refuse_find += [NotAllowed("50001")] * 2
    for _ in range(2):
        await office.ring_later(minutes=30)
    assert office.owner.told == ["once refused", "once refused again"]
    await office.ring_later(hours=1)
    assert office.said() == ["once"]
    assert office.owner.told[2:] == ["once is message 1"]


async def test_refused_and_then_perhaps_there_it_is_looked_for_from_then_on(office: PostOffice) -> None:
    office.discord.refuse_next.append(NotAllowed("50013"))
    await office.promise(post("once"))
    await office.postman.ring()
    office.discord.lose_answer.append(NotNow("connection"))
    await office.ring_later(hours=1)
    await office.ring_later(hours=1)
    assert office.said() == ["once"]


async def test_if_a_refusal_wiped_out_that_it_may_be_there_it_would_be_there_twice(
    office: PostOffice,
) -> None:
    """The planted fault."""
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(post("once"))
    await office.postman.ring()
    office.discord.refuse_next.append(NotAllowed("50013"))
    await office.ring_later(minutes=1)
    async with office.database.write() as tx:
        await tx.execute(update(office.table).values(maybe_sent_at=None))
    await office.ring_later(hours=1)
    assert office.said() == ["once", "once"]


async def test_an_answer_that_was_lost_is_no_refusal(office: PostOffice) -> None:
    """Its owner hears of the first refusal, however often nobody knew before."""
    office.discord.refuse_next += [NotNow("status 503"), NotNow("connection"), NotAllowed("50013")]
    await office.promise(post("card"))
    await office.postman.ring()
    for _ in range(2):
        await office.ring_later(minutes=5)
    assert office.owner.told == ["card refused"]


async def test_hurried_it_is_refused_for_the_first_time_again(office: PostOffice) -> None:
    office.discord.refuse_next += [NotAllowed("50013")] * 2
    await office.promise(post("card"))
    await office.postman.ring()
    async with office.database.write() as tx:
        await office.deliveries.hurry(tx, 1, office.clock.now())
    await office.postman.ring()
    assert office.owner.told == ["card refused", "card refused"]


async def test_both_kinds_of_failure_make_it_wait_longer(office: PostOffice) -> None:
    failures: list[NotDelivered] = [NotAllowed("50013"), NotNow("503"), NotAllowed("50013"), NotNow("503")]
    office.discord.refuse_next += failures
    await office.promise(post("card"))
    waits = []
    for _ in failures:
        await office.postman.ring()
        due = await office.postman.next_due()
        assert due is not None
        waits.append(due - office.clock.now())
        office.clock.time = due
    assert waits == sorted(waits)
    assert len(set(waits)) == len(waits)


# Who lets nobody in


def direct(about: str, account: int) -> Delivery:
    return Delivery(new_key(), 1, "test", Direct(account), Notice((Line(about),)), about)


async def test_one_who_lets_no_message_in_holds_up_nobody_and_is_not_tried_again(office: PostOffice) -> None:
    office.discord.shut.add(5)
    await office.promise(direct("shut", 5), direct("open", 6), post("card"))
    await office.postman.ring()
    assert office.said() == ["open", "card"]
    assert await office.waiting() == 0
    assert [told for told in office.owner.told if told.startswith("shut")] == []
    office.discord.shut.clear()
    await office.ring_later(hours=1)
    assert office.said() == ["open", "card"]


async def test_a_direct_message_that_discord_refuses_for_now_is_tried_again(office: PostOffice) -> None:
    """The planted fault: any other refusal is not the end of it."""
    office.discord.refuse_next.append(NotAllowed("40003"))
    await office.promise(direct("later", 5))
    await office.postman.ring()
    assert await office.waiting() == 1
    await office.ring_later(minutes=5)
    assert office.said() == ["later"]


# Rows that are no good

BAD_ROWS = ("another key's", "of no owner", "of another shape", "no JSON")


async def spoil(office: PostOffice, how: str) -> None:
    """Promise a message that nobody can send."""
    if how == "another key's":
        await office.promise(post("bad"), seal=Seal(secrets.token_bytes(KEY_BYTES)))
        return
    await office.promise(post("bad", kind="nobody's" if how == "of no owner" else "test"))
    if how != "of no owner":
        content = json.dumps({"words": "from a later version"}).encode() if "shape" in how else b"\x00"
        async with office.database.write() as tx:
            payload = office.seal.close(Purpose("delivery", 1), content)
            await tx.execute(update(office.table).values(payload=payload))


@pytest.mark.parametrize("how", BAD_ROWS)
async def test_a_row_that_is_no_good_holds_up_no_other_and_is_kept(office: PostOffice, how: str) -> None:
    await spoil(office, how)
    await office.promise(post("first"), post("second"))
    await office.postman.ring()
    assert office.said() == ["first", "second"]
    assert await office.waiting() == 1
    await office.promise(post("third"))
    await office.ring_later(hours=1)
    assert office.said() == ["first", "second", "third"]
    assert await office.waiting() == 1


async def test_one_that_cannot_be_put_into_words_holds_up_no_other_and_is_kept(office: PostOffice) -> None:
    office.discord.refuse_next.append(WordingError("no sentence of that name"))
    await office.promise(post("first"), post("second"))
    await office.postman.ring()
    assert office.said() == ["second"]
    assert await office.waiting() == 1
    await office.ring_later(minutes=1)
    assert office.said() == ["second", "first"]


async def test_a_row_of_an_owner_who_comes_back_is_sent_after_all(office: PostOffice) -> None:
    await office.promise(post("late", kind="nobody's"))
    await office.postman.ring()
    office.postman.belongs({"nobody's": office.owner})
    await office.ring_later(hours=1)
    assert office.said() == ["late"]
    assert await office.waiting() == 0


# Two processes


async def with_an_edit_on_its_way(office: PostOffice) -> tuple[Delivery, Claimed]:
    """A card that is out, and one process that is about to send an edit of it."""
    card = post("card")
    await office.promise(card)
    await office.postman.ring()
    await office.promise(edit_of(card, "answered"))
    return card, await office.claim()


async def test_an_edit_is_sent_only_after_the_older_one_that_is_on_its_way(office: PostOffice) -> None:
    card, older = await with_an_edit_on_its_way(office)
    await office.promise(edit_of(card, "closed"))
    await office.new_postman().ring()
    assert office.said() == ["card"], "the other process has not finished"
    await office.discord.send(office.deliveries.open(older))
    assert office.said() == ["answered"]
    await office.arrived(older)
    await office.new_postman().ring()
    assert office.said() == ["closed"]
    assert await office.waiting() == 0


async def test_an_edit_does_not_wait_for_the_lease_of_one_that_was_put_back(office: PostOffice) -> None:
    card, older = await with_an_edit_on_its_way(office)
    await office.promise(edit_of(card, "closed"))
    await office.put_back(older)
    await office.new_postman().ring()
    assert office.said() == ["closed"]
    assert await office.waiting() == 0


async def test_an_edit_waits_for_the_lease_of_one_whose_process_died(office: PostOffice) -> None:
    card, _ = await with_an_edit_on_its_way(office)
    await office.promise(edit_of(card, "closed"))
    await office.new_postman().ring()
    assert office.said() == ["card"]
    office.clock.move(seconds=61)
    await office.new_postman().ring()
    assert office.said() == ["closed"]


async def test_an_edit_that_waited_for_nothing_would_be_undone_by_the_older_one(office: PostOffice) -> None:
    """The planted fault: without the lease of the one that it replaces."""
    card, older = await with_an_edit_on_its_way(office)
    await office.promise(edit_of(card, "closed"))
    async with office.database.write() as tx:
        await office.deliveries.free(tx)
    await office.new_postman().ring()
    await office.discord.send(office.deliveries.open(older))
    await office.arrived(older)
    assert office.said() == ["answered"]


# A Discord that hangs, and a database that is away


async def test_a_discord_that_hangs_is_left_and_tried_again(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postman, "_LONGEST_TRY", timedelta(seconds=0.05))
    answers = office.discord.send
    never = asyncio.Event()

    async def hangs(delivery: Delivery) -> int:
        await never.wait()
        raise AssertionError("unreachable")

    monkeypatch.setattr(office.discord, "send", hangs)
    await office.promise(post("slow"))
    async with asyncio.timeout(10):
        await office.postman.ring()
    assert office.owner.told == []
    assert await office.waiting() == 1
    monkeypatch.setattr(office.discord, "send", answers)
    await office.ring_later(minutes=1)
    assert office.said() == ["slow"]


async def test_a_look_up_that_hangs_is_left_too(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postman, "_LONGEST_TRY", timedelta(seconds=0.05))
    finds = office.discord.find
    never = asyncio.Event()

    async def hangs(delivery: Delivery, since: datetime) -> int | None:
        await never.wait()
        return None

    monkeypatch.setattr(office.discord, "find", hangs)
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(post("slow"))
    await office.postman.ring()
    async with asyncio.timeout(10):
        await office.ring_later(hours=1)
    monkeypatch.setattr(office.discord, "find", finds)
    await office.ring_later(hours=1)
    assert office.said() == ["slow"]


def test_the_longest_try_ends_well_before_its_lease() -> None:
    assert timedelta(seconds=10) <= postman._LONGEST_TRY <= postman.LEASE - timedelta(seconds=20)


class FullDisk(Deliveries):
    """Deliveries on a disk that is full for a while."""

    def __init__(self, office: PostOffice, faults: int) -> None:
        super().__init__(office.table, office.seal)
        self.faults = faults

    async def claim(self, tx: Tx, now: datetime) -> Claimed | None:
        if self.faults:
            self.faults -= 1
            raise OSError("no space left on device")
        return await super().claim(tx, now)


async def running(office: PostOffice, faults: int, is_so: Callable[[], bool]) -> None:
    """Let a postman run, who is called by each commit, until something is so."""
    task = asyncio.create_task(office.new_postman(FullDisk(office, faults)).run())
    try:
        await until(is_so)
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_what_is_committed_is_delivered_without_a_bell(office: PostOffice) -> None:
    await office.promise(post("first"))
    await running(office, 0, lambda: office.owner.told == ["first is message 1"])
    assert office.said() == ["first"]


async def test_a_database_that_is_away_for_a_while_stops_nobody(office: PostOffice) -> None:
    await office.promise(post("first"))
    task = asyncio.create_task(running(office, 1, lambda: len(office.owner.told) == 2))
    await until(lambda: not office.database.changed.is_set())
    await office.promise(post("second"))
    await task
    assert sorted(office.said()) == ["first", "second"]
