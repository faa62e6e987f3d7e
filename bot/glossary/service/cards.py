"""The card "Words you will hear": seen first, then posted, or kept for a meeting, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.community.rules import Community
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.postman import Refusal
from bot.glossary.rules.before_posting import LONGEST
from bot.glossary.rules.term import Term
from bot.glossary.rules.words_to_hear import as_text, on_card
from bot.glossary.text import before_posting as text
from bot.meetings.rules import Meeting, shown

CARD = "glossary.card"


class Communities(Protocol):
    """How communities are set up."""

    async def found(self, tx: Tx, community: int) -> Community | None: ...


class MeetingWords(Protocol):
    """What keeps the words of a meeting; `bot.meeting_words.service` has the promises."""

    async def meeting(self, community: int) -> Meeting | None: ...
    async def keep(self, tx: Tx, community: int, meeting: str, terms: Sequence[str]) -> None: ...


@dataclass(frozen=True, slots=True)
class _Card:
    """What stands on a card, and the meeting for which it can be kept."""

    terms: tuple[Term, ...]
    meeting: Meeting | None


class Cards:
    """Makes cards, and owns those that are posted."""

    def __init__(
        self,
        *,
        database: Database,
        communities: Communities,
        words: MeetingWords,
        deliveries: Deliveries,
        clock: Clock,
    ) -> None:
        """`database` and `deliveries` are the everyday ones."""
        self._database = database
        self._communities = communities
        self._words = words
        self._deliveries = deliveries
        self._clock = clock
        self._drafts: Drafts[_Card] = Drafts("glossary-check-card-gone")

    async def preview(self, community: int, account: int, token: str, named: Sequence[Term]) -> Notice:
        """The card with the terms that a text names; `token` is the text's draft."""
        terms, meeting = on_card(named), await self._words.meeting(community)
        key = new_key()
        self._drafts.put(key, account, _Card(terms, meeting), self._clock.now())
        day = None if meeting is None else shown(meeting.starts_at, meeting.zone)
        return text.card_preview(key, token, terms, len(named) - len(terms), day)

    def copy(self, account: int, token: str) -> Form:
        """The card as text, to copy; raises Refused if it is gone."""
        card = self._drafts.get(token, account, self._clock.now())
        return text.form(as_text(card.terms)[:LONGEST])

    async def post(
        self, community: int, account: int, token: str, channel: int, *, keeping: bool = False
    ) -> Notice:
        """Post the card in a channel, once; `keeping`: and keep it for the meeting of its preview.

        Raises Refused if it is posted already, or is too old; or if that meeting is cancelled or over.
        """
        delivery = self._delivery(community, account, token, channel)
        return await self._do(community, account, token, delivery, keeping=keeping)

    async def keep(self, community: int, account: int, token: str) -> Notice:
        """Keep the card for the meeting of its preview, and post nothing; raises Refused as `post` does."""
        return await self._do(community, account, token, None, keeping=True)

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

    def _delivery(self, community: int, account: int, token: str, channel: int) -> Delivery:
        card = self._drafts.get(token, account, self._clock.now())
        return Delivery(token, community, CARD, Post(channel), text.card(token, card.terms))

    async def _do(
        self, community: int, account: int, token: str, delivery: Delivery | None, *, keeping: bool
    ) -> Notice:
        now = self._clock.now()
        with self._drafts.using(token, account, now) as card:
            if keeping and card.meeting is None:
                raise Refused("error-old-button")
            async with self._database.write() as tx:
                if keeping and card.meeting is not None:
                    ids = [term.id for term in card.terms]
                    await self._words.keep(tx, community, card.meeting.id, ids)
                if delivery is not None:
                    await self._deliveries.put(tx, delivery, now)
        channel = delivery.place.channel if delivery and isinstance(delivery.place, Post) else None
        kept = card.meeting if keeping else None
        day = None if kept is None else shown(kept.starts_at, kept.zone)
        return text.card_done(channel, day, "" if kept is None else kept.id)
