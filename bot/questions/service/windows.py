"""What falls due: windows, the two times a day, the morning, the night; and how deliveries went."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial

from bot.community.rules import Community
from bot.core.alarms import AfterCommit, Alarm
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Edit, Post, new_key
from bot.core.notices import Notice
from bot.core.postman import Refusal
from bot.questions import text
from bot.questions.rules import acts as acting
from bot.questions.rules import pauses as pausing
from bot.questions.rules import question as life
from bot.questions.rules import settings as choosing
from bot.questions.rules.acts import Act, Asked, Claim, Makers
from bot.questions.rules.question import AnonymousQuestion, Card, Ending, State
from bot.questions.rules.settings import QuestionSettings
from bot.questions.rules.windows import last_hour, window_start
from bot.questions.service import desk as kinds
from bot.questions.service.desk import Desk
from bot.questions.service.ports import NewAnswers

_NIGHT_HOUR = time(3)
_SATURDAY = 5

AlarmWork = Callable[[Tx, Alarm, datetime], Awaitable[AfterCommit | None]]


class Windows:
    """What happens by the clock; the owner of cards, and of notes on trouble with them."""

    def __init__(self, desk: Desk, new_answers: NewAnswers) -> None:
        """`new_answers` is the panel's line about them."""
        self._desk = desk
        self._new_answers = new_answers

    def works(self) -> dict[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets."""
        return {
            kinds.WINDOW_ENDS: self.open_window,
            kinds.HOUR: self.strike,
            kinds.MORNING: self.remind,
            kinds.NIGHT: self.fall_night,
            kinds.TIDY: self.tidy,
            kinds.VACUUM: self.vacuum,
        }

    async def start(self) -> None:
        """Tidy up now and every night from then on; look at what waited while nothing ran.

        What follows from this in the everyday database is repeated: it may have been lost in a crash.
        """
        now = self._desk.clock.now()
        async with self._desk.database.read() as tx:
            known = [
                await self._desk.settings(community) for community in await self._desk.store.communities(tx)
            ]
            new = {each.community: await self._had_new_answers(tx, each, now) for each in known}
        async with self._desk.database.write() as tx:
            await self._desk.alarms.set(tx, Alarm(kinds.NIGHT, "", now))
            for settings in known:
                await self.look_soon(tx, settings)
                await self._desk.set_hour(tx, settings)
                await self._desk.set_morning(tx, settings)
        for community, has_new in new.items():
            await self._new_answers.show(community, new=has_new)

    async def look_soon(self, tx: Tx, settings: QuestionSettings) -> None:
        """Let what waits be looked at when the next window ends, as it is by now."""
        if await self._desk.store.waiting(tx, settings.community):
            due = settings.next_window(self._desk.clock.now())
            await self._desk.alarms.set(tx, Alarm(kinds.WINDOW_ENDS, str(settings.community), due))

    # Meetings, and the questions now

    async def meeting_starts(self, community: int) -> Notice:
        """From now on windows have the pace of a meeting. Raises Refused if one is on."""
        now = self._desk.clock.now()
        async with self._desk.everyday.write() as tx:
            settings = choosing.with_meeting(await self._desk.choices.get(tx, community), now)
            await self._desk.choices.put(tx, settings)
        async with self._desk.database.write() as tx:
            await self.look_soon(tx, settings)
        return text.meeting_on(settings)

    async def meeting_ends(self, community: int) -> Notice:
        """A last window of the meeting's, with what its askers did. Raises Refused if none is on."""
        now = self._desk.clock.now()
        before = await self._desk.settings(community)
        choosing.without_meeting(before, now)
        # First the window, then the end: killed in between, the meeting is on, and can be ended again.
        async with self._desk.database.write() as tx:
            await self.look_soon(tx, before)
        async with self._desk.everyday.write() as tx:
            ended = choosing.without_meeting(await self._desk.choices.get(tx, community), now)
            await self._desk.choices.put(tx, ended)
        return text.meeting_off()

    async def questions_now(self, community: int) -> Notice:
        """Open a window by hand. Raises Refused where `rules.settings.hurried` does."""
        now = self._desk.clock.now()
        async with self._desk.everyday.write() as tx:
            settings = choosing.hurried(await self._desk.choices.get(tx, community), now)
            await self._desk.choices.put(tx, settings)
        async with self._desk.database.write() as tx:
            after = await self._open(tx, community, now, by_hand=True)
        if after is not None:
            await after()
        return text.opened_now()

    # Alarms

    async def open_window(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Apply what has waited long enough in a community (the alarm's subject)."""
        return await self._open(tx, int(alarm.subject), now)

    async def strike(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """One of the two times a day: tell those who want to be told, and everybody on the panel."""
        community = int(alarm.subject)
        settings = await self._desk.settings(community)
        if not settings.in_meeting(now):
            await self._tell(tx, community)
        new = await self._has_new_answers(tx, settings, alarm.due)
        if new or settings.in_meeting(now):
            await self._desk.alarms.set(tx, Alarm(kinds.HOUR, alarm.subject, settings.next_hour(now)))

        async def show() -> None:
            await self._new_answers.show(community, new=new)

        return show

    async def remind(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Bring questions without an answer to facilitators' minds, on working days; old ones get a date."""
        community = await self._desk.communities.get(int(alarm.subject))
        settings = await self._desk.settings(community.id)
        today = now.date()
        opened = await self._desk.store.open(tx, community.id)
        if today.weekday() < _SATURDAY:
            aged = [old for each in opened if (old := life.grown_old(each, today)) is not None]
            for question in aged:
                await self._desk.publish(tx, question, settings, news=question.on_agenda)
            if aged:
                await self._desk.note(tx, community, partial(text.reminder, aged))
        if any(each.state is State.OUT for each in opened):
            await self._desk.set_morning(tx, settings)
        return None

    async def fall_night(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Let each community be tidied up by itself, so that nobody waits long; then write the file anew."""
        for community in await self._desk.store.communities(tx):
            await self._desk.alarms.set(tx, Alarm(kinds.TIDY, str(community), now))
        await self._desk.alarms.set(tx, Alarm(kinds.VACUUM, "", now))
        tonight = datetime.combine(now.date(), _NIGHT_HOUR, now.tzinfo)
        next_night = tonight if now < tonight else tonight + timedelta(days=1)
        await self._desk.alarms.set(tx, Alarm(kinds.NIGHT, "", next_night))
        return None

    async def tidy(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Forget what may be kept no longer in a community, close what is over, take away every blank."""
        await self._close_by_age(tx, int(alarm.subject), now)
        await self._forget(tx, int(alarm.subject), now)
        return None

    async def vacuum(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Write the file anew."""
        return self._desk.database.vacuum

    # How deliveries went

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
            # One note for all cards that are refused together: the key is the channel's, not the card's.
            key = f"t{channel}"
            say = partial(text.trouble, channel, gone=refusal.place_is_gone)
            await self._desk.note(tx, community, say, key)

    # Steps

    async def _has_new_answers(self, tx: Tx, settings: QuestionSettings, struck: datetime) -> bool:
        """Whether there were answers between the time of day before this one and this one."""
        community = settings.community
        known = [*await self._desk.store.open(tx, community), *await self._desk.store.closed(tx, community)]
        return life.has_new_answers(known, last_hour(settings.hours, settings.zone, struck), struck)

    async def _had_new_answers(self, tx: Tx, settings: QuestionSettings, now: datetime) -> bool:
        """The same at the last of the times of day, this moment included."""
        struck = last_hour(settings.hours, settings.zone, now + timedelta(microseconds=1))
        return await self._has_new_answers(tx, settings, struck)

    async def _open(
        self, tx: Tx, community: int, now: datetime, *, by_hand: bool = False
    ) -> AfterCommit | None:
        store = self._desk.store
        settings = await self._desk.settings(community)
        claims = await store.claims(tx, community)
        known = {each.id: each for each in await self._desk.claimed(tx, claims)}
        known |= {each.id: each for each in await store.open(tx, community)}
        waiting = await store.waiting(tx, community)
        opened = acting.open_window(
            waiting,
            claims,
            known,
            await self._makers(tx, community, waiting, now),
            now=now,
            in_meeting=settings.in_meeting(now),
            by_hand=by_hand,
            next_number=await store.next_number(tx, community),
            rng=self._desk.rng,
        )
        for question in opened.changed:
            await self._bring_out(tx, question, known.get(question.id), settings)
        await self._desk.put_claims(tx, community, claims, opened.claims)
        await store.wait(tx, community, opened.waiting, leave_blanks=False)
        await self._look_again(tx, settings, opened.waiting, now)
        return self._desk.database.vacuum if len(opened.claims) < len(claims) else None

    async def _bring_out(
        self,
        tx: Tx,
        question: AnonymousQuestion,
        before: AnonymousQuestion | None,
        settings: QuestionSettings,
    ) -> None:
        if before is not None:
            await self._desk.publish(tx, question, settings, news=question.news > before.news)
            return
        await self._desk.store.put(tx, question)
        await self._desk.put_card(tx, question)
        await self._desk.set_morning(tx, settings)

    async def _makers(self, tx: Tx, community: int, acts: Sequence[Act], now: datetime) -> Makers:
        here = await self._desk.communities.get(community)
        about = {act.about for act in acts if isinstance(act, Asked) and act.about}
        numbers = {each.id: each.number for each in await self._desk.store.these(tx, about)}
        pauses = await self._desk.store.pauses(tx, community)

        def publish(act: Asked, number: int | None) -> tuple[AnonymousQuestion, Claim]:
            held = number is None
            question = AnonymousQuestion(
                secrets.token_hex(8),
                community,
                number,
                act.text,
                Card(here.facilitators_channel if held else act.terms.channel, new_key()),
                window_start(now),
                goes_to=act.terms.channel,
                to_facilitators=act.terms.to_facilitators,
                state=State.HELD if held else State.OUT,
                quote=act.quote,
                about=numbers.get(act.about or ""),
            )
            return question, self._desk.claim(question, act)

        return Makers(
            publish=publish,
            token=lambda act: self._desk.token(community, act),
            is_of=lambda claim, account: self._desk.is_of(community, claim, account),
            is_paused=lambda account: any(
                each.holds(now) and self._desk.is_paused(community, each, account) for each in pauses
            ),
        )

    async def _look_again(
        self, tx: Tx, settings: QuestionSettings, waiting: Sequence[Act], now: datetime
    ) -> None:
        due = acting.next_opening(waiting, settings.next_window(now), settings.meeting_until)
        if due is not None:
            await self._desk.alarms.set(tx, Alarm(kinds.WINDOW_ENDS, str(settings.community), due))

    async def _move_note(self, tx: Tx, delivery: Delivery, community: Community, refusal: Refusal) -> None:
        chosen = Post(community.facilitators_channel)
        if refusal.place_is_gone and isinstance(delivery.place, Post) and delivery.place != chosen:
            await self._desk.put_note(tx, replace(delivery, place=chosen))

    async def _tell(self, tx: Tx, community: int) -> None:
        """A direct message to each who wants one and has something to read."""
        claims = await self._desk.store.claims(tx, community)
        waiting = await self._desk.store.waiting(tx, community)
        news = {each.id: each.news for each in await self._desk.claimed(tx, claims)}
        read = acting.with_what_was_read(claims, waiting)
        # What she has read since the last window is not applied yet; she needs no message for it.
        told = [
            replace(claim, hinted=news[claim.question])
            if acting.behind(known, news.get(claim.question, 0))
            else claim
            for claim, known in zip(claims, read, strict=True)
        ]
        accounts = {self._desk.told_account(community, c) for c in told if c not in claims}
        for account in sorted(account for account in accounts if account is not None):
            await self._desk.message(tx, community, account, text.hint)
        if accounts:
            await self._desk.store.put_claims(tx, community, told)

    async def _close_by_age(self, tx: Tx, community: int, now: datetime) -> None:
        settings = await self._desk.settings(community)
        for question in await self._desk.store.open(tx, community):
            if life.is_over(question, now.date(), settings.close_after):
                ended = life.closed(question, Ending.AGE, now.date())
                await self._desk.end_merged(tx, ended, settings, now.date())
                await self._desk.publish(tx, ended, settings)

    async def _forget(self, tx: Tx, community: int, now: datetime) -> None:
        store = self._desk.store
        claims = await store.claims(tx, community)
        questions = {each.id: each for each in await self._desk.claimed(tx, claims)}
        closed = await store.closed_on(tx, community)
        kept = acting.unexpired(acting.needed(claims, questions), closed, now.date())
        await self._desk.withdraw_hints(tx, community, claims, kept)
        await store.put_claims(tx, community, kept, leave_blanks=False)
        lasting = pausing.lasting(await store.pauses(tx, community), now)
        await store.put_pauses(tx, community, lasting, leave_blanks=False)
        await store.wait(tx, community, await store.waiting(tx, community), leave_blanks=False)
        settings = await self._desk.settings(community)
        oldest = now.date() - timedelta(days=settings.keep_for)
        await self._drop(tx, community, {id_ for id_, day in closed.items() if day < oldest})

    async def _drop(self, tx: Tx, community: int, ids: set[str]) -> None:
        """Forget questions that were closed long ago; the latest keeps its number: none is given twice."""
        latest = await self._desk.store.next_number(tx, community) - 1
        for question in await self._desk.store.these(tx, ids):
            if question.number == latest:
                await self._desk.store.put(tx, life.emptied(question))
                ids = ids - {question.id}
        await self._desk.store.drop(tx, ids)


def _channel(community: Community, question: AnonymousQuestion | None) -> int:
    private = question is not None and (question.to_facilitators or question.state is State.HELD)
    return community.facilitators_channel if private else community.questions_channel
