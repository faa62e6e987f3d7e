"""The clock of the bot's computer is set back an hour, while Discord's goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from bot.core.clock import ComeToRest, LoopbackClock, Tick
from rehearsal import Rehearsal
from tests.e2e.conftest import answer, ask, cards, pass_window
from tests.e2e.flows import press_more
from tests.e2e.hands import said

AN_HOUR = timedelta(hours=1)
QUICK = timedelta(seconds=20)


class BotsClock:
    """How far the bot's clock is behind the world's; the world still knows when the bot has something due."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.behind = timedelta(0)
        now, follow = LoopbackClock.now, LoopbackClock.follow

        async def follow_behind(clock: LoopbackClock, tick: Tick, come_to_rest: ComeToRest) -> None:
            await follow(clock, self._told(tick), come_to_rest)

        monkeypatch.setattr(LoopbackClock, "now", lambda clock: now(clock) - self.behind)
        monkeypatch.setattr(LoopbackClock, "follow", follow_behind)

    def _told(self, tick: Tick) -> Callable[[], Awaitable[datetime | None]]:
        async def told() -> datetime | None:
            due = await tick()
            return None if due is None else due + self.behind

        return told


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> BotsClock:
    """The bot's clock, right to begin with."""
    return BotsClock(monkeypatch)


async def test_what_is_asked_afterwards_comes_out_in_its_window_once(
    clock: BotsClock, community: Rehearsal
) -> None:
    await ask(community, "Derek", "Before?")
    await pass_window(community)
    clock.behind = AN_HOUR
    assert "20 seconds at the latest" in said(await ask(community, "Amina", "Afterwards?"))
    await community.advance(QUICK)
    assert "Afterwards?" in cards(community)[1]
    await answer(community, "Leila", "So it is.")
    await community.advance(QUICK)
    assert "So it is." in cards(community)[1]
    await community.advance(2 * AN_HOUR)
    assert len(cards(community)) == 2


async def test_what_waited_comes_out_once_and_at_the_latest_when_the_hour_has_passed_again(
    clock: BotsClock, community: Rehearsal
) -> None:
    await ask(community, "Amina", "Before?")
    clock.behind = AN_HOUR
    mine = said(await press_more(community.person("Amina"), "My questions"))
    assert "Before?" in mine
    await ask(community, "Derek", "Afterwards?")
    await community.advance(AN_HOUR + QUICK)
    out = "\n".join(cards(community))
    assert (out.count("Before?"), out.count("Afterwards?")) == (1, 1)
    await community.advance(2 * AN_HOUR)
    assert len(cards(community)) == 2


async def test_a_card_on_its_way_arrives_once(clock: BotsClock, community: Rehearsal) -> None:
    await ask(community, "Amina", "Where is it?")
    community.world.deny("Equal Footing", "questions", "SEND_MESSAGES")
    await pass_window(community)
    assert cards(community) == []
    clock.behind = AN_HOUR
    community.world.allow("Equal Footing", "questions", "SEND_MESSAGES")
    await community.person("Leila").press("Try again now", channel="facilitators")
    await community.settle()
    assert len(cards(community)) == 1
    await community.advance(2 * AN_HOUR)
    assert len(cards(community)) == 1


async def test_a_limit_ends(clock: BotsClock, community: Rehearsal) -> None:
    for number in range(12):
        await ask(community, "Amina", f"Part {number}?")
    clock.behind = AN_HOUR
    assert "within an hour" in said(await ask(community, "Amina", "One more?"))
    await community.advance(2 * AN_HOUR + QUICK)
    assert "Your question is safe here" in said(await ask(community, "Amina", "One more?"))


async def test_a_meeting_ends_by_itself_an_hour_later_and_by_hand_at_once(
    clock: BotsClock, community: Rehearsal
) -> None:
    clock.behind = AN_HOUR
    await community.advance(timedelta(hours=6, minutes=30))
    leila = community.person("Leila")
    assert "is on already" in said(await leila.press("Meeting starts", channel="facilitators"))
    await community.advance(AN_HOUR)
    assert "has started" in said(await leila.press("Meeting starts", channel="facilitators"))
    clock.behind = 2 * AN_HOUR
    assert "has ended" in said(await leila.press("Meeting ends", channel="facilitators"))


async def test_the_bot_goes_on(clock: BotsClock, community: Rehearsal, bot: asyncio.Task[None]) -> None:
    clock.behind = AN_HOUR
    await community.advance(timedelta(days=2))
    assert not bot.done()
    assert "Your question is safe here" in said(await ask(community, "Amina", "Still there?"))
