"""Inviting many at once: a list is read, shown, and only then kept; and taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.community.service import Communities
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import NotNow, Refused
from bot.core.notices import Form, Notice
from bot.people.rules.inviting import (
    NIGHT_HOUR,
    Checked,
    Found,
    Invitation,
    account_in,
    asked_for,
    check,
    rows,
)
from bot.people.service.people import People
from bot.people.service.ports import Directory, InvitationStore, Search
from bot.people.text import inviting as text

ENDED = "people.invitations"


class Inviting:
    """What facilitators press to invite; nothing is ever sent to those who are invited."""

    def __init__(
        self,
        *,
        database: Database,
        people: People,
        invitations: InvitationStore,
        communities: Communities,
        alarms: Alarms,
        clock: Clock,
        directory: Directory,
        search: Search,
    ) -> None:
        """`database` and `alarms` are the everyday ones."""
        self._database = database
        self._people = people
        self._invitations = invitations
        self._communities = communities
        self._alarms = alarms
        self._clock = clock
        self._directory = directory
        self._search = search
        self._drafts: Drafts[tuple[Invitation, ...]] = Drafts()

    async def page(self, community: int) -> Notice:
        """[Add members]: how members come in, and how many invitations are open."""
        async with self._database.read() as tx:
            return text.members(await self._invitations.count(tx, community))

    def form(self) -> Form:
        """[Invite from a list]."""
        return text.list_form()

    async def preview(
        self, community: int, account: int, fields: Mapping[str, str], ours: Mapping[str, str]
    ) -> Notice:
        """The list was sent: who can be invited, and who cannot, and why. Nothing is kept yet.

        `ours` are the keys of role groups by what the wording calls them, in small letters. Raises Refused
        for a list that nobody is on, or that cannot be read.
        """
        listed = rows("\n".join(filter(None, (fields.get("paste", ""), fields.get("file", "")))))
        if not listed:
            raise Refused("error-nobody-listed")
        accounts = {name: await self._look_up(community, name) for name in asked_for(listed)}
        now = self._clock.now()
        found = await self._found(community, accounts, ours)
        checked: Checked = check(listed, found, community, now.date())
        token = new_key()
        self._drafts.put(token, account, checked.invitations, now)
        return text.preview(token, checked)

    async def send(self, community: int, account: int, token: str) -> Notice:
        """[Invite them]: all of the list in one transaction; who was invited meanwhile is left out.

        Raises Refused if the preview is too old, or was used.
        """
        place = await self._communities.get(community)
        channel = (await self._communities.settings(community)).joining_channel or place.questions_channel
        now = self._clock.now()
        try:
            listed = self._drafts.get(token, account, now)
        except Refused:
            raise Refused("error-list-gone") from None
        # At once: of two presses the second finds nothing more.
        self._drafts.drop(token)
        async with self._database.write() as tx:
            members = await self._people.of_community(tx, community)
            ids, known = {each.id for each in members}, {each.account for each in members}
            known |= {each.account for each in await self._invitations.of_community(tx, community)}
            # A contact may have erased herself since the list was shown.
            new = [
                each if each.contact in ids else replace(each, contact="")
                for each in listed
                if each.account not in known
            ]
            await self._invitations.put(tx, new)
            await self._alarms.set(tx, Alarm(ENDED, "", next_night(now)))
        return text.invited(len(new), len(listed) - len(new), channel)

    def never_mind(self, token: str) -> Notice:
        """[Never mind]."""
        self._drafts.drop(token)
        return text.nothing_invited()

    def back_form(self) -> Form:
        """[Take one back]."""
        return text.back_form()

    async def take_back(self, community: int, account: int) -> Notice:
        """One invitation goes; whether there was one is not said."""
        async with self._database.write() as tx:
            await self._invitations.drop(tx, community, account)
        return text.taken_back()

    async def back_first(self, community: int) -> Notice:
        """[Take all back], before it is done."""
        async with self._database.read() as tx:
            return text.back_first(await self._invitations.count(tx, community))

    async def take_all_back(self, community: int) -> Notice:
        """[Yes, take all back]."""
        async with self._database.write() as tx:
            return text.all_taken_back(await self._invitations.drop_all(tx, community))

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here: by night, what has stood too long goes."""

        async def ended(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            if await self._invitations.drop_ended(tx, now.date()):
                await self._alarms.set(tx, Alarm(ENDED, "", next_night(now)))
            return None

        return {ENDED: ended}

    async def _look_up(self, community: int, name: str) -> Collection[int] | None:
        """The accounts that a mention, an id or a user name stands for; None if Discord does not say."""
        account = account_in(name)
        try:
            if account is None:
                # Copied from a chat, a user name has this in front.
                return await self._search.find(community, name.removeprefix("@"))
            roles = await self._directory.roles_of(community, account)
        except NotNow:
            return None
        return () if roles is None else (account,)

    async def _found(
        self, community: int, accounts: Mapping[str, Collection[int] | None], ours: Mapping[str, str]
    ) -> Found:
        settings = await self._communities.settings(community)
        async with self._database.read() as tx:
            members = await self._people.of_community(tx, community)
            invited = await self._invitations.of_community(tx, community)
        here = {group.key for group in settings.groups}
        named = {words: key for words, key in ours.items() if key in here}
        named |= {group.key.casefold(): group.key for group in settings.groups}
        named |= {group.words.casefold(): group.key for group in settings.groups if group.words}
        joined = {member.account: member.id for member in members if member.account is not None}
        return Found(accounts, named, joined, joined, {each.account for each in invited})


def next_night(now: datetime) -> datetime:
    """The next time that it is night, by UTC."""
    tonight = datetime.combine(now.date(), time(NIGHT_HOUR), now.tzinfo)
    return tonight if now < tonight else tonight + timedelta(days=1)
