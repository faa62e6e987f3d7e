"""Messages of the bot's own accord: those that wait, those that could not reach somebody, and posted ones."""

from __future__ import annotations

from datetime import timedelta

from bot.core.deliveries import Delivery, Direct, Post, new_key
from bot.core.notices import Line, Notice, Words
from bot.nudges.rules import Budget, Nudge
from bot.panel import service as panels
from tests.privacy.busy.cast import HER_INBOX, HER_MESSAGE, HER_NUDGE, LAST, names_her
from tests.privacy.town import FACILITATORS, HER, HERE, Town


async def nudges(town: Town, week: int) -> None:
    """One waits for her and one that names her for somebody else; one of each could not be delivered."""
    her, account = (await town.member(HER)).id, town.account(HER)
    if week == 9:
        other = (await town.member(8)).id
        town.discord.shut |= {account, town.account(8)}
        await _sends(town, her, Notice((Words(HER_INBOX),)), Budget.ASKED)
        await _sends(town, other, names_her(account), Budget.ASKED)
        await town.passes(minutes=1)
        town.discord.shut.clear()
    if week == LAST:
        await _sends(town, her, Notice((Words(HER_NUDGE),)), Budget.COUNTED, days=3)
        await _sends(town, (await town.member(7)).id, names_her(account), Budget.COUNTED, days=3)
        # Her contact has it to say: it stands on a list of what is to be said to somebody else.
        await _sends(town, (await town.without()).id, names_her(account), Budget.ASKED)


async def _sends(town: Town, member: str, notice: Notice, budget: Budget, days: int = 0) -> None:
    at = town.clock.now() + timedelta(days=days)
    nudge = Nudge(new_key(), HERE, member, "test", notice, not_before=at, until=None, budget=budget)
    async with town.everyday.write() as tx:
        await town.features.nudges.send(tx, nudge)


async def waiting_messages(town: Town, week: int) -> None:
    """In the last week, messages wait: one to her, one to the facilitators that mentions her, others."""
    if week < LAST:
        return
    her = town.account(HER)
    later = town.clock.now() + timedelta(days=2)
    about_her = {"kind": f"<@{her}>", "count": "few"}
    notices = (
        (Direct(her), Notice((Words(HER_MESSAGE),))),
        (Direct(town.account(3)), Notice((Words("Your papers are here."),))),
        (Post(FACILITATORS), Notice((Line("privacy-report-went", about_her),))),
    )
    async with town.everyday.write() as tx:
        for place, notice in notices:
            delivery = Delivery(new_key(), HERE, panels.FACILITATORS, place, notice)
            await town.features.ground.deliveries.put(tx, delivery, later)
