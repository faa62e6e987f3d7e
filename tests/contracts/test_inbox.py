"""What closed direct messages kept out, as the one it was for finds it, on every kind of database."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.database import Database
from bot.core.deliveries import Delivery
from bot.core.notices import Button, Line, Notice, Words
from bot.core.sealing import Seal
from bot.nudges.rules import Budget
from tests.bot.nudges.making import at
from tests.contracts.nudging import AMA, BEN, ELSEWHERE, HERE, Parish, message, open_parish
from tests.support import FakeClock


@pytest.fixture
async def parish(database: Database, seal: Seal, clock: FakeClock) -> Parish:
    """Ama, who lets no direct message in."""
    clock.time = at(1)
    parish = await open_parish(database, seal, clock)
    await parish.joins()
    parish.discord.shut.add(AMA)
    return parish


def words(notice: Notice) -> list[str]:
    return [part.words if isinstance(part, Words) else part.id for part in notice.parts]


def actions(notice: Notice) -> list[str]:
    return [button.action for button in notice.buttons]


async def keeps(parish: Parish, *keys: str) -> None:
    """These could not reach her, on days that follow each other."""
    for key in keys:
        await parish.sends(message(key, parish.clock, budget=Budget.URGENT))
        parish.clock.time += timedelta(days=1)


async def test_she_finds_it_with_its_own_buttons_and_it_goes_when_she_has_read_it(parish: Parish) -> None:
    own = Button("questions:ask", "question-button-ask", "own")
    notice = Notice((Line("panel-title"), Words("Bring your notes.")), (own,))
    await parish.sends(message("papers", parish.clock, notice=notice, budget=Budget.ASKED))
    found = await parish.nudges.inbox(HERE, AMA)
    assert words(found) == ["nudge-inbox", "panel-title", "Bring your notes."]
    assert actions(found) == ["questions:ask", "nudges:read"], "what was added for the chat is left out"
    after = await parish.nudges.read(HERE, AMA, found.buttons[-1].token)
    assert words(after) == ["nudge-inbox-empty"]
    assert "undelivered" not in await parish.rows()


async def test_the_pages_go_round_and_reading_shows_the_next(parish: Parish) -> None:
    await keeps(parish, "one", "two", "three")
    seen, skip = [], 0
    for _ in range(4):
        page = await parish.nudges.inbox(HERE, AMA, skip)
        assert isinstance(page.parts[0], Line)
        seen.append((words(page)[2], page.parts[0].values["number"], page.parts[0].values["most"]))
        skip = int(page.buttons[-1].token)
    assert seen == [("one", 1, 3), ("two", 2, 3), ("three", 3, 3), ("one", 1, 3)]
    second = await parish.nudges.inbox(HERE, AMA, 1)
    left = await parish.nudges.read(HERE, AMA, second.buttons[-2].token)
    assert words(left)[2] == "one"
    assert words(await parish.nudges.inbox(HERE, AMA, 7))[2] == "three", "a page that is gone is another"


async def test_what_came_on_one_day_is_found_in_its_order(parish: Parish) -> None:
    sent = [f"number {at}" for at in range(12)]
    for key in sent:
        await parish.sends(message(key, parish.clock, budget=Budget.ASKED))
    found = [words(await parish.nudges.inbox(HERE, AMA, at))[2] for at in range(12)]
    assert found == sent


async def test_nobody_else_finds_or_reads_it(parish: Parish) -> None:
    await parish.joins("ben", BEN)
    await keeps(parish, "one")
    hers = (await parish.nudges.inbox(HERE, AMA)).buttons[-1].token
    for community, account in ((HERE, BEN), (HERE, 5), (ELSEWHERE, AMA)):
        assert words(await parish.nudges.inbox(community, account)) == ["nudge-inbox-empty"]
        assert words(await parish.nudges.read(community, account, hers)) == ["nudge-inbox-empty"]
    assert words(await parish.nudges.inbox(HERE, AMA))[2] == "one"
    assert parish.discord.messages == [], "nothing is said anywhere"


async def test_two_presses_at_once_read_one(parish: Parish) -> None:
    await keeps(parish, "one", "two")
    token = (await parish.nudges.inbox(HERE, AMA)).buttons[-2].token
    both = await asyncio.gather(*(parish.nudges.read(HERE, AMA, token) for _ in range(2)))
    assert [words(each)[2] for each in both] == ["two", "two"]


async def test_after_sixty_days_it_is_gone_and_not_before(parish: Parish) -> None:
    await parish.sends(message("one", parish.clock, budget=Budget.URGENT))
    await parish.passes_until(at(31, month=7))
    assert words(await parish.nudges.inbox(HERE, AMA))[2] == "one"
    await parish.passes_until(at(3, month=8))
    assert words(await parish.nudges.inbox(HERE, AMA)) == ["nudge-inbox-empty"]
    assert set(await parish.rows()) == {"community", "member"}


async def test_it_is_sealed_shown_to_her_and_erased_with_her(parish: Parish) -> None:
    await keeps(parish, "a secret worry")
    async with parish.database.read() as tx:
        rows = (await tx.exec_driver_sql("SELECT * FROM undelivered")).all()
    assert "worry" not in repr(rows)
    shown = await parish.nudges.export_for(HERE, "ama")
    assert shown["could_not_reach_me"] == [{"kept_on": "2026-06-01", "words": ["a secret worry"]}]
    async with parish.database.write() as tx:
        await parish.nudges.erase(tx, HERE, "ama")
    assert "undelivered" not in await parish.rows()


async def test_of_whoever_was_erased_meanwhile_nothing_is_kept(
    parish: Parish, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = parish.discord.send

    async def erased_meanwhile(delivery: Delivery) -> int:
        async with parish.database.write() as tx:
            await parish.nudges.erase(tx, HERE, "ama")
            await parish.members.erase(tx, HERE, "ama")
        return await answers(delivery)

    monkeypatch.setattr(parish.discord, "send", erased_meanwhile)
    await parish.sends(message("one", parish.clock))
    assert set(await parish.rows()) == {"community", "alarm"}
    async with parish.database.read() as tx:
        assert "ama" not in repr((await tx.exec_driver_sql("SELECT subject FROM alarm")).all())


async def test_without_a_keeper_it_would_be_lost(parish: Parish, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: the postman only lets it go."""

    async def keeps_nothing(*_: object) -> None:
        pass

    monkeypatch.setattr(parish.nudges, "unreachable", keeps_nothing)
    await keeps(parish, "one")
    assert words(await parish.nudges.inbox(HERE, AMA)) == ["nudge-inbox-empty"]
