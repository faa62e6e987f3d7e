"""The meeting that is on at the end: who would like to speak, and who is there."""

from __future__ import annotations

from datetime import timedelta

from bot.hands.rules import MOST_NAMES
from tests.privacy.busy.cast import LAST
from tests.privacy.town import HER, HERE, PEOPLE, WITHOUT, Town


async def hands(town: Town, week: int) -> None:
    """Others put theirs up, she behind them, one more: so the message is the same when hers goes."""
    if week != LAST:
        return
    around = town.features.around_meetings
    # Only the meeting itself: what is asked in this week waits for a window between meetings.
    async with town.everyday.write() as tx:
        await around.sittings.meeting_started(tx, HERE, town.clock.now() + timedelta(hours=6))
    others = [number for number in range(PEOPLE) if number not in (HER, WITHOUT)]
    for number in (*others[:MOST_NAMES], HER, others[MOST_NAMES]):
        await around.hands.put_up(HERE, town.account(number), ())
    await town.round.make()


async def presence(town: Town, week: int) -> None:
    """She and another say that they are there."""
    if week == LAST:
        for number in (HER, HER + 1):
            await town.features.around_meetings.presence.come(HERE, town.account(number))
