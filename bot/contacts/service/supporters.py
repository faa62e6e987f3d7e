"""Facilitators say who is a named contact, and of whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from bot.contacts import text
from bot.contacts.rules import LONGEST_HOURS, Circle, Supporter, in_order, shown, suggest
from bot.contacts.service.office import NOTE, Office, find_by_account
from bot.contacts.service.ports import OnGiven
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Post, new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.people.rules import Member
from bot.questions.rules.writing import optional


class Supporters:
    """What facilitators press under [Named contacts]; who may is checked before."""

    def __init__(self, office: Office) -> None:
        """Nothing is kept here."""
        self._office = office
        self._told: tuple[OnGiven, ...] = ()

    def tell(self, *told: OnGiven) -> None:
        """Say who is told when contacts were given; once, when all is built."""
        self._told = told

    async def list(self, community: int) -> Notice:
        """[Named contacts]: who they are, and how many patient and public members have none."""
        settings = await self._office.communities.settings(community)
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
        entries = []
        for each in circle.available():
            cover = circle.cover_of(each.member)
            name = shown(circle.members[each.member])
            covered = None if cover is None else shown(cover)
            entries.append(text.Entry(name, each.hours, covered, len(circle.looked_after(each.member))))
        return text.overview(entries, without=len(circle.lay_without(settings)))

    def add_form(self) -> Form:
        """[Add a contact], which also changes one."""
        return text.add_form()

    async def add(self, community: int, account: int, hours: str, cover: int | None) -> Notice:
        """Somebody is a named contact from now on. Both have to have joined; nobody covers for herself.

        Raises Refused for who has not joined, and for too long a text.
        """
        said = optional(hours, "note", LONGEST_HOURS)
        member = await self._office.joined(community, account)
        covers = None if cover is None else await self._office.joined(community, cover)
        if covers is not None and covers.id == member.id:
            raise Refused("error-contact-own-cover")
        supporter = Supporter(community, member.id, said, None if covers is None else covers.id)
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            # Either may have erased herself since she was looked up.
            if any(each is not None and each not in circle.members for each in (member.id, supporter.cover)):
                raise Refused("error-contact-not-joined")
            await self._office.store.put_supporter(tx, supporter)
        return text.added(shown(member), said, None if covers is None else shown(covers))

    def remove_form(self) -> Form:
        """[Take one away]."""
        return text.remove_form()

    async def remove(self, community: int, account: int) -> Notice:
        """Somebody is no named contact any more: whom she looked after goes to her cover, or has nobody."""
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            member = find_by_account(circle, account)
            if member is None or member.id not in circle.supporters:
                raise Refused("error-no-contact")
            left = await self.hand_over(tx, circle, member.id)
            await self._office.store.drop_supporter(tx, community, member.id)
        return text.removed(shown(member), without=left)

    # Who has whom

    async def pairs(self, community: int, skip: int = 0) -> Notice:
        """Everybody with her contact, a page at a time; those without one come first."""
        settings = await self._office.communities.settings(community)
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
        members = in_order(circle, settings)
        return text.pairs(_page([(each, circle.contact_of(each)) for each in members], skip))

    def choose_form(self, member: str) -> Form:
        """[Change] beside a member."""
        return text.choose_form(member)

    async def assign(self, community: int, member: str, account: int | None) -> Notice:
        """A member gets this contact, or none. Raises Refused for who is no contact, and for herself."""
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            found = circle.here(member)
            if found is None:
                raise Refused("error-no-such-member")
            contact = None if account is None else self._contact(circle, found, account)
            await self._give(tx, found, None if contact is None else contact.id)
            await self._given(tx, community)
        return text.assigned(shown(found), None if contact is None else shown(contact))

    async def suggestion(self, community: int, skip: int = 0) -> Notice:
        """[Suggest]: a contact for each patient and public member who has none; nothing is changed."""
        settings = await self._office.communities.settings(community)
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
        pairs = suggest(circle, circle.lay_without(settings))
        return text.suggestion(_page(pairs, skip), _fingerprint(pairs))

    async def use(self, community: int, fingerprint: str) -> Notice:
        """[Use this]: exactly the pairs that were shown; if they would be others now, those are shown."""
        settings = await self._office.communities.settings(community)
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            pairs = suggest(circle, circle.lay_without(settings))
            if _fingerprint(pairs) == fingerprint:
                for member, contact in pairs:
                    await self._give(tx, member, contact.id)
                await self._given(tx, community)
                return text.used(len(pairs))
        return text.suggestion(_page(pairs, 0), _fingerprint(pairs), changed=True)

    # When a contact goes

    async def hand_over(self, tx: Tx, circle: Circle, contact: str) -> int:
        """Whom this contact looks after goes to her cover; returns how many have nobody then."""
        cover = circle.cover_of(contact)
        left = 0
        for member in circle.members.values():
            if member.contact == contact:
                new = None if cover is None or cover.id == member.id else cover.id
                left += new is None and member.left_on is None
                await self._give(tx, member, new)
        return left

    async def tell_facilitators(self, tx: Tx, community: int) -> None:
        """One note, in their channel, that somebody has no contact now; who that is, is under its button."""
        known = await self._office.communities.find(community)
        if known is not None:
            key = new_key()
            place = Post(known.facilitators_channel)
            note = Delivery(key, community, NOTE, place, text.somebody_without(key))
            await self._office.deliveries.put(tx, note, self._office.clock.now())

    async def _given(self, tx: Tx, community: int) -> None:
        for each in self._told:
            await each.changed(tx, community)

    async def _give(self, tx: Tx, member: Member, contact: str | None) -> None:
        await self._office.people.change(
            tx, member.community, member.id, lambda known: replace(known, contact=contact)
        )

    def _contact(self, circle: Circle, member: Member, account: int) -> Member:
        contact = find_by_account(circle, account)
        if contact is None or contact.id not in circle.supporters:
            raise Refused("error-no-contact")
        if contact.id == member.id:
            raise Refused("error-contact-own")
        return contact


def _page(pairs: Sequence[tuple[Member, Member | None]], skip: int) -> text.Page:
    # The list may have grown shorter since the button for the rest was shown.
    skip = skip if skip < len(pairs) else 0
    rows = tuple(
        text.Row(member.id, shown(member), None if contact is None else shown(contact))
        for member, contact in pairs[skip : skip + text.ROWS]
    )
    return text.Page(rows, skip, len(pairs))


def _fingerprint(pairs: Sequence[tuple[Member, Member]]) -> str:
    """What only exactly these pairs give."""
    return sha256(" ".join(f"{a.id}>{b.id}" for a, b in pairs).encode()).hexdigest()[:16]
