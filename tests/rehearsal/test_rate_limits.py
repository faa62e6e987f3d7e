"""How fast a bot may ask, what it is told about that, and that discord.py keeps to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord
import pytest

from rehearsal import Rehearsal
from rehearsal.wire.rate_limits import ANY_OTHER_ROUTE, EVERYTHING, LIMITS, RateLimits
from rehearsal.wire.server import ROUTES
from tests.rehearsal.clients import point_at
from tests.rehearsal.raw import Api, Bot

POST = "POST /channels/{channel}/messages"
FULL_SET = {f"X-RateLimit-{name}" for name in ("Limit", "Remaining", "Reset", "Reset-After", "Bucket")}


class Time:
    """A steady clock and a wall clock that stand still until they are moved."""

    def __init__(self) -> None:
        self.passed = 100.0

    def now(self) -> float:
        return self.passed

    def wall(self) -> float:
        return 1_000_000 + self.passed


@pytest.fixture
def real() -> Time:
    return Time()


@pytest.fixture
def limits(real: Time) -> RateLimits:
    return RateLimits(real.now, real.wall)


def _tried(limits: RateLimits, times: int, route: str = POST, *major: str, counts: bool = True) -> list[bool]:
    """Whether each of so many requests went on."""
    return [limits.take(route, major, counts_in_all=counts).refusal is None for _ in range(times)]


def test_the_headers_count_down_and_begin_anew(limits: RateLimits, real: Time) -> None:
    limits.set(POST, 2, 1.5)
    first = limits.take(POST, ("1",), counts_in_all=True).headers
    real.passed += 0.5001
    second = limits.take(POST, ("1",), counts_in_all=True).headers
    real.passed += 1.0
    third = limits.take(POST, ("1",), counts_in_all=True).headers

    assert set(first) == FULL_SET
    assert [each["X-RateLimit-Remaining"] for each in (first, second, third)] == ["1", "0", "1"]
    assert [each["X-RateLimit-Reset-After"] for each in (first, second, third)] == ["1.500", "1.000", "1.500"]
    assert [each["X-RateLimit-Reset"] for each in (first, third)] == ["1000101.500", "1000103.000"]
    assert first["X-RateLimit-Limit"] == "2"


def test_too_many_on_one_route(limits: RateLimits, real: Time) -> None:
    limits.set(POST, 2, 1.5)
    assert _tried(limits, 2, POST, "1") == [True, True]
    real.passed += 0.25
    refused = limits.take(POST, ("1",), counts_in_all=True)

    assert refused.refusal == {
        "message": "You are being rate limited.",
        "retry_after": 1.25,
        "global": False,
        "code": 0,
    }
    assert set(refused.headers) == FULL_SET | {"X-RateLimit-Scope", "Retry-After", "Via"}
    assert refused.headers["X-RateLimit-Remaining"] == "0"
    assert refused.headers["X-RateLimit-Scope"] == "user"
    assert refused.headers["Retry-After"] == "2"
    real.passed += 1.25
    assert _tried(limits, 1, POST, "1") == [True]


def test_another_channel_and_another_route_have_their_own(limits: RateLimits) -> None:
    limits.set(POST, 1, 1.0)

    assert _tried(limits, 2, POST, "1") == [True, False]
    assert _tried(limits, 2, POST, "2") == [True, False]
    assert _tried(limits, 2, "GET /channels/{channel}/messages", "1") == [True, True]


def test_the_bucket_is_the_routes_and_not_the_channels(limits: RateLimits) -> None:
    buckets = [
        limits.take(route, (major,), counts_in_all=True).headers["X-RateLimit-Bucket"]
        for route, major in ((POST, "1"), (POST, "2"), ("GET /channels/{channel}/messages", "1"))
    ]

    assert buckets[0] == buckets[1] != buckets[2]


def test_fifty_in_a_second_in_all(limits: RateLimits, real: Time) -> None:
    went_on = [went for number in range(60) for went in _tried(limits, 1, POST, str(number))]
    refused = limits.take(POST, ("60",), counts_in_all=True)
    answers = _tried(limits, 3, "POST /webhooks/{application}/{token}", "t", counts=False)

    assert went_on == [True] * 50 + [False] * 10
    assert refused.refusal is not None
    assert (refused.refusal["global"], refused.refusal["retry_after"]) == (True, 1.0)
    assert refused.headers == {
        "X-RateLimit-Global": "true",
        "X-RateLimit-Scope": "global",
        "Retry-After": "1",
        "Via": "1.1 rehearsal",
    }
    assert answers == [True] * 3
    real.passed += 1.0
    assert _tried(limits, 1, POST, "60") == [True]


def test_answers_to_interactions_take_nothing_from_the_whole(limits: RateLimits) -> None:
    limits.set(EVERYTHING, 1, 1.0)

    assert _tried(limits, 5, "POST /webhooks/{application}/{token}", "t", counts=False) == [True] * 5
    assert _tried(limits, 2, POST, "1") == [True, False]


def test_windows_that_are_over_are_forgotten(limits: RateLimits, real: Time) -> None:
    for number in range(5000):
        _tried(limits, 1, POST, str(number), counts=False)
        real.passed += 0.01

    assert len(limits._windows) < 1200


def test_every_limit_is_of_a_route_that_there_is(limits: RateLimits) -> None:
    routes = {f"{each.method} {each.path}" for each in ROUTES}

    assert set(LIMITS) - routes == {EVERYTHING, ANY_OTHER_ROUTE}
    with pytest.raises(LookupError):
        limits.set("POST /nowhere", 1, 1.0)


async def _raw(
    rehearsal: Rehearsal, session: aiohttp.ClientSession, path: str, method: str = "GET"
) -> tuple[int, dict[str, str], Any]:
    headers = {"Authorization": f"Bot {rehearsal.token}"}
    async with session.request(method, rehearsal.api_url + path, headers=headers) as response:
        body = None if response.status == 204 else await response.json()
        return response.status, dict(response.headers), body


async def test_every_answer_has_the_full_set_or_none(
    bot: Bot, rehearsal: Rehearsal, session: aiohttp.ClientSession
) -> None:
    sent = (await bot.send("general", {"content": "A slip"})).body
    path = f"/channels/{sent['channel_id']}/messages/{sent['id']}"
    deleted = await _raw(rehearsal, session, path, "DELETE")
    fine = await _raw(rehearsal, session, "/users/@me")
    unknown = await _raw(rehearsal, session, "/channels/1")
    with rehearsal.refuse(503):
        down = await _raw(rehearsal, session, "/users/@me")

    assert [each[0] for each in (deleted, fine, unknown, down)] == [204, 200, 404, 503]
    assert all(set(each[1]) >= FULL_SET for each in (deleted, fine, unknown))
    assert not FULL_SET & set(down[1])


async def test_a_request_too_many_does_nothing(
    bot: Bot, rehearsal: Rehearsal, session: aiohttp.ClientSession
) -> None:
    rehearsal.limits.set(POST, 1, 60.0)
    answers = [await bot.send("general", {"content": str(number)}) for number in range(2)]
    other = await bot.send("welcome", {"content": "elsewhere"})
    rehearsal.limits.set(EVERYTHING, 0, 60.0)
    status, headers, body = await _raw(rehearsal, session, "/users/@me")
    interaction = await bot.used("Amina")
    answered = await interaction.answer(4, {"content": "Still here"})

    assert [each.status for each in answers] == [200, 429]
    assert (answers[1].body["global"], other.status) == (False, 200)
    assert (status, body["global"], headers["X-RateLimit-Global"]) == (429, True, "true")
    assert headers["Content-Type"] == "application/json"
    assert answered.status == 200
    assert [each.text for each in rehearsal.person("Amina").read("general")] == ["0", "Still here"]


async def test_who_has_no_token_uses_nothing_up(api: Api, rehearsal: Rehearsal) -> None:
    rehearsal.limits.set(ANY_OTHER_ROUTE, 1, 60.0)
    refused = [(await api("GET", "/users/@me", token="wrong")).status for _ in range(3)]

    assert refused == [401] * 3
    assert (await api("GET", "/users/@me")).status == 200


@pytest.fixture
async def client(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[discord.Client]:
    """discord.py, logged in; it needs no gateway to send."""
    point_at(rehearsal, monkeypatch)
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(rehearsal.token)
        yield client


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize("knows_before", [True, False])
async def test_discord_py_sends_twelve_messages_and_each_arrives_once(
    rehearsal: Rehearsal, client: discord.Client, *, knows_before: bool
) -> None:
    """Where the limit narrows behind its back, discord.py meets refusals and waits them out."""
    refused: list[int] = []

    class Watching:
        def rest(self, exchange: Any) -> None:
            refused.extend([exchange.status] if exchange.status == 429 else [])

        def sent(self, event: str, data: Any) -> None: ...

        def received(self, op: int, data: Any) -> None: ...

    channel = client.get_partial_messageable(rehearsal.world.channel_named("general").id)
    await channel.send("first")
    # So long that a slow machine does not let one window end while discord.py still counts on it.
    rehearsal.limits.set(POST, 5, 3.0)
    if knows_before:
        await channel.send("second")
    rehearsal.observers.append(Watching())
    began = time.monotonic()
    await asyncio.gather(*(channel.send(str(number)) for number in range(12)))

    texts = [each.text for each in rehearsal.person("Amina").read("general")]
    assert sorted(texts[1 + knows_before :], key=int) == [str(number) for number in range(12)]
    assert time.monotonic() - began > 5.7
    assert bool(refused) is not knows_before
