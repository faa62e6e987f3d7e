"""People who go on whatever dies.

They press again when nothing came, and look first where twice would be twice.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from rehearsal import Outcome, Person, Rehearsal, Shown
from tests.crash.supervised import Supervised

_MOST_TRIES = 8
#: What somebody reads who does again what was done before the crash.
_DONE_BEFORE = re.compile(r"already|Nothing was (changed|sent)|No meeting is on")
_A_WINDOW = timedelta(seconds=20)

Act = Callable[[], Awaitable[Outcome]]


def offers(outcome: Outcome, label: str) -> bool:
    """Whether this can be pressed on what came.

    Where an answer takes the place of what was pressed, and the bot dies on the way, all stays as it was.
    """
    shown = outcome.message
    return shown is not None and label in {button.label for button in shown.buttons}


class Crowd:
    """Everybody in the rehearsal, and somebody who starts the bot again."""

    def __init__(self, rehearsal: Rehearsal, bot: Supervised) -> None:
        self.rehearsal = rehearsal
        self.bot = bot

    def person(self, name: str) -> Person:
        """Somebody by name."""
        return self.rehearsal.person(name)

    def card(self, name: str, text: str, channel: str = "questions") -> Shown:
        """The latest message with this text that everybody in the channel sees."""
        shown = self.person(name).read(channel)
        found = [each for each in shown if text in each.text and not each.only_you]
        assert found, f"{name} sees nothing with {text!r} in #{channel}"
        return found[-1]

    async def settle(self) -> None:
        """Let the bot do all that is due, starting it again as often as it dies on the way."""
        await self.bot.revive()
        await self.rehearsal.settle()
        while await self.bot.revive():
            await self.rehearsal.settle()

    async def until_done(
        self,
        act: Act,
        says: str = "",
        done: Callable[[], bool] = lambda: False,
        *,
        follows: bool = True,
    ) -> Outcome:
        """Do it until something comes of it: a form, or what `says` so, or that it was done before the crash.

        With `done` they look before they do it again, where twice would be twice. `follows`: wait for what
        follows from it, such as a card.
        """
        for tries in range(_MOST_TRIES):
            outcome = await act()
            read = "" if outcome.message is None else outcome.message.text
            # Where the answer takes the place of what was pressed, and the bot dies, all stays as it was.
            is_answered = outcome.failed is None and bool(read or outcome.form or not says)
            if follows or not is_answered:
                await self.settle()
            if is_answered:
                assert says in read or (tries and _DONE_BEFORE.search(read)), f"{says!r} is not in {read!r}"
                return outcome
            if done():
                return outcome
        raise AssertionError("nothing came of it")

    async def press(
        self,
        name: str,
        label: str,
        channel: str | None = "questions",
        *,
        on: Shown | None = None,
        says: str = "",
    ) -> Outcome:
        """Press a button until something comes of it, and of that."""
        person = self.person(name)
        return await self.until_done(lambda: person.press(label, channel=channel, message=on), says)

    async def open(
        self,
        name: str,
        label: str,
        channel: str | None = "questions",
        *,
        on: Shown | None = None,
        says: str = "",
    ) -> Outcome:
        """Press a button whose answer is all that follows at once: a form, or what can be pressed next."""
        person = self.person(name)
        return await self.until_done(
            lambda: person.press(label, channel=channel, message=on), says, follows=False
        )

    async def open_more(self, name: str, label: str, *, says: str = "") -> Outcome:
        """Press [More] on the panel, and then a button of what came, as `open` does."""
        more = await self.open(name, "More", says="Only you can see this")
        return await self.open(name, label, on=more.message, says=says)

    async def fill_in(
        self,
        opened: Outcome,
        values: Mapping[str, str],
        says: str,
        done: Callable[[], bool] = lambda: False,
        *,
        follows: bool = True,
    ) -> Outcome:
        """Fill in the form that was opened, and send it until something comes of it."""
        form = opened.form
        assert form is not None, f"no form: {opened}"
        return await self.until_done(lambda: form.submit(values), says, done, follows=follows)

    async def pass_window(self) -> None:
        """The window of a meeting ends; once more if the bot died on the way."""
        await self._through(lambda: self.rehearsal.world.clock.now() + _A_WINDOW)

    async def go_to(self, moment: datetime) -> None:
        """It is this moment, or later if the bot was away then."""
        await self._through(lambda: max(moment, self.rehearsal.world.clock.now()))

    async def _through(self, until: Callable[[], datetime]) -> None:
        while True:
            deaths = self.bot.deaths
            await self._move(until())
            if self.bot.deaths == deaths:
                return

    async def _move(self, moment: datetime) -> None:
        """Move the time from one moment at which the bot has something due to the next.

        So a bot that dies at one of them is started again then, and not at the end of a week.
        """
        while True:
            await self.settle()
            due = await self.rehearsal.next_due()
            if await self.bot.revive():
                continue
            now = self.rehearsal.world.clock.now()
            # It may have been found dead, and some minutes later, on the way.
            if now >= moment:
                return
            await self.rehearsal.move_to(moment if due is None or due <= now else min(due, moment))
