"""[I'd like a word]: it reaches a person, and when that person does not see it, the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.contacts import text
from bot.contacts.rules import FORGOTTEN_AFTER, LONGEST_WORD, Circle, Name, Word, next_keeper, shown
from bot.contacts.service.office import NOTE, WORD, Office, Presser, find_by_account
from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Direct, Place, Post, new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.postman import Refusal
from bot.nudges.rules import Budget, Nudge
from bot.people.rules import Member
from bot.questions.rules.writing import optional

UNSEEN = "contacts.unseen"
FORGET = "contacts.forget"
#: What stands behind a word's id in the key of a message about it, in characters.
_KEY = 6


class Words:
    """What whoever would like a word presses, and whoever it reaches."""

    def __init__(self, office: Office) -> None:
        """What is about to be sent is kept in memory only."""
        self._office = office
        self._drafts: Drafts[str] = Drafts("error-contact-draft-gone")

    # Whoever would like a word

    async def offer(self, community: int, account: int) -> Notice:
        """[I'd like a word]: who would get it, and that her name goes with it; or what became of hers."""
        await self._office.communities.get(community)
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
            words = await self._office.store.words(tx, community)
        member = find_by_account(circle, account)
        mine = [each for each in words if _is_hers(each, member, account)]
        helper = member is not None and bool(circle.looked_after(member.id))
        if mine and mine[-1].is_open:
            return text.waiting(mine[-1].id, _keeper(circle, mine[-1]), helper=helper)
        seen = mine[-1].seen_on if mine else None
        return text.offer(self._recipient(circle, member), seen, helper=helper)

    def form(self, token: str) -> Form:
        """[Go on]; with the token of a draft, the form once more."""
        return text.word_form(token or new_key())

    async def change(self, account: int, token: str) -> Form:
        """[Change it]: the form with what was typed."""
        return text.word_form(token, self._drafts.get(token, account, self._office.clock.now()))

    async def preview(self, community: int, account: int, token: str, typed: str) -> Notice:
        """The form was sent: what it would be, and to whom. Raises Refused for too long a text."""
        words = optional(typed, "note", LONGEST_WORD)
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
        self._drafts.put(token, account, words, self._office.clock.now())
        return text.word_preview(token, self._recipient(circle, find_by_account(circle, account)), words)

    def never_mind(self, token: str) -> Notice:
        """Nothing was sent."""
        self._drafts.drop(token)
        return text.word_never_mind()

    async def send(self, community: int, account: int, token: str) -> Notice:
        """[Send]. Twice is once; while one is open there is no second.

        Raises Refused if the draft is not there any more.
        """
        now = self._office.clock.now()
        unseen_at = await self._office.unseen_at(community, now)
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            member = find_by_account(circle, account)
            known = await self._office.store.words(tx, community)
            there = next((e for e in known if e.is_open and _is_hers(e, member, account)), None)
            if there is None:
                words = self._drafts.get(token, account, now)
                there = _addressed(Word(token, community, words, now), circle, member, account)
                await self._office.store.put_word(tx, there)
                await self._deliver(tx, circle, there, unseen_at)
        self._drafts.drop(token)
        return text.sent(there.id, _keeper(circle, there))

    async def take_back(self, community: int, account: int, id_: str) -> Notice:
        """[Take it back], while nobody has seen it; raises Refused after that, and for anybody else."""
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            word = await self._word(tx, community, id_)
            if not _is_hers(word, find_by_account(circle, account), account):
                raise Refused("error-word-gone")
            if not word.is_open:
                raise Refused("error-word-seen")
            await self.drop(tx, id_)
        return text.taken_back()

    # Whoever it reaches

    async def read(self, community: int, presser: Presser, id_: str) -> Notice:
        """[What they wrote]. Raises Refused for anybody whom it did not reach, and if it was taken back."""
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
            word = await self._reached(tx, community, circle, presser, id_)
        return text.wrote(word.id, _sender(circle, word), word.words, is_open=word.is_open)

    async def seen(self, community: int, presser: Presser, id_: str) -> Notice:
        """[I have seen it]: it goes to nobody else any more, and is forgotten after 30 days."""
        now = self._office.clock.now()
        async with self._office.database.write() as tx:
            circle = await self._office.circle(tx, community)
            word = await self._reached(tx, community, circle, presser, id_)
            if word.is_open:
                await self._office.store.put_word(tx, replace(word, seen_on=now.date()))
                await self._office.alarms.set(tx, Alarm(FORGET, word.id, now + FORGOTTEN_AFTER))
        return text.seen(_sender(circle, word))

    # What falls due, and how deliveries went

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that words set."""

        async def unseen(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            word = await self._office.store.word(tx, alarm.subject)
            if word is not None and word.is_open:
                await self.pass_on(tx, await self._office.circle(tx, word.community), word)
            return None

        async def forget(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            await self._office.store.drop_word(tx, alarm.subject)
            return None

        return {UNSEEN: unseen, FORGET: forget}

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """It goes at once, unless it was taken back, seen, or is with somebody else meanwhile."""
        if not delivery.about:
            return now
        word = await self._office.store.word(tx, delivery.about)
        is_theirs = word is not None and word.is_open and await self._is_with(tx, word, delivery.place)
        return now if is_theirs else None

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows: that it has arrived does not mean that somebody has seen it."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Nothing follows: it is tried again, and goes on to the next in two working days."""

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Whoever lets no message in cannot see it: it goes on to the next at once."""
        word = await self._office.store.word(tx, delivery.about)
        # A late refusal, from somebody with whom it is no longer, changes nothing.
        if word is not None and word.is_open and await self._is_with(tx, word, delivery.place):
            await self.pass_on(tx, await self._office.circle(tx, word.community), word)

    async def pass_on(self, tx: Tx, circle: Circle, word: Word) -> None:
        """It goes to whoever covers, or to the facilitators; the member is told where it is now."""
        if word.keeper is None:
            return
        to = next_keeper(circle, word)
        moved = replace(word, keeper=to, keepers=word.keepers if to is None else (*word.keepers, to))
        unseen_at = await self._office.unseen_at(word.community, self._office.clock.now())
        await self._office.store.put_word(tx, moved)
        await self._deliver(tx, circle, moved, unseen_at)
        if word.member is not None:
            await self._tell(tx, moved, word.member, text.passed_on(word.id, _keeper(circle, moved)))

    async def expire(self, tx: Tx, community: int, before: datetime) -> int:
        """Forget what was sent before then; returns how many that were."""
        old = [each for each in await self._office.store.words(tx, community) if each.sent_at < before]
        for word in old:
            await self.drop(tx, word.id)
        return len(old)

    async def drop(self, tx: Tx, id_: str) -> None:
        """Keep nothing of a word, nor what was to fall due about it."""
        await self._office.store.drop_word(tx, id_)
        for kind in (UNSEEN, FORGET):
            await self._office.alarms.forget(tx, kind, id_)

    def forget(self, community: int, account: int) -> None:
        """Forget what somebody was about to send."""
        self._drafts.forget(account)

    # Steps

    async def _tell(self, tx: Tx, word: Word, member: str, notice: Notice) -> None:
        now = self._office.clock.now()
        nudge = Nudge(
            f"contacts word {word.id}",
            word.community,
            member,
            kind="contacts.word",
            notice=notice,
            not_before=now,
            until=None,
            budget=Budget.ASKED,
            # Where it is now is said last, also where nobody on the way could be reached.
            rank=len(word.keepers) + (word.keeper is None),
        )
        await self._office.nudges.send(tx, nudge)

    async def _is_with(self, tx: Tx, word: Word, place: Place) -> bool:
        if word.keeper is None:
            return isinstance(place, Post)
        keeper = await self._office.people.member(tx, word.community, word.keeper)
        return keeper is not None and keeper.account is not None and place == Direct(keeper.account)

    async def _deliver(self, tx: Tx, circle: Circle, word: Word, unseen_at: datetime) -> None:
        """Promise the message to whoever has the word now. Facilitators' channel: nobody comes after that."""
        # Discord takes two messages with one key within minutes for one, whoever they are for.
        key = f"{word.id}.{new_key()[:_KEY]}"
        name = _sender(circle, word)
        keeper = None if word.keeper is None else circle.members[word.keeper]
        place: Place
        if keeper is not None and keeper.account is not None:
            place, kind, notice = Direct(keeper.account), WORD, text.somebody_would_like(key, name)
            await self._office.alarms.set(tx, Alarm(UNSEEN, word.id, unseen_at))
        else:
            channel = (await self._office.communities.get(word.community)).facilitators_channel
            place, kind, notice = Post(channel), NOTE, text.a_member_would_like(key, name)
        note = Delivery(key, word.community, kind, place, notice, word.id)
        await self._office.deliveries.put(tx, note, self._office.clock.now())

    def _recipient(self, circle: Circle, member: Member | None) -> text.Recipient:
        contact = None if member is None else circle.contact_of(member)
        if contact is None or not contact.has_discord:
            return text.Recipient(None, "", None)
        cover = circle.cover_of(contact.id)
        covered = None if cover is None or (member and cover.id == member.id) else shown(cover)
        return text.Recipient(shown(contact), circle.hours_of(contact.id), covered)

    async def _word(self, tx: Tx, community: int, id_: str) -> Word:
        word = await self._office.store.word(tx, id_)
        if word is None or word.community != community:
            raise Refused("error-word-gone")
        return word

    async def _reached(self, tx: Tx, community: int, circle: Circle, presser: Presser, id_: str) -> Word:
        word = await self._word(tx, community, id_.partition(".")[0])
        member = find_by_account(circle, presser.account)
        if member is not None and member.id in word.keepers:
            return word
        if word.keeper is None and await self._office.is_facilitator(circle, community, presser):
            return word
        raise Refused("error-word-not-yours")


def _addressed(word: Word, circle: Circle, member: Member | None, account: int) -> Word:
    """A new word, from her and to whoever gets it first."""
    if member is None:
        return replace(word, outsider=account)
    contact = circle.contact_of(member)
    if contact is None or not contact.has_discord:
        return replace(word, member=member.id)
    return replace(word, member=member.id, keeper=contact.id, keepers=(contact.id,))


def _is_hers(word: Word, member: Member | None, account: int) -> bool:
    return (
        word.outsider == account if word.member is None else member is not None and word.member == member.id
    )


def _keeper(circle: Circle, word: Word) -> Name | None:
    """With whom it is; None: with the facilitators."""
    found = None if word.keeper is None else circle.members.get(word.keeper)
    return None if found is None else shown(found)


def _sender(circle: Circle, word: Word) -> Name:
    if word.member is None:
        return f"<@{word.outsider}>"
    return shown(circle.members[word.member])
