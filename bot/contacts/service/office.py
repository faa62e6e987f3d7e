"""What the services of named contacts share: databases and ports, and who looks after whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.contacts.rules import WORKING_DAYS, Circle
from bot.contacts.service.ports import ContactStore, Nudges, People
from bot.core.alarms import Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.nudges.rules import after_working_days
from bot.people.rules import Member

#: Kinds of delivery: to whoever gets a word, and to the facilitators' channel.
WORD = "contacts.word"
NOTE = "contacts.note"


@dataclass(frozen=True, slots=True)
class Presser:
    """Who pressed: her id on Discord, and whether she is a facilitator here, as far as the press tells."""

    account: int
    facilitator: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """All that is needed; databases, deliveries and alarms are the everyday ones."""

    database: Database
    store: ContactStore
    people: People
    communities: Communities
    deliveries: Deliveries
    alarms: Alarms
    clock: Clock
    nudges: Nudges

    async def circle(self, tx: Tx, community: int) -> Circle:
        """Who looks after whom."""
        members = await self.people.of_community(tx, community)
        supporters = await self.store.supporters(tx, community)
        return Circle({each.id: each for each in members}, {each.member: each for each in supporters})

    async def joined(self, community: int, account: int) -> Member:
        """The member with this account; raises Refused if it has not joined, or has left."""
        found = await self.people.find(community, account)
        if found is None or found.left_on is not None:
            raise Refused("error-contact-not-joined")
        return found

    async def unseen_at(self, community: int, sent: datetime) -> datetime:
        """When something sent now has been unseen for too long."""
        settings = await self.communities.settings(community)
        zone = ZoneInfo(settings.zone)
        return after_working_days(sent, WORKING_DAYS, settings.nation, zone, settings.country)

    async def is_facilitator(self, circle: Circle, community: int, presser: Presser) -> bool:
        """Whether she is a facilitator: by the press, or by her roles as last fetched."""
        member = find_by_account(circle, presser.account)
        known = await self.communities.find(community)
        return presser.facilitator or (member is not None and is_facilitator(known, member.roles))

    async def look_after(
        self, tx: Tx, community: int, presser: Presser, member: str
    ) -> tuple[Circle, Member]:
        """The member without Discord for whom somebody does what she cannot do herself.

        That is her contact, or a facilitator while she has none. Raises Refused for anybody else.
        """
        circle = await self.circle(tx, community)
        found = circle.here(member)
        if found is None or found.has_discord:
            raise Refused("error-no-such-member")
        contact = circle.contact_of(found)
        if contact is None and await self.is_facilitator(circle, community, presser):
            return circle, found
        if contact is None or contact.account != presser.account:
            raise Refused("error-contact-not-hers")
        return circle, found


def find_by_account(circle: Circle, account: int) -> Member | None:
    """The member with this account, if it has joined and has not left."""
    found = next((each for each in circle.members.values() if each.account == account), None)
    return None if found is None else circle.here(found.id)
