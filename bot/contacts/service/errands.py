"""What a contact does for members without Discord: what to print or say, and how they take part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.contacts import text
from bot.contacts.rules import FORGOTTEN_AFTER, Attendance, Circle, Errand, ErrandKind, shown
from bot.contacts.service.office import Office, Presser, find_by_account
from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice, Words
from bot.people.rules import Member
from bot.questions.rules.writing import LONGEST_LINES, clean

FORGET_ERRAND = "contacts.errand"


class Errands:
    """What contacts press; facilitators do it for whom nobody looks after."""

    def __init__(self, office: Office) -> None:
        """Nothing is kept here."""
        self._office = office

    # What other features ask

    async def add(self, tx: Tx, errand: Errand) -> None:
        """Put something on the list for a member without Discord; nothing for anybody else."""
        found = await self._office.people.member(tx, errand.community, errand.member)
        if found is not None and not found.has_discord:
            await self._office.store.put_errand(tx, errand)

    async def attendance(self, tx: Tx, community: int, member: str) -> Attendance | None:
        """How a member without Discord takes part; None if nobody has said so."""
        return await self._office.store.attendance(tx, community, member)

    # What a contact presses

    async def mine(self, community: int, account: int, skip: int = 0) -> Notice:
        """[People I look after]: the words that wait for her, and whom she looks after, a page at a time."""
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
            words = await self._office.store.words(tx, community)
        contact = find_by_account(circle, account)
        if contact is None:
            raise Refused("error-contact-not-joined")
        members = [(each.id, shown(each), each.has_discord) for each in circle.looked_after(contact.id)]
        waiting = [
            (each.id, shown(member))
            for each in words
            if each.is_open and each.keeper == contact.id and (member := circle.here(each.member)) is not None
        ]
        return text.mine(waiting, text.Looked(tuple(members), skip if skip < len(members) else 0))

    async def list(self, community: int, presser: Presser, skip: int = 0) -> Notice:
        """[What to print or say], due first in front: for whom she looks after, or nobody does."""
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
            errands = await self._office.store.errands(tx, community)
        mine = [
            (each, shown(circle.members[each.member]))
            for each in errands
            if each.done_on is None and _is_for(circle, each, presser)
        ]
        return text.errands(mine, skip if skip < len(mine) else 0)

    async def done(self, community: int, presser: Presser, id_: str) -> Notice:
        """[Done]; twice is once. It is forgotten after 30 days. Raises Refused for anybody else's."""
        now = self._office.clock.now()
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            errand = await self._office.store.errand(tx, id_)
            if errand is None or errand.community != community or not _is_for(circle, errand, presser):
                raise Refused("error-no-errand")
            if errand.done_on is None:
                await self._office.store.put_errand(tx, replace(errand, done_on=now.date()))
                await self._office.alarms.set(tx, Alarm(FORGET_ERRAND, id_, now + FORGOTTEN_AFTER))
        return await self.list(community, presser)

    async def about(self, community: int, presser: Presser, member: str) -> Notice:
        """A member without Discord: what can be done for her. Raises Refused for anybody but her contact."""
        async with self._office.database.read() as tx:
            _, found = await self._office.look_after(tx, community, presser, member)
            how = await self._office.store.attendance(tx, community, member)
        return text.about(found.id, shown(found), how)

    def errand_form(self, member: str) -> Form:
        """[Add to their list]."""
        return text.errand_form(member)

    async def add_by_hand(
        self, community: int, presser: Presser, member: str, fields: Mapping[str, str]
    ) -> Notice:
        """Something that a person put on the list. Raises Refused for a bad date or an empty text."""
        words = clean(fields["text"], "note", LONGEST_LINES)
        due = _read_date(fields["due"])
        line = Line("contact-errand-words", {"words": Words(words)})
        async with self._office.database.write() as tx:
            _, found = await self._office.look_after(tx, community, presser, member)
            kind = ErrandKind(fields["kind"])
            await self.add(tx, Errand(new_key(), community, member, kind, line, due))
        return text.errand_added(found.id, shown(found))

    def attends_form(self, member: str) -> Form:
        """[How they take part]."""
        return text.attends_form(member)

    async def attends(self, community: int, presser: Presser, member: str, how: str) -> Notice:
        """How she takes part is kept for later meetings."""
        if how not in list(Attendance):
            raise Refused("error-choice")
        async with self._office.database.write() as tx:
            _, found = await self._office.look_after(tx, community, presser, member)
            await self._office.store.put_attendance(tx, community, member, Attendance(how))
        return text.about(found.id, shown(found), Attendance(how))

    # What falls due

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that errands set."""

        async def forget(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            await self._office.store.drop_errand(tx, alarm.subject)
            return None

        return {FORGET_ERRAND: forget}

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Forget what was due before then; returns how many that were."""
        old = [each for each in await self._office.store.errands(tx, community) if each.due < before]
        for errand in old:
            await self.drop(tx, errand.id)
        return len(old)

    async def drop(self, tx: Tx, id_: str) -> None:
        """Keep nothing of an errand, nor what was to fall due about it."""
        await self._office.store.drop_errand(tx, id_)
        await self._office.alarms.forget(tx, FORGET_ERRAND, id_)


def _is_for(circle: Circle, errand: Errand, presser: Presser) -> bool:
    member = circle.here(errand.member)
    if member is None:
        return False
    contact = circle.contact_of(member)
    return presser.facilitator if contact is None else _is(contact, presser)


def _is(member: Member, presser: Presser) -> bool:
    return member.account == presser.account


def _read_date(typed: str) -> date:
    """A day as `14/5/2026`, or as `2026-05-14`; raises Refused if it is none."""
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %B %Y"):
        try:
            return datetime.strptime(typed.strip(), form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise Refused("error-contact-date")
