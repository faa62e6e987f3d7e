"""Deliveries and the postman: what was promised arrives once, on every kind of database."""

from __future__ import annotations

import pytest
from sqlalchemy import MetaData, select

from bot.core.database import Database
from bot.core.deliveries import Delivery, Direct, Edit, Withdraw, new_key
from bot.core.errors import Gone, NotAllowed, NotNow
from bot.core.notices import Button, Line, Notice
from bot.core.sealing import Seal
from tests.contracts.office import PostOffice, edit_of, open_office, post
from tests.support import FakeClock


@pytest.fixture
async def office(database: Database, metadata: MetaData, seal: Seal, clock: FakeClock) -> PostOffice:
    return await open_office(database, metadata, seal, clock)


async def test_arrives_once_and_its_row_goes(office: PostOffice) -> None:
    await office.promise(post("first"), post("second"))
    await office.postman.ring()
    await office.postman.ring()
    assert office.said() == ["first", "second"]
    assert office.owner.told == ["first is message 1", "second is message 2"]
    assert await office.waiting() == 0


async def test_what_is_undone_is_never_sent(office: PostOffice) -> None:
    with pytest.raises(ZeroDivisionError):
        async with office.database.write() as tx:
            await office.deliveries.put(tx, post("undone"), office.clock.now())
            raise ZeroDivisionError
    await office.postman.ring()
    assert office.said() == []


async def test_a_lost_answer_does_not_post_twice_within_the_nonce(office: PostOffice) -> None:
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(post("once"))
    await office.postman.ring()
    office.clock.move(minutes=1)
    await office.postman.ring()
    assert office.said() == ["once"]
    assert office.owner.told == ["once is message 1"]


async def test_a_lost_answer_is_looked_up_when_the_nonce_is_forgotten(office: PostOffice) -> None:
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(post("once"))
    await office.postman.ring()
    office.clock.move(minutes=30)
    await office.postman.ring()
    assert office.said() == ["once"]
    assert office.owner.told == ["once is message 1"]


async def test_without_the_look_up_it_would_be_there_twice(office: PostOffice) -> None:
    """The planted fault: a Sender that finds nothing makes the message appear twice."""

    async def blind(delivery: Delivery, since: object) -> None:
        return None

    office.discord.find = blind  # type: ignore[method-assign, assignment]
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(post("once"))
    await office.postman.ring()
    office.clock.move(minutes=30)
    await office.postman.ring()
    assert office.said() == ["once", "once"]


async def test_killed_after_the_claim(office: PostOffice) -> None:
    await office.promise(post("once"))
    await office.claim()
    await office.new_postman().start()
    if not office.database.is_sqlite:
        # Another process may still be at it, until its lease ends.
        await office.postman.ring()
        assert office.said() == []
        office.clock.move(seconds=61)
    await office.postman.ring()
    assert office.said() == ["once"]


async def test_killed_after_sending_and_started_much_later(office: PostOffice) -> None:
    delivery = post("once")
    await office.promise(delivery)
    await office.claim()
    await office.discord.send(delivery)
    office.clock.move(hours=9)
    await office.new_postman().start()
    await office.postman.ring()
    assert office.said() == ["once"]
    assert office.owner.told == ["once is message 1"]


async def test_two_processes_share_the_work(office: PostOffice) -> None:
    await office.promise(*(post(f"m{number}") for number in range(6)))
    first, second = await office.claim(), await office.claim()
    assert first.key != second.key
    assert office.deliveries.open(first).about == "m0"
    assert office.deliveries.open(second).about == "m1"


async def test_a_refusal_waits_longer_each_time_and_the_owner_is_told(office: PostOffice) -> None:
    office.discord.refuse_next += [NotAllowed("50013")] * 3
    await office.promise(post("card"))
    await office.postman.ring()
    dates = []
    for _ in range(2):
        due = await office.postman.next_due()
        assert due is not None
        dates.append(due - office.clock.now())
        office.clock.time = due
        await office.postman.ring()
    assert dates[0] < dates[1]
    assert office.owner.told == ["card refused", "card refused again", "card refused again"]
    office.clock.move(minutes=20)
    await office.postman.ring()
    assert office.said() == ["card"]


async def test_hurried_after_something_was_mended(office: PostOffice) -> None:
    office.discord.refuse_next.append(NotAllowed("50013"))
    await office.promise(post("card"))
    await office.postman.ring()
    async with office.database.write() as tx:
        await office.deliveries.hurry(tx, 1, office.clock.now())
    await office.postman.ring()
    assert office.said() == ["card"]


async def test_one_refusal_does_not_hold_up_the_next(office: PostOffice) -> None:
    office.discord.refuse_next.append(NotAllowed("50013"))
    await office.promise(post("refused"), post("fine"))
    await office.postman.ring()
    assert office.said() == ["fine"]


async def test_a_newer_edit_takes_the_place_of_one_that_waits(office: PostOffice) -> None:
    card = post("card")
    await office.promise(card)
    await office.postman.ring()
    for text in ("answered", "closed"):
        await office.promise(edit_of(card, text))
    await office.postman.ring()
    assert office.said() == ["closed"]
    assert office.owner.told[1:] == ["closed is message 1"]


async def test_an_edit_of_a_deleted_message_is_given_up(office: PostOffice) -> None:
    office.discord.refuse_next.append(Gone("10008"))
    await office.promise(Delivery("edit x", 1, "test", Edit(7, 1), Notice((Line("late"),)), "late"))
    await office.postman.ring()
    assert await office.waiting() == 0
    assert office.owner.told == []


async def test_a_post_whose_channel_is_gone_is_kept_and_its_owner_told(office: PostOffice) -> None:
    office.discord.refuse_next += [Gone("10003")] * 2
    await office.promise(post("card"))
    await office.postman.ring()
    await office.ring_later(minutes=1)
    assert office.owner.told == [
        "card refused: its place is gone",
        "card refused again: its place is gone",
    ]
    assert await office.waiting() == 1
    await office.ring_later(minutes=5)
    assert office.said() == ["card"]


# Direct messages

AMA = 190_000_000_000_000_042


def direct(about: str) -> Delivery:
    """A direct message that says `about`, with a button to find it by."""
    notice = Notice((Line(about),), (Button("questions:mine", "question-button-mine"),))
    return Delivery(new_key(), 1, "test", Direct(AMA), notice, about)


def withdraw(community: int = 1, action: str = "questions:mine") -> Delivery:
    return Delivery(new_key(), community, "test", Withdraw(AMA, action), Notice(()), "withdrawn")


async def test_a_direct_message_arrives_once(office: PostOffice) -> None:
    office.discord.lose_answer.append(NotNow("connection"))
    await office.promise(direct("hello"))
    await office.postman.ring()
    await office.ring_later(minutes=30)
    assert office.said() == ["hello"]
    assert office.owner.told == ["hello is message 1"]
    assert [message.channel for message in office.discord.messages] == [AMA]
    assert await office.waiting() == 0


async def test_what_is_withdrawn_goes_and_nothing_else(office: PostOffice) -> None:
    await office.promise(direct("one"), direct("two"), post("card"))
    await office.postman.ring()
    await office.promise(withdraw(community=2), withdraw(action="questions:ask"))
    await office.postman.ring()
    assert sorted(office.said()) == ["card", "one", "two"]
    await office.promise(withdraw())
    await office.postman.ring()
    assert office.said() == ["card"]
    assert await office.waiting() == 0


async def test_a_withdrawal_whose_answer_was_lost_is_made_again_without_harm(office: PostOffice) -> None:
    await office.promise(direct("one"))
    await office.postman.ring()
    office.discord.refuse_next.append(NotNow("connection"))
    await office.promise(withdraw())
    await office.postman.ring()
    assert office.said() == ["one"]
    await office.ring_later(minutes=30)
    assert office.said() == []
    assert await office.waiting() == 0


async def test_no_row_tells_whom_a_direct_message_is_for(office: PostOffice) -> None:
    await office.promise(direct("hello"), withdraw())
    async with office.database.read() as tx:
        rows = (await tx.execute(select(office.table))).all()
    for row in rows:
        assert all(str(AMA) not in str(value) and value != AMA for value in row)
        assert str(AMA).encode() not in row.payload


async def test_a_row_shows_neither_its_text_nor_a_time_finer_than_a_window(office: PostOffice) -> None:
    await office.promise(post("a secret of somebody"))
    await office.claim()
    async with office.database.read() as tx:
        row = (await tx.execute(select(office.table))).one()
    assert b"secret" not in row.payload
    times = [row.due, row.leased_until, row.maybe_sent_at]
    assert all(time % 20 == 0 for time in times)
