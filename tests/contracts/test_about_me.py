"""[About me]: what a member says of herself and changes, on every kind of database."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Words
from bot.people.rules import About, Hours, Member, Pause, PauseKind
from tests.contracts.town import AMA, BEN, CAT, HERE, Town, ids, pressable, value
from tests.support import FakeClock


@pytest.fixture
async def town(database: Database, clock: FakeClock) -> Town:
    town = Town(database, clock)
    await town.is_built()
    await town.joins(AMA)
    return town


async def test_she_reads_what_is_kept_and_each_change_shows_and_stays(town: Town) -> None:
    assert value(await town.me.page(HERE, AMA), "people-group", "key") == "none"
    await town.me.set_group(HERE, AMA, "lay-carer", ["academic", "lay"])
    await town.me.set_place(HERE, AMA, " Hill  End ", "cardiff")
    await town.me.set_hours(HERE, AMA, ["5", "6"], "10", "4.30pm")
    page = await town.me.set_needs(HERE, AMA, ["post", "bsl"], "A seat by the door")
    assert value(page, "people-organisation", "words") == "Hill End"
    assert value(page, "people-zone", "zone") == "Europe/London"
    assert [value(page, "people-hours", name) for name in ("d4", "d5", "begin", "end")] == [
        *("no", "yes", "10:00", "16:30")
    ]
    assert value(page, "people-needs", "bsl") == "yes"
    assert Words("A seat by the door") in page.parts
    assert (await town.member()).about == About(
        groups=("lay", "academic"),
        organisation="Hill End",
        zone="Europe/London",
        hours=Hours((5, 6), time(10), time(16, 30)),
        needs=("bsl", "post"),
        own_words="A seat by the door",
    )
    await town.me.set_hours(HERE, AMA, [], "", "")
    assert (await town.member()).about.hours is None


class Path:
    """A feature that goes by somebody's role group."""

    def __init__(self) -> None:
        self.begun: list[str] = []

    async def joined(self, tx: Tx, member: Member) -> None:
        self.begun.append(member.main_group)


async def test_whoever_goes_by_her_role_group_hears_of_each_change_and_of_nothing_else(town: Town) -> None:
    path = Path()
    town.people.tell(of_joining=(path,), of_leaving=())
    await town.me.set_group(HERE, AMA, "clinical", [])
    await town.me.set_group(HERE, AMA, "clinical", ["academic"])
    await town.me.set_place(HERE, AMA, "Hill End", "cardiff")
    await town.me.set_group(HERE, AMA, "lay-carer", [])
    assert path.begun == ["clinical", "lay"]


async def test_whoever_has_not_joined_reads_what_joining_would_be_and_changes_nothing(town: Town) -> None:
    assert ids(await town.me.page(HERE, BEN)) == ["people-offer"]
    with pytest.raises(Refused, match="error-not-joined"):
        await town.me.set_needs(HERE, BEN, [], "x")
    assert ids(await town.me.pause(HERE, BEN)) == ["people-not-joined"]
    assert await town.rows() == 1


async def test_what_makes_no_sense_changes_nothing(town: Town) -> None:
    before = await town.member()
    for typed in ("Nowhere", "Springfield"):
        with pytest.raises(Refused, match="error-zone"):
            await town.me.set_place(HERE, AMA, "", typed)
    with pytest.raises(Refused, match="error-quiet-hours"):
        await town.me.set_hours(HERE, AMA, ["1"], "18:00", "9:00")
    with pytest.raises(Refused, match="error-line-long"):
        await town.me.set_place(HERE, AMA, "x" * 4_000, "")
    with pytest.raises(Refused, match="error-choice"):
        await town.me.set_group(HERE, AMA, "kings", [])
    assert await town.member() == before


async def test_one_press_pauses_and_the_next_says_for_how_long(town: Town) -> None:
    assert ids(await town.me.pause(HERE, AMA))[0] == "people-paused-good"
    assert (await town.member()).pause == Pause(PauseKind.GOOD)
    now = town.clock.now().replace(microsecond=0)
    await town.me.pause_for(HERE, AMA, "week")
    week = Pause(PauseKind.WEEK, now + timedelta(days=7))
    assert (await town.member()).pause == week
    await town.me.pause(HERE, AMA)
    assert (await town.member()).pause == week, "an old button makes it no longer"
    assert "people:start" in pressable(await town.me.page(HERE, AMA))
    await town.me.start(HERE, AMA)
    assert (await town.member()).pause is None
    assert "people:pause" in pressable(await town.me.page(HERE, AMA))
    await town.me.pause_for(HERE, AMA, "week")
    town.clock.move(days=7)
    assert "people-paused-not" in ids(await town.me.page(HERE, AMA))


async def test_until_the_next_meeting_needs_one(town: Town) -> None:
    with pytest.raises(Refused, match="error-no-next-meeting"):
        await town.me.pause_for(HERE, AMA, "meeting")
    with pytest.raises(Refused, match="error-choice"):
        await town.me.pause_for(HERE, AMA, "year")
    starts = town.clock.now().replace(microsecond=0) + timedelta(days=12)
    town.meetings.starts = starts
    await town.me.pause_for(HERE, AMA, "meeting")
    assert (await town.member()).pause == Pause(PauseKind.MEETING, starts)


async def test_whom_she_would_rather_not_meet_is_seen_by_nobody_else(town: Town) -> None:
    await town.joins(BEN)
    before = (await town.member(BEN), await town.me.page(HERE, BEN))
    shown = await town.me.add_apart(HERE, AMA, [str(BEN), str(CAT), str(BEN), str(AMA)])
    assert ids(shown).count("people-apart-one") == 2
    assert (await town.member()).about.apart == (str(BEN), str(CAT))
    assert (await town.member(BEN), await town.me.page(HERE, BEN)) == before
    assert str(AMA) not in str(await town.people.export_for(HERE, before[0].id))
    async with town.database.read() as tx:
        kept = (await tx.exec_driver_sql("SELECT about FROM member")).all()
    assert not any(str(CAT).encode() in bytes(row[0]) for row in kept)
    assert len({len(row[0]) for row in kept}) == 1, "nor does the length tell"
    await town.me.remove_apart(HERE, AMA, [str(BEN)])
    assert (await town.member()).about.apart == (str(CAT),)
    assert ids(await town.me.remove_apart(HERE, AMA, None)) == ["people-apart"]
