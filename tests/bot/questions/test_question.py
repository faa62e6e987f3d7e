"""The life of a published question: what may follow what, what is kept, and who is reminded when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.questions.rules import changes as life
from bot.questions.rules.changes import NUDGED_AFTER, ON_AGENDA_AFTER, check_can, grown_old, verbs
from bot.questions.rules.question import (
    AnonymousQuestion,
    Answer,
    Band,
    Card,
    Ending,
    State,
    band,
    larger,
    listed,
)
from tests.bot.questions.making import DAY, NOW, TODAY, question, refusal

LATER = TODAY + 3 * DAY
ANSWER = Answer("It is this.")
INTO = question(number=2)

#: What each entry of the facilitators' menu does; a report or a pause changes nothing of a question.
TRANSITIONS: dict[str, Callable[[AnonymousQuestion], AnonymousQuestion]] = {
    "release": lambda each: life.released(each, 9, Card(1, "new"), LATER),
    "keep": lambda each: life.kept_back(each, "why", LATER),
    "merge": lambda each: life.merged(
        each, replace(INTO, to_facilitators=each.to_facilitators), "why", LATER
    ),
    "decline": lambda each: life.declined(each, "why", LATER),
    "words": lambda each: life.without_words(each, "why", LATER),
    "answering": life.being_answered,
    "answer": lambda each: life.answered(each, ANSWER, NOW),
    "aloud": lambda each: life.answered(each, Answer("", aloud=True), NOW),
    "back": lambda each: life.asked_back(each, "Which one?", LATER),
    "meeting": lambda each: life.for_the_meeting(each, "on Monday", LATER),
    "pass": lambda each: life.passed(each, 77),
    "plain": lambda each: life.in_plain_words(each, "This.", LATER),
    "close": lambda each: life.closed(each, Ending.FACILITATOR, LATER),
}


def full(state: State) -> AnonymousQuestion:
    """A question in a state, with all that time and facilitators may have left on it."""
    return question(
        state,
        asked="Which?",
        answering=True,
        on_agenda=True,
        meeting="on Monday",
        passed_to=5,
        suggested="It is that.",
    )


# The menu and what it does


def test_every_entry_of_a_menu_is_tried() -> None:
    offered = {verb for state in State for verb in verbs(question(state))}
    assert offered == {*TRANSITIONS, "pause", "report"}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("verb", TRANSITIONS)
def test_what_the_menu_offers_works_and_nothing_else_does(state: State, private: bool, verb: str) -> None:
    before = question(state, to_facilitators=private)
    if verb in verbs(before):
        check_can(before, verb)
        after = TRANSITIONS[verb](before)
        assert after != before
        assert (after.id, after.community, after.window) == (before.id, before.community, before.window)
        return
    line = refusal(lambda: check_can(before, verb))
    if private and verb == "pass":
        assert line.id == "error-pass-private"
    else:
        assert (line.id, line.values) == (f"error-already-{state}", {"number": before.number or 0})
    with pytest.raises(Refused):
        TRANSITIONS[verb](before)


def test_the_menus_are_in_the_order_of_use() -> None:
    assert {state: verbs(question(state)) for state in State} == {
        State.HELD: ("release", "keep", "merge", "decline", "pause", "report"),
        State.OUT: (
            *("answering", "answer", "aloud", "back", "meeting"),
            *("pass", "merge", "decline", "words", "pause", "report"),
        ),
        State.ANSWERED: ("plain", "close", "words", "pause", "report"),
        State.MERGED: ("words", "pause", "report"),
        State.CLOSED: ("words", "report"),
    }


def test_what_facilitators_alone_may_see_is_passed_to_nobody() -> None:
    private = question(to_facilitators=True)
    assert set(verbs(question())) - set(verbs(private)) == {"pass"}
    assert refusal(lambda: life.passed(private, 77)).id == "error-pass-private"


@pytest.mark.parametrize("verb", sorted(set(TRANSITIONS) - {"plain", "close", "words"}))
@pytest.mark.parametrize("state", [State.ANSWERED, State.MERGED, State.CLOSED])
def test_a_refusal_says_what_has_become_of_which_question(verb: str, state: State) -> None:
    line = refusal(lambda: TRANSITIONS[verb](question(state, 4)))
    assert (line.id, line.values) == (f"error-already-{state}", {"number": 4})


@pytest.mark.parametrize("verb", ["answer", "pass", "back"])
def test_a_held_question_has_no_number_to_say(verb: str) -> None:
    line = refusal(lambda: TRANSITIONS[verb](question(State.HELD)))
    assert (line.id, line.values) == ("error-already-held", {"number": 0})


#: What tells an asker something new, and what does not.
NEWS = {"release", "keep", "merge", "decline", "answer", "aloud", "back", "meeting", "plain", "words"}


@pytest.mark.parametrize("verb", TRANSITIONS)
def test_an_asker_is_told_what_concerns_her(verb: str) -> None:
    for state in (state for state in State if verb in verbs(question(state))):
        before = question(state, news=4)
        after = TRANSITIONS[verb](before)
        assert after.news == (5 if verb in NEWS else 4)
        if verb in NEWS:
            assert after.changed_on == (TODAY if verb in ("answer", "aloud") else LATER)


def test_one_more_thing_to_read() -> None:
    after = life.with_news(replace(question(State.MERGED), news=2), LATER)
    assert (after.news, after.changed_on) == (3, LATER)


# One by one


@pytest.mark.parametrize("answer", [ANSWER, Answer("", aloud=True), Answer("x", by="Ann", account=3)])
def test_an_answer_takes_the_place_of_all_that_was_on_the_way(answer: Answer) -> None:
    after = life.answered(full(State.OUT), answer, NOW)
    assert (after.state, after.answer, after.answered_at) == (State.ANSWERED, answer, NOW)
    assert (after.answering, after.asked, after.on_agenda) == (False, "", False)
    assert (after.passed_to, after.suggested) == (0, "")


def test_an_answer_can_be_said_again_in_plain_words() -> None:
    before = question(State.ANSWERED, answer=Answer("It is this.", by="Ann", account=3))
    after = life.in_plain_words(before, "This.", LATER)
    assert after.answer == Answer("It is this.", by="Ann", account=3, plain="This.")
    assert refusal(lambda: life.in_plain_words(question(), "This.", TODAY)).id == "error-no-answer-yet"
    lost = question(State.ANSWERED, answer=None)
    assert refusal(lambda: life.in_plain_words(lost, "This.", TODAY)).id == "error-no-answer-yet"


def test_what_a_facilitator_says_stands_on_the_question() -> None:
    assert life.asked_back(question(), "Which one?", TODAY).asked == "Which one?"
    assert life.being_answered(question()).answering
    assert life.passed(question(), 77).passed_to == 77
    meeting = life.for_the_meeting(replace(question(), answering=True), "on Monday", TODAY)
    assert (meeting.meeting, meeting.on_agenda, meeting.answering) == ("on Monday", True, False)
    assert meeting.state is State.OUT


def test_a_held_question_waits_with_a_reason_and_goes_out_without() -> None:
    kept = life.kept_back(question(State.HELD), "after the break", TODAY)
    assert (kept.state, kept.reason, kept.number) == (State.HELD, "after the break", None)
    out = life.released(kept, 9, Card(1, "new"), LATER)
    assert (out.state, out.reason, out.number, out.card) == (State.OUT, "", 9, Card(1, "new"))


@pytest.mark.parametrize("state", [State.HELD, State.OUT])
def test_a_question_ends_without_an_answer_but_with_a_reason(state: State) -> None:
    after = life.declined(full(state), "ask your GP", LATER)
    assert (after.state, after.ending, after.reason) == (State.CLOSED, Ending.DECLINED, "ask your GP")
    assert (after.closed_on, after.text) == (LATER, "What is it?")
    assert (after.answering, after.asked, after.on_agenda) == (False, "", False)
    assert (after.passed_to, after.suggested) == (0, "")


@pytest.mark.parametrize("state", [State.OUT, State.ANSWERED, State.MERGED, State.CLOSED])
def test_the_words_of_a_question_that_is_out_can_be_taken_away(state: State) -> None:
    before = replace(full(state), quote="Somebody’s message.", closed_on=None)
    after = life.without_words(before, "ask me instead", LATER)
    assert (after.state, after.ending, after.closed_on) == (State.CLOSED, Ending.WORDS_GONE, LATER)
    assert (after.text, after.quote, after.answer, after.meeting) == ("", "", None, "")
    assert (after.asked, after.suggested, after.merged_into) == ("", "", None)
    assert (after.reason, after.number) == ("ask me instead", before.number)
    assert refusal(lambda: life.without_words(after, "again", LATER)).id == "error-no-words"


def test_what_proves_who_asked_is_not_kept_longer_for_it() -> None:
    before = question(State.CLOSED, closed_on=TODAY)
    assert life.without_words(before, "why", LATER).closed_on == TODAY


def test_no_words_are_taken_from_where_none_stand() -> None:
    back = life.closed(question(State.ANSWERED), Ending.TAKEN_BACK, TODAY)
    for each in (question(State.HELD), replace(question(State.MERGED), number=None), back):
        assert "words" not in verbs(each)
        assert refusal(lambda each=each: life.without_words(each, "why", LATER)).id == "error-no-words"


@pytest.mark.parametrize("state", [State.HELD, State.OUT])
def test_a_question_is_put_together_with_one_that_is_out(state: State) -> None:
    for into in (INTO, question(State.ANSWERED, 2)):
        after = life.merged(full(state), into, "nearly the same", LATER)
        assert (after.state, after.merged_into, after.reason) == (State.MERGED, into.id, "nearly the same")
        assert (after.asked, after.on_agenda, after.passed_to, after.suggested) == ("", False, 0, "")


@pytest.mark.parametrize("state", [State.HELD, State.MERGED, State.CLOSED])
def test_nothing_is_put_together_with_what_is_not_out(state: State) -> None:
    line = refusal(lambda: life.merged(question(), question(state, 2), "why", TODAY))
    assert line.id == "error-merge-into"


def test_nothing_is_put_together_with_itself_or_with_what_others_see() -> None:
    one = question()
    assert refusal(lambda: life.merged(one, one, "why", TODAY)).id == "error-merge-into"
    for apart in (True, False):
        own, other = replace(one, to_facilitators=apart), replace(INTO, to_facilitators=not apart)
        assert refusal(lambda: life.merged(own, other, "why", TODAY)).id == "error-merge-apart"  # noqa: B023
        assert life.merged(own, replace(INTO, to_facilitators=apart), "why", TODAY).merged_into == INTO.id


def test_a_question_that_stands_by_itself_again_takes_the_answer_with_it() -> None:
    merged = life.merged(question(), INTO, "why", TODAY)
    alone = life.parted(merged, INTO, LATER)
    assert (alone.state, alone.merged_into, alone.reason, alone.answer) == (State.OUT, None, "", None)
    assert (alone.news, alone.changed_on, alone.answered_at) == (2, LATER, None)
    answered = life.parted(merged, life.answered(INTO, ANSWER, NOW), LATER)
    assert (answered.state, answered.answer, answered.answered_at) == (State.ANSWERED, ANSWER, NOW)


def test_a_question_that_nobody_had_let_out_is_held_again() -> None:
    """It has no number and no card of its own: it cannot be out."""
    held = life.merged(question(State.HELD), INTO, "why", TODAY)
    for into in (INTO, life.answered(INTO, ANSWER, NOW)):
        alone = life.parted(held, into, LATER)
        assert (alone.state, alone.number, alone.merged_into) == (State.HELD, None, None)


@pytest.mark.parametrize("ending", Ending)
def test_what_is_closed_stays_closed(ending: Ending) -> None:
    line = refusal(lambda: life.closed(question(State.CLOSED, 4), ending, TODAY))
    assert (line.id, line.values) == ("error-already-closed", {"number": 4})


@pytest.mark.parametrize("ending", [Ending.HELPED, Ending.TAKEN_BACK])
@pytest.mark.parametrize("state", sorted(set(State) - {State.CLOSED}))
def test_an_asker_can_always_end_her_own(ending: Ending, state: State) -> None:
    after = life.closed(replace(full(state), quote="a message"), ending, LATER)
    assert (after.state, after.ending, after.closed_on) == (State.CLOSED, ending, LATER)
    assert (after.merged_into, after.asked, after.passed_to, after.suggested) == (None, "", 0, "")
    gone = ending is Ending.TAKEN_BACK
    assert (after.text, after.quote) == (("", "") if gone else ("What is it?", "a message"))


@pytest.mark.parametrize("ending", [Ending.FACILITATOR, Ending.AGE])
@pytest.mark.parametrize("state", [State.HELD, State.OUT, State.MERGED])
def test_nobody_else_closes_what_has_no_answer(ending: Ending, state: State) -> None:
    with pytest.raises(Refused):
        life.closed(question(state, 4), ending, TODAY)


@pytest.mark.parametrize("ending", [Ending.FACILITATOR, Ending.AGE])
def test_what_has_an_answer_can_be_closed(ending: Ending) -> None:
    after = life.closed(question(State.ANSWERED), ending, LATER)
    assert (after.state, after.ending, after.answer) == (State.CLOSED, ending, ANSWER)
    line = refusal(lambda: life.closed(question(number=4), ending, TODAY))
    assert (line.id, line.values) == ("error-close-unanswered", {"number": 4})


# Bands


def test_bands_say_no_number() -> None:
    assert [band(people).value for people in range(7)] == ["none"] * 2 + ["others"] * 3 + ["several"] * 2


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_larger_band_is_that_of_more_people(one: int, other: int) -> None:
    assert larger(band(one), band(other)) is band(max(one, other))


# What is shown, and forgotten


def test_only_what_is_not_over_is_open_and_only_what_stands_there_is_out() -> None:
    assert [state.value for state in State if question(state).is_open] == [
        "held",
        "out",
        "answered",
        "merged",
    ]
    assert [state.value for state in State if question(state).is_out] == ["out", "answered"]


shown = st.builds(
    lambda state, wondered, number: question(state, number, band=wondered),
    st.sampled_from(State),
    st.sampled_from(Band),
    st.integers(1, 999),
)


@given(st.lists(shown, max_size=12))
def test_facilitators_see_what_is_held_then_what_many_wonder_then_the_oldest(
    known: list[AnonymousQuestion],
) -> None:
    found = listed(known)
    here = (State.HELD, State.OUT, State.ANSWERED)
    assert sorted(map(id, found)) == sorted(id(each) for each in known if each.state in here)
    bands = list(Band)
    order = [(each.state is not State.HELD, -bands.index(each.band), each.number or 0) for each in found]
    assert order == sorted(order)


@pytest.mark.parametrize("state", State)
def test_nothing_is_left_of_somebody_who_answered_or_was_asked_to(state: State) -> None:
    hers = question(state, answer=Answer("x", by="Ann", account=3, plain="y"), passed_to=3)
    forgotten = life.without_account(hers, 3)
    assert (forgotten.answer, forgotten.passed_to) == (Answer("x", plain="y"), 0)
    assert life.without_account(hers, 4) == hers
    mixed = replace(hers, passed_to=4)
    assert life.without_account(mixed, 3).passed_to == 4
    assert life.without_account(mixed, 4).answer == mixed.answer
    assert life.without_account(question(), 3).answer is None


# Growing old


def test_facilitators_are_reminded_after_three_days_after_seven_and_after_fourteen() -> None:
    assert (NUDGED_AFTER, ON_AGENDA_AFTER) == ((3, 7), 14)


def through(days: list[int]) -> list[tuple[int, AnonymousQuestion]]:
    """On which of the days facilitators were reminded of a question, and how it was then."""
    old, reminded = question(), []
    for day in days:
        again = grown_old(old, NOW.date() + day * DAY)
        if again is not None:
            old = again
            reminded.append((day, old))
    return reminded


def test_each_reminder_comes_once() -> None:
    assert [day for day, _ in through(list(range(40)))] == [3, 7, 14]


@given(st.sets(st.integers(0, 40)).map(sorted))
def test_each_reminder_comes_once_also_when_days_are_missed(days: list[int]) -> None:
    reminded = through(days)
    assert len(reminded) <= 3
    for after, until in ((3, 7), (7, 14), (14, 99)):
        looked = [day for day in days if after <= day < until]
        assert [day for day, _ in reminded if after <= day < until] == looked[:1]
    for day, old in reminded:
        assert old.on_agenda == (day >= 14)
        assert old.news == (1 if day >= 14 else 0)
        assert old.changed_on == (NOW.date() + day * DAY if day >= 14 else None)


@pytest.mark.parametrize("state", sorted(set(State) - {State.OUT}))
def test_only_what_waits_for_an_answer_grows_old(state: State) -> None:
    assert grown_old(question(state), TODAY + 99 * DAY) is None


def test_what_will_be_talked_about_is_left_in_peace() -> None:
    assert grown_old(question(meeting="on Monday"), TODAY + 99 * DAY) is None


@given(st.integers(0, 60), st.integers(1, 30))
def test_an_answered_question_is_over_after_so_many_quiet_days(quiet: int, most: int) -> None:
    for state in State:
        lain = question(state, changed_on=TODAY)
        assert life.is_over(lain, TODAY + quiet * DAY, most) == (state is State.ANSWERED and quiet >= most)
    assert not life.is_over(question(State.ANSWERED, changed_on=None), date(2099, 1, 1), most)


@given(st.lists(st.tuples(st.integers(-3, 3) | st.none(), st.booleans()), max_size=4))
def test_there_is_something_new_only_if_everybody_can_see_it(answered: list[tuple[int | None, bool]]) -> None:
    def at(hours: int | None) -> datetime | None:
        return None if hours is None else NOW + timedelta(hours=hours)

    known = [question(State.ANSWERED, answered_at=at(h), to_facilitators=private) for h, private in answered]
    expected = any(h is not None and 0 <= h < 2 and not private for h, private in answered)
    assert life.has_new_answers(known, NOW, NOW + timedelta(hours=2)) == expected


def test_nothing_that_is_published_has_room_for_its_askers_account() -> None:
    """`passed_to`, and an answer's account, are of somebody who answers under her name."""
    named = {each.name for kind in (AnonymousQuestion, Card) for each in fields(kind)}
    assert not {"account", "asker", "member", "user", "author"} & named


@pytest.mark.parametrize("state", State)
def test_what_is_emptied_keeps_its_number_and_no_word(state: State) -> None:
    empty = life.emptied(question(state, 12, quote="q", reason="r", meeting="m", asked="a", suggested="s"))
    assert empty.number == question(state, 12).number
    assert not {empty.text, empty.quote, empty.reason, empty.meeting} - {""}
    assert empty.answer is None
