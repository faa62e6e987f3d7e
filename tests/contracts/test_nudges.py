"""Messages of the bot's own accord, from the decision to the chat, on every kind of database."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.community.rules import PauseOfAll, Quiet
from bot.core.database import Database
from bot.core.errors import NotNow
from bot.core.notices import Line, Notice, Words
from bot.core.sealing import Seal
from bot.nudges import rules
from bot.nudges.rules import Budget
from bot.people.rules import Hours, Pause, PauseKind
from tests.bot.nudges.making import at, living_in
from tests.contracts.nudging import AMA, BEN, ELSEWHERE, HERE, Parish, message, open_parish
from tests.support import FakeClock

MONDAY = at(1, 10)
FOR_GOOD = Pause(PauseKind.GOOD)


@pytest.fixture
async def parish(database: Database, seal: Seal, clock: FakeClock) -> Parish:
    clock.time = MONDAY
    return await open_parish(database, seal, clock)


# Hours and caps


async def test_within_her_hours_it_comes_at_once_with_the_way_to_stop_them(parish: Parish) -> None:
    await parish.joins()
    await parish.sends(message("hello", parish.clock))
    assert parish.said() == ["hello"]
    (sent,) = parish.discord.messages
    assert [button.action for button in sent.notice.buttons] == ["people:pause"]
    assert sent.notice.buttons[0].token == sent.key, "so that it is found again after a crash"


async def test_by_night_it_waits_for_the_morning(parish: Parish) -> None:
    await parish.joins()
    parish.clock.time = at(1, 22)
    await parish.sends(message("hello", parish.clock))
    assert parish.said() == []
    await parish.passes_until(at(3))
    assert parish.came() == [at(2, 8)]


async def test_of_two_on_one_day_the_second_waits_for_the_next_week(parish: Parish) -> None:
    await parish.joins()
    sooner = message("sooner", parish.clock, until=at(20))
    await parish.sends(message("later", parish.clock), sooner)
    assert parish.said() == ["sooner"]
    await parish.passes_until(at(30))
    assert parish.said() == ["sooner", "later"]
    assert parish.came() == [MONDAY, at(8, 8)]


async def test_what_finds_no_room_before_its_end_is_dropped_and_counted_without_a_name(
    parish: Parish, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await parish.joins()
    await parish.sends(*(message(key, parish.clock, until=at(6)) for key in ("first", "second", "third")))
    await parish.passes_until(at(30))
    assert parish.said() == ["first"]
    assert "no room before their end: 2" in caplog.text
    assert "ama" not in caplog.text.replace("unasked messages", "")
    assert str(AMA) not in caplog.text


async def test_a_month_has_room_for_three_and_the_path_has_its_own(parish: Parish) -> None:
    await parish.joins()
    for number in range(6):
        path = message(f"path {number}", parish.clock, budget=Budget.PATH)
        await parish.sends(message(f"counted {number}", parish.clock), path)
    await parish.passes_until(at(30, 23))
    june = parish.said()
    assert [each for each in june if each.startswith("counted")] == [f"counted {n}" for n in range(3)]
    assert [each for each in june if each.startswith("path")] == [f"path {n}" for n in range(5)]
    await parish.passes_until(at(31, 23, month=7))
    assert len(parish.said()) == 12


async def test_what_she_asked_for_and_what_is_urgent_come_at_night_and_count_for_nothing(
    parish: Parish,
) -> None:
    await parish.joins()
    parish.clock.time = at(1, 2)
    await parish.sends(
        *(message(f"asked {n}", parish.clock, budget=Budget.ASKED) for n in range(3)),
        message("cancelled", parish.clock, budget=Budget.URGENT),
        message("hello", parish.clock),
    )
    assert sorted(parish.said()) == ["asked 0", "asked 1", "asked 2", "cancelled"]
    below = [button.action for each in parish.discord.messages for button in each.notice.buttons]
    assert sorted(below) == ["nudges:why"] * 3 + ["people:pause"]
    await parish.passes_until(at(1, 12))
    assert parish.said()[4:] == ["hello"]


async def test_her_hours_and_what_the_community_chooses_hold_from_the_next_day_on(parish: Parish) -> None:
    member = await parish.joins()
    await parish.chooses(lambda here: replace(here, quiet=Quiet(days=(4,))))
    await parish.sends(message("hello", parish.clock))
    await parish.passes_until(at(2, 12))
    await parish.changes(member, about=living_in("", hours=Hours((0, 1, 2, 3), time(20), time(21))))
    await parish.passes_until(at(5, 23))
    assert parish.came() == [at(3, 19)]


async def test_the_same_key_again_takes_the_place_of_the_one_that_waits(parish: Parish) -> None:
    await parish.joins()
    await parish.joins("ben", BEN)
    later = {"not_before": at(9)}
    await parish.sends(message("meeting", parish.clock, **later))
    await parish.sends(
        message("meeting", parish.clock, **later, notice=message("moved", parish.clock).notice)
    )
    await parish.sends(message("meeting", parish.clock, **later, member="ben"))
    await parish.passes_until(at(30))
    assert parish.said() == ["moved"]
    assert parish.said(BEN) == ["meeting"]


async def test_the_same_key_goes_again_once_the_first_has_gone(parish: Parish) -> None:
    await parish.joins()
    for week in (1, 8, 15):
        parish.clock.time = at(week, 10)
        await parish.sends(message("weekly", parish.clock))
    assert parish.said() == ["weekly"] * 3


async def test_what_is_withdrawn_never_comes(parish: Parish) -> None:
    await parish.joins()
    keys = ("meeting 7 papers", "meeting 7 link", "meeting 77", "meeting_8", "other")
    later = {"not_before": at(9), "budget": Budget.URGENT}
    await parish.sends(*(message(key, parish.clock, **later) for key in keys))
    async with parish.database.write() as tx:
        await parish.nudges.withdraw(tx, HERE, "meeting 7 ")
        await parish.nudges.withdraw(tx, ELSEWHERE, "meeting")
    await parish.passes_until(at(30))
    assert sorted(parish.said()) == ["meeting 77", "meeting_8", "other"]


# Who gets nothing


@pytest.mark.parametrize("budget", Budget)
async def test_whoever_has_not_joined_or_has_left_gets_nothing(parish: Parish, budget: Budget) -> None:
    await parish.joins(left_on=date(2026, 5, 30))
    nobody = message("nobody", parish.clock, member="nobody", budget=budget)
    await parish.sends(message("hello", parish.clock, budget=budget), nobody)
    await parish.passes_until(at(30))
    assert parish.discord.messages == []
    assert "nudge" not in await parish.rows()


async def test_paused_for_good_she_gets_what_she_asked_for_and_nothing_else(parish: Parish) -> None:
    await parish.joins(pause=FOR_GOOD)
    await parish.sends(*(message(budget.value, parish.clock, budget=budget) for budget in Budget))
    await parish.passes_until(at(30))
    assert parish.said() == ["asked"]


async def test_a_pause_of_a_week_puts_it_off_and_what_is_stale_by_then_never_comes(parish: Parish) -> None:
    await parish.joins(pause=Pause(PauseKind.WEEK, at(8, 14)))
    stale = message("stale", parish.clock, until=at(6))
    await parish.sends(message("hello", parish.clock), stale)
    await parish.passes_until(at(30))
    assert (parish.said(), parish.came()) == (["hello"], [at(8, 14)])


async def test_a_pause_that_she_ends_ends_the_wait_within_a_day(parish: Parish) -> None:
    member = await parish.joins(pause=Pause(PauseKind.WEEK, at(8, 14)))
    await parish.sends(message("hello", parish.clock))
    await parish.changes(member, pause=None)
    await parish.passes_until(at(30))
    assert parish.came() == [at(2, 10)]


async def test_a_contact_has_what_would_have_been_sent(parish: Parish) -> None:
    await parish.joins(account=None)
    papers = Line("panel-title")
    await parish.sends(
        message("hello", parish.clock),
        message("papers", parish.clock, kind="papers", errand=papers, not_before=at(9, 23, 30)),
    )
    await parish.passes_until(at(30))
    assert parish.discord.messages == []
    assert parish.errands.given == [
        ("ama", "test", "panel-new-answers", date(2026, 6, 1)),
        ("ama", "papers", "panel-title", date(2026, 6, 10)),
    ]


# Between its turn and the moment it goes


async def in_the_post(parish: Parish, **changes: object) -> None:
    """A message had its turn, and Discord did not answer."""
    before = parish.said()
    parish.discord.refuse_next.append(NotNow("503"))
    await parish.sends(message("hello", parish.clock, **changes))
    assert parish.said() == before


async def test_paused_while_discord_was_away_nothing_comes(parish: Parish) -> None:
    member = await parish.joins()
    await in_the_post(parish)
    await parish.changes(member, pause=FOR_GOOD)
    await parish.passes_until(at(30))
    assert parish.said() == []
    assert "delivery" not in await parish.rows()


async def test_the_community_paused_while_discord_was_away(parish: Parish) -> None:
    await parish.joins()
    await in_the_post(parish)
    await parish.chooses(lambda here: replace(here, pause=PauseOfAll(parish.clock.now(), "Strikes.")))
    await parish.passes_until(at(30))
    assert parish.said() == []


async def test_erased_while_discord_was_away(parish: Parish) -> None:
    await parish.joins()
    await in_the_post(parish, budget=Budget.ASKED)
    async with parish.database.write() as tx:
        await parish.nudges.erase(tx, HERE, "ama")
        await parish.members.erase(tx, HERE, "ama")
    await parish.passes_until(at(30))
    assert parish.said() == []
    assert set(await parish.rows()) == {"community"}


async def test_whoever_sent_it_is_told_of_each_that_never_went_and_of_no_other(parish: Parish) -> None:
    await parish.joins("ben", BEN)
    await parish.joins(about=living_in("", hours=Hours((5,), time(10), time(12))))
    await parish.sends(message("hello", parish.clock, member="ben"), message("before", parish.clock))
    await parish.sends(message("no room", parish.clock, until=at(2)))
    await parish.sends(message("withdrawn", parish.clock, not_before=at(9)))
    assert parish.feature.told == [("ama", "no room")]
    async with parish.database.write() as tx:
        await parish.nudges.withdraw(tx, HERE, "withdrawn")
    parish.clock.time = at(3, 10)
    preview = await parish.pausing.preview(HERE, AMA, "Strikes.")
    await parish.pausing.pause(HERE, AMA, preview.buttons[0].token)
    async with parish.database.write() as tx:
        await parish.nudges.send(tx, message("in it", parish.clock))
    paused = await parish.pausing.ask(HERE, AMA, "")
    assert isinstance(paused, Notice)
    await parish.pausing.resume(HERE, paused.buttons[0].token)
    assert parish.feature.told[1:] == [("ama", "in it")]
    await parish.passes_until(at(30))
    assert (parish.said(), parish.said(BEN)) == (["before"], ["hello"])
    assert len(parish.feature.told) == 2


async def test_whoever_sent_it_is_told_too_if_it_was_on_its_way(parish: Parish) -> None:
    member = await parish.joins()
    await in_the_post(parish)
    await parish.changes(member, pause=FOR_GOOD)
    await parish.passes_until(at(30))
    assert parish.feature.told == [("ama", "hello")]


async def test_when_night_came_while_discord_was_away_it_waits_for_the_morning_and_comes_once(
    parish: Parish,
) -> None:
    await parish.joins()
    late = timedelta(seconds=15)
    parish.clock.time = at(1, 17) - late
    parish.discord.lose_answer.append(NotNow("503"))
    await parish.sends(message("hello", parish.clock))
    await parish.passes_until(at(3))
    assert parish.came() == [at(1, 17) - late], "it had arrived, and is found by its button"
    parish.clock.time = at(10, 17) - late
    await in_the_post(parish)
    await parish.passes_until(at(12))
    assert parish.came()[1:] == [at(11, 8)]


async def test_nothing_is_lost_or_doubled_by_a_restart(parish: Parish) -> None:
    await parish.joins()
    await in_the_post(parish)
    await parish.sends(message("later", parish.clock, not_before=at(15)))
    parish.starts()
    await parish.postman.start()
    await parish.passes_until(at(30))
    assert parish.said() == ["hello", "later"]


async def test_a_decision_that_is_undone_sends_nothing(parish: Parish) -> None:
    await parish.joins()
    with pytest.raises(ZeroDivisionError):
        async with parish.database.write() as tx:
            for budget in Budget:
                await parish.nudges.send(tx, message(budget.value, parish.clock, budget=budget))
            raise ZeroDivisionError
    await parish.passes_until(at(30))
    assert parish.said() == []


async def test_two_decisions_at_once_send_one_in_a_week(parish: Parish) -> None:
    await parish.joins()
    await asyncio.gather(*(parish.sends(message(key, parish.clock)) for key in "abcde"))
    await parish.passes_until(at(7))
    assert len(parish.said()) == 1


async def test_at_a_fraction_of_a_second_it_is_not_asked_for_again_and_again(parish: Parish) -> None:
    await parish.joins()
    await parish.sends(message("hello", parish.clock, not_before=at(9) + timedelta(microseconds=400_000)))
    parish.clock.time = at(9)
    async with asyncio.timeout(10):
        await parish.alarms.ring()
    due = await parish.alarms.next_due()
    assert due is not None
    assert due > parish.clock.now()
    await parish.passes_until(at(10))
    assert parish.said() == ["hello"]


# What is left


async def test_what_was_sent_leaves_a_day_and_that_goes_too(parish: Parish) -> None:
    await parish.joins()
    await parish.sends(message("a secret worry", parish.clock))
    assert (await parish.nudges.export_for(HERE, "ama"))["sent_on"] == ["2026-06-01"]
    assert b"worry" not in await raw(parish)
    await parish.passes_until(at(1, month=9))
    assert set(await parish.rows()) == {"community", "member"}


async def test_what_waits_is_sealed_and_shown_to_her_alone(parish: Parish) -> None:
    await parish.joins()
    words = message("a secret worry", parish.clock).notice
    await parish.sends(message("7", parish.clock, not_before=at(9), kind="worry", notice=words))
    assert b"worry" not in await raw(parish)
    shown = await parish.nudges.export_for(HERE, "ama")
    (waits,) = shown["messages_waiting"]  # type: ignore[misc]
    assert (waits["kind"], waits["not_before"]) == ("worry", "2026-06-09T10:00:00+00:00")
    assert await parish.nudges.export_for(HERE, "ben") == {
        "messages_waiting": [],
        "sent_on": [],
        "could_not_reach_me": [],
    }


async def raw(parish: Parish) -> bytes:
    """All that lies in the table of messages, as whoever has the file reads it."""
    async with parish.database.read() as tx:
        rows = (await tx.exec_driver_sql("SELECT * FROM nudge")).all()
    return repr(rows).encode()


async def test_erased_nothing_is_left_of_her_and_all_of_the_others(parish: Parish) -> None:
    await parish.joins()
    await parish.joins("ben", BEN)
    for name in ("ama", "ben"):
        sent = message("hello", parish.clock, member=name)
        await parish.sends(sent, message("later", parish.clock, member=name, not_before=at(9)))
    async with parish.database.write() as tx:
        await parish.nudges.erase(tx, HERE, "ama")
        await parish.members.erase(tx, HERE, "ama")
    assert (await parish.rows())["nudge"] == 2
    assert b"ama" not in (await raw(parish)) + await alarms(parish)
    assert b"ben" in await alarms(parish)
    await parish.passes_until(at(30))
    assert (parish.said(), parish.said(BEN)) == (["hello"], ["hello", "later"])


async def alarms(parish: Parish) -> bytes:
    """What lies in the table of alarms."""
    async with parish.database.read() as tx:
        return repr((await tx.exec_driver_sql("SELECT * FROM alarm")).all()).encode()


# Planted faults


@pytest.mark.parametrize(
    ("rule", "broken"),
    [("LEDGER_DAYS", 2), ("LOOK_AGAIN", timedelta(days=300))],
)
async def test_a_rule_that_is_broken_is_noticed(
    parish: Parish, monkeypatch: pytest.MonkeyPatch, rule: str, broken: object
) -> None:
    """Days that are forgotten too soon let too many through; whoever looks too seldom misses a change."""
    monkeypatch.setattr(rules, rule, broken)
    member = await parish.joins(pause=Pause(PauseKind.WEEK, at(8, 14)))
    await parish.sends(*(message(key, parish.clock) for key in "abcdef"))
    await parish.changes(member, pause=None)
    await parish.passes_until(datetime(2026, 6, 30, 23, tzinfo=UTC))
    weeks = [moment.isocalendar()[1] for moment in parish.came()]
    assert parish.came()[0] > at(2, 10) or len(set(weeks)) < len(weeks) or len(weeks) > 3


async def test_of_what_goes_at_once_the_lower_rank_goes_first(parish: Parish) -> None:
    await parish.joins()
    ranks = [7, 2, 11, 5, 1, 9, 3, 12, 6, 10, 4, 8]
    numbered = [message(f"{rank:02}", parish.clock, budget=Budget.ASKED, rank=rank) for rank in ranks]
    await parish.sends(*numbered)
    came = [each.notice.parts[1] for each in parish.discord.messages]
    assert came == [Words(f"{rank:02}") for rank in sorted(ranks)]
