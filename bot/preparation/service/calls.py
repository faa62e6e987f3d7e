"""The call with a named person: times offered by a contact, booked by a member, one of each for one of them.

Whoever wants no call is shown to nobody: her contact just has nobody to call there.
"""

from __future__ import annotations

from dataclasses import replace

from bot.contacts.rules import shown
from bot.core.database import Tx
from bot.people.rules import Member
from bot.preparation import rules
from bot.preparation.rules import Call, CallState, PathOf, Progress, Slot
from bot.preparation.service.desk import Around, Desk
from bot.preparation.text import calls as text


class Calls:
    """What happens between a member and her contact by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def step(
        self, tx: Tx, progress: Progress, member: Member, around: Around, *, is_quiet: bool
    ) -> Progress:
        """See to somebody's call: ask her contact for times, and send her those that there are.

        `is_quiet`: nothing is to be sent to her now. Returns how far she has come with it.
        """
        progress = _begun(progress, around.path(member), around)
        is_over = progress.first is not None and progress.first <= around.now
        if not progress.call.is_open or is_over or member.left_on is not None:
            return progress
        contact = await self.contact_for(tx, member)
        progress = await self._check_held(tx, progress, member, contact, around)
        if contact is None:
            return progress
        if progress.call.told != contact.id:
            await self._ask(tx, member, contact, around)
            progress = progress.with_call(replace(progress.call, told=contact.id))
        if progress.call.state is CallState.WANTED and member.has_discord and not is_quiet:
            progress = await self.send_times(tx, progress, member, contact, around)
        return progress

    async def send_times(
        self, tx: Tx, progress: Progress, member: Member, contact: Member, around: Around
    ) -> Progress:
        """Send somebody the times that she can have, if there is one that she has not turned down."""
        slots = self.open_to(await self._desk.store.slots(tx, member.community), member, contact, around)
        if all(slot.id in progress.call.unsuited for slot in slots):
            return progress
        name, zone = shown(contact), around.zone_of(member)
        notice = text.times(name, slots, zone)
        await self._desk.write_to(tx, member, f"{member.id}:times", notice, around)
        return progress.with_call(replace(progress.call, state=CallState.OFFERED))

    def open_to(self, slots: list[Slot], member: Member, contact: Member, around: Around) -> list[Slot]:
        """The times of a contact that somebody can have, the earliest first."""
        its = (slot for slot in slots if slot.contact == contact.id)
        return [slot for slot in its if rules.is_open(slot, member.id, around.now)][: rules.MOST_TIMES * 2]

    async def contact_for(self, tx: Tx, member: Member) -> Member | None:
        """Who is to call somebody; nobody calls herself."""
        contact = await self._desk.contacts.contact_of(tx, member.community, member.id)
        return None if contact is None or contact.id == member.id else contact

    async def release(self, tx: Tx, member: str, community: int) -> list[Slot]:
        """Let somebody else have the times that a member had booked; returns these."""
        hers = [each for each in await self._desk.store.slots(tx, community) if each.member == member]
        for slot in hers:
            await self._desk.store.put_slot(tx, replace(slot, member=None))
        await self._desk.nudges.withdraw(tx, community, f"preparation:{member}:booked")
        return hers

    async def _check_held(
        self, tx: Tx, progress: Progress, member: Member, contact: Member | None, around: Around
    ) -> Progress:
        """A booked time holds only with her contact of today; without any time left, more are wanted."""
        call = progress.call
        slots = await self._desk.store.slots(tx, member.community)
        booked = rules.named_at(slots, member.id)
        holds = booked is not None and contact is not None and booked.contact == contact.id
        if call.state is CallState.BOOKED and not holds:
            await self.release(tx, member.id, member.community)
            await self._desk.write_to(tx, member, f"{member.id}:off", text.moved(), around)
            return progress.with_call(replace(call, state=CallState.WANTED))
        if contact is None or call.state is not CallState.OFFERED:
            return progress
        if not self.open_to(slots, member, contact, around):
            return progress.with_call(replace(call, state=CallState.WANTED, told=""))
        return progress

    async def _ask(self, tx: Tx, member: Member, contact: Member, around: Around) -> None:
        if not member.has_discord:
            today = rules.day_of(around.now, around.zone)
            line = text.errand()
            await self._desk.contacts.errand(
                tx, member.community, member.id, kind="message", line=line, due=today
            )
            return
        # One message, however many are new: it names nobody.
        await self._desk.write_to(tx, contact, f"calls:{contact.id}", text.please(), around, asked=False)


def _begun(progress: Progress, path: PathOf, around: Around) -> Progress:
    """With a call where the path has one, and without where it has none."""
    if path is not PathOf.LAY:
        return progress.with_call(Call()) if progress.call.is_open else progress
    if progress.call.state is CallState.NONE:
        return progress.with_call(Call(CallState.WANTED, around.now))
    return progress
