"""The Directory: what Discord's answers mean for somebody who has joined."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.core.errors import NotAllowed, NotNow
from cogs import _directory
from cogs._directory import DiscordDirectory
from tests.cogs.people import refused

HERE, AMA = 900_000_000_000_000_001, 190_000_000_000_000_042


def directory(
    *roles: str,
    error: BaseException | None = None,
    names: dict[str, str | None] | None = None,
    nick: str | None = None,
    saw: list[tuple[int, int, str]] | None = None,
) -> DiscordDirectory:
    """Discord, where Ama has these roles in this one server; or where every request fails."""

    async def get_member(community: int, account: int) -> Any:
        if error is not None:
            raise error
        if (community, account) != (HERE, AMA):
            raise refused(404, 10007)
        user = {"id": str(AMA), "username": "ama_b", **(names or {})}
        return {"user": user, "nick": nick, "roles": list(roles)}

    client: Any = SimpleNamespace(http=SimpleNamespace(get_member=get_member))
    told = [] if saw is None else saw
    return DiscordDirectory(client, lambda *name: told.append(name))


@pytest.mark.parametrize(
    ("names", "nick", "shown"),
    [
        ({"global_name": "Ama Boateng"}, "Ama (lay)", "Ama (lay)"),
        ({"global_name": "Ama Boateng"}, None, "Ama Boateng"),
        ({"global_name": None}, None, "ama_b"),
        ({}, None, "ama_b"),
    ],
)
async def test_it_tells_the_name_that_discord_shows(
    names: dict[str, str | None], nick: str | None, shown: str
) -> None:
    saw: list[tuple[int, int, str]] = []
    await directory("7", names=names, nick=nick, saw=saw).roles_of(HERE, AMA)
    assert saw == [(HERE, AMA, shown)]
    await directory("7", saw=saw).roles_of(HERE, AMA + 1)
    assert len(saw) == 1


async def test_roles_are_those_of_a_press_with_the_one_that_everybody_has() -> None:
    assert await directory("7", str(2**63 - 1)).roles_of(HERE, AMA) == {HERE, 7, 2**63 - 1}
    assert await directory().roles_of(HERE, AMA) == {HERE}


@pytest.mark.parametrize("code", [10007, 10013], ids=["unknown member", "unknown user"])
async def test_whoever_is_not_in_the_server_has_none(code: int) -> None:
    assert await directory(error=refused(404, code)).roles_of(HERE, AMA) is None


async def test_it_asks_about_that_account_in_that_server() -> None:
    assert await directory("7").roles_of(HERE, AMA + 1) is None
    assert await directory("7").roles_of(HERE + 1, AMA) is None


CANNOT_SAY: dict[str, BaseException] = {
    "a server error": refused(500),
    "a gateway that is away": refused(503),
    "too many requests": refused(429),
    "a token that was reset": refused(401),
    "the bot is not in that server": refused(403, 50001),
    "a server that is unknown": refused(404, 10004),
    "an address that is unknown": refused(404),
    "would have to wait for long": discord.RateLimited(60),
    "a connection lost": aiohttp.ServerDisconnectedError(),
    "no connection": ConnectionRefusedError(),
    "time is up": TimeoutError(),
}


@pytest.mark.parametrize("error", CANNOT_SAY.values(), ids=CANNOT_SAY)
async def test_nobody_is_taken_for_gone_because_discord_cannot_say(error: BaseException) -> None:
    with pytest.raises(NotNow) as caught:
        await directory(error=error).roles_of(HERE, AMA)
    assert str(AMA) not in caught.value.reason


async def test_an_answer_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def get_member(community: int, account: int) -> Any:
        await asyncio.Event().wait()

    monkeypatch.setattr(_directory, "_LONGEST_WAIT_SECONDS", 0.01)
    client: Any = SimpleNamespace(http=SimpleNamespace(get_member=get_member))
    async with asyncio.timeout(10):
        with pytest.raises(NotNow):
            await DiscordDirectory(client).roles_of(HERE, AMA)


async def test_who_is_stopped_is_stopped() -> None:
    with pytest.raises(asyncio.CancelledError):
        await directory(error=asyncio.CancelledError()).roles_of(HERE, AMA)


def people_called(*found: dict[str, Any], error: BaseException | None = None) -> DiscordDirectory:
    """Discord, where a search finds these; or where every request fails."""

    async def request(route: Any, *, params: dict[str, Any]) -> Any:
        if error is not None:
            raise error
        return list(found)

    client: Any = SimpleNamespace(http=SimpleNamespace(request=request))
    return DiscordDirectory(client)


def called(
    account: int, name: str, nick: str | None = None, *, shown: str = "", bot: bool = False
) -> dict[str, Any]:
    user = {"id": str(account), "username": name.lower(), "global_name": shown or name, "bot": bot}
    return {"user": user, "nick": nick, "roles": []}


async def test_only_those_who_are_called_exactly_so_are_found_and_no_bots() -> None:
    there = people_called(
        called(1, "Ama"), called(2, "Amadou"), called(3, "Nana", "AMA"), called(4, "Ama", bot=True)
    )
    # Others may be shown by this name, whom a search for it does not find.
    there_too = people_called(called(5, "ama.k", shown="Ama"))
    assert await there_too.find(HERE, "ama") == []
    assert await there.find(HERE, "ama") == [1, 3]
    assert await people_called().find(HERE, "ama") == []


@pytest.mark.parametrize("error", [refused(500, 0), TimeoutError(), aiohttp.ClientError()])
async def test_a_search_that_fails_finds_nobody_for_certain(error: BaseException) -> None:
    with pytest.raises(NotNow):
        await people_called(error=error).find(HERE, "Ama")


def giving(error: BaseException | None = None) -> tuple[DiscordDirectory, list[tuple[int, int, int]]]:
    """Discord, and the roles that were given there."""
    given: list[tuple[int, int, int]] = []

    async def add_role(community: int, account: int, role: int, *, reason: str | None) -> None:
        if error is not None:
            raise error
        given.append((community, account, role))

    client: Any = SimpleNamespace(http=SimpleNamespace(add_role=add_role))
    return DiscordDirectory(client), given


async def test_a_role_is_given_or_it_is_told_whether_trying_again_makes_sense() -> None:
    there, given = giving()
    await there.give(HERE, AMA, 7)
    assert given == [(HERE, AMA, 7)]
    for error in (refused(403, 50013), refused(404, 10011), refused(404, 10007), refused(403, 0)):
        with pytest.raises(NotAllowed):
            await giving(error)[0].give(HERE, AMA, 7)
    for error in (refused(500, 0), TimeoutError()):
        with pytest.raises(NotNow):
            await giving(error)[0].give(HERE, AMA, 7)
