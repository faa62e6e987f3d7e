"""What all of preparation works with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.community.rules import CommunitySettings
from bot.core.alarms import Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.nudges.rules import Budget, Nudge, receiver
from bot.people.rules import Member
from bot.preparation import rules
from bot.preparation.rules import Composed, PathOf, Progress, path_of
from bot.preparation.service.ports import (
    Communities,
    Contacts,
    Meetings,
    Nudges,
    People,
    PreparationStore,
)

#: Rings for a community: somebody's card may be due.
CARDS = "preparation.cards"
KIND = "preparation"


@dataclass(frozen=True, slots=True)
class Around:
    """What a community has chosen and planned, read once for all who are looked at together.

    `upcoming` is when the next meeting begins, None: none is planned.
    """

    settings: CommunitySettings
    composed: Composed
    upcoming: datetime | None
    now: datetime

    @property
    def zone(self) -> str:
        """By whose clock cards go out."""
        return self.settings.zone

    @property
    def is_paused(self) -> bool:
        """Whether the whole community is paused."""
        return self.settings.pause is not None

    def zone_of(self, member: Member) -> str:
        """By whose clock a member reads times."""
        return receiver(member, self.settings).zone.key

    def path(self, member: Member) -> PathOf:
        """On which path somebody is."""
        return path_of(self.settings, member.main_group)


@dataclass(frozen=True, slots=True)
class Desk:
    """The neighbours, the store and the clock."""

    database: Database
    store: PreparationStore
    communities: Communities
    people: People
    contacts: Contacts
    meetings: Meetings
    nudges: Nudges
    alarms: Alarms
    clock: Clock

    async def around(self, tx: Tx, community: int) -> Around:
        """What a community has chosen and planned."""
        upcoming = await self.meetings.upcoming(tx, community)
        return Around(
            await self.communities.settings_in(tx, community),
            await self.store.path(tx, community),
            upcoming[0].starts_at if upcoming else None,
            self.clock.now(),
        )

    async def keep(self, tx: Tx, progress: Progress, due: datetime | None) -> None:
        """Keep how far somebody has come, and see to it that she is looked at when it is time."""
        await self.store.put(tx, progress, due)
        if due is not None:
            await self.alarms.set(tx, Alarm(CARDS, str(progress.community), due))

    async def whose(self, community: int, account: int) -> Member:
        """The member who pressed; raises Refused if she has not joined."""
        member = await self.people.find(community, account)
        if member is None:
            raise Refused("error-preparation-not-joined")
        return member

    async def check_is_here(self, tx: Tx, member: Member) -> None:
        """Raise Refused if she has erased herself since she was looked up."""
        if await self.people.member(tx, member.community, member.id) is None:
            raise Refused("error-preparation-not-joined")

    async def progress(self, tx: Tx, member: Member) -> Progress:
        """How far somebody has come; at the beginning, if nothing is known yet."""
        found = await self.store.get(tx, member.community, member.id)
        return found or Progress(member.id, member.community)

    async def write_to(
        self, tx: Tx, to: Member, key: str, notice: Notice, around: Around, *, asked: bool = True
    ) -> None:
        """Send something to somebody, by day. Of the same key, one waits at most."""
        await self.nudges.send(
            tx,
            Nudge(
                key=f"{KIND}:{key}",
                community=to.community,
                member=to.id,
                kind=KIND,
                notice=notice,
                not_before=rules.by_day(around.now, around.zone_of(to)),
                until=None,
                budget=Budget.ASKED if asked else Budget.COUNTED,
            ),
        )


def key_about(member: str, what: str) -> str:
    """The key of a message about a member's path: `what` is the card, for the one that brings it to her."""
    return f"{KIND}:{member}:{what}"


def calls_key(contact: str) -> str:
    """The key of the message that asks a contact for times."""
    return f"{KIND}:calls:{contact}"
