"""What the services of questions share: the ports, and the steps that several of them take."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from bot.community.rules import Community
from bot.community.service import Communities
from bot.core.alarms import Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import (
    Deliveries,
    Delivery,
    Direct,
    Edit,
    Place,
    Post,
    Withdraw,
    edit_key,
    new_key,
)
from bot.core.errors import Refused
from bot.core.notices import Notice
from bot.core.sealing import SALT_BYTES, Purpose, Seal
from bot.questions import text
from bot.questions.rules import claims as claiming
from bot.questions.rules.acts import Act, Asked, Wondered
from bot.questions.rules.changes import parted, with_news
from bot.questions.rules.claims import Claim, Role
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, State
from bot.questions.rules.settings import QuestionSettings
from bot.questions.service.ports import OnPublished, QuestionStore, SettingsStore

CARD = "questions.card"
NOTE = "questions.note"
TROUBLE = "questions.trouble"
SHOWN = "questions.shown"
MESSAGE = "questions.message"
WINDOW_ENDS = "questions.window"
HOUR = "questions.hour"
MORNING = "questions.morning"
NIGHT = "questions.night"
HAND_OVER = "questions.hand-over"
# Of alarms for one moment, the one whose kind comes first in the alphabet rings first.
TIDY = "questions.night-1-tidy"
VACUUM = "questions.night-2-vacuum"
_AFTER_ALL_CARDS = 1_000_000
_ACCOUNT_BYTES = 8


@dataclass(frozen=True, slots=True)
class Desk:
    """`database`, `deliveries` and `alarms` are the anonymous ones; `rng` must not be guessable.

    `followers` are told of each change of what is published.
    """

    database: Database
    everyday: Database
    store: QuestionStore
    choices: SettingsStore
    communities: Communities
    deliveries: Deliveries
    alarms: Alarms
    seal: Seal
    clock: Clock
    rng: Random
    followers: list[OnPublished] = field(default_factory=list, compare=False)

    async def settings(self, community: int) -> QuestionSettings:
        """What a community has chosen, for its questions and for all that it does."""
        async with self.everyday.read() as tx:
            chosen = await self.choices.get(tx, community)
            return chosen.of(await self.communities.settings_in(tx, community))

    # Finding

    async def by_card(self, tx: Tx, community: int, token: str) -> AnonymousQuestion:
        """The question whose card has this token; raises Refused if there is none."""
        question = await self.store.by_card(tx, community, token)
        if question is None:
            raise Refused("error-no-such-question")
        return question

    async def by_number(self, tx: Tx, community: int, typed: str) -> AnonymousQuestion:
        """The question whose number somebody typed; raises Refused if there is none."""
        digits = typed.strip().removeprefix("#")
        small = digits.isdecimal() and len(digits) <= len("999999999")
        question = await self.store.by_number(tx, community, int(digits)) if small else None
        if question is None:
            raise Refused("error-no-such-number")
        return question

    async def own_claims(self, tx: Tx, community: int, account: int) -> list[Claim]:
        """The claims of what this account asked."""
        claims = await self.store.claims(tx, community)
        return [
            claim for claim in claims if claim.role is Role.ASKED and self.is_of(community, claim, account)
        ]

    async def tokens(self, tx: Tx, community: int, account: int) -> list[Claim]:
        """The claims that show that this account was counted as wondering."""
        claims = await self.store.claims(tx, community)
        return [c for c in claims if c.role is Role.WONDERED and self.is_of(community, c, account)]

    async def claimed(self, tx: Tx, claims: Sequence[Claim]) -> list[AnonymousQuestion]:
        """The questions that these claims are about."""
        return await self.store.these(tx, {claim.question for claim in claims})

    async def pause_of(self, tx: Tx, community: int, account: int) -> Pause | None:
        """The pause that holds for this account now; of several the one that ends last."""
        now = self.clock.now()
        own = [
            each
            for each in await self.store.pauses(tx, community)
            if each.holds(now) and self.is_paused(community, each, account)
        ]
        return max(own, key=lambda each: each.ends, default=None)

    # Handles

    def claim(self, question: AnonymousQuestion, act: Asked) -> Claim:
        """What proves that a question is hers who asked it."""
        salt = secrets.token_bytes(SALT_BYTES)
        handle = self._handle(question.community, Role.ASKED, question.id, salt, act.account)
        note = self._note(question, act.account) if act.tell else b""
        return Claim(question.id, Role.ASKED, salt, handle, act.draft, note=note, key=self.seal.number)

    def token(self, community: int, act: Wondered) -> Claim:
        """What shows that somebody was counted already."""
        salt = secrets.token_bytes(SALT_BYTES)
        handle = self._handle(community, Role.WONDERED, act.question, salt, act.account)
        return Claim(act.question, Role.WONDERED, salt, handle, key=self.seal.number)

    def forgotten(self, claim: Claim) -> Claim:
        """The claim with random bytes in place of all that was hers: nobody can see that it changed."""
        blank = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(len(claim.handle))
        return Claim(claim.question, claim.role, *blank, new_key(), claim.seen, key=claim.key)

    def is_of(self, community: int, claim: Claim, account: int) -> bool:
        """Whether a claim is this account's."""
        return self._matches(community, claim.role, claim.question, claim, account)

    def is_paused(self, community: int, pause: Pause, account: int) -> bool:
        """Whether a pause is of this account."""
        return self._matches(community, Role.ASKED, pause.question, pause, account)

    def told_account(self, community: int, claim: Claim) -> int | None:
        """The account of somebody who wants to be told of an answer; None if she does not."""
        if not claim.note:
            return None
        opened = self.seal.open(Purpose("note", community, claim.question), claim.note)
        return int.from_bytes(opened, "big")

    def _matches(self, community: int, role: str, question: str, kept: Claim | Pause, account: int) -> bool:
        purpose = Purpose(role, community, question)
        return hmac.compare_digest(kept.handle, self.seal.handle(purpose, kept.salt, account, kept.key))

    def _handle(self, community: int, role: str, question: str, salt: bytes, account: int) -> bytes:
        return self.seal.handle(Purpose(role, community, question), salt, account)

    async def keys_needed(self) -> set[int]:
        """The numbers of the keys that the claims and pauses of every community need."""
        needed: set[int] = set()
        async with self.database.read() as tx:
            for community in await self.store.communities(tx):
                claims = await self.store.claims(tx, community)
                needed |= {claim.key for claim in claims}
                needed |= {claim.note[0] for claim in claims if claim.note}
                needed |= {each.key for each in await self.store.pauses(tx, community)}
        return needed

    def _note(self, question: AnonymousQuestion, account: int) -> bytes:
        purpose = Purpose("note", question.community, question.id)
        return self.seal.close(purpose, account.to_bytes(_ACCOUNT_BYTES, "big"))

    # Changing

    async def let_wait(self, tx: Tx, community: int, acts: Sequence[Act], settings: QuestionSettings) -> None:
        """Let exactly these acts wait for the next window."""
        await self.store.wait(tx, community, acts)
        due = settings.next_window(self.clock.now())
        await self.alarms.set(tx, Alarm(WINDOW_ENDS, str(community), due))

    async def publish(
        self, tx: Tx, question: AnonymousQuestion, settings: QuestionSettings, *, news: bool = False
    ) -> None:
        """Keep a changed question and show the change on its card; with `news`, also tell those it is for."""
        await self.store.put(tx, question)
        await self.tell(tx, question.community)
        # A card still on its way is brought up to date when it has arrived.
        if question.card.message is not None:
            await self.put_card(tx, question)
        if news:
            await self._news_for_merged(tx, question)
            await self.set_hour(tx, settings)

    async def tell(self, tx: Tx, community: int) -> None:
        """Tell whoever shows something of what is published that it has changed."""
        for each in self.followers:
            await each.questions_changed(tx, community)

    async def set_hour(self, tx: Tx, settings: QuestionSettings) -> None:
        """There is news: look at it at the next of the two times a day."""
        due = settings.next_hour(self.clock.now())
        await self.alarms.set(tx, Alarm(HOUR, str(settings.community), due))

    async def set_morning(self, tx: Tx, settings: QuestionSettings) -> None:
        """There may be a question without an answer: look at the age of all of them."""
        due = settings.next_hour(self.clock.now())
        await self.alarms.set(tx, Alarm(MORNING, str(settings.community), due))

    async def put_moved_on(self, tx: Tx, held: AnonymousQuestion, question: AnonymousQuestion) -> None:
        """What facilitators saw of a held question says that it is out."""
        if held.card.message is not None:
            place = Edit(held.card.channel, held.card.message)
            edit = Delivery(edit_key(held.card.token), held.community, NOTE, place, text.moved_on(question))
            await self.deliveries.put(tx, edit, self.clock.now())

    async def put_card(self, tx: Tx, question: AnonymousQuestion) -> None:
        """Promise the card of a question, or that it will be brought up to date."""
        card = question.card
        place: Place = Post(card.channel) if card.message is None else Edit(card.channel, card.message)
        key = card.token if card.message is None else edit_key(card.token)
        into = await self.store.get(tx, question.merged_into) if question.merged_into else None
        notice = text.card(question, into)
        delivery = Delivery(key, question.community, CARD, place, notice, question.id)
        await self.deliveries.put(tx, delivery, self.clock.now(), rank=question.number or 0)

    async def put_claims(
        self, tx: Tx, community: int, before: Sequence[Claim], after: Sequence[Claim]
    ) -> None:
        """Keep these claims of those that were there; the chat of who was told of an answer is cleared."""
        await self.store.put_claims(tx, community, after)
        await self.withdraw_hints(tx, community, before, after)

    async def withdraw_hints(
        self, tx: Tx, community: int, before: Sequence[Claim], after: Sequence[Claim]
    ) -> None:
        """Take back the direct messages to those of whom no sealed account is left."""
        left = {self.told_account(community, claim) for claim in after}
        told = {self.told_account(community, claim) for claim in before if claim.hinted}
        for account in sorted(account for account in told - left if account is not None):
            place = Withdraw(account, text.HINT_ACTION)
            gone = Delivery(new_key(), community, MESSAGE, place, Notice(()))
            await self.deliveries.put(tx, gone, self.clock.now())

    async def end_merged(
        self, tx: Tx, question: AnonymousQuestion, settings: QuestionSettings, today: date
    ) -> None:
        """What was put together with a question that is answered ends with it, its asker having the answer.

        With one that ends without an answer, it stands by itself again.
        """
        for other in await self._merged_with(tx, question):
            if question.answer is None:
                await self.publish(tx, parted(other, question, today), settings, news=True)
            else:
                ended = replace(other, state=State.CLOSED, ending=question.ending, closed_on=today)
                await self.store.put(tx, replace(ended, answer=question.answer, merged_into=None))

    async def send_along(self, tx: Tx, question: AnonymousQuestion, into: AnonymousQuestion) -> None:
        """What was put together with a question goes along when that is put together with another one."""
        for other in await self._merged_with(tx, question):
            moved = replace(other, merged_into=into.id)
            await self.store.put(tx, moved)
            if moved.card.message is not None:
                await self.put_card(tx, moved)

    async def tidy_claims(self, tx: Tx, community: int) -> None:
        """Forget at once what serves nobody any more."""
        claims = await self.store.claims(tx, community)
        questions = {each.id: each for each in await self.claimed(tx, claims)}
        await self.put_claims(tx, community, claims, claiming.needed(claims, questions))

    async def note(
        self, tx: Tx, community: Community, say: Callable[[str], Notice], key: str | None = None
    ) -> None:
        """Promise a message to the facilitators' channel; with the same `key`, there is one.

        `say` makes it from its key, which one of its buttons carries: by that it is found after a crash.
        """
        place = Post(community.facilitators_channel)
        known = key or new_key()
        note = Delivery(known, community.id, TROUBLE if key else NOTE, place, say(known))
        await self.put_note(tx, note)

    async def put_note(self, tx: Tx, note: Delivery) -> None:
        """Promise a message to facilitators; it comes behind all cards that are due with it."""
        await self.deliveries.put(tx, note, self.clock.now(), rank=_AFTER_ALL_CARDS)

    async def message(self, tx: Tx, community: int, account: int, say: Callable[[str], Notice]) -> None:
        """Promise a direct message; `say` makes it from its key, which its buttons carry."""
        key = new_key()
        delivery = Delivery(key, community, MESSAGE, Direct(account), say(key))
        await self.deliveries.put(tx, delivery, self.clock.now())

    async def _news_for_merged(self, tx: Tx, question: AnonymousQuestion) -> None:
        for other in await self._merged_with(tx, question):
            await self.store.put(tx, with_news(other, self.clock.now().date()))

    async def _merged_with(self, tx: Tx, question: AnonymousQuestion) -> list[AnonymousQuestion]:
        return [o for o in await self.store.open(tx, question.community) if o.merged_into == question.id]
