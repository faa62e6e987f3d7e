"""A meeting in which people press, with everything under it, and a facilitators' channel that can be read."""

from __future__ import annotations

from bot.app import ANONYMOUS_ALARMS, ANONYMOUS_DELIVERIES
from bot.core.bell import Round
from bot.core.database import Tx
from bot.core.deliveries import Deliveries
from bot.core.notices import Notice
from bot.questions.rules.windows import GRAIN
from bot.signals import text
from bot.signals.rules import Kind
from bot.signals.service import SHOWN, Signals
from tests.contracts.group import FACILITATORS, HERE, Group, said
from tests.support import Message

SOMEONE, SEVERAL = "signals-lost-someone", "signals-lost-several"
SLOWER = "signals-slower-someone"
#: Two who are alone in it each time, and ten more.
PEOPLE = [190_000_000_000_000_100 + number for number in range(10)]
#: The facilitators' role, as `Group` sets both communities up.
LEADING = frozenset({1})


class Meeting:
    """A meeting of `Group`, in which people press; `starts` is a start of the bot."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.start()

    def start(self) -> None:
        """All that was in memory is gone."""
        group = self.group
        self.deliveries = Deliveries(ANONYMOUS_DELIVERIES, group.seal, grain=GRAIN)
        self.signals = Signals(
            database=group.database,
            communities=group.communities,
            deliveries=self.deliveries,
            alarms=group.alarms,
            meetings=group.windows,
            going=self,
            clock=group.clock,
        )
        group.alarms.answer(self.signals.works())
        group.postman.belongs({SHOWN: self.signals})
        self.round = Round(group.clock, [self.signals, group.alarms, group.postman])

    #: What is on, as the agenda has it.
    item: str = ""

    async def on(self, tx: Tx | None, community: int) -> str:
        """What is on now."""
        return self.item

    async def press(self, *accounts: int, kind: Kind = Kind.LOST, community: int = HERE) -> list[Notice]:
        """These people press, one after the other."""
        return [await self.signals.press(community, each, frozenset(), kind) for each in accounts]

    async def passes(self, seconds: int = 20) -> None:
        """Time passes second by second, and all that is due is done."""
        for _ in range(seconds):
            self.group.clock.move(seconds=1)
            await self.round.make()

    async def next_tick(self) -> None:
        """The next tick comes."""
        await self.passes(20 - self.group.clock.now().second % 20)

    def up(self, channel: int = FACILITATORS) -> list[str]:
        """The first line of each message about signals in a channel."""
        return [said(each.notice)[0] for each in self.messages(channel)]

    def messages(self, channel: int = FACILITATORS) -> list[Message]:
        found = [each for each in self.group.discord.messages if each.channel == channel]
        return [each for each in found if text.SEEN in {button.action for button in each.notice.buttons}]

    async def seen(self) -> list[str]:
        """A facilitator presses [Seen, thank you] below the message that is up."""
        notice = await self.signals.seen(HERE, self.messages()[0].notice.buttons[0].token)
        await self.round.make()
        return said(notice)

    async def rows(self) -> list[int]:
        """How many deliveries and alarms about signals there are."""
        async with self.group.database.read() as tx:
            alarms = (await tx.execute(ANONYMOUS_ALARMS.select())).all()
            deliveries = (await tx.execute(ANONYMOUS_DELIVERIES.select())).all()
        return [len(deliveries), len([each for each in alarms if each.kind.startswith("signals")])]
