"""Anonymous questions from the form to the forgetting, on every kind of database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.database import Database
from bot.core.errors import NotAllowed, NotNow
from bot.core.notices import Line, Words
from bot.core.schema import ANONYMOUS
from bot.core.sealing import Seal
from bot.questions.store import claim_table, question_table, waiting_table
from tests.contracts.group import (
    AMA,
    AN_ANSWER,
    BEN,
    ELSEWHERE,
    FACILITATORS,
    HER_WORDS,
    HERE,
    QUESTIONS,
    THEIR_QUESTIONS,
    Group,
    open_group,
    refusal,
    said,
)
from tests.support import FakeClock

NOTHING = ["question-mine-nothing"]
WAITING = ["question-mine-title", "question-mine-waiting", HER_WORDS]
OUT = ["question-mine-title", "question-mine-out", HER_WORDS]
ANSWERED = ["question-mine-title", "question-mine-answered", HER_WORDS, "question-mine-answer", AN_ANSWER]
CLOSED = ["question-mine-title", "question-mine-closed", *ANSWERED[2:]]


@pytest.fixture
async def group(database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> Group:
    return await open_group(database, everyday, seal, clock)


# The life of a question


async def test_the_whole_life_of_a_question(group: Group) -> None:
    await group.asks()
    assert await group.mine() == WAITING
    await group.round.make()
    assert group.cards() == []

    await group.next_window()
    assert group.cards() == [["question-card", HER_WORDS]]
    assert await group.mine() == OUT

    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.round.make()
    assert group.cards() == [["question-card", HER_WORDS, "question-card-answer", AN_ANSWER]]
    assert await group.mine() == ANSWERED
    assert await group.mine(BEN) == NOTHING

    await group.next_window()
    await group.questions.close(HERE, group.token())
    await group.round.make()
    assert group.cards()[0][-1] == "question-card-closed"
    assert await group.mine() == NOTHING
    assert await group.opened(claim_table) == []
    assert await group.opened(waiting_table) == []


async def test_a_card_comes_out_once_whatever_happens_afterwards(group: Group) -> None:
    await group.asks()
    for _ in range(5):
        await group.next_window()
    assert len(group.discord.messages) == 1


async def test_closed_before_it_is_read_it_stays_hers_until_she_has_read_it(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.questions.close(HERE, group.token())
    await group.next_window()
    assert len(await group.opened(claim_table)) == 1

    assert await group.mine() == CLOSED
    assert len(await group.opened(claim_table)) == 1
    await group.next_window()
    assert await group.opened(claim_table) == []
    assert await group.opened(waiting_table) == []
    assert await group.mine() == NOTHING


async def test_with_the_key_nothing_shows_who_asked_once_she_has_read_it(group: Group) -> None:
    await group.asks()
    await group.next_window()
    handle = (await handles(group))[0]
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.questions.close(HERE, group.token())
    await group.mine()
    before = [await group.opened(table) for table in (claim_table, waiting_table)]
    assert handle.hex().encode() in b"".join(before[0])
    await group.next_window()
    after = [content for table in (claim_table, waiting_table) for content in await group.opened(table)]
    assert after == []


async def handles(group: Group) -> list[bytes]:
    async with group.database.read() as tx:
        return [claim.handle for claim in await group.store.claims(tx, HERE)]


async def test_never_read_it_is_forgotten_within_30_days(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.questions.close(HERE, group.token())
    closed = group.clock.now()
    await group.nights(1)
    group.clock.move(days=25)
    await group.round.make()
    assert len(await group.opened(claim_table)) == 1
    while await group.opened(claim_table):
        group.clock.move(hours=6)
        await group.round.make()
        assert group.clock.now() - closed <= timedelta(days=30)
    assert await group.everything(claim_table) == []
    assert await group.mine() == NOTHING
    assert len(await group.everything(question_table)) == 1


async def test_an_open_question_is_hers_however_long_it_waits_for_an_answer(group: Group) -> None:
    await group.asks()
    await group.next_window()
    group.clock.move(days=400)
    await group.nights(2)
    assert await group.mine() == OUT


async def test_the_same_form_counts_once_while_it_waits_and_once_it_is_out(group: Group) -> None:
    draft = await group.asks()
    await group.asks(draft=draft)
    await group.next_window()
    await group.asks(draft=draft)
    await group.next_window()
    assert group.cards() == [["question-card", HER_WORDS]]
    assert await group.mine() == OUT


async def test_the_same_words_in_another_form_are_another_question(group: Group) -> None:
    """The planted fault: without a draft of its own, a double press cannot be told from two questions."""
    await group.asks()
    await group.asks()
    await group.next_window()
    assert len(group.cards()) == 2


async def test_a_question_asked_after_a_restart_or_a_long_silence_still_comes_out(group: Group) -> None:
    await group.asks()
    group.clock.move(hours=9)
    await group.questions.start()
    await group.round.make()
    assert group.cards() == [["question-card", HER_WORDS]]


async def test_a_number_is_given_only_when_the_card_goes_out(group: Group) -> None:
    await group.asks(AMA, "one")
    await group.asks(BEN, "two")
    assert await group.everything(question_table) == []
    async with group.database.read() as tx:
        assert await group.store.next_number(tx, HERE) == 1
    await group.next_window()
    await group.asks(AMA, "three")
    async with group.database.read() as tx:
        assert await group.store.next_number(tx, HERE) == 3
    await group.next_window()
    numbers = [
        part.values["number"]
        for message in group.discord.messages
        for part in message.notice.parts
        if isinstance(part, Line) and "number" in part.values
    ]
    assert numbers == [1, 2, 3]
    assert group.cards()[2] == ["question-card", "three"]


async def test_a_text_that_cannot_be_kept_waits_nowhere(group: Group) -> None:
    for words, id_ in (("  \n ", "error-question-empty"), ("x" * 1_501, "error-question-long")):
        assert (await refusal(group.questions.ask(HERE, AMA, "draft", words)))[0] == id_
    await group.next_window()
    assert group.cards() == []
    assert await group.mine() == NOTHING


async def test_the_longest_and_widest_text_is_kept_whole(group: Group) -> None:
    widest = "\N{FACE WITH TEARS OF JOY}" * 1_500
    quotes = '"\\' * 750
    for words in (widest, quotes):
        await group.asks(words=words)
        assert (await group.mine())[2] == words
        await group.next_window()
        assert group.cards()[-1] == ["question-card", words]


async def test_before_a_community_is_set_up_nothing_is_asked(group: Group) -> None:
    assert (await refusal(group.questions.ask_form(3)))[0] == "error-not-set-up"
    assert (await refusal(group.questions.ask_form(None)))[0] == "error-not-set-up"
    assert (await refusal(group.questions.ask(3, AMA, "draft", HER_WORDS)))[0] == "error-not-set-up"


# Where a question goes


NEW_CHANNEL = 800_000_000_000_000_009


async def test_a_question_goes_where_questions_went_when_it_was_asked(group: Group) -> None:
    await group.asks()
    await group.moves_to(NEW_CHANNEL)
    await group.asks(BEN, "asked later")
    await group.next_window()
    assert group.cards() == [["question-card", HER_WORDS]]
    assert group.cards(NEW_CHANNEL) == [["question-card", "asked later"]]


async def test_its_answer_goes_there_too(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.moves_to(NEW_CHANNEL)
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.round.make()
    assert group.cards() == [["question-card", HER_WORDS, "question-card-answer", AN_ANSWER]]
    assert group.cards(NEW_CHANNEL) == []


async def test_if_its_channel_is_gone_it_comes_out_in_the_present_one(group: Group) -> None:
    await group.asks()
    await group.moves_to(NEW_CHANNEL)
    group.discord.gone.add(QUESTIONS)
    await group.next_window()
    assert group.cards(NEW_CHANNEL) == [["question-card", HER_WORDS]]
    assert group.cards(FACILITATORS) == [], "nobody has anything to mend"
    await group.questions.answer(HERE, group.token(channel=NEW_CHANNEL), AN_ANSWER)
    await group.round.make()
    assert group.cards(NEW_CHANNEL) == [["question-card", HER_WORDS, "question-card-answer", AN_ANSWER]]


async def test_if_the_present_channel_is_gone_facilitators_are_told_once_and_can_choose_another(
    group: Group,
) -> None:
    group.discord.gone.add(QUESTIONS)
    for number in range(3):
        await group.asks(AMA + number, f"question {number}")
    await group.next_window()
    for _ in range(3):
        group.clock.move(minutes=20)
        await group.round.make()
    assert group.cards(FACILITATORS) == [["question-trouble-gone"]]
    (note,) = group.discord.messages
    assert [button.action for button in note.notice.buttons] == ["questions:retry"]

    await group.moves_to(NEW_CHANNEL)
    await group.questions.retry(HERE)
    await group.round.make()
    assert sorted(card[1] for card in group.cards(NEW_CHANNEL)) == [f"question {n}" for n in range(3)]
    assert len(group.cards(FACILITATORS)) == 1


async def test_an_answer_given_while_its_channel_was_gone_is_on_the_new_card(group: Group) -> None:
    group.discord.gone.add(QUESTIONS)
    await group.asks()
    await group.next_window()
    (question,) = await group.everything(question_table)
    token = question[question_table.c.keys().index("card_token")]
    await group.questions.answer(HERE, token, AN_ANSWER)
    await group.moves_to(NEW_CHANNEL)
    await group.questions.retry(HERE)
    await group.round.make()
    assert group.cards(NEW_CHANNEL) == [["question-card", HER_WORDS, "question-card-answer", AN_ANSWER]]


async def test_a_channel_that_the_bot_may_not_write_in_is_not_gone(group: Group) -> None:
    """Where it may not post, the card waits: whoever asked there did not ask elsewhere."""
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.asks()
    await group.moves_to(NEW_CHANNEL)
    await group.next_window()
    assert group.cards(NEW_CHANNEL) == []
    assert group.cards(FACILITATORS) == [["question-trouble"]]
    await group.questions.retry(HERE)
    await group.round.make()
    assert group.cards() == [["question-card", HER_WORDS]]


async def test_with_lost_answers_before_facilitators_are_still_told(group: Group) -> None:
    group.discord.refuse_next += [NotNow("status 503"), NotNow("status 503"), NotAllowed("50013")]
    await group.asks()
    await group.next_window()
    for _ in range(2):
        group.clock.move(minutes=2)
        await group.round.make()
    assert group.cards(FACILITATORS) == [["question-trouble"]]


# My questions


async def test_looking_writes_nothing(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.round.make()
    before = [await group.everything(table) for table in ANONYMOUS.sorted_tables]
    page = await group.questions.mine(HERE, AMA)
    assert said(page.notice) == ANSWERED
    assert len(page.answers_shown) == 1
    assert [await group.everything(table) for table in ANONYMOUS.sorted_tables] == before


async def test_an_answer_that_was_not_shown_is_not_read(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.questions.close(HERE, group.token())
    await group.questions.mine(HERE, AMA)
    await group.next_window()
    assert await group.mine() == CLOSED


async def test_nobody_reads_for_somebody_else(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    await group.questions.close(HERE, group.token())
    shown = (await group.questions.mine(HERE, AMA)).answers_shown
    await group.questions.read(HERE, BEN, shown)
    await group.questions.read(ELSEWHERE, AMA, shown)
    await group.next_window()
    assert await group.mine() == CLOSED


async def test_shown_twice_it_waits_as_read_once(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    for _ in range(2):
        await group.mine()
    assert len(await group.opened(waiting_table)) == 1


async def test_skipping_past_the_end_shows_the_first_page(group: Group) -> None:
    assert said((await group.questions.mine(HERE, AMA, skip=5)).notice) == NOTHING
    await group.asks()
    for skip in (1, 5, 10**9):
        assert said((await group.questions.mine(HERE, AMA, skip)).notice) == WAITING
    await group.next_window()
    assert said((await group.questions.mine(HERE, AMA, skip=5)).notice) == OUT


# Two communities


async def test_two_communities_do_not_mix(group: Group) -> None:
    await group.asks()
    await group.asks(BEN, "something else", ELSEWHERE)
    await group.next_window()
    assert group.cards() == [["question-card", HER_WORDS]]
    assert group.cards(THEIR_QUESTIONS) == [["question-card", "something else"]]
    assert await group.mine(AMA, ELSEWHERE) == NOTHING
    assert await group.mine(BEN, HERE) == NOTHING
    assert await group.mine() == OUT


async def test_a_waiting_question_is_not_seen_from_another_community(group: Group) -> None:
    await group.asks()
    assert await group.mine(AMA, ELSEWHERE) == NOTHING


async def test_a_card_of_another_community_is_not_theirs_to_answer(group: Group) -> None:
    await group.asks()
    await group.next_window()
    token = group.token()
    gone = ("error-no-such-question", None)
    assert await refusal(group.questions.menu(ELSEWHERE, token)) == gone
    assert await refusal(group.questions.answer_form(ELSEWHERE, token)) == gone
    assert await refusal(group.questions.answer(ELSEWHERE, token, AN_ANSWER)) == gone
    assert await refusal(group.questions.close(ELSEWHERE, token)) == gone
    await group.round.make()
    assert group.cards() == [["question-card", HER_WORDS]]


# What facilitators do


async def test_what_cannot_be_done_twice_is_refused_with_a_sentence(group: Group) -> None:
    await group.asks()
    await group.next_window()
    token = group.token()
    assert await refusal(group.questions.close(HERE, token)) == ("error-close-unanswered", 1)
    await group.questions.answer(HERE, token, AN_ANSWER)
    assert await refusal(group.questions.answer(HERE, token, "No.")) == ("error-already-answered", 1)
    assert await refusal(group.questions.answer_form(HERE, token)) == ("error-already-answered", 1)
    await group.questions.close(HERE, token)
    assert await refusal(group.questions.close(HERE, token)) == ("error-already-closed", 1)
    assert await refusal(group.questions.answer(HERE, token, "No.")) == ("error-already-closed", 1)
    await group.round.make()
    assert group.cards()[0][2:] == ["question-card-answer", AN_ANSWER, "question-card-closed"]


async def test_an_empty_or_overlong_answer_changes_nothing(group: Group) -> None:
    await group.asks()
    await group.next_window()
    for words, id_ in ((" ", "error-answer-empty"), ("x" * 1_501, "error-answer-long")):
        assert (await refusal(group.questions.answer(HERE, group.token(), words)))[0] == id_
    await group.round.make()
    assert group.cards() == [["question-card", HER_WORDS]]


async def test_the_menu_offers_what_can_be_done_now(group: Group) -> None:
    async def offered() -> list[str]:
        return [button.action for button in (await group.questions.menu(HERE, group.token())).buttons]

    await group.asks()
    await group.next_window()
    assert await offered() == ["questions:answer"]
    await group.questions.answer(HERE, group.token(), AN_ANSWER)
    assert await offered() == ["questions:close"]
    await group.questions.close(HERE, group.token())
    assert await offered() == []


async def test_an_unknown_card_is_refused(group: Group) -> None:
    assert await refusal(group.questions.menu(HERE, "nothing")) == ("error-no-such-question", None)


async def test_three_refused_cards_make_one_note_and_try_again_sends_them(group: Group) -> None:
    group.discord.refuse_next += [NotAllowed("50013")] * 3
    for number in range(3):
        await group.asks(AMA + number, f"question {number}")
    await group.next_window()
    assert group.cards() == []
    assert group.cards(FACILITATORS) == [["question-trouble"]]
    (note,) = group.discord.messages
    assert note.notice.parts == (Line("question-trouble", {"channel": str(QUESTIONS)}),)

    await group.questions.retry(HERE)
    await group.round.make()
    assert sorted(card[1] for card in group.cards()) == ["question 0", "question 1", "question 2"]
    assert len(group.cards(FACILITATORS)) == 1


async def test_a_refused_card_comes_out_by_itself_once_it_is_allowed(group: Group) -> None:
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.asks()
    await group.next_window()
    assert group.cards() == []
    group.clock.move(minutes=1)
    await group.round.make()
    assert group.cards() == [["question-card", HER_WORDS]]


async def test_a_note_on_trouble_says_nothing_about_the_question(group: Group) -> None:
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.asks()
    await group.next_window()
    (note,) = group.discord.messages
    assert not [part for part in note.notice.parts if isinstance(part, Words)]
    assert [button.action for button in note.notice.buttons] == ["questions:retry"]
