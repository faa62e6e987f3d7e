"""A facilitator's text before it is posted: what is hard in it, and the words that its readers will hear.

A text is in memory only, for a quarter of an hour. Nothing of it is written, but the card that she posts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.community.rules import Community
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.postman import Refusal
from bot.glossary.rules import before_posting as rules
from bot.glossary.rules.before_posting import LONGEST, Checked, Offer
from bot.glossary.rules.index import Index
from bot.glossary.rules.term import Term
from bot.glossary.rules.words_to_hear import as_text, on_card
from bot.glossary.text import before_posting as text
from bot.plain.rules import sentences
from bot.questions.rules.writing import tidy

CARD = "glossary.card"


class Indexed(Protocol):
    """A community's terms, ready to be found."""

    @property
    def index(self) -> Index: ...


class Indexes(Protocol):
    """What finds the terms of each community."""

    async def of(self, community: int) -> Indexed: ...


class Communities(Protocol):
    """How communities are set up."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text that was checked; `before` is the draft that it was made from by taking `taken`."""

    checked: Checked
    before: str = ""
    taken: Offer | None = None


class BeforePosting:
    """Checks texts, and owns the cards that are posted."""

    def __init__(
        self,
        *,
        database: Database,
        indexes: Indexes,
        communities: Communities,
        deliveries: Deliveries,
        clock: Clock,
    ) -> None:
        """`database` and `deliveries` are the everyday ones."""
        self._database = database
        self._indexes = indexes
        self._communities = communities
        self._deliveries = deliveries
        self._clock = clock
        self._drafts: Drafts[_Draft] = Drafts("glossary-check-gone")
        self._cards: Drafts[tuple[Term, ...]] = Drafts("glossary-check-card-gone")

    def form(self) -> Form:
        """Where a text is put in."""
        return text.form()

    async def check(self, community: int, account: int, typed: str) -> Notice:
        """What was found in a text; raises Refused if there is no word in it, or it is too long."""
        words = tidy(typed)
        if not any(sentences(words)):
            raise Refused("glossary-check-empty")
        if len(words) > LONGEST:
            raise Refused("glossary-check-long", length=len(words), most=LONGEST)
        return self._keep(account, _Draft(await self._looked_at(community, words)))

    async def take(self, community: int, account: int, token: str) -> Notice:
        """Take one offer. `token` is the draft's and the offer's place in it: a second press takes the same.

        Raises Refused for a draft that is gone, and an offer that is not there.
        """
        key, _, place = token.rpartition(".")
        draft = self._get(key, account)
        offers = draft.checked.offers
        if not place.isdecimal() or int(place) >= len(offers):
            raise Refused("error-old-button")
        taken = offers[int(place)]
        words = rules.take(draft.checked.text, taken)
        return self._keep(account, _Draft(await self._looked_at(community, words), key, taken))

    def show(self, account: int, token: str) -> Notice:
        """What was found in a text before; raises Refused if that is gone."""
        return self._shown(token, self._get(token, account))

    def copy(self, account: int, token: str) -> Form:
        """The text as it is now, to copy or to change; raises Refused if it is gone."""
        return text.form(self._get(token, account).checked.text)

    # Words you will hear

    def card(self, account: int, token: str) -> Notice:
        """The words that readers of a text will hear, as a card; raises Refused if the text is gone."""
        draft = self._get(token, account)
        terms = on_card(draft.checked.terms)
        key = new_key()
        self._cards.put(key, account, terms, self._clock.now())
        return text.card_preview(key, token, terms, len(draft.checked.terms) - len(terms))

    def copy_card(self, account: int, token: str) -> Form:
        """The card as text, to copy; raises Refused if it is gone."""
        return text.form(as_text(self._cards.get(token, account, self._clock.now()))[:LONGEST])

    async def post(self, community: int, account: int, token: str, channel: int) -> Notice:
        """Post the card in a channel, once; raises Refused if it is posted already, or is too old."""
        now = self._clock.now()
        terms = self._cards.get(token, account, now)
        # Before anything is waited for: two presses post one card.
        self._cards.drop(token)
        try:
            await self._send(community, token, channel, terms, now)
        except BaseException:
            self._cards.put(token, account, terms, now)
            raise
        return text.posted(channel)

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows: a card stands for itself."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Where the bot may not post, facilitators are told in their own channel, and get the card there."""
        community = await self._communities.found(tx, delivery.community)
        if community is None or not isinstance(delivery.place, Post):
            return
        theirs = Post(community.facilitators_channel)
        if delivery.place != theirs:
            notice = text.not_posted(delivery.notice, delivery.place.channel, gone=refusal.place_is_gone)
            await self._deliveries.put(tx, replace(delivery, place=theirs, notice=notice), self._clock.now())

    # Inside

    async def _looked_at(self, community: int, words: str) -> Checked:
        return rules.check(words, (await self._indexes.of(community)).index)

    async def _send(
        self, community: int, key: str, channel: int, terms: Sequence[Term], now: datetime
    ) -> None:
        card = Delivery(key, community, CARD, Post(channel), text.card(key, terms))
        async with self._database.write() as tx:
            await self._deliveries.put(tx, card, now)

    def _get(self, token: str, account: int) -> _Draft:
        return self._drafts.get(token, account, self._clock.now())

    def _keep(self, account: int, draft: _Draft) -> Notice:
        token = new_key()
        self._drafts.put(token, account, draft, self._clock.now())
        return self._shown(token, draft)

    def _shown(self, token: str, draft: _Draft) -> Notice:
        return text.found(token, draft.checked, draft.taken, draft.before)
