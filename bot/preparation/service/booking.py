"""What a member and her contact press about their call."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.contacts.rules import shown
from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.people.rules import Member
from bot.preparation import rules
from bot.preparation.rules import Call, CallState, Progress, Slot
from bot.preparation.service.calls import Calls
from bot.preparation.service.desk import Around, Desk
from bot.preparation.service.walking import Walking
from bot.preparation.text import calls as text
from bot.preparation.text.calls import Waiting

#: As many as fit on one page with a button each; those further behind move up.
_MOST_WAITING = 12


class Booking:
    """Booking, offering and taking back times."""

    def __init__(self, desk: Desk, calls: Calls, walking: Walking) -> None:
        """Times that a contact has not confirmed yet are kept in memory only."""
        self._desk = desk
        self._calls = calls
        self._walking = walking
        self._drafts: Drafts[list[datetime]] = Drafts()

    # The member

    async def times(self, community: int, account: int) -> Notice:
        """The times there are now; whoever wanted no call wants one again."""
        member = await self._desk.whose(community, account)
        async with self._desk.database.write() as tx:
            around, progress = await self._of(tx, member)
            state = progress.call.state
            if state is CallState.DECLINED:
                progress = progress.with_call(Call(CallState.WANTED, progress.call.since))
                await self._walking.look(tx, progress, around)
            contact = await self._calls.contact_for(tx, member)
            slots = await self._desk.store.slots(tx, community)
        if contact is None or state in (CallState.NONE, CallState.DONE):
            return text.no_times(state)
        free = self._calls.open_to(slots, member, contact, around)
        zone = around.zone_of(member)
        return text.times(shown(contact), free, zone) if free else text.no_times(state)

    async def book(self, community: int, account: int, slot: str) -> Notice:
        """One of the times. Twice is once; another one takes the place of an earlier one.

        Raises Refused if somebody else was quicker, it has passed, or her contact took it back.
        """
        member = await self._desk.whose(community, account)
        async with self._desk.database.write() as tx:
            around, progress = await self._of(tx, member)
            contact = await self._calls.contact_for(tx, member)
            slots = await self._desk.store.slots(tx, community)
            wanted = next((each for each in slots if each.id == slot), None)
            is_hers = contact is not None and wanted is not None and wanted.contact == contact.id
            if contact is None or wanted is None or not is_hers:
                raise Refused("error-preparation-time-taken")
            if not rules.is_open(wanted, member.id, around.now) or progress.call.state is CallState.DONE:
                raise Refused("error-preparation-time-taken")
            if wanted.member is None:
                await self._take(tx, replace(wanted, member=member.id), member, contact, around)
                call = replace(progress.call, state=CallState.BOOKED)
                await self._walking.look(tx, progress.with_call(call), around)
        return text.booked(shown(contact), wanted)

    async def none_suit(self, community: int, account: int) -> Notice:
        """[None of these suit me]: her contact is asked for others."""
        member = await self._desk.whose(community, account)
        async with self._desk.database.write() as tx:
            around, progress = await self._of(tx, member)
            contact = await self._calls.contact_for(tx, member)
            if not progress.call.is_open or contact is None:
                return text.no_times(progress.call.state)
            await self._calls.release(tx, member.id, community)
            slots = await self._desk.store.slots(tx, community)
            seen = tuple(slot.id for slot in self._calls.open_to(slots, member, contact, around))
            call = replace(progress.call, state=CallState.WANTED, told=contact.id, unsuited=seen)
            notice = text.again(shown(member))
            await self._desk.write_to(tx, contact, f"{member.id}:again", notice, around)
            await self._walking.look(tx, progress.with_call(call), around)
        return text.none_suit()

    async def no_call(self, community: int, account: int) -> Notice:
        """[I do not want a call]: the cards go on without it."""
        member = await self._desk.whose(community, account)
        async with self._desk.database.write() as tx:
            around, progress = await self._of(tx, member)
            contact = await self._calls.contact_for(tx, member)
            for slot in await self._calls.release(tx, member.id, community):
                if contact is not None and slot.starts_at > around.now:
                    notice = text.given_back(shown(member), slot)
                    await self._desk.write_to(tx, contact, f"{member.id}:back", notice, around)
            await self._desk.nudges.withdraw(tx, community, f"preparation:{member.id}:times")
            call = replace(progress.call, state=CallState.DECLINED)
            await self._walking.look(tx, progress.with_call(call), around)
        return text.declined()

    # The contact

    async def calls(self, community: int, account: int) -> Notice:
        """[Calls]: whom she is to call, and which of her times are free."""
        contact = await self._desk.whose(community, account)
        async with self._desk.database.read() as tx:
            waiting = await self._waiting(tx, contact)
            slots = await self._desk.store.slots(tx, community)
        now = self._desk.clock.now()
        free = [each for each in slots if each.contact == contact.id and rules.is_open(each, "", now)]
        return text.calls(waiting, free)

    async def offer_form(self, community: int) -> Form:
        """[Offer times]."""
        return text.offer_form((await self._desk.communities.settings(community)).zone)

    async def preview(self, community: int, account: int, typed: str) -> Notice:
        """The times as they were read; raises Refused for what cannot be read."""
        now = self._desk.clock.now()
        zone = (await self._desk.communities.settings(community)).zone
        moments = rules.check_times(typed, zone, now)
        token = new_key()
        self._drafts.put(token, account, moments, now)
        return text.offer_preview(token, moments)

    async def offer(self, community: int, account: int, token: str) -> Notice:
        """[Offer these]: everybody whom she is to call gets them.

        Raises Refused if it was shown too long ago, too many stand already, or nobody waits for her.
        """
        contact = await self._desk.whose(community, account)
        moments = self._draft(account, token)
        async with self._desk.database.write() as tx:
            await self._desk.check_is_here(tx, contact)
            waiting = await self._waiting(tx, contact)
            if not waiting:
                raise Refused("error-preparation-nobody-waits")
            await self._put_times(tx, contact, moments)
            around = await self._desk.around(tx, community)
            for each in waiting:
                await self._send_to(tx, each.member, contact, around)
        self._drafts.drop(token)
        return text.offered()

    async def take_back(self, community: int, account: int) -> Notice:
        """[Take back free times]: nobody can book them any more."""
        contact = await self._desk.whose(community, account)
        async with self._desk.database.write() as tx:
            for slot in await self._desk.store.slots(tx, community):
                if slot.contact == contact.id and slot.member is None:
                    await self._desk.store.remove_slot(tx, community, slot.id)
        return await self.calls(community, account)

    async def talked(self, community: int, account: int, member: str) -> Notice:
        """[We have talked]: the cards go on; raises Refused if she is not somebody's contact."""
        contact = await self._desk.whose(community, account)
        async with self._desk.database.write() as tx:
            if member not in [each.member for each in await self._waiting(tx, contact)]:
                raise Refused("error-preparation-call-gone")
            for slot in await self._calls.release(tx, member, community):
                await self._desk.store.remove_slot(tx, community, slot.id)
            progress = await self._desk.store.get(tx, community, member)
            if progress is not None:
                call = replace(progress.call, state=CallState.DONE)
                around = await self._desk.around(tx, community)
                await self._walking.look(tx, progress.with_call(call), around)
        return text.talked()

    async def again(self, community: int, slot: str) -> Notice:
        """A facilitator, after a pause: the contact is asked for new times in place of one that passed."""
        async with self._desk.database.write() as tx:
            around = await self._desk.around(tx, community)
            for each in await self._desk.store.slots(tx, community):
                if each.id == slot and each.member is not None:
                    await self._desk.store.remove_slot(tx, community, slot)
                    progress = await self._desk.store.get(tx, community, each.member)
                    if progress is not None and progress.call.state is CallState.BOOKED:
                        call = replace(progress.call, state=CallState.WANTED, told="")
                        await self._walking.look(tx, progress.with_call(call), around)
        return text.revised()

    # Shared steps

    async def _of(self, tx: Tx, member: Member) -> tuple[Around, Progress]:
        await self._desk.check_is_here(tx, member)
        around = await self._desk.around(tx, member.community)
        return around, await self._desk.progress(tx, member)

    async def _take(self, tx: Tx, slot: Slot, member: Member, contact: Member, around: Around) -> None:
        desk = self._desk
        await self._calls.release(tx, member.id, member.community)
        await desk.store.put_slot(tx, slot)
        hers, its = text.booked(shown(contact), slot), text.taken(shown(member), slot)
        await desk.write_to(tx, member, f"{member.id}:booked:member", hers, around)
        await desk.write_to(tx, contact, f"{member.id}:booked:contact", its, around)

    async def _waiting(self, tx: Tx, contact: Member) -> list[Waiting]:
        slots = await self._desk.store.slots(tx, contact.community)
        found = []
        for progress in await self._desk.store.of_community(tx, contact.community):
            member = await self._desk.people.member(tx, contact.community, progress.member)
            if member is None or member.left_on is not None or not progress.call.is_open:
                continue
            its = await self._calls.contact_for(tx, member)
            if its is not None and its.id == contact.id:
                slot = rules.named_at(slots, member.id)
                name = shown(member)
                found.append(Waiting(member.id, name, slot, has_discord=member.has_discord))
        return found[:_MOST_WAITING]

    async def _put_times(self, tx: Tx, contact: Member, moments: list[datetime]) -> None:
        now = self._desk.clock.now()
        slots = await self._desk.store.slots(tx, contact.community)
        its = [each for each in slots if each.contact == contact.id and each.starts_at > now]
        new = [moment for moment in moments if moment not in {each.starts_at for each in its}]
        if any(moment <= now for moment in new):
            raise Refused("error-meeting-past")
        if len(its) + len(new) > rules.STANDING:
            raise Refused("error-preparation-times-many", most=rules.STANDING)
        for moment in new:
            await self._desk.store.put_slot(tx, Slot(new_key(), contact.community, contact.id, moment))

    async def _send_to(self, tx: Tx, member_id: str, contact: Member, around: Around) -> None:
        member = await self._desk.people.member(tx, contact.community, member_id)
        progress = await self._desk.store.get(tx, contact.community, member_id)
        if member is None or progress is None:
            return
        if progress.call.state is CallState.OFFERED:
            # What she was sent before is not all there is any more.
            progress = progress.with_call(replace(progress.call, state=CallState.WANTED))
        await self._walking.look(tx, progress, around)

    def _draft(self, account: int, token: str) -> list[datetime]:
        try:
            return self._drafts.get(token, account, self._desk.clock.now())
        except Refused:
            raise Refused("error-preparation-preview-gone") from None
