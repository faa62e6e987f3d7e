"""Members, and who is to become one."""

from __future__ import annotations

from dataclasses import replace

from bot.people.rules import About, Pause, PauseKind
from tests.privacy.busy.cast import (
    HER_NEEDS,
    HER_ORGANISATION,
    HER_PERMISSION,
    INVITED,
    LAST,
    OUTSIDER,
    OUTSIDERS_PLACE,
    pressed,
)
from tests.privacy.town import HER, HERE, PEOPLE, Town


async def people(town: Town, week: int) -> None:
    """Members say what they need, whom they would rather not meet, who their contact is; some pause."""
    her, account = await town.member(HER), str(town.account(HER))
    number = (week * 3) % PEOPLE
    if number == HER:
        number += 1
    about = (await town.member(number)).about
    apart = (account,) if week % 2 else (her.id,)
    await town.change(number, about=replace(about, apart=apart), contact=her.id)
    if week == 1:
        said = About("", ("lay",), HER_ORGANISATION, "Europe/London", None, ("captions",), HER_NEEDS)
        other = str(town.account(3))
        await town.change(HER, about=replace(said, apart=(other,), permission=HER_PERMISSION))
        await town.change(HER, pause=Pause(PauseKind.GOOD))
    if week == 2:
        await town.change(HER, pause=None)


async def invitations(town: Town, week: int) -> None:
    """In the last week she invites two from a list, one of whom she is to look after."""
    if week < LAST:
        return
    service, her = town.features.coming.inviting, town.account(HER)
    paste = f"<@{OUTSIDER}>, lay, {OUTSIDERS_PLACE}, <@{her}>\n<@{INVITED}>, clinical"
    token = pressed(await service.preview(HERE, her, {"paste": paste}, {}))
    await service.send(HERE, her, token)
