"""Joining, by pressing a button and saying yes; and leaving."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.community.rules import CommunitySettings
from bot.community.service import Communities
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.errors import NotAllowed, NotNow
from bot.core.notices import Form, Notice
from bot.core.postman import Refusal
from bot.people import rules
from bot.people.rules import About, Member
from bot.people.rules.choosing import LONGEST_ORGANISATION, group_of, tidy, with_groups
from bot.people.rules.inviting import Invitation
from bot.people.service.people import ROLE, People, subject
from bot.people.service.ports import Erasing, InvitationStore, Roles
from bot.people.text import joining as text

log = logging.getLogger(__name__)

NOTE = "people.note"
#: When a role could not be given because Discord did not answer.
_AGAIN = timedelta(minutes=10)


class Joining:
    """What somebody presses who joins or leaves; the owner of the notes about roles that cannot be given."""

    def __init__(
        self,
        *,
        database: Database,
        people: People,
        invitations: InvitationStore,
        communities: Communities,
        deliveries: Deliveries,
        alarms: Alarms,
        clock: Clock,
        erasing: Erasing,
    ) -> None:
        """`database`, `deliveries` and `alarms` are the everyday ones."""
        self._database = database
        self._people = people
        self._invitations = invitations
        self._communities = communities
        self._deliveries = deliveries
        self._alarms = alarms
        self._clock = clock
        self._erasing = erasing
        # Facilitators are told once of a role that cannot be given; after a start of the bot, once more.
        self._told: set[tuple[int, int]] = set()

    async def joining(self, community: int, account: int, roles: frozenset[int]) -> Notice:
        """[Join this community]: what joining means; or, for somebody who has joined, since when she has."""
        settings = await self._communities.settings(community)
        async with self._database.write() as tx:
            member = await self._people.seen(tx, community, account, roles)
            if member is not None:
                return await self._joined(tx, settings, member)
            invitation = await self._invitations.get(tx, community, account)
            contact = await self._contact(tx, invitation)
        if invitation is None:
            return text.offer(settings)
        return text.invited(settings, invitation, None if contact is None else self._people.names(contact))

    async def form(self, community: int, account: int) -> Form | Notice:
        """[Join], before anything is chosen."""
        settings = await self._communities.settings(community)
        async with self._database.read() as tx:
            invitation = await self._invitations.get(tx, community, account)
            contact = await self._contact(tx, invitation)
        if invitation is not None and contact is None:
            invitation = replace(invitation, contact="")
        return text.form(settings, invitation)

    async def join(
        self,
        community: int,
        account: int,
        roles: frozenset[int],
        fields: Mapping[str, str],
        *,
        keeps_contact: bool,
    ) -> Notice:
        """The form was sent: she has joined. Twice is once: the day of the first time stays.

        Raises Refused for a role group that is not one here, or too long an organisation.
        """
        settings = await self._communities.settings(community)
        group = group_of(settings, fields.get("group", ""))
        organisation = tidy(fields.get("organisation", ""), LONGEST_ORGANISATION)
        about = with_groups(About(organisation=organisation), group)
        async with self._database.write() as tx:
            member = await self._people.seen(tx, community, account, roles)
            if member is None:
                invitation = await self._invitations.get(tx, community, account)
                contact = await self._contact(tx, invitation) if keeps_contact else None
                now = self._clock.now()
                member = rules.newcomer(secrets.token_hex(8), community, account, roles, now)
                named = None if contact is None else contact.id
                member = replace(member, about=about, contact=named)
                await self._people.add(tx, member)
                await self._invitations.drop(tx, community, account)
            return await self._joined(tx, settings, member)

    def not_now(self) -> Notice:
        """[Not now]: nothing is kept, not even this; what was put in for her waits for its thirty days."""
        return text.not_now()

    async def decline(self, community: int, account: int) -> Notice:
        """[No, delete this]: what was put in for her goes, and nobody is told."""
        async with self._database.write() as tx:
            await self._invitations.drop(tx, community, account)
        return text.declined()

    def leave_first(self) -> Notice:
        """[Leave]: what goes, before it does."""
        return text.leave_first()

    async def leave(self, community: int, account: int) -> Notice:
        """[Yes, leave]: nothing is kept that is linked to her."""
        member = await self._people.find(community, account)
        if member is not None:
            await self._erasing.erase_member(community, member.id)
        return text.left()

    # Roles of Discord that go with role groups

    def works(self, roles: Roles) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""

        async def give(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            community, id_ = alarm.subject.split()
            member = await self._people.member(tx, int(community), id_)
            return None if member is None else partial(self._give, member, roles)

        return {ROLE: give}

    async def wish_role(self, tx: Tx, settings: CommunitySettings, member: Member) -> bool:
        """Have the Discord role of her main group given to her, if there is one; whether there is."""
        group = settings.group(member.main_group)
        if group is None or group.role is None or not member.has_discord:
            return False
        if group.role not in member.roles:
            due = self._clock.now()
            await self._alarms.set(tx, Alarm(ROLE, subject(member.community, member.id), due))
        return True

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: the note is tried again, and the self-test says what is missing."""

    async def _give(self, member: Member, roles: Roles) -> None:
        settings = await self._communities.settings(member.community)
        group = settings.group(member.main_group)
        role = None if group is None else group.role
        if role is None or member.account is None:
            return
        try:
            await roles.give(member.community, member.account, role)
        except NotNow as error:
            log.warning("a role could not be given, and will be: %s", error.reason)
            async with self._database.write() as tx:
                # Nothing may name whoever erased herself while Discord was asked.
                if await self._people.member(tx, member.community, member.id) is None:
                    return
                due = self._clock.now() + _AGAIN
                await self._alarms.set(tx, Alarm(ROLE, subject(member.community, member.id), due))
        except NotAllowed as error:
            log.warning("a role cannot be given: %s", error.reason)
            await self._tell(member.community, role)
        else:
            async with self._database.write() as tx:
                known = await self._people.member(tx, member.community, member.id)
                if known is not None:
                    with_role = replace(known, roles=known.roles | {role})
                    await self._people.change(tx, known.community, known.id, lambda _: with_role)

    async def _tell(self, community: int, role: int) -> None:
        place = await self._communities.find(community)
        if place is None or (community, role) in self._told:
            return
        self._told.add((community, role))
        key = new_key()
        note = Delivery(key, community, NOTE, Post(place.facilitators_channel), text.role_refused(key, role))
        async with self._database.write() as tx:
            await self._deliveries.put(tx, note, self._clock.now())

    async def _joined(self, tx: Tx, settings: CommunitySettings, member: Member) -> Notice:
        has_role = await self.wish_role(tx, settings, member)
        return text.joined(member.joined_on, has_role=has_role)

    async def _contact(self, tx: Tx, invitation: Invitation | None) -> Member | None:
        """Who is to be the named contact of somebody who is invited, if that one is still a member."""
        if invitation is None or not invitation.contact:
            return None
        return await self._people.member(tx, invitation.community, invitation.contact)
