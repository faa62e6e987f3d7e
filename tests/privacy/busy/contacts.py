"""Named contacts: whom she looks after and who looks after her, words, errands, relayed questions."""

from __future__ import annotations

from sqlalchemy import select

from bot.contacts.service import Presser
from bot.contacts.store import errand_table
from tests.privacy.busy.cast import (
    CONTACT,
    COVER,
    FACILITATOR,
    HER_HOURS,
    HER_WORD,
    LAST,
    OUTSIDER,
    OUTSIDERS_WORD,
    RELAYED,
    RELAYED_WAITING,
    TO_SAY,
    asks_for_a_word,
)
from tests.privacy.town import HER, HERE, PEOPLE, Town


async def contacts(town: Town, week: int) -> None:
    """She looks after some, and after a member without Discord; somebody looks after her."""
    service, her = town.features.contacts, Presser(town.account(HER))
    if week == 0:
        await service.supporters.add(HERE, town.account(HER), HER_HOURS, town.account(COVER))
        await service.supporters.add(HERE, town.account(CONTACT), "Weekdays", town.account(HER))
        await service.supporters.add(HERE, town.account(COVER), "", None)
        await service.supporters.assign(HERE, (await town.member(HER)).id, town.account(CONTACT))
        without = (await town.without()).id
        await service.supporters.assign(HERE, without, town.account(HER))
        await service.errands.attends(HERE, her, without, "phone")
    number = (week * 3) % PEOPLE
    if number != HER:
        token = await asks_for_a_word(town, town.account(number), f"Could we talk about week {week}?")
        if week % 2 == 0 and week < LAST:
            await service.words.read(HERE, her, token)
            await service.words.seen(HERE, her, token)
    if week in (4, LAST):
        token = await asks_for_a_word(town, town.account(HER), HER_WORD)
        if week < LAST:
            await service.words.seen(HERE, Presser(town.account(CONTACT)), token)
    await _helps(town, week, her)


async def _helps(town: Town, week: int, her: Presser) -> None:
    """What she does for the member without Discord."""
    service, without = town.features.contacts, (await town.without()).id
    typed = {"kind": "papers", "text": TO_SAY.format(week=week), "due": "1 September 2026"}
    await service.errands.add_by_hand(HERE, her, without, typed)
    if week % 2:
        async with town.everyday.read() as tx:
            ids = list(await tx.scalars(select(errand_table.c.id).where(errand_table.c.done_on.is_(None))))
        for each in ids:
            await service.errands.done(HERE, her, each)
    if week in (2, LAST):
        words = RELAYED_WAITING if week == LAST else RELAYED.format(week=week)
        token = (await service.relaying.form(HERE, her, without)).token
        notice = await service.relaying.ask(HERE, her, token, {"text": words})
        if any(button.action == "contacts:relay-send" for button in notice.buttons):
            await service.relaying.send(HERE, her, token)


async def words(town: Town, week: int) -> None:
    """Somebody who has not joined asks facilitators for a word; the first one is seen."""
    if week in (6, LAST):
        token = await asks_for_a_word(town, OUTSIDER, OUTSIDERS_WORD)
        if week < LAST:
            facilitator = Presser(town.account(FACILITATOR), facilitator=True)
            await town.features.contacts.words.seen(HERE, facilitator, token)
