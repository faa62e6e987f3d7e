"""Standing roles: what she was offered, and what she offered to others."""

from __future__ import annotations

from bot.standing_roles.service import Offer
from tests.privacy.busy.cast import FACILITATOR, HER_TERMS, LAST, OUTSIDER, OUTSIDERS_TERMS, pressed
from tests.privacy.town import HER, HERE, WITHOUT_NAME, Town


async def standing_roles(town: Town, week: int) -> None:
    """She has one, turned one down, and is offered two more; so is a member without Discord."""
    service, facilitator = town.features.standing_roles, town.account(FACILITATOR)
    if week == 2:
        id_ = await _offers(town, facilitator, HER, "time-keeper", HER_TERMS)
        await service.answer(HERE, town.account(HER), id_, yes=True)
    if week == 3:
        offer = Offer("note-taker", None, WITHOUT_NAME, "An hour", "Ten pounds")
        id_ = pressed(await service.preview(HERE, facilitator, offer))
        await service.send(HERE, facilitator, id_)
        await service.answer(HERE, town.account(HER), id_, yes=True)
    if week == 8:
        id_ = await _offers(town, facilitator, HER, "co-chair", HER_TERMS)
        await service.answer(HERE, town.account(HER), id_, yes=False)
    if week == LAST:
        for role in ("steering-group", "note-taker"):
            await _offers(town, facilitator, HER, role, HER_TERMS)


async def offers(town: Town, week: int) -> None:
    """She offers a role, which is taken; so does somebody who facilitates and has not joined."""
    if week == 4:
        id_ = await _offers(town, town.account(HER), 9, "chair", "Two hours")
        await town.features.standing_roles.answer(HERE, town.account(9), id_, yes=True)
    if week == LAST:
        await _offers(town, OUTSIDER, 12, "note-taker", OUTSIDERS_TERMS)


async def _offers(town: Town, account: int, number: int, role: str, takes: str) -> str:
    service = town.features.standing_roles
    offer = Offer(role, town.account(number), "", takes, "Ten pounds an hour")
    id_ = pressed(await service.preview(HERE, account, offer))
    await service.send(HERE, account, id_)
    return id_
