"""What is written about a question, and what is not, on every kind of database."""

from __future__ import annotations

import base64
from typing import Any

from sqlalchemy import Column, LargeBinary, MetaData, Table, Text, insert, inspect, select

from bot.app import ANONYMOUS_ALARMS, ANONYMOUS_DELIVERIES
from bot.community.rules import Community
from bot.core.database import Database
from bot.core.errors import NotAllowed
from bot.core.schema import ANONYMOUS, EVERYDAY
from bot.questions.rules.acts import Asked
from bot.questions.rules.question import Ending
from bot.questions.rules.settings import Terms
from bot.questions.store import claim_table, question_table, waiting_table
from tests.contracts.group import (
    A_REASON,
    AMA,
    AN_ANSWER,
    BEN,
    CAT,
    FACILITATORS,
    HER_WORDS,
    HERE,
    QUESTIONS,
    Group,
)


def files(database: Database) -> dict[str, bytes]:
    """A SQLite database's bytes: the file's, and what waits in its journal."""
    assert database.file is not None
    found = database.file.parent.glob(database.file.name + "*")
    return {path.name: path.read_bytes() for path in found if not path.name.endswith("-shm")}


async def rows(database: Database) -> dict[str, list[Any]]:
    async with database.read() as tx:
        return {
            table.name: [tuple(row) for row in await tx.execute(select(table))]
            for table in EVERYDAY.sorted_tables
        }


async def test_whatever_is_done_with_questions_leaves_the_everyday_database_as_it_was(
    group: Group,
) -> None:
    before = await rows(group.everyday), files(group.everyday)
    await group.asks(tell=True)
    await group.mine()
    await group.asking.form(HERE)
    await group.next_window()
    await group.asking.wonder(HERE, BEN, group.token())
    await group.asking.promise(HERE, AMA)
    await group.facilitating.pause(HERE, group.token(), "7", A_REASON)
    await group.facilitating.answer(HERE, group.token(), AN_ANSWER)
    await group.next_window()
    await group.mine()
    await group.asking.own(HERE, AMA, group.token())
    await group.asks(CAT, "another")
    await group.next_window()
    await group.asking.end(HERE, CAT, group.token(1), Ending.TAKEN_BACK)
    await group.facilitating.close(HERE, group.token())
    await group.nights(3)
    assert (await rows(group.everyday), files(group.everyday)) == before
    assert before[0]["community"]


async def test_a_change_of_the_everyday_database_would_be_noticed(group: Group) -> None:
    """The planted fault."""
    before = await rows(group.everyday), files(group.everyday)
    async with group.everyday.write() as tx:
        await group.communities.save(tx, Community(3, 4, 5, 6))
    assert await rows(group.everyday) != before[0]
    assert files(group.everyday) != before[1]


def forms(account: int) -> list[bytes]:
    """An account's number as it could lie in a database, apart from under a seal."""
    big, little = account.to_bytes(8, "big"), account.to_bytes(8, "little")
    decimal = str(account).encode()
    encoded = [base64.b64encode(each).rstrip(b"=") for each in (big, little, decimal)]
    safe = [base64.urlsafe_b64encode(each).rstrip(b"=") for each in (big, little, decimal)]
    hexadecimal = [f"{account:x}".encode(), big.hex().encode(), little.hex().encode(), decimal.hex().encode()]
    return [big, little, decimal, *encoded, *safe, *hexadecimal]


def tells(value: object, account: int) -> bool:
    """Whether a value is the account's number, or holds it in any of its forms."""
    if isinstance(value, int):
        return value == account
    raw = value if isinstance(value, bytes) else str(value).encode()
    return any(form in raw or form.lower() in raw.lower() for form in forms(account))


async def telling_tables(database: Database, account: int) -> set[str]:
    """The tables, declared or not, in which a value tells the account."""
    async with database.read() as tx:
        names = await tx.run_sync(lambda connection: inspect(connection).get_table_names())
        found = set()
        for name in names:
            table = await tx.run_sync(lambda c, name=name: Table(name, MetaData(), autoload_with=c))
            values = (value for row in await tx.execute(select(table)) for value in row)
            if any(tells(value, account) for value in values):
                found.add(name)
    return found


async def test_no_value_of_the_anonymous_database_ever_tells_who_asked(group: Group) -> None:
    async def check() -> None:
        assert await telling_tables(group.database, AMA) == set()

    await group.asks(tell=True)
    await check()
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.next_window()
    await check()
    await group.facilitating.retry(HERE)
    await group.round.make()
    token = group.token()
    other = await group.asked(BEN, "another")
    await group.asking.wonder(HERE, AMA, other)
    await check()
    await group.next_window()
    await group.facilitating.pause(HERE, token, "7", A_REASON)
    await check()
    await group.facilitating.pass_on(HERE, other, AMA)
    await check()
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.windows.meeting_ends(HERE)
    # The message to her is refused and waits.
    group.discord.refuse_next += [NotAllowed("50013")] * 9
    await group.at(14, 15)
    await check()
    await group.mine()
    await group.ends(token)
    await check()
    await group.nights(1)
    await check()
    await group.facilitating.answer_by_name(HERE, AMA, "Ama", other, AN_ANSWER)
    await check()
    await group.asking.erase(HERE, AMA)
    await check()


def every_form(account: int) -> list[str | bytes]:
    found = forms(account)
    return [*found, *(form.decode() for form in found if form.isascii()), b"x" + found[0] + b"y"]


async def test_in_whatever_form_it_lay_there_it_would_be_found(group: Group) -> None:
    """The planted fault: tables that do hold it, each in one form."""
    metadata = MetaData()
    planted = {}
    for number, form in enumerate(every_form(AMA)):
        kind = LargeBinary if isinstance(form, bytes) else Text
        planted[f"planted_{number}"] = Table(f"planted_{number}", metadata, Column("value", kind)), form
    async with group.database.write() as tx:
        await tx.run_sync(metadata.create_all)
        for table, form in planted.values():
            await tx.execute(insert(table).values(value=form))
    assert await telling_tables(group.database, AMA) == set(planted)
    assert await telling_tables(group.database, BEN) == set()


async def test_nothing_that_discord_gets_tells_who_asked(group: Group) -> None:
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.asks()
    await group.next_window()
    await group.facilitating.retry(HERE)
    await group.round.make()
    await group.facilitating.answer(HERE, group.token(), AN_ANSWER)
    await group.facilitating.report(HERE, group.token(), "It worries me.")
    await group.asking.wonder(HERE, AMA, await group.asked(BEN, "another"))
    await group.ends(group.token())
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert len(group.discord.messages) == 4
    for message in group.discord.messages:
        assert not tells(repr(message), AMA)
        for button in message.notice.buttons:
            assert not tells(button.custom_id, AMA)
        assert not tells(message.key, AMA)
    assert tells(repr(Asked("draft", AMA, HER_WORDS, Terms(QUESTIONS), 0)), AMA)


async def test_no_text_lies_there_in_the_open(group: Group) -> None:
    await group.choose(release_first=True)
    await group.asks()
    await group.next_window()
    await group.facilitating.keep_back(HERE, group.token(channel=FACILITATORS), A_REASON)
    await group.asks(BEN, "another")
    await group.next_window()
    await group.facilitating.pause(HERE, group.token(channel=FACILITATORS), "7", A_REASON)
    for table in ANONYMOUS.sorted_tables:
        for row in await group.everything(table):
            for value in row:
                raw = value if isinstance(value, bytes) else str(value).encode()
                for words in (HER_WORDS, "another", A_REASON):
                    assert words.encode() not in raw


async def lengths(group: Group) -> set[int]:
    """How long what waits is."""
    return {len(row[2]) for row in await group.everything(waiting_table)}


async def test_all_that_waits_looks_the_same(group: Group) -> None:
    seen = []
    await group.asks()
    seen.append(await lengths(group))
    await group.next_window()
    token = group.token()
    await group.asks(
        words="\N{FACE WITH TEARS OF JOY}" * 1_500, draft=(await group.asking.form(HERE, token)).token
    )
    seen.append(await lengths(group))
    await group.next_window()
    await group.asking.wonder(HERE, BEN, token)
    seen.append(await lengths(group))
    await group.next_window()
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.mine()
    seen.append(await lengths(group))
    await group.next_window()
    await group.ends(token)
    seen.append(await lengths(group))
    assert len(seen[0]) == 1
    assert seen == [seen[0]] * 5


async def test_what_shows_who_asked_and_who_wondered_looks_the_same(group: Group) -> None:
    token = await group.asked(tell=True)
    await group.asking.wonder(HERE, BEN, token)
    await group.asks(CAT, "another")
    await group.next_window()
    rows = await group.everything(claim_table)
    assert len(rows) == 3
    assert len({len(row[2]) for row in rows}) == 1


async def test_no_time_is_finer_than_a_window(group: Group) -> None:
    await group.asks(tell=True)
    group.clock.move(seconds=7)
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.next_window()
    (token,) = await group.cards_of()
    await group.facilitating.pause(HERE, token, "7", A_REASON)
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    question = await group.kept(token)
    assert question.answered_at is not None
    async with group.database.read() as tx:
        (pause,) = await group.store.pauses(tx, HERE)
    for moment in (question.window, question.answered_at, pause.begins, pause.ends):
        assert moment.timestamp() % 20 == 0
    async with group.database.read() as tx:
        for column in (
            question_table.c.window,
            ANONYMOUS_ALARMS.c.due,
            ANONYMOUS_DELIVERIES.c.due,
            ANONYMOUS_DELIVERIES.c.maybe_sent_at,
            ANONYMOUS_DELIVERIES.c.leased_until,
        ):
            for value in await tx.scalars(select(column)):
                assert value is None or value % 20 == 0
