"""The path before the first meeting: cards, and calls on both of their ends."""

from __future__ import annotations

from tests.privacy.busy.cast import CALLS_HER, CONTACT, FACILITATOR, LAST, pressed
from tests.privacy.town import HER, HERE, Town

#: After the quarter, so that cards and calls are on their way at its end.
_MEETING = {
    "title": "The first meeting",
    "when": "22 August 2026, 10:30",
    "minutes": "90",
    "where": "Teams: https://meet.example.org/first",
}


async def preparation(town: Town, week: int) -> None:
    """Everybody's path begins; she is called, marks a card, offers times herself, and one is booked."""
    service = town.features.preparation
    if week == 0:
        await _everybody_begins(town)
    if week == 1:
        await _offers_times(town, CONTACT, "9 June 2026, 10:00\n10 June 2026, 11:00")
        await _books(town, HER)
    if week == 4:
        await service.booking.talked(HERE, town.account(CONTACT), (await town.member(HER)).id)
    if week == 10:
        await service.reading.done(HERE, town.account(HER), "purpose")
    if week == 11:
        await _offers_times(town, HER, "12 August 2026, 10:00\n13 August 2026, 14:00")
    if week == LAST:
        await _books(town, CALLS_HER)


async def _everybody_begins(town: Town) -> None:
    meetings, facilitator = town.features.meetings, town.account(FACILITATOR)
    token = pressed(await meetings.preview(HERE, facilitator, "", _MEETING))
    await meetings.use(HERE, facilitator, token)
    async with town.everyday.write() as tx:
        for member in await town.features.members.of_community(tx, HERE):
            await town.features.preparation.walking.joined(tx, member)


async def _offers_times(town: Town, number: int, typed: str) -> None:
    booking = town.features.preparation.booking
    token = pressed(await booking.preview(HERE, town.account(number), typed))
    await booking.offer(HERE, town.account(number), token)


async def _books(town: Town, number: int) -> None:
    booking, account = town.features.preparation.booking, town.account(number)
    free = [
        each for each in (await booking.times(HERE, account)).buttons if each.action == "preparation:book"
    ]
    await booking.book(HERE, account, free[0].token)
