"""Meetings that are added, changed and cancelled beside the bot, on the same files, as its service does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.app.opening import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.attending.service import Announcing
from bot.attending.store import AttendingStore
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.alarms import Alarms
from bot.core.database import Database, Journal
from bot.core.deliveries import Deliveries
from bot.core.keyring import read_key_file
from bot.meetings.rules import Change, Meeting
from bot.meetings.store import MeetingStore
from bot.nudges.service import Nudges
from bot.nudges.store import NudgeStore
from bot.people.service import People
from bot.people.store import InvitationStore, PeopleStore
from rehearsal import Rehearsal, Shown
from tests.e2e.flows import THE_QUESTIONS
from tests.e2e.nudging import _WorldClock


@asynccontextmanager
async def _beside(rehearsal: Rehearsal, folder: Path) -> AsyncIterator[tuple[Database, Announcing]]:
    clock, seal = _WorldClock(rehearsal), read_key_file(folder / "master.key")
    database = Database(f"sqlite+aiosqlite:///{folder}/equal-footing.db", Journal.EVERYDAY)
    alarms, deliveries = Alarms(database, EVERYDAY_ALARMS, clock), Deliveries(EVERYDAY_DELIVERIES, seal)
    communities = Communities(database, CommunityStore())
    people = People(
        database=database,
        store=PeopleStore(seal),
        invitations=InvitationStore(seal),
        communities=communities,
        alarms=alarms,
        clock=clock,
    )
    shared = {"communities": communities, "deliveries": deliveries, "alarms": alarms, "clock": clock}
    nudges = Nudges(database=database, store=NudgeStore(seal), people=people, **shared)  # type: ignore[arg-type]
    try:
        yield database, Announcing(store=AttendingStore(), nudges=nudges, **shared)  # type: ignore[arg-type]
    finally:
        await database.close()


async def decide(
    rehearsal: Rehearsal, folder: Path, before: Meeting | None, after: Meeting | None, *, running: bool = True
) -> None:
    """A meeting is added, changed or cancelled; if the bot is running, all that follows at once is done."""
    store = MeetingStore()
    async with _beside(rehearsal, folder) as (database, announcing), database.write() as tx:
        if after is not None:
            await store.put(tx, after)
        elif before is not None:
            await store.cancel(tx, replace(before, version=before.version + 1))
        await announcing.meeting_changed(tx, rehearsal.community_id, Change(before, after))
    if running:
        # The bot looks whenever the time was moved.
        await rehearsal.move_to(rehearsal.world.clock.now())


def posts(rehearsal: Rehearsal, title: str, who: str = "Derek") -> list[Shown]:
    """What everybody reads of a meeting in the channel for questions, oldest first."""
    return [
        each for each in rehearsal.person(who).read(THE_QUESTIONS) if not each.only_you and title in each.text
    ]
