"""Stand-ins for our own ports: a clock, and a Discord as deliveries see it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.core.deliveries import Delivery, Direct, Edit, Post, Remove, Withdraw
from bot.core.errors import Gone, NotDelivered, Unreachable
from bot.core.happenings import Listing
from bot.core.notices import Notice


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)

    def now(self) -> datetime:
        """The time it was set to."""
        return self.time

    def move(self, **by: float) -> None:
        """Move on, by what `timedelta` takes."""
        self.time += timedelta(**by)


async def turns(number: int = 20) -> None:
    """Let everything else that can go on do so, `number` times."""
    for _ in range(number):
        await asyncio.sleep(0)


async def until(is_so: Callable[[], bool]) -> None:
    """Return when something is so; TimeoutError after ten seconds."""
    async with asyncio.timeout(10):
        # What is waited for is another's doing, and has no event of ours.
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


@dataclass
class Message:
    """A message that lies in a channel, or in the chat with an account, which has the account's number."""

    id: int
    channel: int
    community: int
    key: str
    notice: Notice
    posted: datetime


@dataclass
class FakeDiscord:
    """A Sender that remembers nonces for five minutes, as Discord does, and can be told to fail."""

    clock: FakeClock
    messages: list[Message] = field(default_factory=list)
    #: Raised, once each and in turn, instead of posting.
    refuse_next: list[Exception] = field(default_factory=list)
    #: Raised, once each and in turn, after posting: the answer was lost.
    lose_answer: list[NotDelivered] = field(default_factory=list)
    #: The channels that were deleted.
    gone: set[int] = field(default_factory=set)
    #: The accounts that let no direct message in.
    shut: set[int] = field(default_factory=set)
    #: Raised, once each and in turn, instead of looking.
    refuse_find: list[NotDelivered] = field(default_factory=list)
    _posted: int = 0

    async def send(self, delivery: Delivery) -> int:
        if self.refuse_next:
            raise self.refuse_next.pop(0)
        place = delivery.place
        if isinstance(place, Listing):
            self._posted += 1
            return place.event or self._posted
        if _channel(delivery) in self.gone:
            raise Gone("10003")
        if isinstance(place, Withdraw):
            self._withdraw(delivery.community, place)
            return 0
        if isinstance(place, Remove):
            self.messages = [m for m in self.messages if (m.channel, m.key) != (place.channel, place.token)]
            return 0
        if isinstance(place, Direct) and place.account in self.shut:
            raise Unreachable("50007")
        message = self._edit(delivery, place) if isinstance(place, Edit) else self._post(delivery)
        if self.lose_answer:
            raise self.lose_answer.pop(0)
        return message.id

    async def find(self, delivery: Delivery, since: datetime) -> int | None:
        if self.refuse_find:
            raise self.refuse_find.pop(0)
        if _channel(delivery) in self.gone:
            raise Gone("10003")
        found = (m.id for m in self.messages if m.key == delivery.key and m.posted >= since)
        return next(found, None)

    def _post(self, delivery: Delivery) -> Message:
        now = self.clock.now()
        for message in self.messages:
            if message.key == delivery.key and now - message.posted < timedelta(minutes=5):
                return message
        self._posted += 1
        channel, community = _channel(delivery), delivery.community
        message = Message(self._posted, channel, community, delivery.key, delivery.notice, now)
        self.messages.append(message)
        return message

    def _edit(self, delivery: Delivery, place: Edit) -> Message:
        message = next((m for m in self.messages if m.id == place.message), None)
        if message is None:
            raise Gone("10008")
        message.notice = delivery.notice
        return message

    def _withdraw(self, community: int, place: Withdraw) -> None:
        self.messages = [
            message
            for message in self.messages
            if (message.channel, message.community) != (place.account, community)
            or place.action not in [button.action for button in message.notice.buttons]
        ]


def _channel(delivery: Delivery) -> int:
    place = delivery.place
    if isinstance(place, Listing):
        return 0
    return place.channel if isinstance(place, Post | Edit | Remove) else place.account
