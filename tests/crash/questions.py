"""The scene `questions`: a meeting with every kind of question, the hour after it, and two nights."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from rehearsal import Outcome, Shown
from tests.crash import asked
from tests.crash.asked import Asked
from tests.crash.cards import do_on_card, form_on_card
from tests.crash.crowd import Crowd
from tests.crash.questions_end import check_files, check_screens
from tests.crash.setting_up import PANELS, join, set_up

LEILA, OWEN, NGOZI, KWAME = "Leila Haddad", "Owen Beckett", "Ngozi Eze", "Kwame Boateng"
ROSA = "Rosa Pereira"
SAFE = "is safe here"
DONE = "Done."
ON_ITS_WAY = "is on its way to the card"
HINT = "There is something for you"
PASSED_TO_YOU = "could you answer"
SHOWN = "Somebody would like everyone to see this word"
NOTHING_OF_YOURS = "There is nothing of yours here"
NEW_ANSWERS = "There are new answers."
_ANSWER = "Your answer"
_REASON = "What shall the person who asked be told?"
_MOST_TIMES = 3
#: When direct messages go out and questions come out between meetings, and when the bot tidies up.
_HOURS, _NIGHT = (9, 16), 3


class Questions:
    """The meeting. Each method is a part of it, in this order."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._reports = 0
        self._taken_back: tuple[Asked, ...] = (asked.TAKEN_BACK,)

    async def play(self) -> None:
        """From the panel to the night after the last claim went."""
        parts = (
            *(self._sets_up, self._joins, self._starts, self._ask, self._show, self._take_back_in_time),
            *(self._window, self._wonder, self._ask_more, self._window),
            *(self._window_with_readers_first, self._release),
            *(self._pass_on, self._put_together, self._answer, self._report, self._after_meeting),
            *(self._ends, self._hour, self._read, self._close, self._forget, self._night),
        )
        for part in parts:
            self._crowd.bot.says(part.__name__.strip("_").replace("_", " "))
            await part()

    def check(self, folder: Path) -> None:
        """As people see it, and in the files."""
        check_screens(self._crowd.rehearsal, self._reports, len(self._taken_back))
        check_files(folder, len(self._taken_back))

    # Before the meeting

    async def _sets_up(self) -> None:
        await set_up(self._crowd)

    async def _joins(self) -> None:
        await join(self._crowd, NGOZI, "Clinical")

    async def _starts(self) -> None:
        await self._crowd.press(LEILA, "Meeting starts", "facilitators", says="The meeting has started.")
        # So that the first commit of the window is the window's.
        await self._crowd.settle()

    # What is asked

    async def _ask(self) -> None:
        for each in (asked.HELPED, asked.THROUGH, asked.TAKEN_BACK, asked.MERGED, asked.DECLINED):
            await self._asks(each, await self._crowd.open(each.asker, "Ask anonymously"))
        derek = self._crowd.person(asked.PRIVATE.asker)
        form = await self._crowd.until_done(lambda: derek.command("ask", channel="general"), follows=False)
        await self._asks(asked.PRIVATE, form)

    async def _show(self) -> None:
        """A word for everyone. What was not sent is forgotten in a crash: then she presses once more."""
        for _ in range(_MOST_TIMES):
            opened = await self._crowd.open(ROSA, "What does that word mean?")
            told = await self._crowd.fill_in(opened, {"The word": "ICB"}, "(ICB)", follows=False)
            asked_first = await self._crowd.open(ROSA, "Show it to everyone", on=told.message)
            sent = asked_first.message
            if sent is not None and "Nothing was sent yet." in sent.text:
                await self._crowd.open(ROSA, "Send it anyway", on=sent)
            if await self._is_to_be_shown():
                return
        raise AssertionError("the word is never taken")

    async def _is_to_be_shown(self) -> bool:
        mine = await self._crowd.open_more(ROSA, "My questions")
        waits = mine.message is not None and "Everyone will see" in mine.message.text
        return waits or any(SHOWN in each.text for each in self._crowd.person(ROSA).read("questions"))

    async def _take_back_in_time(self) -> None:
        tom = asked.IN_TIME.asker
        safe = await self._asks(asked.IN_TIME, await self._crowd.open(tom, "Ask anonymously"))
        told = await self._crowd.press(tom, "Take it back", on=safe.message)
        # If the bot was away for longer than a window, it came out first; he takes it back from there later.
        if any(asked.IN_TIME.text in each.text for each in self._crowd.person(tom).read("questions")):
            assert self._crowd.bot.deaths, "it came out before the window ended"
            self._taken_back = (asked.TAKEN_BACK, asked.IN_TIME)
        else:
            assert told.message is not None
            assert "It did not come out" in told.message.text or self._crowd.bot.deaths

    async def _window(self) -> None:
        await self._crowd.pass_window()

    async def _wonder(self) -> None:
        for name in ("Gwyn Pritchard", "Imran Siddiqui"):
            card = self._crowd.card(name, asked.HELPED.text)
            await self._crowd.open(name, "I wondered too", on=card, says="You are counted")

    async def _ask_more(self) -> None:
        more = asked.FOLLOW_UP
        card = self._crowd.card(more.asker, asked.HELPED.text)
        await self._asks(more, await self._crowd.open(more.asker, "Ask more about this", on=card))

    async def _window_with_readers_first(self) -> None:
        await self._read_first()
        hannah = asked.HELD.asker
        await self._asks(asked.HELD, await self._crowd.open(hannah, "Ask anonymously"))
        await self._crowd.pass_window()

    async def _read_first(self) -> None:
        """A choice that was not yet confirmed is forgotten in a crash: then she makes it again."""
        for _ in range(_MOST_TIMES):
            page = await self._crowd.open(
                LEILA, "Question settings", "facilitators", says="Question settings"
            )
            form = await self._crowd.open(LEILA, "Reading first", "facilitators", on=page.message)
            first = {"Does a facilitator read them first?": "Yes, a facilitator reads them first"}
            shown = await self._crowd.fill_in(form, first, "This is what would hold", follows=False)
            used = await self._crowd.open(LEILA, "Use this", "facilitators", on=shown.message)
            if used.message is not None and "This holds from now on." in used.message.text:
                return
        raise AssertionError("the choice is never kept")

    async def _asks(self, each: Asked, opened: Outcome) -> Outcome:
        values = {"Your question": each.text}
        if each.private:
            values["Who sees it?"] = "Facilitators only"
        if each.tell:
            values["Tell you when there is an answer?"] = "Yes, send me a direct message"
        return await self._crowd.fill_in(opened, values, SAFE, follows=False)

    # What facilitators do

    async def _release(self) -> None:
        where, held = "facilitators", asked.HELD.text
        form = await form_on_card(self._crowd, OWEN, held, "Keep it for now", channel=where)
        await self._crowd.fill_in(form, {_REASON: asked.WHY_IT_WAITS}, DONE)
        await do_on_card(self._crowd, OWEN, held, "Let it out", channel=where, says="is on its way out")

    async def _pass_on(self) -> None:
        form = await form_on_card(self._crowd, LEILA, asked.HELD.text, "Pass it to a member")
        await self._crowd.fill_in(form, {"Who could answer this?": NGOZI}, DONE, self._ngozi_has_it)
        form = await self._crowd.open(NGOZI, "Answer under my name", None)
        await self._crowd.fill_in(form, {_ANSWER: asked.ANSWER_BY_NAME}, ON_ITS_WAY)
        await self._leaves()
        # Kwame has not joined: he finds it under [My questions], and facilitators are given what he says.
        form = await form_on_card(self._crowd, LEILA, asked.THROUGH.text, "Pass it to a member")
        await self._crowd.fill_in(form, {"Who could answer this?": KWAME}, DONE)
        mine = await self._crowd.open_more(KWAME, "My questions", says=PASSED_TO_YOU)
        form = await self._crowd.open(KWAME, "Answer through a facilitator", on=mine.message)
        await self._crowd.fill_in(form, {_ANSWER: asked.ANSWER_THROUGH}, "The facilitators have your answer")

    def _ngozi_has_it(self) -> bool:
        return any(PASSED_TO_YOU in each.text for each in self._crowd.person(NGOZI).read_direct())

    async def _leaves(self) -> None:
        joined = await self._crowd.open_more(NGOZI, "Join this community", says="You joined this community")
        asked_first = await self._crowd.open(
            NGOZI, "Leave", on=joined.message, says="Do you want to leave this community?"
        )
        await self._crowd.open(NGOZI, "Yes, leave", on=asked_first.message, says="You have left.")

    async def _put_together(self) -> None:
        form = await form_on_card(self._crowd, OWEN, asked.MERGED.text, "Put together with another")
        number = self._crowd.card(OWEN, asked.FOLLOW_UP.text).text.split("Question ")[1].split()[0]
        values = {"Number of the other question": number, _REASON: asked.WHY_TOGETHER}
        await self._crowd.fill_in(form, values, DONE)

    async def _answer(self) -> None:
        await do_on_card(self._crowd, LEILA, asked.HELPED.text, "Answering now", says=DONE)
        await self._answers(LEILA, asked.HELPED, asked.ANSWER)
        form = await form_on_card(self._crowd, LEILA, asked.HELPED.text, "Say it in plain words")
        await self._crowd.fill_in(form, {"The answer in plain words": asked.PLAIN_WORDS}, ON_ITS_WAY)
        await self._answers(OWEN, asked.PRIVATE, asked.ANSWER_IN_PRIVATE)
        form = await form_on_card(self._crowd, OWEN, asked.THROUGH.text, "Ask back")
        await self._crowd.fill_in(form, {"What would you like to know?": asked.ASKED_BACK}, DONE)
        note = self._crowd.card(OWEN, "A member suggests this answer", "facilitators")
        form = await self._crowd.open(OWEN, "Use this answer", "facilitators", on=note)
        await self._crowd.fill_in(form, {}, ON_ITS_WAY)
        form = await form_on_card(self._crowd, LEILA, asked.FOLLOW_UP.text, "Answered in the meeting")
        two_lines = {"Two lines for those who were not there": asked.ANSWER_ALOUD}
        await self._crowd.fill_in(form, two_lines, ON_ITS_WAY)
        form = await form_on_card(self._crowd, LEILA, asked.DECLINED.text, "End it without an answer")
        await self._crowd.fill_in(form, {_REASON: asked.WHY_NOT}, DONE)

    async def _answers(self, name: str, question: Asked, words: str) -> None:
        form = await form_on_card(self._crowd, name, question.text, "Answer", channel=question.channel)
        await self._crowd.fill_in(form, {_ANSWER: words}, ON_ITS_WAY)

    async def _report(self) -> None:
        menu = await self._crowd.open(
            "Jakub Nowak", "Facilitators", on=self._crowd.card("Jakub Nowak", asked.TAKEN_BACK.text)
        )
        opened = await self._crowd.open("Jakub Nowak", "Report this", on=menu.message)
        form = opened.form
        assert form is not None, opened

        async def send() -> Outcome:
            # He cannot see whether it came: two presses are rightly two reports.
            self._reports += 1
            return await form.submit({"What worries you?": asked.WORRY})

        await self._crowd.until_done(send, "The facilitators see your report now.")

    # After the meeting

    async def _after_meeting(self) -> None:
        verbs = [(asked.HELPED, "That helps"), *((each, "Take it back") for each in self._taken_back)]
        for each, label in verbs:
            card = self._crowd.card(each.asker, each.text)
            own = await self._crowd.open(each.asker, "Mine", on=card, says=each.text)
            await self._crowd.open(each.asker, label, on=own.message, says="after the meeting")
        await self._crowd.pass_window()
        # Nothing shows before.
        for each in self._taken_back:
            assert self._crowd.card(LEILA, each.text)

    async def _ends(self) -> None:
        await self._crowd.press(LEILA, "Meeting ends", "facilitators", says="The meeting has ended.")
        await self._crowd.pass_window()

    async def _hour(self) -> None:
        await self._crowd.go_to(self._next(_HOURS))
        assert self._panel_says_so(), "the panel does not say that there are new answers"
        for each in asked.TOLD:
            assert len(self._hints(each)) == 1, f"{each.asker} was told {len(self._hints(each))} times"

    def _panel_says_so(self) -> bool:
        return NEW_ANSWERS in self._crowd.card(LEILA, PANELS["questions"]).text

    def _hints(self, each: Asked) -> list[Shown]:
        direct = self._crowd.person(each.asker).read_direct()
        return [shown for shown in direct if HINT in shown.text and not shown.only_you]

    async def _read(self) -> None:
        for each in asked.TOLD:
            page = await self._crowd.open(each.asker, "My questions", None, on=self._hints(each)[0])
            assert page.message is not None
            for words in each.under_mine:
                assert page.message.text.count(words) == 1, f"{each.asker} reads {page.message.text!r}"

    async def _close(self) -> None:
        for each in asked.LASTING:
            if asked.CLOSED in each.card:
                await do_on_card(
                    self._crowd,
                    LEILA,
                    each.text,
                    "Close this question",
                    channel=each.channel,
                    says="is closed",
                )

    async def _forget(self) -> None:
        """What they read is forgotten at the next hour; whoever finds something there reads it once more."""
        for _ in range(_MOST_TIMES):
            await self._crowd.go_to(self._next(_HOURS))
            for each in asked.TOLD:
                assert len(self._hints(each)) <= 1, f"{each.asker} was told again"
            left = [each.asker for each in asked.ALL if not await self._finds_nothing(each)]
            if not left:
                return
        raise AssertionError(f"still kept as theirs: {left}")

    async def _finds_nothing(self, each: Asked) -> bool:
        page = await self._crowd.open_more(each.asker, "My questions")
        return page.message is not None and NOTHING_OF_YOURS in page.message.text

    async def _night(self) -> None:
        await self._crowd.go_to(self._next((_NIGHT,)))
        assert not self._panel_says_so(), "the panel still says that there are new answers"

    def _next(self, hours: tuple[int, ...]) -> datetime:
        """The next of these hours; in early March London's clocks show UTC."""
        now = self._crowd.rehearsal.world.clock.now()
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        moments = (midnight + timedelta(days=day, hours=hour) for day in (0, 1) for hour in hours)
        return min(moment for moment in moments if moment > now)
