"""Somebody erases herself while Discord is being asked: what comes of that writes nothing of her any more."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from bot.core.deliveries import Delivery, Direct
from bot.core.errors import NotAllowed, NotDelivered, NotNow, Unreachable
from bot.core.notices import Notice, Words
from bot.nudges.rules import Budget, Nudge
from tests.privacy.busy.cast import asks_for_a_word
from tests.privacy.look import look
from tests.privacy.test_erasing import forms
from tests.privacy.town import HER, HERE, Town

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])


async def two_messages(town: Town) -> None:
    """One from the bot, and one that somebody would like a word with her."""
    her, says = await town.member(HER), Notice((Words("The lift is out of order"),))
    nudge = Nudge("lift", HERE, her.id, "test", says, town.clock.now(), None, Budget.ASKED)
    async with town.everyday.write() as tx:
        await town.features.nudges.send(tx, nudge)
    await town.change(4, contact=her.id)
    await asks_for_a_word(town, town.account(4), "Could we talk about the lift?")


@pytest.mark.parametrize("end", [None, Unreachable("50007"), NotAllowed("50013"), NotNow("no answer")])
async def test_a_message_that_is_under_way_leaves_no_trace(
    town: Town, log: io.StringIO, end: NotDelivered | None
) -> None:
    hers, send, tried = await forms(town), town.discord.send, list[Delivery]()
    await two_messages(town)

    async def while_she_goes(delivery: Delivery) -> int:
        if delivery.place != Direct(town.account(HER)):
            return await send(delivery)
        tried.append(delivery)
        await town.features.my_data.erase(HERE, town.account(HER))
        if end is not None:
            raise end
        return await send(delivery)

    town.discord.send = while_she_goes  # type: ignore[method-assign]
    await town.round.make()
    await town.passes(days=3)
    assert len(tried) == 1, "the second one was not sent any more"
    assert await look(town, hers, log.getvalue()) == []


class Roles:
    """A Discord that does not answer, and is asked while she erases herself."""

    def __init__(self, town: Town) -> None:
        self.town = town

    async def give(self, community: int, account: int, role: int) -> None:
        await self.town.features.my_data.erase(community, account)
        raise NotNow("no answer")


async def test_a_role_that_was_to_be_given_is_given_up(town: Town, log: io.StringIO) -> None:
    hers, joining = await forms(town), town.features.coming.joining
    async with town.everyday.write() as tx:
        chosen = await town.features.communities.change(
            tx, HERE, lambda each: replace(each, groups=(replace(each.groups[0], role=7), *each.groups[1:]))
        )
        assert await joining.wish_role(tx, chosen, await town.member(HER))
    town.features.ground.alarms.answer(joining.works(Roles(town)))
    await town.round.make()
    assert await look(town, hers, log.getvalue()) == []
