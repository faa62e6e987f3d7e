"""Posting the record, once; changing it where it is; and sending it to those who could not come."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.attending.rules import Reply
from bot.core.database import Tx
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.nudges.rules import Budget, Nudge
from bot.people.rules import Member
from bot.questions.rules.public import Public
from bot.record import rules
from bot.record.rules import Record, Stage, View
from bot.record.service.office import Office, with_cards
from bot.record.service.promising import Promising
from bot.record.text import desk, page
from bot.record.text import told as text

#: In the token of a preview: what is posted there for the first time, and what is put in its place.
NEW, AGAIN = "n", "a"
#: As a kind of message; those who print for others have it on their list as this.
KIND = "record"


class Posting:
    """What [Post it] does. Two who press it post one; of two who change it the second looks again."""

    def __init__(self, office: Office, promising: Promising) -> None:
        self._office = office
        self._promising = promising

    async def post(self, community: int, token: str) -> Notice:
        """[Post it], or [Put this in its place], of the preview with this token: all of it, or nothing.

        What is different from that preview by now is shown, and not posted. Raises Refused while its meeting
        goes on, and before the community is set up.
        """
        record = await self._office.read(community, token)
        _, version, how = (*token.split("."), "", "")[:3]
        asked = await self._office.asked(record)
        async with self._office.database.write() as tx:
            record = await self._office.find(tx, community, token)
            if record.posted is not None and how != AGAIN:
                return desk.already(record)
            if record.stage is Stage.WAITS:
                raise Refused("error-record-goes-on")
            if await self._office.communities.found(tx, community) is None:
                raise Refused("error-not-set-up")
            is_as_seen = version == str(record.version)
            if is_as_seen:
                facts = with_cards(await self._office.facts(tx, record), asked)
                record = await self._post(tx, rules.as_posted(record, facts, self._today(record)), asked)
        if is_as_seen:
            return desk.posted(record)
        return await self._again(record)

    async def _post(self, tx: Tx, record: Record, asked: tuple[Public, ...]) -> Record:
        await self._office.store.put(tx, record)
        view = rules.shown(record, asked)
        if view is not None and record.posted is not None:
            await self._promising.post(tx, record, page.post(view, record.post_key))
            if record.posted.changed_on is None:
                await self._promising.close(tx, record)
                await self._send(tx, record, view)
        return record

    async def _send(self, tx: Tx, record: Record, view: View) -> None:
        """To whoever said that she could not come, and to those who read on paper, through their contacts.

        Whoever said so, and then was there, reads it where all do.
        """
        replies = await self._office.replies.replies(tx, record.community, record.meeting)
        came = await self._office.presence.here(tx, record.community, record.id)
        for member in await self._office.people.of_community(tx, record.community):
            is_absent = replies.get(member.id) is Reply.NOT and member.id not in came
            if member.left_on is None and (is_absent or not member.has_discord):
                await self._office.nudges.send(tx, _nudge(record, view, member, self._office.clock.now()))

    async def _again(self, record: Record) -> Notice:
        is_posted = record.posted is not None
        token = rules.token_of(record.key, record.version, AGAIN if is_posted else NEW)
        return page.preview(await self._office.draft(record), token, is_posted=is_posted, is_new=True)

    def _today(self, record: Record) -> date:
        return self._office.clock.now().astimezone(ZoneInfo(record.zone)).date()


def _nudge(record: Record, view: View, member: Member, now: datetime) -> Nudge:
    return Nudge(
        key=f"record:{record.id}",
        community=record.community,
        member=member.id,
        kind=KIND,
        notice=text.to_absent(view),
        not_before=now,
        until=None,
        budget=Budget.ASKED,
        errand=text.errand(view),
    )
