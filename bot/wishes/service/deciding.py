"""What becomes of proposed items: what facilitators press. Whether one is a facilitator, the caller knows."""

from __future__ import annotations

from collections.abc import Mapping

from bot.agenda.rules import Item
from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.paging import page_of
from bot.meetings.rules import Meeting
from bot.nudges.rules import Budget, Nudge
from bot.questions.rules.writing import clean
from bot.wishes import rules
from bot.wishes.rules import LONGEST_REASON, Decision, Fate, Proposed
from bot.wishes.service.desk import Desk
from bot.wishes.service.ports import Agenda, Meetings
from bot.wishes.text import items as text
from bot.wishes.text.items import NO, ON_A_PAGE, SHOW

#: What an answer is called among the messages to members.
KIND = "item"


class DecidingItems:
    """Puts items on the agenda, or says why not now.

    Of two who decide at once, the second reads what the first decided. Whoever proposed under her name gets
    the answer as a message. Everybody else reads it in the list that everybody can open: nobody knows any
    more who proposed without a name.
    """

    def __init__(self, desk: Desk, meetings: Meetings, agenda: Agenda) -> None:
        """`agenda` takes what is put on it in the transaction of the decision."""
        self._desk = desk
        self._meetings = meetings
        self._agenda = agenda

    async def listed(self, community: int, token: str = "") -> Notice:
        """[Proposed items]: those that wait; `token` is the page."""
        waits = rules.waiting(await self._desk.items(community))
        page, of = page_of(token, len(waits), ON_A_PAGE)
        return text.listed(text.Page(tuple(waits[page * ON_A_PAGE :][:ON_A_PAGE]), page, of))

    async def put_form(self, community: int, id_: str) -> Form | Notice:
        """[Put it on the agenda]; if somebody has decided meanwhile, what she decided.

        Raises Refused, as `put` does, if it is gone or no meeting is planned.
        """
        async with self._desk.database.read() as tx:
            item = await self._desk.get(tx, community, id_)
            return (
                text.put_form(item, await self._next(tx, community)) if item.waits else text.meanwhile(item)
            )

    async def put(self, community: int, id_: str, fields: Mapping[str, str]) -> Notice:
        """It goes on the agenda of the next meeting; `fields` has `minutes`.

        Raises Refused for what is no number of minutes, if no meeting is planned, and if its agenda is full:
        then the item goes on waiting.
        """
        minutes = rules.read_minutes(fields.get("minutes", ""))
        async with self._desk.database.write() as tx:
            item = await self._desk.get(tx, community, id_)
            if not item.waits:
                return text.meanwhile(item)
            meeting = await self._next(tx, community)
            await self._agenda.add(tx, Item(new_key(), community, meeting.id, 0, item.what, minutes))
            return await self._decide(tx, item, Fate.ON_AGENDA, meeting.title)

    async def decline_form(self, community: int, id_: str) -> Form | Notice:
        """[Not now, because]; if somebody has decided meanwhile, what she decided."""
        async with self._desk.database.read() as tx:
            item = await self._desk.get(tx, community, id_)
        return text.decline_form(item) if item.waits else text.meanwhile(item)

    async def decline(self, community: int, id_: str, fields: Mapping[str, str]) -> Notice:
        """Not now, for a reason that everybody can read; raises Refused without one.

        The words of what was held go: nobody else has seen them, and the reason can be read by all.
        """
        reason = clean(fields.get("reason", ""), "said", LONGEST_REASON)
        async with self._desk.database.write() as tx:
            item = await self._desk.get(tx, community, id_)
            if not item.waits:
                return text.meanwhile(item)
            goes = item.is_held or fields.get(SHOW) == NO
            return await self._decide(tx, item, Fate.NOT_NOW, reason, goes=goes)

    # Steps

    async def _decide(self, tx: Tx, item: Proposed, fate: Fate, reason: str, *, goes: bool = False) -> Notice:
        now = self._desk.clock.now()
        after = rules.decided(item, Decision(fate, now.date(), reason))
        if item.member is not None:
            # She knows her own words: she reads them with the answer, whoever else may.
            told = Nudge(
                key=f"wishes {item.id}",
                community=item.community,
                member=item.member,
                kind=KIND,
                notice=text.answer(after),
                not_before=now,
                until=None,
                budget=Budget.ASKED,
            )
            await self._desk.nudges.send(tx, told)
        kept = rules.emptied(after) if goes else after
        await self._desk.store.put(tx, kept)
        return text.done(kept)

    async def _next(self, tx: Tx, community: int) -> Meeting:
        meetings = await self._meetings.upcoming(tx, community)
        if not meetings:
            raise Refused("error-wishes-no-meeting")
        return meetings[0]
