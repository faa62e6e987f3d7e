"""Members without a Discord account: added, changed and erased by facilitators and by their named contact."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.community.rules import CommunitySettings, is_facilitator
from bot.community.service import Communities
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.people.rules import About, Member
from bot.people.rules.choosing import (
    LONGEST_NAME,
    LONGEST_ORGANISATION,
    group_of,
    needs_of,
    tidy,
    with_groups,
)
from bot.people.service.people import People
from bot.people.service.ports import Erasing
from bot.people.text import me as me_text
from bot.people.text import without as text

_FACILITATOR, _CONTACT = "a facilitator", "a named contact"


@dataclass(frozen=True, slots=True)
class Helper:
    """Who presses: an account, with the roles it has here."""

    account: int
    roles: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Allowed:
    """What a helper may see: a facilitator everybody, a named contact her own. `id` is her own, if any."""

    id: str
    facilitates: bool
    members: tuple[Member, ...]


class WithoutDiscord:
    """What is pressed for members without Discord. Nothing is ever sent to them."""

    def __init__(
        self,
        *,
        database: Database,
        people: People,
        communities: Communities,
        clock: Clock,
        erasing: Erasing,
    ) -> None:
        """`database` is the everyday one."""
        self._database = database
        self._people = people
        self._communities = communities
        self._clock = clock
        self._erasing = erasing

    async def listing(self, community: int, helper: Helper, token: str = "") -> Notice:
        """[Members without Discord]: one page, after as many as the token says.

        Raises Refused, as all below do, for whoever is neither a facilitator nor somebody's named contact.
        """
        allowed = await self._allowed(community, helper)
        shown, skip = _page(allowed.members, token)
        return text.listing(shown, skip, len(allowed.members))

    async def pick_form(self, community: int, helper: Helper, token: str) -> Form | Notice:
        """[Open one], of those on the page."""
        allowed = await self._allowed(community, helper)
        shown, skip = _page(allowed.members, token)
        return text.pick_form(shown, skip) if shown else text.listing(shown, skip, len(allowed.members))

    async def one(self, community: int, helper: Helper, member: str) -> Notice:
        """All that is kept of one. Raises Refused for somebody whom this helper does not look after."""
        found = await self._one(community, helper, member)
        return await self._shown(found)

    async def add_form(self, community: int, helper: Helper) -> Form:
        """[Add a member]."""
        await self._allowed(community, helper)
        return text.add_form(await self._communities.settings(community))

    async def add(
        self, community: int, helper: Helper, fields: Mapping[str, str], *, permitted: bool
    ) -> Notice:
        """The form was sent. Raises Refused without a name, or without her permission."""
        allowed = await self._allowed(community, helper)
        settings = await self._communities.settings(community)
        if not permitted:
            raise Refused("error-permission-needed")
        now = self._clock.now()
        by = _FACILITATOR if allowed.facilitates else _CONTACT
        about = _about(settings, About(permission=f"{by}, {now.day} {now:%B %Y}"), fields)
        contact = await self._contact(community, fields.get("contact", "")) or allowed.id or None
        member = Member(
            id=secrets.token_hex(8),
            community=community,
            account=None,
            joined_on=now.date(),
            roles=frozenset(),
            checked_at=now.replace(microsecond=0),
            about=about,
            contact=contact,
        )
        async with self._database.write() as tx:
            await self._check_contact(tx, member)
            await self._people.add(tx, member)
        return await self._shown(member)

    async def change_form(self, community: int, helper: Helper, member: str) -> Form:
        """[Change]."""
        found = await self._one(community, helper, member)
        return text.change_form(await self._communities.settings(community), found)

    async def change(self, community: int, helper: Helper, member: str, fields: Mapping[str, str]) -> Notice:
        """The form was sent. No contact picked leaves the one she has."""
        found = await self._one(community, helper, member)
        about = _about(await self._communities.settings(community), found.about, fields)
        contact = await self._contact(community, fields.get("contact", "")) or found.contact
        async with self._database.write() as tx:
            changed = await self._people.change(
                tx, community, member, lambda each: replace(each, about=about, contact=contact)
            )
            await self._check_contact(tx, changed)
        return await self._shown(changed)

    async def needs_form(self, community: int, helper: Helper, member: str) -> Form:
        """[What they need]."""
        found = await self._one(community, helper, member)
        return me_text.needs_form("people:without-needs", member, found.about)

    async def set_needs(
        self, community: int, helper: Helper, member: str, needs: Sequence[str], own: str
    ) -> Notice:
        """What she needs was chosen."""
        await self._one(community, helper, member)
        async with self._database.write() as tx:
            changed = await self._people.change(
                tx, community, member, lambda each: replace(each, about=needs_of(needs, own, each.about))
            )
        return await self._shown(changed)

    async def leave_first(self, community: int, helper: Helper, member: str) -> Notice:
        """[They leave], before anything goes."""
        return text.leave_first(await self._one(community, helper, member))

    async def erase(self, community: int, helper: Helper, member: str) -> Notice:
        """[Yes, erase their data]: nothing is kept that is linked to her."""
        await self._one(community, helper, member)
        await self._erasing.erase_member(community, member)
        return text.erased()

    # Shared steps

    async def _allowed(self, community: int, helper: Helper) -> _Allowed:
        facilitates = is_facilitator(await self._communities.find(community), helper.roles)
        async with self._database.read() as tx:
            everybody = await self._people.of_community(tx, community)
        own = next((each.id for each in everybody if each.account == helper.account), "")
        is_contact = bool(own) and any(each.contact == own for each in everybody)
        if not facilitates and not is_contact:
            raise Refused("error-helpers-only")
        hers = [each for each in everybody if not each.has_discord and (facilitates or each.contact == own)]
        hers.sort(key=lambda each: (each.about.name.casefold(), each.id))
        return _Allowed(own, facilitates, tuple(hers))

    async def _one(self, community: int, helper: Helper, member: str) -> Member:
        allowed = await self._allowed(community, helper)
        found = next((each for each in allowed.members if each.id == member), None)
        if found is None:
            raise Refused("error-no-such-member")
        return found

    async def _contact(self, community: int, account: str) -> str:
        """The id of the member who was picked as a named contact; empty if nobody was."""
        if not account:
            return ""
        found = await self._people.find(community, int(account))
        if found is None:
            raise Refused("error-contact-not-joined")
        return found.id

    async def _check_contact(self, tx: Tx, member: Member) -> None:
        """Raise Refused if her contact has erased herself since she was picked."""
        if member.contact is not None and await self._named(tx, member) is None:
            raise Refused("error-contact-not-joined")

    async def _shown(self, member: Member) -> Notice:
        settings = await self._communities.settings(member.community)
        async with self._database.read() as tx:
            contact = await self._named(tx, member)
        return text.one(settings, member, None if contact is None else self._people.names(contact))

    async def _named(self, tx: Tx, member: Member) -> Member | None:
        if member.contact is None:
            return None
        return await self._people.member(tx, member.community, member.contact)


def _page(members: Sequence[Member], token: str) -> tuple[Sequence[Member], int]:
    """One page of the list; the token is `s` and how many come before it."""
    skip = int(token[1:]) if token[1:].isdecimal() else 0
    return members[skip : skip + text.PAGE], skip


def _about(settings: CommunitySettings, about: About, fields: Mapping[str, str]) -> About:
    name = tidy(fields.get("name", ""), LONGEST_NAME)
    if not name:
        raise Refused("error-name-empty")
    group = group_of(settings, fields.get("group", ""))
    organisation = tidy(fields.get("organisation", ""), LONGEST_ORGANISATION)
    changed = with_groups(about, group, about.groups[1:] if group else ())
    return replace(changed, name=name, organisation=organisation)
