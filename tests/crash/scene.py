"""A small meeting that goes on whatever dies: people press again, and somebody starts the bot again."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from rehearsal import Outcome, Person, Rehearsal, Shown
from rehearsal.launcher import BotProcess

QUESTIONS = {
    "Amina Yusuf": "What is a commissioner?",
    "Derek Holloway": "Will this change my own care?",
}
ANSWER = "Somebody who plans and pays for care."
_MOST_TRIES = 8
_LONGEST_DEATH = 20
#: What is due sooner belongs to the meeting; what is due later, to the night.
_SOON = timedelta(minutes=5)


class Supervised:
    """The hooked bot. When it was killed it is started again, without the hook that kills."""

    def __init__(self, rehearsal: Rehearsal, folder: Path, kill_at: int, *, nonces: bool = True) -> None:
        self._rehearsal = rehearsal
        self._folder = folder
        self._nonces = nonces
        self.steps = folder / "steps.txt"
        self.deaths = 0
        self._process = self._make(kill_at)

    async def start(self) -> None:
        await self._process.start()
        await self._rehearsal.bot_ready()

    async def stop(self) -> None:
        await self._process.stop()

    async def revive(self) -> bool:
        """If the bot has died, start another, and return when it is ready; says whether it had."""
        if not self._is_dead_or_dying():
            return False
        async with asyncio.timeout(_LONGEST_DEATH):
            await self._process.ended()
        self.deaths += 1
        self._process = self._make(kill_at=0)
        await self._process.start()
        await self._rehearsal.bot_ready()
        return True

    def _is_dead_or_dying(self) -> bool:
        # A process that was killed closes its sockets, one after the other, and only then counts as dead.
        if not (self._rehearsal.bot_connected and self._rehearsal.clock_followed):
            return True
        return os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def log(self) -> str:
        return self._process.log.read_text()

    def _make(self, kill_at: int) -> BotProcess:
        steps = self.steps if kill_at or not self.steps.exists() else self._folder / "later-steps.txt"
        extra = {"CRASH_STEPS": str(steps), "CRASH_AT": str(kill_at)}
        if not self._nonces:
            extra["CRASH_NO_NONCES"] = "1"
        command = (sys.executable, "-m", "tests.crash.launcher")
        return BotProcess(self._rehearsal, self._folder, command, extra)


class Meeting:
    """The meeting, step by step. Whoever gets no answer presses again, as people do."""

    def __init__(self, rehearsal: Rehearsal, bot: Supervised) -> None:
        self._rehearsal = rehearsal
        self._bot = bot

    async def go(self) -> None:
        """From the panel to the last close."""
        await self._panel()
        for name, text in QUESTIONS.items():
            await self._ask(self._rehearsal.person(name), text)
        await self._pass_window()
        leila = self._rehearsal.person("Leila Haddad")
        for text in QUESTIONS.values():
            await self._fill_in(leila, lambda t=text: self._menu(leila, t), "Answer", {"Your answer": ANSWER})
        for name in QUESTIONS:
            await self._until_done(lambda n=name: self._press(self._rehearsal.person(n), "My questions"))
        await self._pass_window()
        for text in QUESTIONS.values():
            await self._until_done(lambda t=text: self._close(leila, t))
        await self._pass_window()

    async def _panel(self) -> None:
        ruth = self._rehearsal.person("Ruth Calder")
        options = {
            "questions_channel": "questions",
            "facilitators_channel": "facilitators",
            "facilitators_role": "Facilitators",
        }
        # Twice in a row would rightly post it twice: so she looks first whether it is there.
        while not await self._there("Press **Ask anonymously**"):
            await ruth.command("panel", channel="general", **options)
            await self._settle()

    async def _ask(self, person: Person, text: str) -> None:
        await self._fill_in(
            person, lambda: self._press(person, "Ask anonymously"), None, {"Your question": text}
        )

    async def _fill_in(
        self,
        person: Person,
        open_menu: Callable[[], Awaitable[Outcome]],
        button: str | None,
        values: dict[str, str],
    ) -> None:
        outcome = await self._until_done(open_menu)
        if button is not None:
            outcome = await self._until_done(lambda: self._press(person, button))
        form = outcome.form
        if form is None:
            # What she wanted was done before the crash, and the bot has said so.
            return
        await self._until_done(lambda: form.submit(values))

    async def _menu(self, person: Person, text: str) -> Outcome:
        return await person.press("Facilitators", channel="questions", message=self._card(person, text))

    def _card(self, person: Person, text: str) -> Shown:
        return next(shown for shown in person.read("questions") if text in shown.text and not shown.only_you)

    async def _close(self, person: Person, text: str) -> Outcome:
        card = self._card(person, text)
        if "This question is closed." in card.text:
            # It was done before the crash; she sees it, and has nothing left to press.
            return Outcome(message=card)
        outcome = await self._menu(person, text)
        if outcome.message is None or not outcome.message.buttons:
            return outcome
        return await person.press("Close this question", channel="questions", message=outcome.message)

    async def _press(self, person: Person, button: str) -> Outcome:
        return await person.press(button, channel="questions")

    async def _until_done(self, act: Callable[[], Awaitable[Outcome]]) -> Outcome:
        for _ in range(_MOST_TRIES):
            outcome = await act()
            await self._settle()
            if outcome.failed is None:
                return outcome
        raise AssertionError(f"nothing came of it: {self._bot.log()}")

    async def _pass_window(self) -> None:
        for _ in range(_MOST_TRIES):
            await self._settle()
            due = await self._rehearsal.next_due()
            if due is not None and due - self._rehearsal.world.clock.now() > _SOON:
                return
            await self._rehearsal.move_to(due or self._rehearsal.world.clock.now())
        raise AssertionError(f"the window never ended: {self._bot.log()}")

    async def _settle(self) -> None:
        """Let the bot do all that is due, starting it again as often as it dies on the way."""
        await self._bot.revive()
        await self._rehearsal.settle()
        while await self._bot.revive():
            await self._rehearsal.settle()

    async def _there(self, text: str) -> bool:
        await self._settle()
        amina = self._rehearsal.person("Amina Yusuf")
        return any(text in shown.text for shown in amina.read("questions"))
