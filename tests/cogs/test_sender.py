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

from bot.core.deliveries import Delivery, Direct, Edit, Place, Post, Remove, Withdraw, new_key
from bot.core.errors import Gone, NotAllowed, NotDelivered, NotNow, Unreachable
from bot.core.notices import Button, Line, Notice
from bot.core.wording import Wording
from cogs._send import DiscordSender
from config.settings import WORDING
from tests.cogs.people import custom_ids, refused

NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)
BOT, SOMEBODY = SimpleNamespace(id=1), SimpleNamespace(id=2)
HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
AMA = 190_000_000_000_000_042


class Channel:
    """A channel with messages, or one where every request fails."""

    def __init__(self, *messages: Any, error: BaseException | None = None) -> None:
        self._messages = messages
        self._error = error
        self.nonces: list[str] = []
        self.sent: list[list[str]] = []

    async def send(
        self, *, view: discord.ui.LayoutView, nonce: str, allowed_mentions: discord.AllowedMentions
    ) -> Any:
        self._fail()
        self.nonces.append(nonce)
        self.sent.append(custom_ids(view))
        return SimpleNamespace(id=77)

    def get_partial_message(self, message: int) -> Any:
        async def edit(*, view: object, allowed_mentions: object) -> None:
            self._fail()

        return SimpleNamespace(id=message, edit=edit)

    async def history(self, *, limit: int | None, after: datetime | None = None) -> AsyncIterator[Any]:
        self._fail()
        for message in self._messages:
            if after is None or message.posted > after:
                yield message

    def _fail(self) -> None:
        if self._error is not None:
            raise self._error


def sender(channel: Channel) -> DiscordSender:
    async def create_dm(account: Any) -> Channel:
        if account.id != AMA:
            raise refused(400, 10013)
        return channel

    client: Any = SimpleNamespace(user=BOT, get_partial_messageable=lambda _: channel, create_dm=create_dm)
    return DiscordSender(client, Wording(WORDING))


def delivery(place: Place, key: str | None = None) -> Delivery:
    key = key or new_key()
    notice = Notice((Line("panel-title"),), (Button("questions:mine", "question-button-mine", key),))
    return Delivery(key, HERE, "test", place, notice)


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
    "direct messages are closed": (refused(403, 50007), Unreachable),
    "no server in common": (refused(403, 50278), Unreachable),
    "no such account": (refused(404, 10013), Unreachable),
}


EVERY_PLACE: dict[str, Place] = {
    "post": Post(7),
    "edit": Edit(7, 77),
    "direct": Direct(AMA),
    "withdraw": Withdraw(AMA, "questions:mine"),
    "remove": Remove(7, "token", int(NOW.timestamp())),
}


@pytest.mark.parametrize("place", EVERY_PLACE.values(), ids=EVERY_PLACE)
@pytest.mark.parametrize(("error", "means"), MEANS.values(), ids=MEANS)
async def test_each_answer_of_discords_has_its_meaning(
    error: BaseException, means: type[NotDelivered], place: Place
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


def message(
    id_: int, author: object, key: str, posted: datetime = NOW, *, action: str = "questions:mine"
) -> Any:
    """A message with a button that carries a key."""
    button: Any = {"type": 2, "style": 2, "label": "x", "custom_id": f"{action}:{key}"}
    row: Any = {"type": 1, "components": [button]}
    made = SimpleNamespace(
        id=id_, author=author, posted=posted, components=[discord.ActionRow(row)], gone=False
    )

    async def delete() -> None:
        made.gone = True

    made.delete = delete
    return made


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


# Direct messages


async def test_a_direct_message_names_its_community_in_each_button_and_has_its_key_as_nonce() -> None:
    channel = Channel()
    sent = delivery(Direct(AMA))
    assert await sender(channel).send(sent) == 77
    assert channel.nonces == [sent.key]
    assert channel.sent == [[f"questions:mine:{HERE}.{sent.key}"]]
    await sender(channel).send(delivery(Post(7), "key"))
    assert channel.sent[1] == ["questions:mine:key"]


async def test_an_account_that_is_not_there_can_never_be_reached() -> None:
    with pytest.raises(Unreachable):
        await sender(Channel()).send(delivery(Direct(AMA + 1)))


async def test_a_direct_message_is_found_again_by_its_key() -> None:
    key = new_key()
    sent = delivery(Direct(AMA), key)
    others = (message(1, BOT, f"{ELSEWHERE}.{key}"), message(2, SOMEBODY, f"{HERE}.{key}"))
    assert await sender(Channel(*others)).find(sent, NOW) is None
    assert await sender(Channel(*others, message(3, BOT, f"{HERE}.{key}"))).find(sent, NOW) == 3


async def test_what_is_withdrawn_are_the_bots_own_messages_of_this_community_with_this_button() -> None:
    hints = [message(number, BOT, f"{HERE}.{new_key()}") for number in (1, 2)]
    others = [
        message(3, BOT, f"{ELSEWHERE}.{new_key()}"),
        message(4, SOMEBODY, f"{HERE}.{new_key()}"),
        message(5, BOT, f"{HERE}.{new_key()}", action="questions:ask"),
        message(6, BOT, f"{HERE}9.{new_key()}"),
    ]
    channel = Channel(*hints, *others)
    assert await sender(channel).send(delivery(Withdraw(AMA, "questions:mine"))) == 0
    assert [each.id for each in (*hints, *others) if each.gone] == [1, 2]
    assert channel.sent == []


async def test_what_is_removed_is_the_bots_own_message_with_this_token_posted_since_then() -> None:
    key = new_key()
    earlier = datetime.fromtimestamp(NOW.timestamp() - 3_600, UTC)
    hers = message(1, BOT, key)
    others = [message(2, SOMEBODY, key), message(3, BOT, new_key()), message(4, BOT, key, earlier)]
    channel = Channel(hers, *others)
    assert await sender(channel).send(delivery(Remove(7, key, int(NOW.timestamp())))) == 0
    assert [each.id for each in (hers, *others) if each.gone] == [1]
    assert channel.sent == []
