"""Who comes to the meeting that is announced, and the message about its move."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.attending.rules import Reply
from bot.attending.store import AttendingStore
from bot.meetings.rules import Change
from tests.privacy.busy.cast import LAST
from tests.privacy.town import HER, HERE, Town


async def attending(town: Town, week: int) -> None:
    """She and others say that they come; at the end it is moved, and they are written to."""
    async with town.everyday.read() as tx:
        (known,) = await AttendingStore().of_community(tx, HERE)
    if week == 1:
        for number, reply in ((HER, Reply.COMING), (HER + 1, Reply.MAYBE), (HER + 2, Reply.NOT)):
            await town.features.around_meetings.replying.reply(HERE, town.account(number), known.key, reply)
    if week == LAST:
        moved = replace(known.meeting, starts_at=known.meeting.starts_at + timedelta(days=1))
        async with town.everyday.write() as tx:
            await town.features.around_meetings.announcing.meeting_changed(
                tx, HERE, Change(known.meeting, moved)
            )
