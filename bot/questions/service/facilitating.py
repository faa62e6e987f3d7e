"""What facilitators do, openly; it shows at once. The caller has checked that they are facilitators.

What members do under their own name stands here too: to answer a question that was passed to them, and to
report a card.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.questions import text
from bot.questions.rules import changes as life
from bot.questions.rules import pauses as pausing
from bot.questions.rules.question import AnonymousQuestion, Answer, Card, Ending, State, larger, listed
from bot.questions.rules.windows import window_start
from bot.questions.rules.writing import (
    LONGEST_LINE,
    LONGEST_NOTE,
    LONGEST_PLAIN,
    clean,
    optional,
    shortened,
    tidy,
)
from bot.questions.service.desk import Desk
from bot.questions.service.ports import People

Change = Callable[[AnonymousQuestion], AnonymousQuestion]


class Facilitating:
    """What facilitators do with questions. `token` is always the card's."""

    def __init__(self, desk: Desk, people: People) -> None:
        """`people`: who has joined, and so may be sent a direct message."""
        self._desk = desk
        self._people = people

    # Looking

    async def menu(self, community: int, token: str, *, facilitator: bool) -> Notice:
        """What can be done with this question; for anybody else, how to report it.

        Raises Refused if there is no such question.
        """
        async with self._desk.database.read() as tx:
            question = await self._desk.by_card(tx, community, token)
        return text.menu(question) if facilitator else text.not_a_facilitator(question)

    async def list(self, community: int, skip: int = 0) -> Notice:
        """The open questions: by how many wondered, then oldest first."""
        async with self._desk.database.read() as tx:
            opened = listed(await self._desk.store.open(tx, community))
            kept = await self._desk.store.pauses(tx, community)
            pauses = pausing.lasting(kept, self._desk.clock.now())
            paused = {
                each.id: each for each in await self._desk.store.these(tx, {p.question for p in pauses})
            }
        return text.listing(opened, [(each, paused.get(each.question)) for each in pauses], skip)

    def examples(self) -> Notice:
        """Reasons that others gave: to look at, never filled in."""
        return text.examples()

    async def form(self, community: int, token: str, verb: str) -> Form:
        """The form for one thing to do with a question.

        Raises Refused if there is no such question, or this cannot be done with it as it is now.
        """
        async with self._desk.database.read() as tx:
            question = await self._desk.by_card(tx, community, token)
        life.check_can(question, verb)
        return text.form(question, verb)

    # Answering

    async def answer(self, community: int, token: str, words: str) -> Notice:
        """Answer a question on its card; raises Refused for a bad text, or if it has an answer already."""
        answer = Answer(clean(words, "answer"))
        return await self._change(community, token, self._answered(answer), text.answered)

    async def in_plain_words(self, community: int, token: str, words: str) -> Notice:
        """Say the answer again in plain words, for everyone.

        Raises Refused for a bad text, or if there is no answer yet.
        """
        plain, today = clean(words, "plain", LONGEST_PLAIN), self._desk.clock.now().date()
        return await self._change(
            community, token, lambda question: life.in_plain_words(question, plain, today), text.answered
        )

    async def answered_aloud(self, community: int, token: str, words: str) -> Notice:
        """Note that it was answered in the meeting, with two lines for those who were not there, if any."""
        answer = Answer(optional(words, "note", LONGEST_NOTE), aloud=True)
        return await self._change(community, token, self._answered(answer), text.answered)

    async def answering(self, community: int, token: str) -> Notice:
        """Show that somebody is answering it now."""
        return await self._change(community, token, life.being_answered, text.changed, news=False)

    async def ask_back(self, community: int, token: str, words: str) -> Notice:
        """Ask something back on the card; anybody can answer it with [Ask more about this]."""
        asked, today = clean(words, "note", LONGEST_NOTE), self._desk.clock.now().date()
        return await self._change(
            community, token, lambda question: life.asked_back(question, asked, today), text.changed
        )

    async def take_to_meeting(self, community: int, token: str, when: str) -> Notice:
        """Say when it will be talked about."""
        line, today = clean(when, "note", LONGEST_LINE), self._desk.clock.now().date()
        return await self._change(
            community, token, lambda question: life.for_the_meeting(question, line, today), text.changed
        )

    # Passing on

    async def pass_on(self, community: int, token: str, account: int) -> Notice:
        """Ask a member to answer: by direct message if she has joined, and under [My questions] anyway.

        Raises Refused if it has an answer, or is the facilitators' alone.
        """
        joined = await self._people.joined(community, account)
        async with self._desk.database.write() as tx:
            before = await self._desk.by_card(tx, community, token)
            question = life.passed(before, account)
            await self._desk.store.put(tx, question)
            if joined and before.passed_to != account:
                say = partial(text.passed_to_you, question)
                await self._desk.message(tx, community, account, say)
        return text.passed(question, joined=joined)

    async def passed_form(self, community: int, account: int, token: str, *, by_name: bool) -> Form:
        """The form for the answer of a member whom it was passed to; raises Refused for anybody else."""
        async with self._desk.database.read() as tx:
            question = await self._desk.by_card(tx, community, token)
        self._check_passed(question, account)
        return text.passed_form(question, by_name=by_name)

    async def answer_by_name(self, community: int, account: int, name: str, token: str, words: str) -> Notice:
        """A member answers under her own name; raises Refused unless it was passed to her."""
        shown = shortened(tidy(name), LONGEST_LINE)
        answer = Answer(clean(words, "answer"), by=shown, account=account)

        def change(question: AnonymousQuestion) -> AnonymousQuestion:
            self._check_passed(question, account)
            return self._answered(answer)(question)

        return await self._change(community, token, change, text.answered_by_member)

    async def answer_through(self, community: int, account: int, token: str, words: str) -> Notice:
        """A member gives her answer to the facilitators, who put it on the card; raises Refused as above."""
        answer = clean(words, "answer")
        here = await self._desk.communities.get(community)
        async with self._desk.database.write() as tx:
            question = await self._desk.by_card(tx, community, token)
            self._check_passed(question, account)
            await self._desk.store.put(tx, replace(question, passed_to=0, suggested=answer))
            await self._desk.note(tx, here, partial(text.suggestion, question, answer))
        return text.suggested(question)

    async def not_this_time(self, community: int, account: int, token: str) -> Notice:
        """A member would rather not; facilitators read that it is theirs again, and no name."""
        here = await self._desk.communities.get(community)
        async with self._desk.database.write() as tx:
            question = await self._desk.by_card(tx, community, token)
            self._check_passed(question, account)
            await self._desk.store.put(tx, replace(question, passed_to=0))
            await self._desk.note(tx, here, partial(text.came_back, question))
        return text.never_mind()

    # Holding, ending, putting together

    async def release(self, community: int, token: str) -> Notice:
        """Let a held question out; raises Refused if it is not held."""
        here = await self._desk.communities.get(community)
        settings = await self._desk.settings(community)
        today = self._desk.clock.now().date()
        async with self._desk.database.write() as tx:
            held = await self._desk.by_card(tx, community, token)
            channel = held.goes_to or here.questions_channel
            number = await self._desk.store.next_number(tx, community)
            question = life.released(held, number, Card(channel, new_key()), today)
            await self._desk.put_moved_on(tx, held, question)
            await self._desk.store.put(tx, question)
            await self._desk.tell(tx, community)
            await self._desk.put_card(tx, question)
            await self._desk.set_hour(tx, settings)
            await self._desk.set_morning(tx, settings)
        return text.released(question)

    async def keep_back(self, community: int, token: str, reason: str) -> Notice:
        """Tell the asker of a held question why it waits.

        Raises Refused for a bad text, or if it is not held.
        """
        why, today = clean(reason, "note", LONGEST_NOTE), self._desk.clock.now().date()
        return await self._change(
            community, token, lambda question: life.kept_back(question, why, today), text.changed
        )

    async def decline(self, community: int, token: str, reason: str) -> Notice:
        """End a question without an answer, with a reason for its asker."""
        why, today = clean(reason, "note", LONGEST_NOTE), self._desk.clock.now().date()
        return await self._change(
            community,
            token,
            lambda question: life.declined(question, why, today),
            text.changed,
            ends=True,
        )

    async def take_words_away(self, community: int, token: str, reason: str) -> Notice:
        """Take away for good what was asked, quoted and answered, with a reason for its asker."""
        why, today = clean(reason, "note", LONGEST_NOTE), self._desk.clock.now().date()
        return await self._change(
            community,
            token,
            lambda question: life.without_words(question, why, today),
            text.words_gone,
            ends=True,
        )

    async def merge(self, community: int, token: str, number: str, reason: str) -> Notice:
        """Put a question together with another one, with a reason for its asker."""
        why, today = clean(reason, "note", LONGEST_NOTE), self._desk.clock.now().date()
        settings = await self._desk.settings(community)
        async with self._desk.database.write() as tx:
            into = await self._desk.by_number(tx, community, number)
            question = life.merged(await self._desk.by_card(tx, community, token), into, why, today)
            await self._desk.send_along(tx, question, into)
            grown = replace(into, band=larger(into.band, question.band))
            await self._desk.publish(tx, question, settings, news=True)
            if grown != into:
                await self._desk.publish(tx, grown, settings)
        return text.merged(question, into)

    async def close(self, community: int, token: str) -> Notice:
        """Close an answered question; what proves who asked goes now, if she has read the answer."""
        today = self._desk.clock.now().date()
        return await self._change(
            community,
            token,
            lambda question: life.closed(question, Ending.FACILITATOR, today),
            text.closed,
            news=False,
            ends=True,
        )

    # Pauses, reports, trouble

    async def pause(self, community: int, token: str, chosen: str, reason: str) -> Notice:
        """Pause the asker of a question, whoever she is; only she is told, and why.

        Raises Refused for a bad text, and once it is closed.
        """
        why, days = clean(reason, "note", LONGEST_NOTE), pausing.parse_days(chosen)
        async with self._desk.database.write() as tx:
            question = await self._desk.by_card(tx, community, token)
            life.check_can(question, "pause")
            made = pausing.pause(
                question,
                await self._desk.store.claims(tx, community),
                now=self._desk.clock.now(),
                days=days,
                reason=why,
                part_of_a_day=self._desk.rng.random(),
            )
            kept = [p for p in await self._desk.store.pauses(tx, community) if p.question != question.id]
            await self._desk.store.put_pauses(tx, community, [*kept, made])
        return text.paused(question, days)

    async def lift(self, community: int, question: str) -> Notice:
        """Lift the pause of the asker of the question with this id; raises Refused if there is none."""
        async with self._desk.database.write() as tx:
            pauses = await self._desk.store.pauses(tx, community)
            await self._desk.store.put_pauses(tx, community, pausing.lifted(pauses, question))
        return text.lifted()

    async def report_form(self, community: int, token: str) -> Form:
        """The form for a report of a card; raises Refused if it is not there."""
        async with self._desk.database.read() as tx:
            question = await self._desk.by_card(tx, community, token)
        return text.report_form(question)

    async def report(self, community: int, token: str, words: str) -> Notice:
        """Tell facilitators at once that a card worries somebody; not who."""
        worry = optional(words, "note", LONGEST_NOTE)
        here = await self._desk.communities.get(community)
        settings = await self._desk.settings(community)
        async with self._desk.database.write() as tx:
            question = await self._desk.by_card(tx, community, token)
            await self._desk.note(tx, here, partial(text.reported, question, worry, settings.threats))
        return text.reported_back(settings)

    async def retry(self, community: int) -> Notice:
        """Send at once what was put back."""
        async with self._desk.database.write() as tx:
            await self._desk.deliveries.hurry(tx, community, self._desk.clock.now())
        return text.retried()

    # Steps

    async def _change(
        self,
        community: int,
        token: str,
        change: Change,
        told: Callable[[AnonymousQuestion], Notice],
        *,
        news: bool = True,
        ends: bool = False,
    ) -> Notice:
        """Change a question, in one transaction with what follows from it; returns what the presser reads."""
        settings = await self._desk.settings(community)
        async with self._desk.database.write() as tx:
            question = change(await self._desk.by_card(tx, community, token))
            if ends:
                await self._desk.end_merged(tx, question, settings, self._desk.clock.now().date())
            await self._desk.publish(tx, question, settings, news=news)
            if ends:
                await self._desk.tidy_claims(tx, community)
        if ends:
            await self._desk.database.vacuum()
        return told(question)

    def _answered(self, answer: Answer) -> Change:
        at = window_start(self._desk.clock.now())
        return lambda question: life.answered(question, answer, at)

    @staticmethod
    def _check_passed(question: AnonymousQuestion, account: int) -> None:
        if question.passed_to != account:
            raise Refused("error-not-passed")
        if question.state is not State.OUT:
            raise Refused(f"error-already-{question.state}", number=question.number or 0)
