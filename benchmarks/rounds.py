"""Fifteen people press at once, again and again, and it is measured how long each waits for the answer."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from benchmarks.filling import Amount, fill
from benchmarks.report import Measured
from rehearsal import Form, Outcome, Person, Rehearsal
from rehearsal.launcher import OUR_BOT, BotProcess

PEOPLE = 15
#: Questions that one account asks before the hour in which they count is over; the bot lets it ask 12.
_ROUNDS_AN_HOUR = 10
_BARE_BOT = (sys.executable, "-m", "benchmarks.bare_bot")
_PANEL = {
    "questions_channel": "questions",
    "facilitators_channel": "facilitators",
    "facilitators_role": "Facilitators",
}
_LONGEST_START = 300.0


async def of_the_bare_bot(folder: Path, rounds: int) -> Measured:
    """A press, to the end of its answer, of a bot that does nothing else."""
    async with Rehearsal() as rehearsal, _running(rehearsal, folder, _BARE_BOT, clock=False):
        await rehearsal.world.changed.until(lambda: bool(rehearsal.people[0].read("questions")), 10)

        def press(person: Person) -> Callable[[], Awaitable[Outcome]]:
            return lambda: person.press("Ask", channel="questions")

        waited = []
        for _ in range(rounds):
            waited += await _all_at_once([press(person) for person in rehearsal.people[:PEOPLE]], "Thank you")
    return Measured("A bare discord.py bot", waited)


async def of_equal_footing(folder: Path, rounds: int, amount: Amount) -> Measured:
    """A form that was sent, to the end of its acknowledgement, in a meeting with quick windows."""
    async with Rehearsal() as rehearsal:
        async with _running(rehearsal, folder, OUR_BOT):
            owner = rehearsal.person("Ruth")
            await owner.command("panel", channel="general", **_PANEL)
            await rehearsal.settle()
        await fill(folder, rehearsal.community_id, amount, rehearsal.world.clock.now())
        async with _running(rehearsal, folder, OUR_BOT):
            await rehearsal.person("Leila").press("Meeting starts", channel="facilitators")
            waited = []
            for number in range(rounds):
                waited += await _ask(rehearsal, number)
    return Measured("Equal Footing", waited)


async def _ask(rehearsal: Rehearsal, number: int) -> list[float]:
    """One round: everybody has the form open and sends it; then the window ends."""

    def send(form: Form) -> Callable[[], Awaitable[Outcome]]:
        return lambda: form.submit({"Your question": f"What does the word in part {number} mean?"})

    forms = [await _opened(person) for person in rehearsal.people[:PEOPLE]]
    waited = await _all_at_once([send(form) for form in forms], "is safe here")
    is_last_of_hour = number % _ROUNDS_AN_HOUR == _ROUNDS_AN_HOUR - 1
    await rehearsal.advance(timedelta(hours=1) if is_last_of_hour else timedelta(seconds=20))
    return waited


async def _opened(person: Person) -> Form:
    opened = await person.press("Ask anonymously", channel="questions")
    if opened.form is None:
        raise RuntimeError(f"no form was opened: {opened}")
    return opened.form


async def _all_at_once(does: list[Callable[[], Awaitable[Outcome]]], wanted: str) -> list[float]:
    """How long each waited; RuntimeError for an answer that does not say what is wanted."""

    async def timed(do: Callable[[], Awaitable[Outcome]]) -> float:
        began = time.perf_counter()
        outcome = await do()
        waited = time.perf_counter() - began
        if outcome.message is None or wanted not in outcome.message.text:
            raise RuntimeError(f"not the answer that was expected: {outcome}")
        return waited

    return await asyncio.gather(*map(timed, does))


@asynccontextmanager
async def _running(
    rehearsal: Rehearsal, folder: Path, command: tuple[str, ...], *, clock: bool = True
) -> AsyncIterator[None]:
    """A bot that is ready; RuntimeError with what it printed if it ends before it is."""
    process = BotProcess(rehearsal, folder, command)
    await process.start()
    ready = asyncio.ensure_future(rehearsal.bot_ready(_LONGEST_START, clock=clock))
    ended = asyncio.ensure_future(process.ended())
    try:
        await asyncio.wait((ready, ended), return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            raise RuntimeError(f"the bot has ended:\n{process.last_lines()}")
        await ready
        yield
    finally:
        ready.cancel()
        ended.cancel()
        await process.stop()
