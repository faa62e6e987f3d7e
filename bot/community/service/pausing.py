"""The pause of a whole community: nothing unasked goes out until a facilitator lets it all go on.

That nothing is sent meanwhile is `bot.nudges`' doing, which looks at the settings before each message.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.community import rules
from bot.community.rules import LONGEST_WORDS, CommunitySettings, PastDate, PauseOfAll
from bot.community.service.communities import Communities
from bot.community.text import pausing as text
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Post, edit_key, new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.own_words import AsItIs, OwnWords, Passage, Reading
from bot.core.postman import Refusal

CARD = "community.pause"


class Resumed(Protocol):
    """A feature that is told when a pause of everything ends."""

    async def resumed(self, tx: Tx, community: int, since: datetime, now: datetime) -> list[PastDate]:
        """Let go what would have piled up between `since` and `now`.

        Returns the dates that passed meanwhile, for somebody to look at again.
        """


class Pausing:
    """Pauses of everything, and the owner of the card that says so."""

    def __init__(
        self, *, database: Database, communities: Communities, deliveries: Deliveries, clock: Clock
    ) -> None:
        """`database` and `deliveries` are the everyday ones. What is not yet confirmed is in memory only."""
        self._database = database
        self._communities = communities
        self._deliveries = deliveries
        self._clock = clock
        self._drafts: Drafts[str] = Drafts()
        self._told: list[Resumed] = []
        self._reading: Reading = AsItIs()

    def tell(self, *features: Resumed) -> None:
        """From now on these are told when a pause ends, in this order."""
        self._told.extend(features)

    def let_read(self, reading: Reading) -> None:
        """From now on this looks at what a facilitator wrote, in the preview of it."""
        self._reading = reading

    async def ask(self, community: int, account: int, token: str) -> Form | Notice:
        """[Pause everything]: the form; while all is paused, that pause and how it is ended.

        A `token` of a draft of hers has its words in the form. Raises Refused before the community is set up.
        """
        await self._communities.get(community)
        pause = (await self._communities.settings(community)).pause
        if pause is not None:
            return text.is_paused(pause)
        with suppress(Refused):
            return text.form(self._drafts.get(token, account, self._clock.now()))
        return text.form()

    async def preview(self, community: int, account: int, typed: str) -> Notice:
        """What everybody will read; raises Refused for no words, or too many."""
        words = rules.check_words(typed)

        async def again(texts: Sequence[str]) -> Notice:
            return self._previewed(account, rules.check_words(texts[0]))

        own = OwnWords(community, account, CARD, (Passage(words, LONGEST_WORDS),), again)
        return await self._reading.hint(self._previewed(account, words), own)

    async def pause(self, community: int, account: int, token: str) -> Notice:
        """[Pause everything now]. The second of two reads the words of the first.

        Raises Refused if the preview was shown too long ago, or before a restart.
        """
        place = (await self._communities.get(community)).questions_channel
        now = self._clock.now()
        async with self._database.write() as tx:
            earlier = (await self._communities.settings_in(tx, community)).pause
            if earlier is not None:
                return text.is_paused(earlier)
            key = new_key()
            pause = PauseOfAll(now, self._draft(token, account, now), key, place)
            await self._communities.change(tx, community, lambda settings: replace(settings, pause=pause))
            card = Delivery(key, community, CARD, Post(place), text.card(key, pause.words, now))
            await self._deliveries.put(tx, card, now)
        self._drafts.drop(token)
        return text.paused()

    async def leave(self, community: int) -> Notice:
        """[Leave it as it is]."""
        settings = await self._communities.settings(community)
        return text.left_as_it_is(paused=settings.pause is not None)

    async def resume(self, community: int, token: str) -> Notice:
        """[Go on], for the pause with this token. Twice is once; a pause that began since then stays."""
        now = self._clock.now()
        async with self._database.write() as tx:
            pause = (await self._communities.settings_in(tx, community)).pause
            if pause is None:
                return text.left_as_it_is(paused=False)
            if pause.key != token:
                return text.is_paused(pause)
            await self._communities.change(tx, community, _without_pause)
            dates = [
                date for each in self._told for date in await each.resumed(tx, community, pause.since, now)
            ]
            if pause.message is not None:
                await self._say_that_it_goes_on(tx, community, pause.key, Edit(pause.channel, pause.message))
        return text.resumed(dates)

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where the card is; one that arrives when its pause is over is put right."""
        if not isinstance(delivery.place, Post):
            return
        pause = (await self._communities.settings_in(tx, delivery.community)).pause
        if pause is None or pause.key != delivery.key:
            place = Edit(delivery.place.channel, message)
            await self._say_that_it_goes_on(tx, delivery.community, delivery.key, place)
            return
        there = replace(pause, message=message)
        await self._communities.change(
            tx, delivery.community, lambda settings: replace(settings, pause=there)
        )

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: the pause holds without its card, which is tried again."""

    def _previewed(self, account: int, words: str) -> Notice:
        token = new_key()
        self._drafts.put(token, account, words, self._clock.now())
        return text.preview(token, words)

    def _draft(self, token: str, account: int, now: datetime) -> str:
        try:
            return self._drafts.get(token, account, now)
        except Refused:
            raise Refused("error-pause-gone") from None

    async def _say_that_it_goes_on(self, tx: Tx, community: int, key: str, place: Edit) -> None:
        now = self._clock.now()
        edit = Delivery(edit_key(key), community, CARD, place, text.card_resumed(key, now))
        await self._deliveries.put(tx, edit, now)


def _without_pause(settings: CommunitySettings) -> CommunitySettings:
    return replace(settings, pause=None)
