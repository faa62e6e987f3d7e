"""Which of Discord's errors pass by themselves, and which somebody has to mend."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.client import is_passing, is_refused_token


def closed(code: int) -> discord.ConnectionClosed:
    """The gateway closed the connection."""
    socket: Any = SimpleNamespace(close_code=code)
    return discord.ConnectionClosed(socket, shard_id=None, code=code)


def status(number: int, kind: type[discord.HTTPException] = discord.HTTPException) -> discord.HTTPException:
    """The REST API answered with a status."""
    response: Any = SimpleNamespace(status=number, reason="")
    return kind(response, {"code": 0, "message": ""})


PASSING: dict[str, BaseException] = {
    "no connection": aiohttp.ClientConnectionError(),
    "connection lost": aiohttp.ServerDisconnectedError(),
    "connection refused": ConnectionRefusedError(),
    "no such host": OSError("Name or service not known"),
    "time is up": TimeoutError(),
    "no gateway": discord.GatewayNotFound(),
    "status 500": status(500, discord.DiscordServerError),
    "status 503": status(503, discord.DiscordServerError),
    "status 429": status(429),
    **{f"closed with {code}": closed(code) for code in (1000, 1006, 4000, 4007, 4008, 4009)},
}
LASTING: dict[str, BaseException] = {
    "a wrong token at login": discord.LoginFailure("Improper token has been passed."),
    "status 400": status(400),
    "status 401": status(401),
    "status 403": status(403, discord.Forbidden),
    "status 404": status(404, discord.NotFound),
    "a fault of ours": ValueError("somebody's words"),
    "a key that is missing": KeyError("x"),
    **{f"closed with {code}": closed(code) for code in (4004, 4010, 4011, 4012, 4013, 4014)},
}
REFUSED_TOKEN = {"a wrong token at login", "closed with 4004"}


@pytest.mark.parametrize("error", PASSING.values(), ids=PASSING)
def test_what_passes_is_waited_for(error: BaseException) -> None:
    assert is_passing(error)
    assert not is_refused_token(error)


@pytest.mark.parametrize("error", LASTING.values(), ids=LASTING)
def test_what_does_not_pass_is_not_waited_for(error: BaseException) -> None:
    assert not is_passing(error)


@pytest.mark.parametrize(("name", "error"), LASTING.items(), ids=LASTING)
def test_a_token_is_called_refused_only_if_it_is(name: str, error: BaseException) -> None:
    assert is_refused_token(error) is (name in REFUSED_TOKEN)
