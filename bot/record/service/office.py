"""What every part of records stands on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.alarms import Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.questions.rules.public import Public
from bot.record import rules
from bot.record.rules import Facts, Record, View
from bot.record.service.ports import (
    Agenda,
    Communities,
    Meetings,
    Nudges,
    People,
    Presence,
    Published,
    RecordStore,
    Replies,
)

#: Messages to facilitators that a record can be finished; the record; that it waits; what else they are told.
OFFER, POST, REMINDER, NOTE = "record.offer", "record.post", "record.reminder", "record.note"
#: A working day has passed.
REMIND = "record.remind"


@dataclass(frozen=True, slots=True)
class Office:
    """Everyday database, alarms and deliveries, and the neighbours."""

    database: Database
    store: RecordStore
    communities: Communities
    meetings: Meetings
    agenda: Agenda
    questions: Published
    replies: Replies
    people: People
    nudges: Nudges
    deliveries: Deliveries
    alarms: Alarms
    clock: Clock
    presence: Presence

    async def find(self, tx: Tx, community: int, token: str) -> Record:
        """The record that a button is about, of an empty token the latest; raises Refused if it is gone."""
        if not token:
            latest = await self.store.latest(tx, community)
            if latest is None:
                raise Refused("error-record-none")
            return latest
        record = await self.store.by_key(tx, community, rules.key_in(token))
        if record is None:
            raise Refused("error-record-gone")
        return record

    async def read(self, community: int, token: str) -> Record:
        """As `find`, in a transaction of its own."""
        async with self.database.read() as tx:
            return await self.find(tx, community, token)

    async def facts(self, tx: Tx, record: Record) -> Facts:
        """What the bot holds of a meeting; once that was posted, it stays."""
        if record.posted is not None:
            return record.posted.facts
        planned = record.meeting
        items = await self.agenda.items(tx, record.community, planned) if planned else []
        upcoming = await self.meetings.upcoming(tx, record.community)
        following = next((each for each in upcoming if each.id != planned), None)
        return Facts(tuple(items), following)

    async def asked(self, record: Record) -> tuple[Public, ...]:
        """The questions of its meeting, as everybody can read them now."""
        found = await self.questions.of_meeting(record.community, record.began_at, record.ended_at)
        return tuple(found)

    async def draft(self, record: Record) -> View:
        """The record as it would be posted now."""
        asked = await self.asked(record)
        async with self.database.read() as tx:
            facts = await self.facts(tx, record)
        return rules.view(record, with_cards(facts, asked), asked)

    async def shown(self, community: int, token: str) -> View:
        """The record as everybody can read it, without what was taken back since; raises Refused before."""
        record = await self.read(community, token)
        cards = () if record.posted is None else record.posted.facts.cards
        asked = await self.questions.these(community, cards) if cards else []
        found = rules.shown(record, tuple(asked))
        if found is None:
            raise Refused("error-record-not-posted")
        return found


def with_cards(facts: Facts, asked: tuple[Public, ...]) -> Facts:
    """The same, with these questions."""
    return replace(facts, cards=tuple(each.card for each in asked))
