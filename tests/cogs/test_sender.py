"""The Sender of deliveries: what Discord's answers mean for a message, and how one is found again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.core.deliveries import Delivery, Edit, Post, new_key
from bot.core.errors import Gone, NotAllowed, NotDelivered, NotNow
from bot.core.notices import Button, Line, Notice
from bot.core.wording import Wording
from cogs._send import DiscordSender
from config.settings import WORDING
from tests.cogs.people import refused

NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)
BOT, SOMEBODY = SimpleNamespace(id=1), SimpleNamespace(id=2)


class Channel:
    """A channel with messages, or one where every request fails."""

    def __init__(self, *messages: Any, error: BaseException | None = None) -> None:
        self._messages = messages
        self._error = error
        self.nonces: list[str] = []

    async def send(self, *, view: object, nonce: str, allowed_mentions: discord.AllowedMentions) -> Any:
        self._fail()
        self.nonces.append(nonce)
        return SimpleNamespace(id=77)

    def get_partial_message(self, message: int) -> Any:
        async def edit(*, view: object, allowed_mentions: object) -> None:
            self._fail()

        return SimpleNamespace(id=message, edit=edit)

    async def history(self, *, after: datetime, limit: int | None) -> AsyncIterator[Any]:
        self._fail()
        for message in self._messages:
            if message.posted > after:
                yield message

    def _fail(self) -> None:
        if self._error is not None:
            raise self._error


def sender(channel: Channel) -> DiscordSender:
    client: Any = SimpleNamespace(user=BOT, get_partial_messageable=lambda _: channel)
    return DiscordSender(client, Wording(WORDING))


def delivery(place: Post | Edit, key: str | None = None) -> Delivery:
    key = key or new_key()
    notice = Notice((Line("panel-title"),), (Button("questions:mine", "question-button-mine", key),))
    return Delivery(key, 1, "test", place, notice)


MEANS: dict[str, tuple[BaseException, type[NotDelivered]]] = {
    "a server error": (refused(500), NotNow),
    "a gateway that is away": (refused(503), NotNow),
    "too many requests": (refused(429), NotNow),
    "a token that was reset": (refused(401), NotNow),
    "would have to wait for long": (discord.RateLimited(60), NotNow),
    "a connection lost": (aiohttp.ServerDisconnectedError(), NotNow),
    "no connection": (ConnectionRefusedError(), NotNow),
    "time is up": (TimeoutError(), NotNow),
    "a channel that is gone": (refused(404, 10003), Gone),
    "a message that is gone": (refused(404, 10008), Gone),
    "no access": (refused(403, 50001), NotAllowed),
    "no permission": (refused(403, 50013), NotAllowed),
    "a body that it does not take": (refused(400, 50035), NotAllowed),
    "a server that is unknown": (refused(404, 10004), NotAllowed),
}


@pytest.mark.parametrize("place", [Post(7), Edit(7, 77)], ids=["post", "edit"])
@pytest.mark.parametrize(("error", "means"), MEANS.values(), ids=MEANS)
async def test_each_answer_of_discords_has_its_meaning(
    error: BaseException, means: type[NotDelivered], place: Post | Edit
) -> None:
    with pytest.raises(NotDelivered) as caught:
        await sender(Channel(error=error)).send(delivery(place))
    assert type(caught.value) is means


@pytest.mark.parametrize(("error", "means"), MEANS.values(), ids=MEANS)
async def test_a_look_up_fails_as_a_try_does(error: BaseException, means: type[NotDelivered]) -> None:
    with pytest.raises(NotDelivered) as caught:
        await sender(Channel(error=error)).find(delivery(Post(7)), NOW)
    assert type(caught.value) is means


async def test_who_is_stopped_is_stopped() -> None:
    with pytest.raises(asyncio.CancelledError):
        await sender(Channel(error=asyncio.CancelledError())).send(delivery(Post(7)))


async def test_a_post_has_its_key_as_nonce_and_an_edit_keeps_its_message() -> None:
    channel = Channel()
    posted = delivery(Post(7))
    assert await sender(channel).send(posted) == 77
    assert channel.nonces == [posted.key]
    assert await sender(channel).send(delivery(Edit(7, 55))) == 55
    assert channel.nonces == [posted.key]


def message(id_: int, author: object, key: str, posted: datetime = NOW) -> Any:
    """A message with a button that carries a key."""
    button: Any = {"type": 2, "style": 2, "label": "x", "custom_id": f"questions:mine:{key}"}
    row: Any = {"type": 1, "components": [button]}
    return SimpleNamespace(id=id_, author=author, posted=posted, components=[discord.ActionRow(row)])


async def test_it_finds_its_own_message_by_its_key_alone() -> None:
    key = new_key()
    others = (message(1, BOT, new_key()), message(2, SOMEBODY, key), message(3, BOT, f"x{key}"))
    wanted = delivery(Post(7), key)
    assert await sender(Channel(*others)).find(wanted, NOW) is None
    assert await sender(Channel(*others, message(4, BOT, key))).find(wanted, NOW) == 4


@pytest.mark.parametrize(("before", "found"), [(30, 1), (3_600, None)])
async def test_it_looks_back_a_little_further_as_clocks_differ(before: int, found: int | None) -> None:
    key = new_key()
    posted = datetime.fromtimestamp(NOW.timestamp() - before, UTC)
    channel = Channel(message(1, BOT, key, posted))
    assert await sender(channel).find(delivery(Post(7), key), NOW) == found
