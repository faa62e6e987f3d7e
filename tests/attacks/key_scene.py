"""A month of questions, and what the key file opens at four moments of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rehearsal import Person, Rehearsal
from tests.attacks import hands, with_key
from tests.attacks.hands import Card
from tests.attacks.with_key import Found
from tests.e2e.conftest import Log

_READ, _UNREAD, _LATE, _WAITING = slice(0, 3), slice(3, 6), slice(6, 9), 9


@dataclass(frozen=True, slots=True)
class Moment:
    """What the key betrays at a moment, with numbers of questions for ids, and what it should."""

    found: dict[int, int]
    named: set[int]
    right: dict[int, int]


@dataclass(frozen=True, slots=True)
class Month:
    """Before anything is closed; closed, three of them read; a month later; with later questions."""

    open: Moment
    closed: Moment
    month_later: Moment
    asked_again: Moment
    read: frozenset[int]
    paused: int
    waiting: int


class _Scene:
    def __init__(self, rehearsal: Rehearsal, folder: Path) -> None:
        self._rehearsal = rehearsal
        self._folder = folder
        self._askers = hands.askers(rehearsal)
        self._right: dict[int, int] = {}

    async def play(self) -> Month:
        cards = await self._come_out(self._askers[: _UNREAD.stop])
        for card in cards:
            await hands.answer(self._rehearsal, card)
        for asker in self._askers[_READ]:
            await hands.read_answers(self._rehearsal, asker)
        await hands.pass_window(self._rehearsal)
        before = self._try_key()
        reader = self._askers[0].user_id
        paused = next(card for card in cards if self._right[card.number] == reader)
        await hands.pause(self._rehearsal, paused)
        for card in cards:
            await hands.close(self._rehearsal, card)
        closed = self._try_key()
        await self._rehearsal.advance(hands.KEPT_AFTER_CLOSING)
        later = self._try_key()
        await self._come_out(self._askers[_LATE])
        await hands.ask(self._askers[_WAITING], "This one is still on its way.")
        readers = {asker.user_id for asker in self._askers[_READ]}
        read = frozenset(number for number, account in self._right.items() if account in readers)
        waiting = self._askers[_WAITING].user_id
        return Month(before, closed, later, self._try_key(), read, paused.number, waiting)

    async def _come_out(self, askers: list[Person]) -> list[Card]:
        """Each of them asks; returns the cards."""
        await hands.meeting_starts(self._rehearsal)
        last = max(message.id for message in hands.public(self._rehearsal, 0))
        texts = {f"What is it that {place} people call 'scoping'?": each for place, each in enumerate(askers)}
        for text, asker in texts.items():
            await hands.ask(asker, text)
        await hands.pass_window(self._rehearsal)
        cards = [card for card in hands.cards(self._rehearsal, last) if card.number]
        for card in cards:
            self._right[card.number] = next(who.user_id for text, who in texts.items() if text in card.text)
        return cards

    def _try_key(self) -> Moment:
        accounts = [asker.user_id for asker in self._askers]
        seal, community = hands.read_key(self._folder), self._rehearsal.community_id
        found = with_key.resolve(with_key.copy_files(self._folder), seal, community, accounts)
        return Moment(self._numbered(found), set(found.named), dict(self._right))

    def _numbered(self, found: Found) -> dict[int, int]:
        numbers = hands.question_numbers(self._folder)
        return {numbers[question]: account for question, account in found.askers.items()}


async def play(folder: Path) -> Month:
    """Play the month with the real bot, whose files lie in `folder`."""
    async with hands.community(folder, Log()) as rehearsal:
        return await _Scene(rehearsal, folder).play()
