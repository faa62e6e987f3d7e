"""The card, which everybody sees: it fits, says what has become of a question, and never who or where."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.notices import Line, Notice, Words
from bot.questions import text
from bot.questions.rules import changes as life
from bot.questions.rules.question import Answer, Band, Card, Ending, State
from bot.questions.rules.writing import LONGEST, LONGEST_PLAIN, clean
from tests.bot.questions.making import (
    NOW,
    TODAY,
    WORDS,
    WORST,
    actions,
    faults,
    ids,
    question,
    said,
    worst_questions,
)

INTO = question(number=10**9)


@pytest.mark.parametrize("locale", WORDS.locales)
@pytest.mark.parametrize("words", WORST.values(), ids=WORST)
def test_every_card_with_the_worst_texts_fits(words: str, locale: str) -> None:
    for each in worst_questions(words):
        into = INTO if each.state is State.MERGED else None
        assert faults(text.card(each, into), locale) == []
        assert faults(text.moved_on(each), locale) == []


marks = st.text(
    st.sampled_from("*_`~|<>[]()#-\\:@/ \nax\N{FACE WITH TEARS OF JOY}"), min_size=1, max_size=300
)


@given(marks, marks)
def test_a_card_full_of_marks_fits(words: str, answer: str) -> None:
    given = Answer((answer * LONGEST)[:LONGEST], plain=(words * LONGEST)[:LONGEST_PLAIN])
    assert faults(text.card(question(State.ANSWERED, text=(words * LONGEST)[:LONGEST], answer=given))) == []


def test_a_card_with_longer_texts_would_not_fit() -> None:
    """The planted fault."""
    long = question(State.ANSWERED, text="x" * 2_000, answer=Answer("y" * 2_000))
    assert faults(text.card(long))


@pytest.mark.parametrize("words", WORST.values(), ids=WORST)
def test_what_is_kept_of_a_worst_text_still_fits(words: str) -> None:
    kept = clean(words, "question")
    assert faults(text.card(question(State.ANSWERED, text=kept, answer=Answer(kept)))) == []


# Neither who nor where

#: Each is told apart from everything else that could stand on a card.
SECRETS: dict[str, Any] = {
    "id": "secret-id",
    "community": 111111111111111111,
    "card": Card(222222222222222222, "the-token", 333333333333333333),
    "passed_to": 444444444444444444,
    "suggested": "suggested-words",
    "goes_to": 555555555555555555,
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("private", [False, True])
def test_a_card_says_nothing_about_who_or_where(state: State, private: bool) -> None:
    known = {name: value for name, value in SECRETS.items() if hasattr(question(), name)}
    it = question(state, 12, to_facilitators=private, news=7654, nudged=7, **known)
    reason = "" if state is State.HELD else "secret-reason"
    card = text.card(replace(it, reason=reason), INTO)
    custom_ids = [button.custom_id for button in card.buttons]
    shown = "\n".join([said(card), *custom_ids])
    for secret in (
        "secret",
        "suggested-words",
        "7654",
        *(str(each) * 18 for each in range(1, 6)),
        "<@",
        "<#",
    ):
        assert secret not in shown
    for told in (str(NOW.year), str(int(NOW.timestamp())), NOW.strftime("%H:%M")):
        assert told not in shown
    for button in card.buttons:
        assert button.token == "the-token"
        assert not button.values
    about = said(card).replace("Only facilitators", "").casefold()
    for told in ("patient", "public", "lay ", "clinic", "professional", "role", "room", "joined"):
        assert told not in about


@pytest.mark.parametrize("state", [State.OUT, State.ANSWERED, State.CLOSED])
def test_a_card_is_the_same_for_everyone_alone_and_for_facilitators(state: State) -> None:
    one = question(state, 12)
    other = replace(one, to_facilitators=True, community=5, id="other", passed_to=9, suggested="x", news=9)
    assert text.card(one) == text.card(other)


def test_two_cards_differ_in_nothing_but_number_words_and_token() -> None:
    one, other = text.card(question(number=1, text="same")), text.card(question(number=2, text="same"))
    assert said(one).replace("1", "2") == said(other)
    assert actions(one) == actions(other) == ["wonder", "more", "own", "facilitators"]
    assert {button.main for button in one.buttons} == {False}


# What it shows

ANSWER = "question-card-answer"
CARDS: dict[str, tuple[dict[str, Any], list[str], list[str]]] = {
    "out": ({}, ["question-card"], ["wonder", "more", "own", "facilitators"]),
    "about": ({"about": 3}, ["question-card-more"], ["wonder", "more", "own", "facilitators"]),
    "others": (
        {"band": Band.OTHERS},
        ["question-card", "question-card-others"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "being answered": (
        {"answering": True},
        ["question-card", "question-card-answering"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "asked back": (
        {"asked": "Which?"},
        ["question-card", "question-card-asked-back"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "for the meeting": (
        {"meeting": "soon", "on_agenda": True},
        ["question-card", "question-card-meeting"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "on the agenda": (
        {"on_agenda": True},
        ["question-card", "question-card-agenda"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "quoted": (
        {"text": "", "quote": "Words"},
        ["question-card", "question-card-quote"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "answered": (
        {"state": State.ANSWERED, "band": Band.SEVERAL},
        ["question-card", "question-card-several", ANSWER],
        ["wonder", "more", "own", "facilitators"],
    ),
    "answered, with a meeting before": (
        {"state": State.ANSWERED, "meeting": "soon"},
        ["question-card", ANSWER],
        ["wonder", "more", "own", "facilitators"],
    ),
    "in plain words": (
        {"state": State.ANSWERED, "answer": Answer("x", plain="y")},
        ["question-card", ANSWER, "question-card-plain"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "by name": (
        {"state": State.ANSWERED, "answer": Answer("x", by="Ann", account=3)},
        ["question-card", "question-card-answer-by"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "by somebody who left": (
        {"state": State.ANSWERED, "answer": Answer("x")},
        ["question-card", ANSWER],
        ["wonder", "more", "own", "facilitators"],
    ),
    "aloud": (
        {"state": State.ANSWERED, "answer": Answer("", aloud=True)},
        ["question-card", "question-card-answer-aloud"],
        ["wonder", "more", "own", "facilitators"],
    ),
    "merged": (
        {"state": State.MERGED},
        ["question-card", "question-card-merged"],
        ["more", "own", "facilitators"],
    ),
    "closed": (
        {"state": State.CLOSED},
        ["question-card", ANSWER, "question-card-ended-facilitator"],
        ["more", "own", "facilitators"],
    ),
    "closed by the first version": (
        {"state": State.CLOSED, "ending": None},
        ["question-card", ANSWER, "question-card-ended-facilitator"],
        ["more", "own", "facilitators"],
    ),
    "helped": (
        {"state": State.CLOSED, "ending": Ending.HELPED},
        ["question-card", ANSWER, "question-card-ended-helped"],
        ["more", "own", "facilitators"],
    ),
    "declined": (
        {"state": State.CLOSED, "ending": Ending.DECLINED, "answer": None},
        ["question-card", "question-card-ended-declined"],
        ["more", "own", "facilitators"],
    ),
    "taken back": (
        {"state": State.CLOSED, "ending": Ending.TAKEN_BACK, "text": ""},
        ["question-card-taken-back"],
        ["own", "facilitators"],
    ),
    "words taken away": (
        {"state": State.CLOSED, "ending": Ending.WORDS_GONE, "text": "", "answer": None},
        ["question-card-words-gone"],
        ["own", "facilitators"],
    ),
    "held": (
        {"state": State.HELD},
        ["question-card-held", "question-card-held-waits"],
        ["facilitators"],
    ),
    "held, with a reason": (
        {"state": State.HELD, "reason": "after the break"},
        ["question-card-held", "question-card-held-waits", "question-card-held-because"],
        ["facilitators"],
    ),
}


@pytest.mark.parametrize(("values", "lines", "buttons"), CARDS.values(), ids=CARDS)
def test_a_card_shows_each_question_as_it_is(
    values: dict[str, Any], lines: list[str], buttons: list[str]
) -> None:
    card = text.card(question(**values), INTO)
    assert ids(card) == lines
    assert actions(card) == buttons
    assert faults(card) == []


def test_what_people_said_stands_on_it_in_order() -> None:
    it = question(State.ANSWERED, answer=Answer("It is this.", plain="This."), text="What?", quote="Words")
    card = text.card(it)
    words = [part.words for part in card.parts if isinstance(part, Words)]
    assert words == ["What?", "Words", "It is this.", "This."]
    assert text.card(question(asked="Which?")).parts[-1] == Words("Which?")


@pytest.mark.parametrize("state", sorted(set(State) - {State.HELD, State.OUT, State.ANSWERED}))
def test_what_was_never_out_says_so_without_a_word_of_it(state: State) -> None:
    endings = set(Ending) - {Ending.WORDS_GONE}
    for ending in (None, *endings) if state is State.CLOSED else (None,):
        card = text.card(replace(question(state, 1, "secret"), number=None, ending=ending))
        assert "secret" not in said(card)
        assert card.buttons == ()
        assert faults(card) == []


def test_whatever_becomes_of_a_question_that_was_never_out_its_card_can_be_said() -> None:
    held = question(State.HELD)
    merged = life.merged(held, INTO, "why", TODAY)
    for each in (
        merged,
        life.parted(merged, INTO, TODAY),
        life.parted(merged, life.answered(INTO, Answer("x"), NOW), TODAY),
        life.declined(held, "why", TODAY),
        *(life.closed(held, how, TODAY) for how in (Ending.HELPED, Ending.TAKEN_BACK)),
        *(life.closed(merged, how, TODAY) for how in (Ending.HELPED, Ending.TAKEN_BACK)),
    ):
        assert faults(text.card(each, INTO)) == []


def test_nothing_is_left_of_what_was_taken_back() -> None:
    gone = life.closed(
        question(text="secret", quote="secret", answer=Answer("secret")), Ending.TAKEN_BACK, TODAY
    )
    assert "secret" not in said(text.card(gone))


def test_nothing_is_left_of_words_that_were_taken_away() -> None:
    before = question(State.ANSWERED, text="secret", quote="secret", answer=Answer("secret"))
    assert "secret" not in said(text.card(life.without_words(before, "why", TODAY)))


def test_a_number_is_written_as_it_is_typed() -> None:
    """Facilitators type it into a form."""
    assert "Question 1234\n" in said(text.card(question(number=1_234)))


NAMES = {
    "markup": "**x**",
    "mention": "<@5>",
    "link": "[A facilitator](https://a.example)",
    "heading": "# x",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_what_a_member_calls_herself_is_no_markup(name: str) -> None:
    by = text.card(question(State.ANSWERED, answer=Answer("x", by=name, account=3)))
    line = next(each for each in said(by).split("\n") if "answers:" in each)
    unescaped = re.sub(r"\\.", "", line.removeprefix("**").removesuffix("answers:**"))
    assert not re.search(r"[*_`\[<]", unescaped)


def test_when_a_meeting_is_is_no_markup() -> None:
    card = said(text.card(question(meeting="[on Monday](https://a.example) <@5>")))
    assert not re.search(r"(?<!\\)[\[<]", card)


def test_everybodys_card_keeps_its_links() -> None:
    card = text.card(question(State.ANSWERED, answer=Answer("See https://example.org/a?b=c for more.")))
    assert "https://example.org/a?b=c" in said(card)


def test_only_a_sentence_of_ours_is_not_quoted() -> None:
    for state in State:
        card = text.card(question(state, text="What is it?"), INTO)
        assert isinstance(card, Notice)
        assert all(isinstance(part, Line | Words) for part in card.parts)
        assert said(card).count("What is it?") == (">>> What is it?" in said(card))
