"""How deliveries of questions went: where a card is now, and what is to be mended."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from bot.community.rules import Community
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Edit, Post
from bot.core.postman import Refusal
from bot.questions import text
from bot.questions.rules.question import AnonymousQuestion, Card, State
from bot.questions.service import desk as kinds
from bot.questions.service.desk import Desk
from bot.questions.service.posting import TO_FACILITATORS


class Cards:
    """The owner of cards, and of notes on trouble with them."""

    def __init__(self, desk: Desk) -> None:
        """`desk` holds databases, stores and keys."""
        self._desk = desk

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where a card is; what changed while it was on its way is shown on it now."""
        if not isinstance(delivery.place, Post) or delivery.kind != kinds.CARD:
            return
        question = await self._desk.store.get(tx, delivery.about)
        if question is None:
            return
        if question.card.token != delivery.key:
            # It has been released meanwhile, and has another card.
            card = Card(delivery.place.channel, delivery.key, message)
            await self._desk.put_moved_on(tx, replace(question, card=card), question)
            return
        out = replace(question, card=replace(question.card, message=message))
        await self._desk.store.put(tx, out)
        if text.card(out) != delivery.notice:
            await self._desk.put_card(tx, out)

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Send it to the new channel if its own is gone; else say to facilitators, once, what to mend."""
        if not isinstance(delivery.place, Post | Edit):
            return
        community = await self._desk.communities.get(delivery.community)
        if delivery.kind == kinds.SHOWN:
            await self._move_shown(tx, delivery, community, refusal)
            return
        if delivery.kind != kinds.CARD:
            await self._move_note(tx, delivery, community, refusal)
            return
        question = await self._desk.store.get(tx, delivery.about)
        channel = delivery.place.channel
        chosen = _channel(community, question)
        if refusal.place_is_gone and question and channel != chosen:
            moved = replace(question, card=replace(question.card, channel=chosen))
            await self._desk.store.put(tx, moved)
            await self._desk.put_card(tx, moved)
        elif refusal.is_first:
            await self._tell(tx, community, channel, refusal)

    async def _tell(self, tx: Tx, community: Community, channel: int, refusal: Refusal) -> None:
        # One note for all that is refused together: the key is the channel's, not the card's.
        say = partial(text.trouble, channel, gone=refusal.place_is_gone)
        await self._desk.note(tx, community, say, f"t{channel}")

    async def _move_shown(self, tx: Tx, delivery: Delivery, community: Community, refusal: Refusal) -> None:
        private = delivery.about == TO_FACILITATORS
        chosen = Post(community.facilitators_channel if private else community.questions_channel)
        if refusal.place_is_gone and delivery.place != chosen:
            await self._desk.put_note(tx, replace(delivery, place=chosen))
        elif refusal.is_first and not private and isinstance(delivery.place, Post):
            await self._tell(tx, community, delivery.place.channel, refusal)

    async def _move_note(self, tx: Tx, delivery: Delivery, community: Community, refusal: Refusal) -> None:
        chosen = Post(community.facilitators_channel)
        if refusal.place_is_gone and isinstance(delivery.place, Post) and delivery.place != chosen:
            await self._desk.put_note(tx, replace(delivery, place=chosen))


def _channel(community: Community, question: AnonymousQuestion | None) -> int:
    private = question is not None and (question.to_facilitators or question.state is State.HELD)
    return community.facilitators_channel if private else community.questions_channel
