"""Facilitators compose the paths. What they change holds for what has not gone out yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.own_words import AsItIs, OwnWords, Passage, Reading
from bot.preparation import rules
from bot.preparation.rules import LONGEST_OWN, LONGEST_PAID, PAID, Card, Composed, PathOf, Step
from bot.preparation.service.desk import Desk
from bot.preparation.service.walking import Walking
from bot.preparation.text import composing as text

#: What a facilitator writes herself on a card.
OWN = "preparation.own"


class Composing:
    """Which cards go out, when, and with which words. A token is `path.card`."""

    def __init__(self, desk: Desk, walking: Walking) -> None:
        """`walking` hears of each change."""
        self._desk = desk
        self._walking = walking
        self._reading: Reading = AsItIs()

    def let_read(self, reading: Reading) -> None:
        """From now on this looks at a community's own words on a card, when they are shown on it."""
        self._reading = reading

    def show(self) -> Notice:
        """[Before the first meeting]: the two paths."""
        return text.paths()

    async def path(self, community: int, path: str) -> Notice:
        """One path; raises Refused if there is no such path."""
        return text.path(_path(path), await self._composed(community))

    async def card(self, community: int, token: str) -> Notice:
        """A card as members see it; raises Refused if it is not one of this path's."""
        path, card = _split(token)
        return text.card(path, card, await self._composed(community))

    async def edit_form(self, community: int, token: str) -> Form:
        """When it goes out, and which words of the community's own stand on it."""
        path, card = _split(token)
        return text.edit_form(path, card, await self._composed(community))

    async def pay_form(self, community: int, token: str) -> Form:
        """The five boxes about payment."""
        return text.pay_form(_split(token)[0], await self._composed(community))

    async def edit(self, community: int, account: int, token: str, typed: Mapping[str, str]) -> Notice:
        """The form was sent; raises Refused for what cannot be."""
        shown = await self._edit(community, token, typed)
        before = rules.check_own(typed.get("own", ""), LONGEST_OWN)

        async def again(texts: Sequence[str]) -> Notice:
            if texts[0] == before:
                return await self.card(community, token)
            return await self._edit(community, token, {**typed, "own": texts[0]})

        own = OwnWords(community, account, OWN, (Passage(before, LONGEST_OWN),), again)
        return await self._reading.hint(shown, own)

    async def _edit(self, community: int, token: str, typed: Mapping[str, str]) -> Notice:
        path, card = _split(token)
        days = rules.check_days(card, typed["days"])
        own = rules.check_own(typed.get("own", ""), LONGEST_OWN)

        def change(composed: Composed) -> Composed:
            is_on = composed.step(path, card) is not None
            placed = composed.put(path, Step(card, days)) if is_on else composed
            return placed.say(card, own)

        return await self._change(community, token, change)

    async def pay(self, community: int, account: int, token: str, typed: Mapping[str, str]) -> Notice:
        """The boxes about payment were filled in; raises Refused for too much."""
        shown = await self._pay(community, token, typed)
        before = [rules.check_own(typed.get(name, ""), LONGEST_PAID) for name in PAID]

        async def again(texts: Sequence[str]) -> Notice:
            if list(texts) == before:
                return await self.card(community, token)
            return await self._pay(community, token, dict(zip(PAID, texts, strict=True)))

        boxes = tuple(Passage(words, LONGEST_PAID) for words in before)
        return await self._reading.hint(shown, OwnWords(community, account, OWN, boxes, again))

    async def _pay(self, community: int, token: str, typed: Mapping[str, str]) -> Notice:
        paid = {name: rules.check_own(typed.get(name, ""), LONGEST_PAID) for name in PAID}
        return await self._change(
            community, token, lambda composed: replace(composed, paid=rules.filled(paid))
        )

    async def put(self, community: int, token: str) -> Notice:
        """[Put it on the path]."""
        path, card = _split(token)
        return await self._change(community, token, lambda composed: composed.put(path, rules.standing(card)))

    async def take_out(self, community: int, token: str) -> Notice:
        """[Take it off the path]; its words are kept."""
        path, card = _split(token)
        return await self._change(community, token, lambda composed: composed.take_out(path, card))

    async def _composed(self, community: int) -> Composed:
        async with self._desk.database.read() as tx:
            return await self._desk.store.path(tx, community)

    async def _change(self, community: int, token: str, change: Callable[[Composed], Composed]) -> Notice:
        path, card = _split(token)
        async with self._desk.database.write() as tx:
            composed = change(await self._desk.store.path(tx, community))
            await self._desk.store.put_path(tx, composed)
            await self._walking.changed(tx, community)
        return text.changed(text.card(path, card, composed))


def _path(path: str) -> PathOf:
    if path not in (PathOf.LAY, PathOf.PROFESSIONAL):
        raise Refused("error-old-button")
    return PathOf(path)


def _split(token: str) -> tuple[PathOf, Card]:
    path, _, card = token.partition(".")
    if card not in rules.CARDS or card not in rules.offered(_path(path)):
        raise Refused("error-old-button")
    return _path(path), Card(card)
