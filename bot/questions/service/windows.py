"""What falls due by day: windows, the two times a day, the morning."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.notices import Notice
from bot.questions import text
from bot.questions.rules import changes as life
from bot.questions.rules import claims as claiming
from bot.questions.rules import opening
from bot.questions.rules import settings as choosing
from bot.questions.rules.acts import Act, Asked, Told
from bot.questions.rules.claims import Claim
from bot.questions.rules.opening import Makers
from bot.questions.rules.question import AnonymousQuestion, Card, State
from bot.questions.rules.saying import Said
from bot.questions.rules.settings import QuestionSettings
from bot.questions.rules.windows import last_hour, window_start
from bot.questions.service import desk as kinds
from bot.questions.service.desk import Desk
from bot.questions.service.handing import HandingOver
from bot.questions.service.ports import NewAnswers, OnMeeting

_SATURDAY = 5


class Windows:
    """What happens by the clock, but for the nights."""

    def __init__(self, desk: Desk, new_answers: NewAnswers, handing: HandingOver) -> None:
        """`new_answers` is the panel's line about them; `handing` knows who takes what else was said."""
        self._desk = desk
        self._handing = handing
        self._new_answers = new_answers
        self._told: Sequence[OnMeeting] = ()

    def tell(self, *told: OnMeeting) -> None:
        """Say who is told that a meeting starts or ends; once, when all is built."""
        self._told = told

    def works(self) -> dict[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets for the day."""
        return {
            kinds.WINDOW_ENDS: self.open_window,
            kinds.HOUR: self.strike,
            kinds.MORNING: self.remind,
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
            await self._handing.hand_over(community)
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
            for each in self._told:
                await each.meeting_started(tx, community, choosing.meeting_ends(now))
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
            for each in self._told:
                await each.meeting_ended(tx, community)
        return text.meeting_off()

    async def in_meeting(self, community: int) -> bool:
        """Whether a meeting is on now."""
        return (await self._desk.settings(community)).in_meeting(self._desk.clock.now())

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

    async def end_after_restore(self) -> None:
        """Close every open question and destroy what waits; for a start after a backup was put back.

        Done again, it changes nothing.
        """
        today = self._desk.clock.now().date()
        async with self._desk.database.write() as tx:
            for community in await self._desk.store.communities(tx):
                settings = await self._desk.settings(community)
                await self._desk.store.wait(tx, community, [], leave_blanks=False)
                for question in await self._desk.store.open(tx, community):
                    await self._desk.publish(tx, life.ended_by_restore(question, today), settings, news=True)
        await self._desk.database.vacuum()

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
        opened = opening.open_window(
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
        await self._handing.put(tx, community, opened.said, now)
        if opened.said:
            return partial(self._hand_over, community)
        return self._desk.database.vacuum if len(opened.claims) < len(claims) else None

    async def _hand_over(self, community: int) -> None:
        """What else was said gets to its owner, and who said it is nowhere in the file any more."""
        await self._handing.hand_over(community)
        await self._desk.database.vacuum()

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
        await self._desk.tell(tx, question.community)
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

        def said(act: Told, first: bool) -> Said:
            return Said(community, new_key(), act.kind, act.subject, act.text, first)

        return Makers(
            publish=publish,
            said=said,
            token=lambda act: self._desk.token(community, act),
            is_of=lambda claim, account: self._desk.is_of(community, claim, account),
            is_paused=lambda account: any(
                each.holds(now) and self._desk.is_paused(community, each, account) for each in pauses
            ),
        )

    async def _look_again(
        self, tx: Tx, settings: QuestionSettings, waiting: Sequence[Act], now: datetime
    ) -> None:
        due = opening.next_opening(waiting, settings.next_window(now), settings.meeting_until)
        if due is not None:
            await self._desk.alarms.set(tx, Alarm(kinds.WINDOW_ENDS, str(settings.community), due))

    async def _tell(self, tx: Tx, community: int) -> None:
        """A direct message to each who wants one and has something to read."""
        claims = await self._desk.store.claims(tx, community)
        waiting = await self._desk.store.waiting(tx, community)
        news = {each.id: each.news for each in await self._desk.claimed(tx, claims)}
        read = claiming.with_what_was_read(claims, waiting)
        # What she has read since the last window is not applied yet; she needs no message for it.
        told = [
            replace(claim, hinted=news[claim.question])
            if claiming.behind(known, news.get(claim.question, 0))
            else claim
            for claim, known in zip(claims, read, strict=True)
        ]
        accounts = {self._desk.told_account(community, c) for c in told if c not in claims}
        for account in sorted(account for account in accounts if account is not None):
            await self._desk.message(tx, community, account, text.hint)
        if accounts:
            await self._desk.store.put_claims(tx, community, told)
