"""[About me]: what a member says of herself, and when messages may come. Every change is her own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

from bot.community.rules import CommunitySettings
from bot.community.service import Communities
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Form, Notice, Words
from bot.people.rules import About, Member, PauseKind, is_paused
from bot.people.rules.choosing import (
    LONGEST_ORGANISATION,
    LONGEST_ZONE,
    apart_from,
    group_of,
    hours_of,
    needs_of,
    pause_of,
    tidy,
    with_groups,
    zone_of,
)
from bot.people.service.joining import Joining
from bot.people.service.people import People
from bot.people.service.ports import Meetings
from bot.people.text import joining as joining_text
from bot.people.text import me as text


class AboutMe:
    """What a member presses about herself."""

    def __init__(
        self,
        *,
        database: Database,
        people: People,
        joining: Joining,
        communities: Communities,
        clock: Clock,
        meetings: Meetings | None = None,
    ) -> None:
        """`database` is the everyday one; without `meetings` nobody knows when the next one is."""
        self._database = database
        self._people = people
        self._joining = joining
        self._communities = communities
        self._clock = clock
        self._meetings = meetings

    async def page(self, community: int, account: int) -> Notice:
        """[About me]. Somebody who has not joined reads what joining would be."""
        settings = await self._communities.settings(community)
        member = await self._people.find(community, account)
        if member is None:
            return joining_text.offer(settings)
        return await self._page(settings, member)

    # Forms, with what holds now

    async def group_form(self, community: int, account: int) -> Form:
        """[My role group]. Raises Refused for somebody who has not joined, as all below do."""
        member = await self._her(community, account)
        return text.group_form(await self._communities.settings(community), member.about)

    async def place_form(self, community: int, account: int) -> Form:
        """[Organisation and time zone]."""
        return text.place_form((await self._her(community, account)).about)

    async def hours_form(self, community: int, account: int) -> Form:
        """[When messages come]."""
        member = await self._her(community, account)
        return text.hours_form(await self._communities.settings(community), member.about)

    async def needs_form(self, community: int, account: int) -> Form:
        """[What I need]."""
        return text.needs_form("people:needs", "", (await self._her(community, account)).about)

    # Changes

    async def set_group(self, community: int, account: int, main: str, more: Sequence[str]) -> Notice:
        """A main role group was chosen, and others. Raises Refused for one that is not one here."""
        settings = await self._communities.settings(community)
        first, others = group_of(settings, main), [group_of(settings, key) for key in more]
        async with self._database.write() as tx:
            member = await self._change(
                tx, community, account, lambda about: with_groups(about, first, others)
            )
            await self._joining.wish_role(tx, settings, member)
        return await self._page(settings, member)

    async def set_place(self, community: int, account: int, organisation: str, zone: str) -> Notice:
        """An organisation and a time zone were typed. Raises Refused for what is too long, or no zone."""
        where = tidy(organisation, LONGEST_ORGANISATION)
        lives = zone_of(tidy(zone, LONGEST_ZONE), _zones())
        return await self._set(
            community, account, lambda about: replace(about, organisation=where, zone=lives)
        )

    async def set_hours(
        self, community: int, account: int, days: Sequence[str], begin: str, end: str
    ) -> Notice:
        """Days and hours were chosen. Raises Refused for what is no span of time."""
        hours = hours_of(days, begin, end)
        return await self._set(community, account, lambda about: replace(about, hours=hours))

    async def set_needs(self, community: int, account: int, needs: Sequence[str], own: str) -> Notice:
        """What she needs was chosen. Raises Refused if it is too long."""
        return await self._set(community, account, lambda about: needs_of(needs, own, about))

    # Pauses

    async def pause(self, community: int, account: int) -> Notice:
        """[Pause messages]: one press, and nothing unasked is sent until she says so.

        Somebody who has paused already reads for how long, and can change that.
        """
        now = self._clock.now()
        member = await self._people.find(community, account)
        if member is None:
            return text.not_joined()
        if not is_paused(member, now):
            member = await self._pause(member, PauseKind.GOOD)
        return text.pause(member, now)

    async def pause_for(self, community: int, account: int, kind: str) -> Notice:
        """For a week, until the next meeting, or for good.

        Raises Refused if nobody knows when the next meeting is, or there is no such length.
        """
        member = await self._her(community, account)
        if kind not in list(PauseKind):
            raise Refused("error-choice")
        return text.pause(await self._pause(member, PauseKind(kind)), self._clock.now())

    async def start(self, community: int, account: int) -> Notice:
        """[Start messages again]."""
        member = await self._her(community, account)
        async with self._database.write() as tx:
            await self._people.change(tx, community, member.id, lambda each: replace(each, pause=None))
        return text.started()

    # Whom she would rather not share a room with

    async def apart(self, community: int, account: int) -> Notice:
        """[Not in my room]: her list, which nobody else sees."""
        return await self._apart(await self._her(community, account))

    async def apart_form(self, community: int, account: int, *, add: bool) -> Form:
        """[Add people], [Take people off]."""
        await self._her(community, account)
        return text.apart_form(add=add)

    async def add_apart(self, community: int, account: int, people: Sequence[str]) -> Notice:
        """People were picked. Raises Refused if there are too many."""
        return await self._set_apart(community, account, lambda about: apart_from(about, people, account))

    async def remove_apart(self, community: int, account: int, people: Sequence[str] | None) -> Notice:
        """People come off the list; None: all of them do."""

        def without(about: About) -> About:
            kept = () if people is None else tuple(each for each in about.apart if each not in people)
            return replace(about, apart=kept)

        return await self._set_apart(community, account, without)

    # Shared steps

    async def _her(self, community: int, account: int) -> Member:
        member = await self._people.find(community, account)
        if member is None:
            raise Refused("error-not-joined")
        return member

    async def _change(self, tx: Tx, community: int, account: int, change: Callable[[About], About]) -> Member:
        member = await self._people.seen(tx, community, account, frozenset())
        if member is None:
            raise Refused("error-not-joined")
        return await self._people.change(
            tx, community, member.id, lambda each: replace(each, about=change(each.about))
        )

    async def _set(self, community: int, account: int, change: Callable[[About], About]) -> Notice:
        async with self._database.write() as tx:
            member = await self._change(tx, community, account, change)
        return await self._page(await self._communities.settings(community), member)

    async def _set_apart(self, community: int, account: int, change: Callable[[About], About]) -> Notice:
        async with self._database.write() as tx:
            member = await self._change(tx, community, account, change)
        return await self._apart(member)

    async def _apart(self, member: Member) -> Notice:
        async with self._database.read() as tx:
            known = {each.id: each for each in await self._people.of_community(tx, member.community)}
        return text.apart([_shown(each, known) for each in member.about.apart])

    async def _pause(self, member: Member, kind: PauseKind) -> Member:
        meets = None
        if kind is PauseKind.MEETING and self._meetings is not None:
            meets = await self._meetings.next_start(member.community)
        pause = pause_of(kind, self._clock.now(), meets)
        async with self._database.write() as tx:
            return await self._people.change(
                tx, member.community, member.id, lambda each: replace(each, pause=pause)
            )

    async def _page(self, settings: CommunitySettings, member: Member) -> Notice:
        async with self._database.read() as tx:
            everybody = await self._people.of_community(tx, member.community)
        contact = next((self._people.names(each) for each in everybody if each.id == member.contact), None)
        helps = any(each.contact == member.id and not each.has_discord for each in everybody)
        return text.me(settings, member, contact, self._clock.now(), helps=helps)


def _shown(apart: str, known: Mapping[str, Member]) -> str | Words:
    """Somebody on the list: an account, or a member without Discord."""
    return People.names(known[apart]) if apart in known else f"<@{apart}>"


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
