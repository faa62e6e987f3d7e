"""What people do with anonymous questions.

Every anonymous act is a sealed block in `waiting`; a window opens them all, applies them to what is
published, and writes that anew. What a facilitator does openly shows at once. Everybody reads only what
is published; an asker finds her own acts, waiting or published, by computing her handle.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Protocol

from bot.community.rules import Community
from bot.community.service import Communities
from bot.core.alarms import AfterCommit, Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Edit, Post, edit_key, new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.postman import Refusal
from bot.core.sealing import SALT_BYTES, Purpose, Seal
from bot.questions import rules, text
from bot.questions.rules import Act, AnonymousQuestion, Asked, Card, Claim

CARD = "questions.card"
TROUBLE = "questions.trouble"
WINDOW_ENDS = "questions.window"
NIGHT = "questions.night"
_NIGHT_HOUR = time(3)
_AFTER_ALL_CARDS = 1_000_000


class QuestionStore(Protocol):
    """Where questions, waiting acts and claims are kept; `bot.questions.store` has the promises."""

    async def waiting(self, tx: Tx, community: int) -> list[Act]: ...
    async def wait(self, tx: Tx, community: int, acts: Sequence[Act]) -> None: ...
    async def empty_waiting(self, tx: Tx, community: int) -> None: ...
    async def claims(self, tx: Tx, community: int) -> list[Claim]: ...
    async def put_claims(
        self, tx: Tx, community: int, claims: Sequence[Claim], *, leave_blanks: bool = True
    ) -> None: ...
    async def claiming_communities(self, tx: Tx) -> list[int]: ...
    async def put(self, tx: Tx, question: AnonymousQuestion) -> None: ...
    async def get(self, tx: Tx, question: str) -> AnonymousQuestion | None: ...
    async def by_card(self, tx: Tx, community: int, token: str) -> AnonymousQuestion | None: ...
    async def closed_on(self, tx: Tx, community: int) -> dict[str, date]: ...
    async def next_number(self, tx: Tx, community: int) -> int: ...


class Questions:
    """The anonymous questions of every community; the owner of cards and of notes on trouble with them."""

    def __init__(
        self,
        *,
        database: Database,
        store: QuestionStore,
        communities: Communities,
        deliveries: Deliveries,
        alarms: Alarms,
        seal: Seal,
        clock: Clock,
        rng: Random,
    ) -> None:
        """`database`, `deliveries` and `alarms` are the anonymous ones; `rng` must not be guessable."""
        self._database = database
        self._store = store
        self._communities = communities
        self._deliveries = deliveries
        self._alarms = alarms
        self._seal = seal
        self._clock = clock
        self._rng = rng

    # What an asker does

    async def ask_form(self, community: int | None) -> Form:
        """The form for a question; raises Refused before the community is set up."""
        await self._communities.get(community)
        return text.ask_form(new_key())

    async def ask(self, community: int, account: int, draft: str, words: str) -> Notice:
        """Let a question wait for the next window; the same draft counts once.

        Returns the acknowledgement: from then on nothing can lose it. Raises Refused for an empty or an
        over-long text, or before the community is set up.
        """
        channel = (await self._communities.get(community)).questions_channel
        asked = Asked(draft, account, channel, rules.clean(words, "question"))
        async with self._database.write() as tx:
            acts = await self._store.waiting(tx, community)
            if not rules.asked_before(draft, acts, await self._store.claims(tx, community)):
                await self._let_wait(tx, community, [*acts, asked])
        return text.acknowledgement()

    async def mine(self, community: int, account: int, skip: int = 0) -> text.MinePage:
        """One page of the asker's own questions; `read` says that she has seen it."""
        async with self._database.read() as tx:
            acts = await self._store.waiting(tx, community)
            own = await self._own_claims(tx, community, account)
            found = [await self._store.get(tx, claim.question) for claim in own]
        waiting = [act for act in acts if isinstance(act, Asked) and act.account == account]
        return text.mine(waiting, [question for question in found if question], skip)

    async def read(self, community: int, account: int, shown: Sequence[str]) -> None:
        """The asker has seen the answers to the questions `shown`: an act that waits like any other."""
        async with self._database.write() as tx:
            acts = await self._store.waiting(tx, community)
            own = await self._own_claims(tx, community, account)
            newly_read = rules.newly_read(shown, own, acts)
            if newly_read is not None:
                await self._let_wait(tx, community, [*acts, newly_read])

    def promise(self) -> Notice:
        """What anyone can find out about an asker."""
        return text.promise()

    # What facilitators do, openly; the caller has checked that they are

    async def menu(self, community: int, token: str) -> Notice:
        """What can be done with the question whose card has this token; raises Refused if there is none."""
        async with self._database.read() as tx:
            return text.menu(await self._by_card(tx, community, token))

    async def answer_form(self, community: int, token: str) -> Form:
        """The form for an answer; raises Refused if there is no such question, or it has an answer."""
        async with self._database.read() as tx:
            question = await self._by_card(tx, community, token)
        rules.answered(question, "")
        return text.answer_form(question)

    async def answer(self, community: int, token: str, words: str) -> Notice:
        """Answer a question on its card; raises Refused for a bad text, or if it has an answer already."""
        answer = rules.clean(words, "answer")
        async with self._database.write() as tx:
            question = rules.answered(await self._by_card(tx, community, token), answer)
            await self._publish_change(tx, question)
        return text.answered(question)

    async def close(self, community: int, token: str) -> Notice:
        """Close an answered question; what proves who asked goes now, if she has read the answer."""
        async with self._database.write() as tx:
            today = self._clock.now().date()
            question = rules.closed(await self._by_card(tx, community, token), today)
            await self._publish_change(tx, question)
            claims = await self._store.claims(tx, community)
            closed = await self._store.closed_on(tx, community)
            await self._store.put_claims(tx, community, rules.needed(claims, closed))
        await self._database.vacuum()
        return text.closed(question)

    async def retry(self, community: int) -> Notice:
        """Send at once what was put back."""
        async with self._database.write() as tx:
            await self._deliveries.hurry(tx, community, self._clock.now())
        return text.retried()

    # What falls due

    async def start(self) -> None:
        """Tidy up now, and every night from then on."""
        async with self._database.write() as tx:
            await self._alarms.set(tx, Alarm(NIGHT, "", self._clock.now()))

    async def open_window(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Apply all that waits in a community (the alarm's subject), and promise a card for each question."""
        community = int(alarm.subject)

        def publish(act: Asked, number: int) -> tuple[AnonymousQuestion, Claim]:
            question = AnonymousQuestion(
                secrets.token_hex(8),
                community,
                number,
                act.text,
                Card(act.channel, new_key()),
                rules.window_start(now),
            )
            return question, self._claim(question, act)

        opened = rules.open_window(
            await self._store.waiting(tx, community),
            await self._store.claims(tx, community),
            await self._store.closed_on(tx, community),
            publish=publish,
            next_number=await self._store.next_number(tx, community),
            rng=self._rng,
        )
        for question in opened.questions:
            await self._store.put(tx, question)
            await self._deliveries.put(tx, _card(question), now, rank=question.number)
        await self._store.put_claims(tx, community, opened.claims)
        await self._store.empty_waiting(tx, community)
        return None

    async def tidy(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Forget what may be kept no longer, and take away every blank; then the file is written anew."""
        for community in await self._store.claiming_communities(tx):
            closed = await self._store.closed_on(tx, community)
            claims = await self._store.claims(tx, community)
            kept = rules.unexpired(claims, closed, now.date())
            await self._store.put_claims(tx, community, kept, leave_blanks=False)
        tonight = datetime.combine(now.date(), _NIGHT_HOUR, now.tzinfo)
        next_night = tonight if now < tonight else tonight + timedelta(days=1)
        await self._alarms.set(tx, Alarm(NIGHT, "", next_night))
        return self._database.vacuum

    # How deliveries went

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Remember where a card is; what changed while it was on its way is shown on it now."""
        if isinstance(delivery.place, Edit) or delivery.kind != CARD:
            return
        question = await self._store.get(tx, delivery.about)
        if question is None:
            return
        out = replace(question, card=replace(question.card, message=message))
        await self._store.put(tx, out)
        if out.state is not rules.State.OUT:
            await self._deliveries.put(tx, _card(out), self._clock.now())

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Send a card to the new channel if its own is gone; else tell facilitators, once, what to mend."""
        if delivery.kind != CARD:
            return
        community = await self._communities.get(delivery.community)
        question = await self._store.get(tx, delivery.about)
        channel = delivery.place.channel
        if refusal.place_is_gone and question and channel != community.questions_channel:
            moved = replace(question, card=replace(question.card, channel=community.questions_channel))
            await self._store.put(tx, moved)
            await self._deliveries.put(tx, _card(moved), self._clock.now())
        elif refusal.is_first:
            await self._tell_of_trouble(tx, community, channel, gone=refusal.place_is_gone)

    # Shared steps

    async def _let_wait(self, tx: Tx, community: int, acts: Sequence[Act]) -> None:
        await self._store.wait(tx, community, acts)
        await self._alarms.set(tx, Alarm(WINDOW_ENDS, str(community), rules.window_end(self._clock.now())))

    async def _tell_of_trouble(self, tx: Tx, community: Community, channel: int, *, gone: bool) -> None:
        # One note for all cards that are refused together: the key is the channel's, not the card's.
        key = f"t{channel}"
        notice = text.trouble(channel, key, gone=gone)
        note = Delivery(key, community.id, TROUBLE, Post(community.facilitators_channel), notice)
        await self._deliveries.put(tx, note, self._clock.now(), rank=_AFTER_ALL_CARDS)

    async def _own_claims(self, tx: Tx, community: int, account: int) -> list[Claim]:
        claims = await self._store.claims(tx, community)
        return [claim for claim in claims if self._is_hers(community, claim, account)]

    async def _by_card(self, tx: Tx, community: int, token: str) -> AnonymousQuestion:
        question = await self._store.by_card(tx, community, token)
        if question is None:
            raise Refused("error-no-such-question")
        return question

    async def _publish_change(self, tx: Tx, question: AnonymousQuestion) -> None:
        await self._store.put(tx, question)
        # A card still on its way is brought up to date when it has arrived.
        if question.card.message is not None:
            await self._deliveries.put(tx, _card(question), self._clock.now())

    def _claim(self, question: AnonymousQuestion, act: Asked) -> Claim:
        salt = secrets.token_bytes(SALT_BYTES)
        handle = self._handle(question.community, question.id, salt, act.account)
        return Claim(question.id, act.draft, salt, handle)

    def _is_hers(self, community: int, claim: Claim, account: int) -> bool:
        handle = self._handle(community, claim.question, claim.salt, account)
        return hmac.compare_digest(claim.handle, handle)

    def _handle(self, community: int, question: str, salt: bytes, account: int) -> bytes:
        return self._seal.handle(Purpose("asker", community, question), salt, account)

    def works(self) -> dict[str, Callable[[Tx, Alarm, datetime], Awaitable[AfterCommit | None]]]:
        """What is done for each kind of alarm that this feature sets."""
        return {WINDOW_ENDS: self.open_window, NIGHT: self.tidy}


def _card(question: AnonymousQuestion) -> Delivery:
    card = question.card
    if card.message is None:
        place: Post | Edit = Post(card.channel)
        key = card.token
    else:
        place = Edit(card.channel, card.message)
        key = edit_key(card.token)
    return Delivery(key, question.community, CARD, place, text.card(question), question.id)
