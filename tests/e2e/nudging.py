"""A feature that decides on messages of the bot's own accord, beside the bot and on the same files."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.app.opening import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.alarms import Alarms
from bot.core.database import Database, Journal
from bot.core.deliveries import Deliveries
from bot.core.keyring import read_key_file
from bot.core.notices import Line, Notice, Words
from bot.nudges.rules import Budget, Nudge
from bot.nudges.service import Nudges
from bot.nudges.store import NudgeStore
from bot.people.service import People
from bot.people.store import InvitationStore, PeopleStore
from rehearsal import Rehearsal

__all__ = ["Budget", "promise"]


class _WorldClock:
    def __init__(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal

    def now(self) -> datetime:
        return self._rehearsal.world.clock.now()


async def promise(
    rehearsal: Rehearsal,
    folder: Path,
    name: str,
    *says: str,
    budget: Budget = Budget.COUNTED,
    **changes: object,
) -> None:
    """Decide that somebody is to read these, in this order; all that follows at once is done."""
    clock, seal = _WorldClock(rehearsal), read_key_file(folder / "master.key")
    database = Database(f"sqlite+aiosqlite:///{folder}/equal-footing.db", Journal.EVERYDAY)
    alarms = Alarms(database, EVERYDAY_ALARMS, clock)
    communities = Communities(database, CommunityStore())
    people = People(
        database=database,
        store=PeopleStore(seal),
        invitations=InvitationStore(seal),
        communities=communities,
        alarms=alarms,
        clock=clock,
    )
    nudges = Nudges(
        database=database,
        store=NudgeStore(seal),
        people=people,
        communities=communities,
        deliveries=Deliveries(EVERYDAY_DELIVERIES, seal),
        alarms=alarms,
        clock=clock,
    )
    here = rehearsal.community_id
    found = await people.find(here, rehearsal.person(name).user_id)
    member = "nobody" if found is None else found.id
    for words in says:
        notice = Notice((Words(words),), ())
        nudge = Nudge(words, here, member, "test", notice, clock.now(), None, budget)
        async with database.write() as tx:
            await nudges.send(tx, replace(nudge, errand=Line("panel-title"), **changes))  # type: ignore[arg-type]
    await database.close()
    # The bot looks whenever the time was moved.
    await rehearsal.move_to(clock.now())
