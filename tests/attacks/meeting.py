"""Windows of one question from each of fifteen people, over simulated weeks, with a thief at the computer.

Who asks when in a window is drawn anew each time. Texts say nothing about who wrote them, and differ in
length.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from rehearsal import Person, Rehearsal
from tests.attacks import hands
from tests.attacks.hands import Card
from tests.attacks.loot import Ask, Thief, Window
from tests.e2e.conftest import Log

#: How many questions of a window are answered, read and closed before the next.
_CLOSED_EACH_TIME = 2
#: Of so many windows, after which somebody leaves, has all forgotten, is paused.
_EACH, _LEAVES, _ERASES, _PAUSES = 10, 1, 4, 6
_MARK_LETTERS = 12
_SENTENCES = (
    "I would like to hear it in plain words.",
    "It came up last time, and I did not follow.",
    "What would it change for people like us?",
    "Who decides about it in the end?",
    "Is there something to read about it?",
    "I am not sure that everybody means the same by it.",
)

#: Told each question's text, and when and by which account it was asked: what a planted leak may know.
Whisper = Callable[[str, int, datetime], None]


@dataclass(frozen=True, slots=True)
class Held:
    """What a meeting leaves: the windows as the thief saw them, and, apart from them, who asked what.

    `truth` has, for each card of each window, the place of its ask.
    """

    windows: list[Window]
    truth: list[list[int]]
    copies: int


class Meeting:
    """The windows of one run."""

    def __init__(self, rehearsal: Rehearsal, thief: Thief, rng: Random, whisper: Whisper | None) -> None:
        """`rng` draws orders, times and texts."""
        self._rehearsal = rehearsal
        self._thief = thief
        self._rng = rng
        self._whisper = whisper
        self._askers = hands.askers(rehearsal)
        self._phase = "between"
        self._truth: list[list[int]] = []

    async def hold(self, windows: int, passed: Callable[[], None] = lambda: None) -> Held:
        """Hold so many windows; `passed` is called after each."""
        with hands.at_each_commit(self._about_to_commit, self._committed):
            for window in range(windows):
                await self._window()
                await self._somebody_goes(window)
                await self._afterwards()
                await self._some_hours_pass()
                self._thief.later()
                passed()
        return Held(self._thief.windows, self._truth, self._thief.copies_taken)

    def _about_to_commit(self) -> None:
        if self._phase != "between":
            self._thief.glance()

    def _committed(self) -> None:
        if self._phase == "out":
            self._thief.changed_after()

    @contextmanager
    def _in(self, phase: str) -> Iterator[None]:
        self._phase = phase
        try:
            yield
        finally:
            self._phase = "between"

    async def _window(self) -> None:
        order = self._rng.sample(self._askers, len(self._askers))
        marks = ["".join(self._rng.choices(string.ascii_lowercase, k=_MARK_LETTERS)) for _ in order]
        before = max((message.id for message in hands.public(self._rehearsal, 0)), default=0)
        await hands.meeting_starts(self._rehearsal)
        self._thief.begin()
        with self._in("asking"):
            for person, mark in zip(order, marks, strict=True):
                await self._pass(seconds=self._rng.uniform(0.3, 0.9) * hands.WINDOW_LENGTH.seconds / 20)
                await self._ask(person, mark, before)
        with self._in("out"):
            await hands.pass_window(self._rehearsal)
        places = {
            place: card for card in hands.cards(self._rehearsal, before) for place in _places(card, marks)
        }
        cards = sorted(places.values(), key=lambda card: card.message)
        self._thief.end(cards)
        self._truth.append([place for card in cards for place in _places(card, marks)])
        self._order, self._cards = order, cards

    async def _ask(self, person: Person, mark: str, before: int) -> None:
        more = self._rng.choices(_SENTENCES, k=self._rng.randrange(25))
        text = " ".join((f"What does '{mark}' mean?", *more))
        now = self._rehearsal.world.clock.now()
        if self._whisper is not None:
            self._whisper(text, person.user_id, now)
        await hands.ask(person, text)
        seen = len(hands.public(self._rehearsal, before))
        self._thief.asked(Ask(person.user_id, person.name, now), seen)

    async def _afterwards(self) -> None:
        """Some questions are answered, read and closed; the thief watches who reads."""
        out = [which for which, card in enumerate(self._cards) if card.number]
        for which in self._rng.sample(out, _CLOSED_EACH_TIME):
            card, asker = self._cards[which], self._order[self._truth[-1][which]]
            await hands.answer(self._rehearsal, card)
            with self._thief.around(asker.user_id):
                await hands.read_answers(self._rehearsal, asker)
                await hands.pass_window(self._rehearsal)
            await hands.close(self._rehearsal, card)

    async def _somebody_goes(self, window: int) -> None:
        """At set windows somebody leaves, has all forgotten, or is paused; the thief watches who goes."""
        person = self._rng.choice([each for each in self._order if each.name != hands.OWNER])
        if window % _EACH == _LEAVES:
            with self._thief.around(person.user_id):
                await hands.leave(self._rehearsal, person)
        elif window % _EACH == _ERASES:
            with self._thief.around(person.user_id):
                await hands.erase(self._rehearsal, person)
        elif window % _EACH == _PAUSES:
            self._thief.look()
            await hands.pause(self._rehearsal, next(card for card in self._cards if card.number))
            self._thief.look()

    async def _some_hours_pass(self) -> None:
        """Until the beginning of a window, at whatever hour."""
        length = hands.WINDOW_LENGTH.total_seconds()
        later = self._rehearsal.world.clock.now() + hands.LONGEST_MEETING * self._rng.uniform(1, 3)
        await self._rehearsal.move_to(later + timedelta(seconds=length - later.timestamp() % length))

    async def _pass(self, seconds: float) -> None:
        await self._rehearsal.advance(timedelta(seconds=round(seconds, 3)))


async def hold(
    folder: Path,
    windows: int,
    seed: str,
    whisper: Whisper | None = None,
    passed: Callable[[], None] = lambda: None,
) -> Held:
    """Hold a meeting of so many windows through the real bot, whose files lie in `folder`."""
    log = Log()
    async with hands.community(folder, log) as rehearsal:
        thief = Thief(folder, hands.KEY_FILE, log.getvalue)
        return await Meeting(rehearsal, thief, Random(seed), whisper).hold(windows, passed)


def _places(card: Card, marks: list[str]) -> list[int]:
    return [place for place, mark in enumerate(marks) if mark in card.text]
