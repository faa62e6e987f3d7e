"""Words that nobody has looked at for a year: who is told of them, and that they are still right."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.community.rules import CommunitySettings, Part
from bot.community.service import Communities
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.glossary.rules import ageing, editing
from bot.glossary.rules.term import Term
from bot.glossary.service.keeping import Keeping
from bot.glossary.text import reviewing as text
from bot.glossary.text.desk import APART
from bot.nudges.rules import Budget, Nudge, next_in_channel
from bot.people.rules import Member

#: The kind of delivery, and of both alarms: one for all communities, one for each.
NOTE = "glossary.review"
QUARTER = "glossary.quarter"
REVIEW = "glossary.review"
#: A reminder that had no room for so long is not sent any more.
_UNTIL = timedelta(days=28)
_LATER = timedelta(days=1)
_LONGEST_NUMBER = 6


class Editors(Protocol):
    """Members who look after the words; `bot.standing_roles.service.StandingRoles` has the promises."""

    async def editors_in(self, tx: Tx, community: int) -> list[str]: ...


class Nudges(Protocol):
    """Carries messages to members, as far as they let them come."""

    async def send(self, tx: Tx, nudge: Nudge) -> None: ...


class People(Protocol):
    """Who is a member; `bot.people.service.People` has the promises."""

    async def find(self, community: int, account: int) -> Member | None: ...


@dataclass(frozen=True, slots=True)
class Presser:
    """Who pressed: her account, the roles that she has here, whether she pressed in a direct message."""

    account: int
    roles: Collection[int] = ()
    in_chat: bool = False


class Reviewing:
    """Once a quarter, those who look after the words are told how many have not been looked at for a year."""

    def __init__(
        self,
        *,
        database: Database,
        keeping: Keeping,
        communities: Communities,
        people: People,
        editors: Editors,
        nudges: Nudges,
        deliveries: Deliveries,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        """`database`, `deliveries` and `alarms` are the everyday ones."""
        self._database = database
        self._keeping = keeping
        self._communities = communities
        self._people = people
        self._editors = editors
        self._nudges = nudges
        self._deliveries = deliveries
        self._alarms = alarms
        self._clock = clock

    async def start(self) -> None:
        """Set the alarm of the next quarter, unless it is set."""
        async with self._database.write() as tx:
            await self._alarms.set(tx, Alarm(QUARTER, "", ageing.next_quarter(self._clock.now())))

    async def number(self, community: int) -> int:
        """How many were last looked at over a year ago."""
        return len(await self._to_check(community))

    async def next(self, community: int, presser: Presser, token: str = "") -> Notice:
        """[Check again]: one of them; `token` is its place. Raises Refused unless she looks after words."""
        await self._check(community, presser)
        return await self._at(community, presser, token)

    async def right(self, community: int, presser: Presser, token: str) -> Notice:
        """[Still right]: it was looked at today, and the next one is shown; twice is once.

        Raises Refused as `next` does, and for a word that was changed since it was shown.
        """
        await self._check(community, presser)
        id_, _, state = token.partition(APART)
        term = next((each for each in await self._keeping.terms(community) if each.id == id_), None)
        if term is None:
            raise Refused("error-glossary-gone")
        today = self._clock.now().date()
        if term.checked_on != today:
            if editing.state_of(term) != state:
                raise Refused("error-glossary-meanwhile")
            member = await self._people.find(community, presser.account)
            who = None if member is None else member.id
            await self._keeping.put(community, editing.checked(term, today), who=who, was=term)
        return await self._at(community, presser, "", kept=True)

    # What falls due

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""
        return {QUARTER: self._quarter, REVIEW: self._review}

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: it is tried again."""

    async def _quarter(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        for community in await self._communities.all_in(tx):
            when = next_in_channel(await self._communities.settings_in(tx, community.id), now)
            if when is not None:
                await self._alarms.set(tx, Alarm(REVIEW, str(community.id), when))
        await self._alarms.set(tx, Alarm(QUARTER, "", ageing.next_quarter(now)))
        return None

    async def _review(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        id_ = int(alarm.subject)
        settings = await self._communities.settings_in(tx, id_)
        later = _later(settings, now)
        if later is not None:
            await self._alarms.set(tx, Alarm(REVIEW, alarm.subject, later))
            return None
        community = await self._communities.found(tx, id_)
        terms, touched = await self._keeping.with_days(tx, id_)
        number = len(ageing.to_check(terms, touched, now.date()))
        if community is None or not number:
            return None
        key = new_key()
        place = Post(community.facilitators_channel)
        await self._deliveries.put(tx, Delivery(key, id_, NOTE, place, text.due(number, key)), now)
        for member in await self._editors.editors_in(tx, id_):
            await self._nudges.send(tx, _nudge(id_, member, number, now))
        return None

    # Steps

    async def _check(self, community: int, presser: Presser) -> None:
        await self._communities.check_part(Part.EDITOR, community, presser.account, presser.roles)

    async def _to_check(self, community: int) -> list[Term]:
        async with self._database.read() as tx:
            terms, touched = await self._keeping.with_days(tx, community)
        return ageing.to_check(terms, touched, self._clock.now().date())

    async def _at(self, community: int, presser: Presser, token: str, *, kept: bool = False) -> Notice:
        terms = await self._to_check(community)
        at = int(token) if token.isdecimal() and len(token) <= _LONGEST_NUMBER else 0
        # Behind the last one comes the first again.
        at = at % len(terms) if terms else 0
        term = terms[at] if terms else None
        return text.to_check(text.ToCheck(term, at, len(terms), kept, presser.in_chat))


def _later(settings: CommunitySettings, now: datetime) -> datetime | None:
    """When to look again, where nothing may come now."""
    when = next_in_channel(settings, now)
    if settings.pause is not None or when is None:
        return max(when or now, now + _LATER)
    return when if when > now else None


def _nudge(community: int, member: str, number: int, now: datetime) -> Nudge:
    return Nudge(
        "glossary review",
        community,
        member,
        kind="glossary.review",
        notice=text.due_for(number),
        not_before=now,
        until=now + _UNTIL,
        budget=Budget.COUNTED,
    )
