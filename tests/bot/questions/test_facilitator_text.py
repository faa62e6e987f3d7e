"""What facilitators read: menus, forms, lists and notes that fit, and never a word about who asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.notices import Choice, Field, Form, Notice, Words
from bot.questions import text
from bot.questions.rules.changes import verbs
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, Answer, Band, State
from bot.questions.rules.windows import Pace
from tests.bot.questions.making import (
    NOW,
    SNOWFLAKE,
    WORDS,
    WORST,
    actions,
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
END = NOW + timedelta(days=28)
#: What opens a form; the others are done with one press.
FORMS = ("answer", "plain", "aloud", "back", "meeting", "pass", "keep", "decline", "words", "merge", "pause")

#: A delivery's key, which one of its buttons must carry.
KEY = "0123456789abcdef"


def paused(number: int, known: AnonymousQuestion | None = None) -> tuple[Pause, AnonymousQuestion | None]:
    return Pause(f"0123456789abcde{number}", b"", b"", NOW, END, "why"), known


def every_notice(each: AnonymousQuestion, words: str) -> list[Notice]:
    """All that a facilitator can read about one question."""
    out = question(number=10**9)
    lines = words[:600]
    return [
        text.menu(each),
        text.not_a_facilitator(each),
        text.answered(each),
        text.answered_by_member(each),
        text.changed(each),
        text.released(each),
        text.merged(each, out),
        text.closed(each),
        text.passed(each, joined=True),
        text.passed(each, joined=False),
        text.suggested(each),
        text.paused(each, 28),
        text.lifted(),
        text.suggestion(each, words, KEY),
        text.came_back(each, KEY),
        text.reported(each, words[:250], lines, KEY),
        text.reported(each, "", "", KEY),
        text.reported_back(chosen(urgent=lines, threats=lines)),
    ]


@LOCALES
@EACH
def test_everything_about_one_question_fits(words: str, locale: str) -> None:
    for each in worst_questions(words):
        for notice in every_notice(each, words):
            assert faults(notice, locale) == []
        for verb in FORMS:
            assert faults(text.form(each, verb), locale) == []
        assert faults(text.report_form(each), locale) == []


@LOCALES
def test_everything_else_fits(locale: str) -> None:
    notices = [
        *(text.examples(), text.meeting_off(), text.opened_now(), text.retried()),
        *(text.meeting_on(in_meeting(pace)) for pace in Pace),
        *(text.trouble(SNOWFLAKE, f"t{SNOWFLAKE}", gone=gone) for gone in (False, True)),
    ]
    assert [faults(each, locale) for each in notices] == [[]] * len(notices)


# The menu


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("private", [False, True])
def test_the_menu_has_what_can_be_done_and_nothing_else(state: State, private: bool) -> None:
    each = question(state, to_facilitators=private)
    menu = text.menu(each)
    examples = ["examples"] if state in (State.HELD, State.OUT) else []
    assert actions(menu) == [*verbs(each), *examples]
    tokens = {button.token for button in menu.buttons if button.action != "questions:examples"}
    assert tokens == {each.card.token}
    assert each.text not in said(menu)


@pytest.mark.parametrize("state", State)
def test_everything_in_a_menu_opens_a_form_or_is_one_press(state: State) -> None:
    one_press = {"release", "answering", "close", "report"}
    for verb in verbs(question(state)):
        if verb not in one_press:
            assert text.form(question(state), verb).action == f"questions:{verb}"


def test_anybody_else_can_report() -> None:
    notice = text.not_a_facilitator(question())
    assert actions(notice) == ["report"]
    assert "Only facilitators" in said(notice)


# Forms


def field(form: Form, name: str) -> Field:
    found = next(box for box in form.fields if box.name == name)
    assert isinstance(found, Field)
    return found


def test_nothing_is_filled_in_but_what_a_member_suggested() -> None:
    each = question(suggested="It is that.", text="Q", reason="R", asked="A", meeting="M")
    for verb in FORMS:
        for box in text.form(each, verb).fields:
            if isinstance(box, Field):
                assert box.value == ("It is that." if verb == "answer" else "")


@pytest.mark.parametrize("verb", ["keep", "decline", "words", "merge", "pause"])
def test_whatever_is_bad_news_needs_a_reason(verb: str) -> None:
    reason = field(text.form(question(), verb), "reason")
    assert reason.required
    assert reason.most == 250
    assert f"question-example-{verb}" in ids(text.examples())


def test_what_may_be_left_empty_says_so() -> None:
    assert not field(text.form(question(), "aloud"), "text").required
    assert not field(text.report_form(question()), "text").required
    assert field(text.form(question(), "answer"), "text").required


def test_how_long_each_text_may_be() -> None:
    most = {
        verb: field(text.form(question(), verb), "text").most for verb in ("answer", "plain", "aloud", "back")
    }
    assert most == {"answer": 1_500, "plain": 300, "aloud": 250, "back": 250}


def test_a_pause_is_for_a_week_or_two_or_four() -> None:
    days = text.form(question(), "pause").fields[0]
    assert isinstance(days, Choice)
    assert [value for value, _ in days.options] == ["7", "14", "28"]
    assert days.chosen == "7"


# The list

kinds = st.tuples(
    st.sampled_from([State.HELD, State.OUT, State.ANSWERED]), st.sampled_from(Band), st.booleans()
)


def many(shape: list[tuple[State, Band, bool]], words: str) -> list[AnonymousQuestion]:
    made = []
    for number, (state, wondered, quoted) in enumerate(shape, 10**6):
        each = question(state, number, words, band=wondered, quote=words[:300] if quoted else "")
        made.append(replace(each, id=f"id {number}"))
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(kinds, max_size=13), st.integers(0, 7), st.sampled_from(sorted(WORST)))
def test_each_open_question_is_on_exactly_one_page(
    shape: list[tuple[State, Band, bool]], pauses: int, which: str
) -> None:
    known = many(shape, WORST[which])
    stopped = [paused(number, question() if number % 2 else None) for number in range(pauses)]
    found, skip = [text.listing(known, stopped, 0)], 0
    while older := [each for each in found[-1].buttons if each.action == "questions:list"]:
        assert int(older[0].token) > skip
        skip = int(older[0].token)
        found.append(text.listing(known, stopped, skip))
    tokens = [b.token for page in found for b in page.buttons if b.action == "questions:facilitators"]
    assert tokens == [each.card.token for each in known]
    assert [faults(page) for page in found] == [[]] * len(found)


@LOCALES
def test_the_fullest_list_fits(locale: str) -> None:
    for words in WORST.values():
        known = many([(State.OUT, Band.SEVERAL, True)] * 12, words)
        stopped = [paused(number, question(number=10**9)) for number in range(9)]
        assert faults(text.listing(known, stopped, 0), locale) == []
        assert faults(text.listing(known, stopped, 5), locale) == []


def test_the_list_says_how_it_stands_with_each() -> None:
    known = [question(State.HELD), question(number=4, band=Band.OTHERS), question(State.ANSWERED, 5)]
    page = text.listing(known, [paused(1, question(number=9))], 0)
    assert ids(page) == [
        "question-list-title",
        "question-list-held",
        "question-list-out",
        "question-card-others",
        "question-list-answered",
        "question-list-pause",
    ]
    assert f"<t:{int(END.timestamp())}:f>" in said(page)


def test_two_pauses_of_questions_without_a_number_are_two_buttons() -> None:
    page = text.listing([], [paused(1, question(State.HELD)), paused(2, question(State.HELD))], 0)
    assert faults(page) == []
    assert len([action for action in actions(page) if action == "lift"]) == 2
    assert "Question 0" not in said(page)
    assert all("0" not in WORDS.say(text_of) for text_of in _labels(page))


def _labels(notice: Notice) -> list[text.facilitator.Line]:
    return [text.facilitator.Line(button.label, button.values) for button in notice.buttons]


def test_with_nothing_open_the_list_says_so_and_still_has_its_pauses() -> None:
    assert ids(text.listing([], [], 0)) == ["question-list-nothing"]
    stopped = text.listing([], [paused(1, question(number=9))], 0)
    assert ids(stopped) == ["question-list-nothing", "question-list-pause"]
    assert actions(stopped) == ["lift"]


@pytest.mark.parametrize("skip", [3, 99])
def test_past_the_end_the_first_page_is_shown(skip: int) -> None:
    known = many([(State.OUT, Band.NONE, False)] * 3, "x")
    assert text.listing(known, [], skip) == text.listing(known, [], 0)


# Notes


def test_a_report_shows_what_was_decided_beforehand_and_no_name() -> None:
    notice = text.reported(question(number=4), "It frightens me.", "We call you.", KEY)
    assert "It frightens me" in said(notice)
    assert "We call you" in said(notice)
    assert ids(text.reported(question(), "", "", KEY)) == ["question-reported", "question-threats-none"]
    assert ids(text.reported(question(State.HELD), "", "x", KEY))[0] == "question-reported-held"
    assert actions(notice) == ["facilitators", "list"]
    assert KEY in [button.token for button in notice.buttons]


def test_a_reminder_lists_numbers_alone() -> None:
    known = [question(number=8, nudged=3), question(number=2, nudged=7), question(number=5, nudged=14)]
    notice = text.reminder(known, KEY)
    assert ids(notice) == ["question-reminder", "question-reminder-agenda"]
    assert "2, 8" in texts(notice)[0]
    assert "5" in texts(notice)[1]
    assert actions(notice) == ["list"]
    assert ids(text.reminder(known[:2], KEY)) == ["question-reminder"]
    assert ids(text.reminder(known[2:], KEY)) == ["question-reminder-agenda"]


def test_a_reminder_of_very_many_fits() -> None:
    known = [question(number=number, nudged=14 if number % 2 else 3) for number in range(900, 1_300)]
    assert faults(text.reminder(known, KEY)) == []


def test_a_suggestion_can_be_used_and_names_nobody() -> None:
    notice = text.suggestion(question(number=4, passed_to=SNOWFLAKE), "It is that.", KEY)
    assert notice.parts[-1] == Words("It is that.")
    assert actions(notice) == ["answer", "list"]
    assert KEY in [button.token for button in notice.buttons]
    assert str(SNOWFLAKE) not in said(notice)
    assert str(SNOWFLAKE) not in said(text.came_back(question(passed_to=SNOWFLAKE), KEY))


def test_after_answering_plain_words_and_the_end_are_one_press_away() -> None:
    assert actions(text.answered(question(State.ANSWERED))) == ["plain", "close"]
    assert actions(text.answered(question(State.CLOSED))) == []


def test_a_note_on_trouble_names_the_channel_only_while_it_is_there() -> None:
    there, gone = text.trouble(7, "t7", gone=False), text.trouble(7, "t7", gone=True)
    assert "<#7>" in texts(there)[0]
    assert "<#" not in texts(gone)[0]
    assert "/panel" in texts(gone)[0]
    assert there.buttons == gone.buttons


def test_what_a_facilitator_reads_about_a_held_question_has_no_number_to_say() -> None:
    held = question(State.HELD)
    for notice in (
        text.menu(held),
        text.changed(held),
        text.paused(held, 7),
        text.reported(held, "", "", KEY),
    ):
        assert "Question 0" not in said(notice)
    assert "Question 0" not in said(text.lifted())


def test_an_answer_without_words_can_be_given_aloud() -> None:
    aloud = question(State.ANSWERED, answer=Answer("", aloud=True))
    assert faults(text.card(aloud)) == []


def test_a_meeting_begins_with_how_well_it_hides() -> None:
    for pace in Pace:
        assert ids(text.meeting_on(in_meeting(pace))) == ["question-meeting-on", f"question-told-{pace}"]
