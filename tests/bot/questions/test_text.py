"""What is shown of a question: it always fits, every question has its page, and no card tells who."""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.notices import Line, Notice, Words
from bot.core.wording import Wording
from bot.questions import text
from bot.questions.rules import LONGEST, AnonymousQuestion, Asked, State, clean
from bot.questions.text import MinePage
from cogs import _send
from config.settings import WORDING
from tests.bot.samples import WORST, all_shown, question

WORDS = Wording(WORDING)
MOST_TEXT = 4_000
MOST_BUTTONS = 5
MOST_PARTS = 40


def texts(notice: Notice, locale: str = "en-GB") -> list[str]:
    view = _send.layout(notice, WORDS, locale)
    return [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]


def fits(notice: Notice, locale: str = "en-GB") -> bool:
    """Whether Discord would take it."""
    view = _send.layout(notice, WORDS, locale)
    shown = texts(notice, locale)
    return (
        all(shown)
        and sum(map(len, shown)) <= MOST_TEXT
        and len(notice.buttons) <= MOST_BUTTONS
        and view.total_children_count <= MOST_PARTS
    )


@pytest.mark.parametrize("locale", WORDS.locales)
def test_everything_that_can_be_shown_fits_a_message(locale: str) -> None:
    notices = [(name, each) for name, each in all_shown() if isinstance(each, Notice)]
    assert len(notices) > 50
    assert [name for name, notice in notices if not fits(notice, locale)] == []


@pytest.mark.parametrize("words", WORST.values(), ids=WORST)
@pytest.mark.parametrize("answer", WORST.values(), ids=WORST)
def test_a_card_with_the_worst_question_and_the_worst_answer_fits(words: str, answer: str) -> None:
    assert fits(text.card(question(State.CLOSED, 10**9, words, answer)))


marks = st.text(
    st.sampled_from("*_`~|<>[]()#-\\:@/ \nax\N{FACE WITH TEARS OF JOY}"), min_size=1, max_size=300
)


@given(marks, marks)
def test_a_card_full_of_marks_fits(words: str, answer: str) -> None:
    longest = (answer * LONGEST)[:LONGEST]
    assert fits(text.card(question(State.ANSWERED, 1, (words * LONGEST)[:LONGEST], longest)))


def test_a_card_with_longer_texts_would_not_fit() -> None:
    """The planted fault."""
    assert not fits(text.card(question(State.ANSWERED, 1, "x" * 2_000, "y" * 2_000)))


def test_a_card_says_the_question_and_nothing_about_who_or_where() -> None:
    card = text.card(question(State.OUT, 12, "What does it mean?"))
    assert [part for part in card.parts if isinstance(part, Words)] == [Words("What does it mean?")]
    for part in card.parts:
        if isinstance(part, Line):
            assert part.values in ({}, {"number": 12})
    said = " ".join(texts(card)).casefold()
    for told in ("patient", "public", "lay", "clinic", "professional", "member", "role", "room", "<@", "<#"):
        assert told not in said.replace("what does it mean", "")


def test_two_cards_differ_in_nothing_but_number_words_and_token() -> None:
    one, other = question(State.OUT, 1, "same"), question(State.OUT, 2, "same")
    for card in (text.card(one), text.card(other)):
        assert [button.action for button in card.buttons] == ["questions:mine", "questions:facilitators"]
    assert texts(text.card(one))[0].replace("1", "2") == texts(text.card(other))[0]


def test_a_closed_card_can_still_be_found_again_by_its_token() -> None:
    """A delivery is looked up by the token in a button."""
    for state in State:
        each = question(state)
        assert each.card.token in {button.token for button in text.card(each).buttons}


def test_a_card_shows_each_state_as_it_is() -> None:
    ids = {
        state: [part.id for part in text.card(question(state)).parts if isinstance(part, Line)]
        for state in State
    }
    assert ids[State.OUT] == ["question-card"]
    assert ids[State.ANSWERED] == ["question-card", "question-card-answer"]
    assert ids[State.CLOSED] == ["question-card", "question-card-answer", "question-card-closed"]


# My questions

lengths = st.integers(1, LONGEST)
published = st.lists(st.tuples(st.sampled_from(State), lengths, lengths), max_size=14)


def made(shape: Sequence[tuple[State, int, int]]) -> list[AnonymousQuestion]:
    return [
        question(state, number, f"question {number} ".ljust(long, "x"), "a" * answer)
        for number, (state, long, answer) in enumerate(shape, 1)
    ]


def pages(waiting: Sequence[Asked], questions: Sequence[AnonymousQuestion]) -> list[MinePage]:
    """Every page, found as the asker finds them: by pressing [Show older ones]."""
    found = [text.mine(waiting, questions)]
    while found[-1].notice.buttons:
        (older,) = found[-1].notice.buttons
        assert older.action == "questions:older"
        found.append(text.mine(waiting, questions, int(older.token)))
        assert len(found) < 50
    return found


@given(st.lists(lengths, max_size=4), published)
def test_every_question_of_hers_is_on_exactly_one_page(
    waiting_lengths: list[int], shape: list[tuple[State, int, int]]
) -> None:
    waiting = [
        Asked(f"d{n}", 7, 9, f"waiting {n} ".ljust(long, "x")) for n, long in enumerate(waiting_lengths)
    ]
    questions = made(shape)
    found = pages(waiting, questions)
    said = [part.words for page in found for part in page.notice.parts if isinstance(part, Words)]
    newest = questions[::-1]
    expected = [each.text for each in waiting]
    for each in newest:
        expected += [each.text] if each.answer is None else [each.text, each.answer]
    assert said == expected
    answers = [id_ for page in found for id_ in page.answers_shown]
    assert answers == [each.id for each in newest if each.answer is not None]
    assert all(fits(page.notice) for page in found)


@pytest.mark.parametrize("skip", [1, 2, 99, 10**30])
def test_past_the_end_the_first_page_is_shown(skip: int) -> None:
    """The list may have grown shorter since the button was shown."""
    questions = made([(State.ANSWERED, 5, 5)])
    assert text.mine([], questions, skip) == text.mine([], questions)
    assert text.mine([], [], skip).notice.parts == (Line("question-mine-nothing"),)


ADDRESSES = {
    "plain": "See https://example.org/a?b=c for more.",
    "not safe": "http://example.org",
    "in capitals": "HTTPS://EXAMPLE.ORG",
    "masked": "[the form](https://example.org/form)",
    "two": "https://a.example and http://b.example",
    "after a mark": "_https://example.org_",
    "after a letter": "seehttps://example.org",
    "after another alphabet": "\N{HEBREW LETTER ALEF}https://example.org",
    "in pieces": "https:https:////example.org",
    "in more pieces": "hthttp://tp://example.org",
}


@pytest.mark.parametrize("answer", ADDRESSES.values(), ids=ADDRESSES)
def test_what_only_she_sees_holds_no_link_to_press(answer: str) -> None:
    """Whoever wrote the answer could see in a server's log who followed it."""
    (page,) = pages([], [question(State.ANSWERED, 1, "What is it?", answer)])
    shown = "\n".join(texts(page.notice))
    assert not re.search(r"(?i)https?://", shown)
    assert re.search(r"(?i)example", shown), "it can still be read and typed"


def test_everybodys_card_keeps_its_links() -> None:
    card = text.card(question(State.ANSWERED, 1, "What is it?", ADDRESSES["plain"]))
    assert "https://example.org/a?b=c" in "\n".join(texts(card))


def test_a_note_on_trouble_names_the_channel_only_while_it_is_there() -> None:
    there, gone = text.trouble(7, "t7", gone=False), text.trouble(7, "t7", gone=True)
    assert "<#7>" in texts(there)[0]
    assert "<#" not in texts(gone)[0]
    assert "/panel" in texts(gone)[0]
    assert there.buttons == gone.buttons


@pytest.mark.parametrize("words", WORST.values(), ids=WORST)
def test_a_page_of_the_worst_texts_fits(words: str) -> None:
    questions = [question(State.ANSWERED, number, words) for number in range(1, 12)]
    waiting = [Asked("d", 7, 9, words)] * 3
    assert all(fits(page.notice) for page in pages(waiting, questions))


def test_the_promise_is_made_to_each_kind_of_person() -> None:
    said = " ".join(texts(text.promise()))
    for who in ("Other members", "Facilitators", "server’s owner", "bot’s computer", "Discord"):
        assert f"{who}" in said
    assert "nobody can know" not in said.casefold()


def test_an_acknowledgement_says_where_urgent_help_is() -> None:
    said = " ".join(texts(text.acknowledgement()))
    for needed in ("not medical advice", "999", "111", "116 123", "Nobody can trace"):
        assert needed in said


def test_what_is_kept_of_a_worst_text_still_fits() -> None:
    for words in WORST.values():
        if words.strip():
            kept = clean(words, "question")
            assert fits(text.card(question(State.CLOSED, 1, kept, kept)))
