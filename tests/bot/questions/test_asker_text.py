"""What askers read: it fits, every question has its page, and nothing that only she sees can be followed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.community.rules import Safeguarding
from bot.core.deliveries import new_key
from bot.core.notices import Choice, Field, Form, Notice, Words
from bot.questions import text
from bot.questions.rules.acts import Ended
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, Answer, Ending, State
from bot.questions.rules.second_look import Finding, Kind
from bot.questions.rules.settings import QuestionSettings, Terms, Who
from bot.questions.rules.windows import Pace
from bot.questions.rules.writing import LONGEST, shortened
from bot.questions.text import Mine, MinePage
from bot.questions.text.asker import Filled
from tests.bot.questions.making import (
    NOW,
    SNOWFLAKE,
    WORDS,
    WORST,
    actions,
    asked,
    chosen,
    faults,
    ids,
    in_meeting,
    question,
    said,
    texts,
    worst_questions,
)

LOCALES = pytest.mark.parametrize("locale", WORDS.locales)
EACH = pytest.mark.parametrize("words", WORST.values(), ids=WORST)
END = NOW + timedelta(days=400)
DRAFT = f"{new_key()}~{new_key()}"


def pause(reason: str = "Talk to us.") -> Pause:
    return Pause("q1", b"", b"", NOW, END, reason)


def every_setting(words: str = "") -> list[QuestionSettings]:
    """In every kind of meeting, and in none; with a community's own lines, and without."""
    lines = words[:600]
    made = [chosen(who=who) for who in Who]
    return [*made, chosen(urgent=lines, threats=lines), *(in_meeting(pace) for pace in Pace)]


# The form


@LOCALES
@EACH
def test_every_form_fits(words: str, locale: str) -> None:
    for made in every_setting():
        for about in (None, question(), question(number=10**9, to_facilitators=True)):
            for few in (False, True):
                filled = Filled(words, to_facilitators=few, tell=few)
                form = text.ask_form(DRAFT, made, few=few, about=about, before=filled)
                assert faults(form, locale) == []
        assert faults(text.ask_form(DRAFT, made, in_own_words=True), locale) == []
    for by_name in (False, True):
        assert faults(text.passed_form(question(), by_name=by_name), locale) == []


def boxes(form: Form) -> list[str]:
    return [box.name for box in form.fields]


def test_who_sees_it_is_asked_only_where_the_asker_chooses() -> None:
    assert boxes(text.ask_form("d", chosen())) == ["text", "who", "tell"]
    assert boxes(text.ask_form("d", chosen(who=Who.EVERYONE))) == ["text", "tell"]
    assert boxes(text.ask_form("d", chosen(who=Who.FACILITATORS))) == ["text", "tell"]
    private = question(to_facilitators=True)
    assert boxes(text.ask_form("d", chosen(), about=private)) == ["text", "tell"]
    assert boxes(text.ask_form("d", chosen(), about=question())) == ["text", "who", "tell"]


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("tell", [False, True])
def test_what_she_filled_in_stands_there_again(private: bool, tell: bool) -> None:
    form = text.ask_form("d", chosen(), before=Filled("What?", private, tell))
    words, who, told = form.fields
    assert isinstance(words, Field)
    assert isinstance(who, Choice)
    assert isinstance(told, Choice)
    assert (words.value, words.most) == ("What?", LONGEST)
    assert (who.chosen, told.chosen) == ("facilitators" if private else "everyone", "yes" if tell else "no")


def intro(form: Form) -> str:
    assert form.intro is not None
    return form.intro.id.removeprefix("question-form-intro")


def test_what_comes_first_in_the_form() -> None:
    assert intro(text.ask_form("d", chosen())) == ""
    assert intro(text.ask_form("d", chosen(), few=True)) == "-few"
    assert intro(text.ask_form("d", chosen(), in_own_words=True)) == "-own-words"
    assert intro(text.ask_form("d", chosen(), few=True, about=question())) == "-more"
    private = question(to_facilitators=True)
    assert intro(text.ask_form("d", chosen(), about=private)) == "-more-private"


# Before sending


@LOCALES
@EACH
def test_what_comes_before_sending_fits(words: str, locale: str) -> None:
    for made in every_setting():
        assert faults(text.preview(new_key(), words[:300], made), locale) == []
    for number in (0, 1, 4):
        servers = [(SNOWFLAKE - each, words[:100] or "x") for each in range(number)]
        assert faults(text.direct(servers), locale) == []
    assert faults(text.never_mind(), locale) == []


@LOCALES
@EACH
def test_the_second_look_never_exceeds(words: str, locale: str) -> None:
    findings = [Finding(kind, words, 0) for kind in Kind]
    for found in (findings, findings * 20, [Finding(kind, words[:20], 0) for kind in Kind]):
        assert faults(text.second_look(new_key(), words, found), locale) == []


found_words = st.text(
    st.sampled_from("ab *_`[]()<>@#\n:/\N{FACE WITH TEARS OF JOY}"), min_size=1, max_size=80
)
found = st.lists(st.builds(Finding, st.sampled_from(Kind), found_words, st.just(0)), min_size=1, max_size=30)


@settings(max_examples=40)
@given(found, st.text(st.sampled_from("ab *_`[]()<>@#\n"), min_size=1, max_size=80))
def test_the_second_look_fits_whatever_was_found(findings: list[Finding], words: str) -> None:
    shown = text.second_look("token", (words * LONGEST)[:LONGEST], findings)
    assert faults(shown) == []
    kinds = list(dict.fromkeys(f"question-look-{each.kind}" for each in findings))
    assert sorted(ids(shown)) == sorted(["question-look", *kinds, "question-look-yours"])


def test_the_second_look_shows_the_first_of_each_kind_and_her_words() -> None:
    both = [Finding(Kind.NAME, "Ann", 0), Finding(Kind.NAME, "Bob", 9), Finding(Kind.JOB, "nurse", 20)]
    shown = text.second_look("token", "Ann asks", both)
    assert ids(shown) == ["question-look", "question-look-name", "question-look-job", "question-look-yours"]
    assert "Ann" in texts(shown)[1]
    assert "Bob" not in said(shown)
    assert shown.parts[-1] == Words("Ann asks")
    assert actions(shown) == ["change", "send", "never-mind"]
    assert {button.token for button in shown.buttons} == {"token"}


def test_a_direct_message_is_answered_with_the_ways_in() -> None:
    assert actions(text.direct([(5, "One")])) == ["ask", "away"]
    several = text.direct([(5, "One"), (6, "Two")])
    assert actions(several) == ["ask", "ask", "away"]
    assert [button.token for button in several.buttons] == ["5.", "6.", "5."]
    assert text.direct([]).buttons == ()


# After sending


@LOCALES
@EACH
def test_what_she_reads_after_sending_fits(words: str, locale: str) -> None:
    for made in every_setting(words):
        for terms in (Terms(9), Terms(9, to_facilitators=True, release_first=True)):
            for paused in (None, pause(words[:250])):
                assert faults(text.acknowledgement(DRAFT, made, terms, paused, NOW), locale) == []
        for how in (Ending.HELPED, Ending.TAKEN_BACK):
            assert faults(text.ended(how, made, NOW), locale) == []
    for notice in (
        *(text.promise(), text.promise(pause(words[:250])), text.hint(new_key())),
        *(text.taken_back_in_time(), text.wondered()),
    ):
        assert faults(notice, locale) == []


def acknowledged(made: QuestionSettings, terms: Terms = Terms(9), paused: Pause | None = None) -> Notice:  # noqa: B008
    return text.acknowledgement("draft", made, terms, paused, NOW)


def test_an_acknowledgement_says_where_urgent_help_is() -> None:
    plain = said(acknowledged(chosen()))
    for needed in ("not medical advice", "999", "111", "116 123", "Nobody can trace"):
        assert needed in plain
    own = said(acknowledged(chosen(urgent="Ring 0.", threats="We act.")))
    assert "Ring 0" in own
    assert "116 123" not in own
    assert "We act" in own
    assert "not medical advice" in own


@pytest.mark.parametrize(
    ("made", "when"),
    [
        (in_meeting(Pace.QUICK), "20 seconds"),
        (in_meeting(Pace.STEADY), "2 minutes"),
        (in_meeting(Pace.CAREFUL), "10 minutes"),
        (chosen(), f"<t:{int(NOW.replace(hour=15, second=0).timestamp())}:f>"),
    ],
)
def test_an_acknowledgement_says_when(made: QuestionSettings, when: str) -> None:
    assert when in texts(acknowledged(made))[1]


def test_an_acknowledgement_says_what_happens_first() -> None:
    usual = ["question-ack", "question-when-between", "question-ack-find"]
    advice = ["question-not-advice", "question-urgent"]
    assert ids(acknowledged(chosen())) == [*usual, *advice]
    first = ids(acknowledged(chosen(), Terms(9, release_first=True)))
    assert "question-ack-release" in first
    # Whoever is paused is told until when, and no more than that of facilitators who read first.
    paused = ids(acknowledged(chosen(), Terms(9, release_first=True), pause()))
    assert "question-paused" in paused
    assert "question-ack-release" not in paused
    assert "question-ack-facilitators" in ids(acknowledged(chosen(), Terms(9, to_facilitators=True)))
    assert actions(acknowledged(chosen())) == ["take-back-waiting", "mine", "promise"]


def test_what_she_ends_shows_after_the_meeting_or_soon() -> None:
    for how in (Ending.HELPED, Ending.TAKEN_BACK):
        assert ids(text.ended(how, in_meeting(), NOW)) == [f"question-{how}-after-meeting"]
        assert ids(text.ended(how, chosen(), NOW)) == [f"question-{how}-soon"]


def test_the_promise_is_made_to_each_kind_of_person() -> None:
    promise = said(text.promise())
    for who in ("Other members", "Facilitators", "server’s owner", "bot’s computer", "Discord"):
        assert who in promise
    assert "nobody can know" not in promise.casefold()
    assert "paused" not in promise
    own = said(text.promise(pause("Talk to us.")))
    assert "Talk to us" in own
    assert f"<t:{int(END.timestamp())}:f>" in own


def test_the_promise_says_so_where_whoever_runs_the_bot_takes_part() -> None:
    sentence = "the person who runs the bot’s computer also takes part"
    assert sentence in said(text.promise(host_takes_part=True))
    assert sentence not in said(text.promise())


def test_askers_are_told_who_is_there_for_a_worry_about_safety() -> None:
    lead = Safeguarding("Ruth Calder", "Monday to Friday, 9 to 5", "Leila Haddad")
    told = said(acknowledged(chosen(safeguarding=lead)))
    assert "You can tell Ruth Calder." in told
    assert "They are there: Monday to Friday, 9 to 5." in told
    assert "When they are away, you can tell Leila Haddad." in told
    assert "worried about somebody’s safety" not in said(acknowledged(chosen()))


def test_a_hint_says_nothing_of_what_or_why() -> None:
    assert texts(text.hint("key")) == ["There is something for you under **My questions**."]
    assert [button.custom_id for button in text.hint("key").buttons] == ["questions:hint:key"]


# My questions


def pages(mine: Mine) -> list[MinePage]:
    """Every page, found as she finds them: by pressing [Show older ones]."""
    found = [text.mine(mine, END)]
    while older := [each for each in found[-1].notice.buttons if each.action == "questions:older"]:
        found.append(text.mine(mine, END, int(older[0].token)))
        assert len(found) < 50
    return found


lengths = st.integers(1, LONGEST)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(lengths, max_size=4), st.lists(st.tuples(st.sampled_from(State), lengths, lengths), max_size=12)
)
def test_every_question_of_hers_is_on_exactly_one_page(
    waiting: Sequence[int], shape: Sequence[tuple[State, int, int]]
) -> None:
    acts = [replace(asked(f"d{n}"), text=f"waiting {n} ".ljust(long, "x")) for n, long in enumerate(waiting)]
    own = [_sized(number, *each) for number, each in enumerate(shape, 1)]
    found = pages(Mine(acts, own, {}))
    shown = [part.words for page in found for part in page.notice.parts if isinstance(part, Words)]
    # She knows what she asked: the beginning of a long question is enough.
    asked_for = [_in_brief(text) for text in (*(act.text for act in acts), *(each.text for each in own))]
    assert sorted(words for words in shown if words in asked_for) == sorted(asked_for)
    held_first = sorted(own, key=lambda each: (each.number is not None, -(each.number or 0)))
    assert [id_ for page in found for id_ in page.shown] == [(each.id, each.news) for each in held_first]
    assert all(faults(page.notice) == [] for page in found)


def _in_brief(text: str) -> str:
    return text if len(text) <= 300 else shortened(text, 300)


def _sized(number: int, state: State, long: int, answer: int) -> AnonymousQuestion:
    made = question(state, number, f"question {number} ".ljust(long, "x"), id=f"id {number}", news=number)
    return made if made.answer is None else replace(made, answer=Answer("a" * answer))


@LOCALES
@EACH
def test_a_page_of_the_worst_texts_fits(words: str, locale: str) -> None:
    worst = [replace(each, id=f"id {place}") for place, each in enumerate(worst_questions(words))]
    full = question(State.ANSWERED, 10**9, answer=Answer(words, by="W" * 32, account=3, plain=words[:300]))
    into = {each.id: full for each in worst if each.state is State.MERGED}
    acts = [replace(asked(f"d{n}"), text=words, draft=new_key()) for n in range(3)]
    quote = [replace(asked("quote"), text="", quote=words[:300], draft=new_key())]
    for paused in (None, pause(words[:250])):
        for page in pages(Mine([*acts, *quote], worst, into, paused, [question(), question()])):
            assert faults(page.notice, locale) == []
    for each in worst:
        page = text.mine(Mine([], [each], into, pause(), [question()]), END)
        assert faults(page.notice, locale) == []


@LOCALES
def test_a_page_of_short_texts_with_all_that_can_stand_there_fits(locale: str) -> None:
    """A message has a most of parts, too."""
    for wish in ({"text": "x"}, {"text": "", "quote": "x"}):
        answered = Answer("x", by="x", account=3, plain="x")
        full = [
            replace(
                question(State.MERGED, number, meeting="x", reason="x", **wish),
                id=f"id {number}",
            )
            for number in range(1, 12)
        ]
        into = {each.id: question(State.ANSWERED, 99, answer=answered) for each in full}
        for page in pages(Mine([asked("d")], full, into, pause(), [question()])):
            assert faults(page.notice, locale) == []


@EACH
def test_one_question_of_hers_fits(words: str) -> None:
    full = question(State.ANSWERED, 10**9, answer=Answer(words, by="W" * 32, account=3, plain=words[:300]))
    for each in worst_questions(words):
        into = full if each.state is State.MERGED else None
        for ending in (None, *(Ended(each.id, how, 0) for how in (Ending.HELPED, Ending.TAKEN_BACK))):
            assert faults(text.own(each, into, ending).notice) == []


@pytest.mark.parametrize("skip", [1, 2, 99, 10**30])
def test_past_the_end_the_first_page_is_shown(skip: int) -> None:
    """The list may have grown shorter since the button was shown."""
    mine = Mine([], [question(State.ANSWERED)], {})
    assert text.mine(mine, END, skip) == text.mine(mine, END)
    assert ids(text.mine(Mine([], [], {}), END, skip).notice) == ["question-mine-nothing"]


def test_with_nothing_of_hers_she_still_reads_of_her_pause_and_what_was_passed_to_her() -> None:
    paused = text.mine(Mine([], [], {}, pause()), END).notice
    assert ids(paused) == ["question-paused", "question-mine-nothing"]
    passed = text.mine(Mine([], [], {}, None, [question(number=4)]), END).notice
    assert ids(passed) == ["question-passed-to-you"]
    assert actions(passed) == ["by-name", "through", "not-this-time"]


def test_what_waits_says_when_and_can_be_taken_back() -> None:
    page = text.mine(Mine([asked("draft")], [], {}), END).notice
    assert ids(page) == ["question-mine-title", "question-mine-waiting"]
    assert f"<t:{int(END.timestamp())}:f>" in said(page)
    assert [button.custom_id for button in page.buttons] == ["questions:take-back-waiting:draft"]


def test_what_is_merged_shows_the_answer_of_the_other() -> None:
    own = question(State.MERGED, 3, reason="nearly the same")
    other = question(State.ANSWERED, 8, "Secret of another?", answer=Answer("It is this."))
    page = text.own(own, other, None).notice
    shown = said(page)
    assert "Question 3" in texts(page)[0]
    assert "Question 8" in texts(page)[0]
    assert "It is this" in shown
    assert "nearly the same" in shown
    assert "Secret of another" not in shown


@pytest.mark.parametrize("state", State)
def test_what_she_can_do_with_her_own(state: State) -> None:
    page = text.own(question(state), None, None).notice
    verbs = [] if state is State.CLOSED else ["helped", "take-back"]
    assert actions(page) == [*verbs, *([] if state is State.HELD else ["more"])]
    assert text.own(question(state, news=4), None, None).shown == ((question(state).id, 4),)


def test_what_she_has_done_and_is_not_shown_yet() -> None:
    for how in (Ending.HELPED, Ending.TAKEN_BACK):
        page = text.own(question(), None, Ended("q1", how, 0)).notice
        assert ids(page)[-1] == f"question-own-{how}"


@pytest.mark.parametrize("ending", Ending)
def test_each_end_is_told_in_its_own_words(ending: Ending) -> None:
    closed = question(State.CLOSED, ending=ending)
    assert ids(text.own(closed, None, None).notice)[0] == f"question-mine-closed-{ending}"
    assert faults(text.own(closed, None, None).notice) == []


ADDRESSES = {
    "plain": "See https://example.org/a?b=c for more.",
    "not safe": "http://example.org",
    "in capitals": "HTTPS://EXAMPLE.ORG",
    "masked": "[the form](https://example.org/form)",
    "two": "https://a.example and http://b.example",
    "after a letter": "seehttps://example.org",
    "in pieces": "https:https:////example.org",
    "in more pieces": "hthttp://tp://example.org",
}


@pytest.mark.parametrize("words", ADDRESSES.values(), ids=ADDRESSES)
def test_what_only_she_sees_holds_no_link_to_press(words: str) -> None:
    """Whoever wrote it could see in a server's log who followed it."""
    answer = Answer(words, plain=words)
    for each in (
        question(State.ANSWERED, answer=answer),
        question(asked=words),
        question(meeting=words[:80]),
        question(State.HELD, reason=words),
        question(State.CLOSED, ending=Ending.DECLINED, answer=None, reason=words),
        question(State.ANSWERED, answer=Answer("x", by=words[:32], account=3)),
    ):
        for notice in (text.own(each, None, None).notice, text.mine(Mine([], [each], {}), END).notice):
            assert not re.search(r"(?i)https?://", said(notice))
            assert re.search(r"(?i)example", said(notice)), "it can still be read and typed"
    assert not re.search(r"(?i)https?://", said(text.promise(pause(words))))


# What was passed to her


@LOCALES
@EACH
def test_what_was_passed_to_her_fits(words: str, locale: str) -> None:
    for each in worst_questions(words):
        assert faults(text.passed_to_you(each, new_key()), locale) == []


def test_what_is_passed_on_shows_the_question_and_the_ways_to_answer() -> None:
    notice = text.passed_to_you(question(number=4, text="What is it?"), "key")
    assert "Question 4" in said(notice)
    assert "What is it" in said(notice)
    assert actions(notice) == ["by-name", "through", "not-this-time", "mine"]


def test_a_notice_that_discord_would_not_take_is_noticed() -> None:
    """The planted faults."""
    assert faults(Notice((Words("x" * 4_001),)))
    assert faults(Notice(()))
    assert faults(Notice(tuple(Words("x") for _ in range(41))))
    twice = text.hint("key").buttons * 2
    assert faults(Notice((Words("x"),), twice))
    assert faults(text.ask_form("d" * 100, chosen()))
    assert faults(text.ask_form("d", chosen(), before=Filled("x" * (LONGEST + 1))))
