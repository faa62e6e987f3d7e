"""The life of anonymous questions, and what their askers see of it, on every kind of database."""

from __future__ import annotations

from datetime import timedelta

from bot.core.notices import Line
from bot.core.schema import ANONYMOUS
from bot.questions.service import Draft
from bot.questions.store import claim_table, question_table, waiting_table
from tests.contracts.group import (
    AMA,
    AN_ANSWER,
    BEN,
    CARD,
    ELSEWHERE,
    HER_WORDS,
    HERE,
    THEIR_QUESTIONS,
    Group,
    refusal,
    said,
)

NOTHING = ["question-mine-nothing"]
WAITING = ["question-mine-title", "question-mine-waiting", HER_WORDS]
OUT = ["question-mine-title", "question-mine-out", HER_WORDS]
ANSWERED = ["question-mine-title", "question-mine-answered", HER_WORDS, "question-card-answer", AN_ANSWER]
CLOSED = ["question-mine-title", "question-mine-closed-facilitator", *ANSWERED[2:]]


# The life of a question


async def test_the_whole_life_of_a_question(group: Group) -> None:
    await group.asks()
    assert await group.mine() == WAITING
    await group.round.make()
    assert group.cards() == []

    await group.next_window()
    assert group.cards() == [CARD]
    assert await group.mine() == OUT

    await group.facilitating.answer(HERE, group.token(), AN_ANSWER)
    await group.round.make()
    assert group.cards() == [[*CARD, "question-card-answer", AN_ANSWER]]
    assert await group.mine() == ANSWERED
    assert await group.mine(BEN) == NOTHING

    await group.next_window()
    await group.facilitating.close(HERE, group.token())
    await group.round.make()
    assert group.cards()[0][-1] == "question-card-ended-facilitator"
    assert await group.mine() == NOTHING
    assert await group.opened(claim_table) == []
    assert await group.opened(waiting_table) == []


async def test_a_card_comes_out_once_whatever_happens_afterwards(group: Group) -> None:
    await group.asks()
    for _ in range(5):
        await group.next_window()
    assert len(group.discord.messages) == 1


async def test_closed_before_it_is_read_it_stays_hers_until_she_has_read_it(group: Group) -> None:
    await group.facilitating.close(HERE, await group.answered())
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
    await group.facilitating.answer(HERE, group.token(), AN_ANSWER)
    await group.facilitating.close(HERE, group.token())
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
    await group.facilitating.close(HERE, await group.answered())
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
    assert (await group.mine())[:3] == OUT


async def test_the_same_form_counts_once_while_it_waits_and_once_it_is_out(group: Group) -> None:
    draft = await group.asks()
    await group.asks(draft=draft)
    await group.next_window()
    await group.asks(draft=draft)
    await group.next_window()
    assert group.cards() == [CARD]
    assert await group.mine() == OUT


async def test_the_same_words_in_another_form_are_another_question(group: Group) -> None:
    """The planted fault: without a draft of its own, a double press cannot be told from two questions."""
    await group.asks()
    await group.asks()
    await group.next_window()
    assert len(group.cards()) == 2


async def test_a_number_is_given_only_when_the_card_goes_out(group: Group) -> None:
    await group.asks(AMA, "one")
    await group.asks(BEN, "two")
    assert await group.everything(question_table) == []
    await group.next_window()
    await group.asks(AMA, "three")
    assert len(await group.everything(question_table)) == 2
    await group.next_window()
    numbers = [
        part.values["number"]
        for message in group.discord.messages
        for part in message.notice.parts
        if isinstance(part, Line) and "number" in part.values
    ]
    assert [int(number) for number in numbers] == [1, 2, 3]
    assert group.cards()[2] == ["question-card", "three"]


async def test_no_number_is_given_twice_though_old_questions_are_dropped(group: Group) -> None:
    await group.choose(keep_for=1)
    await group.facilitating.close(HERE, await group.answered())
    await group.mine()
    await group.nights(5)
    await group.meets()
    assert (await group.kept(await group.asked())).number == 2


async def test_a_text_that_cannot_be_kept_waits_nowhere(group: Group) -> None:
    for words, id_ in (("  \n ", "error-question-empty"), ("x" * 1_501, "error-question-long")):
        assert (await refusal(group.asking.ask(HERE, AMA, "draft", Draft(words))))[0] == id_
    await group.next_window()
    assert group.cards() == []
    assert await group.mine() == NOTHING


async def test_the_longest_and_widest_text_is_kept_whole(group: Group) -> None:
    widest = "\N{FACE WITH TEARS OF JOY}" * 1_500
    quotes = '"\\' * 750
    for words in (widest, quotes):
        await group.asks(words=words)
        # Her list shows the beginning: she knows what she asked.
        assert words.startswith((await group.mine())[2].removesuffix("…"))
        await group.next_window()
        assert group.cards()[-1] == ["question-card", words]


async def test_before_a_community_is_set_up_nothing_is_asked(group: Group) -> None:
    assert (await refusal(group.asking.form(3)))[0] == "error-not-set-up"
    assert (await refusal(group.asking.ask(3, AMA, "draft", Draft(HER_WORDS))))[0] == "error-not-set-up"


# Taking it back before it is out


async def test_what_waits_can_be_taken_back_and_is_gone_at_once(group: Group) -> None:
    draft = await group.asks()
    assert said(await group.asking.take_back_waiting(HERE, AMA, draft)) == ["question-taken-back-in-time"]
    assert await group.mine() == NOTHING
    assert await group.opened(waiting_table) == []
    await group.next_window()
    assert group.cards() == []


async def test_nobody_takes_back_what_somebody_else_has_asked(group: Group) -> None:
    draft = await group.asks()
    for community, account in ((HERE, BEN), (ELSEWHERE, AMA)):
        told = await refusal(group.asking.take_back_waiting(community, account, draft))
        assert told == ("error-out-already", None)
    await group.next_window()
    assert group.cards() == [CARD]


async def test_once_it_is_out_it_is_not_taken_back_in_time(group: Group) -> None:
    draft = await group.asks()
    await group.next_window()
    assert await refusal(group.asking.take_back_waiting(HERE, AMA, draft)) == ("error-out-already", None)
    assert group.cards() == [CARD]


# My questions


async def test_looking_writes_nothing(group: Group) -> None:
    token = await group.answered()
    before = [await group.everything(table) for table in ANONYMOUS.sorted_tables]
    page = await group.asking.mine(HERE, AMA)
    assert said(page.notice) == ANSWERED
    assert len(page.shown) == 1
    await group.asking.own(HERE, AMA, token)
    assert [await group.everything(table) for table in ANONYMOUS.sorted_tables] == before


async def test_an_answer_that_was_not_shown_is_not_read(group: Group) -> None:
    await group.facilitating.close(HERE, await group.answered())
    await group.asking.mine(HERE, AMA)
    await group.next_window()
    assert await group.mine() == CLOSED


async def test_what_came_after_the_page_was_shown_is_not_read_with_it(group: Group) -> None:
    token = await group.answered()
    shown = (await group.asking.mine(HERE, AMA)).shown
    await group.facilitating.in_plain_words(HERE, token, "It is choosing what to buy.")
    await group.asking.read(HERE, AMA, shown)
    await group.next_window()
    await group.facilitating.close(HERE, token)
    assert await group.mine() == [*CLOSED, "question-card-plain", "It is choosing what to buy."]
    await group.next_window()
    assert await group.mine() == NOTHING


async def test_nobody_reads_for_somebody_else(group: Group) -> None:
    await group.facilitating.close(HERE, await group.answered())
    shown = (await group.asking.mine(HERE, AMA)).shown
    await group.asking.read(HERE, BEN, shown)
    await group.asking.read(ELSEWHERE, AMA, shown)
    await group.next_window()
    assert await group.mine() == CLOSED


async def test_shown_twice_it_waits_as_read_once(group: Group) -> None:
    await group.answered()
    for _ in range(2):
        await group.mine()
    assert len(await group.opened(waiting_table)) == 1


async def test_skipping_past_the_end_shows_the_first_page(group: Group) -> None:
    assert said((await group.asking.mine(HERE, AMA, skip=5)).notice) == NOTHING
    await group.asks()
    for skip in (1, 5, 10**9):
        assert said((await group.asking.mine(HERE, AMA, skip)).notice) == WAITING
    await group.next_window()
    assert said((await group.asking.mine(HERE, AMA, skip=5)).notice) == OUT


async def test_every_question_of_hers_has_its_place_on_some_page(group: Group) -> None:
    for number in range(9):
        await group.asks(words=f"question {number}")
    await group.next_window()
    await group.asks(words="the newest")
    found: list[str] = []
    skip = 0
    for _ in range(4):
        page = (await group.asking.mine(HERE, AMA, skip)).notice
        found += [words for words in said(page) if not words.startswith("question-")]
        older = [button for button in page.buttons if button.action == "questions:older"]
        if not older:
            break
        skip = int(older[0].token)
    assert found[0] == "the newest"
    assert sorted(found[1:]) == [f"question {number}" for number in range(9)]


async def test_a_link_that_somebody_else_wrote_cannot_be_pressed_by_her(group: Group) -> None:
    """It could tell who followed it."""
    token = await group.asked()
    await group.facilitating.answer(HERE, token, "See https://example.org/ama")
    assert (await group.mine())[-1] == "See example.org/ama"
    page = await group.asking.own(HERE, AMA, token)
    assert said(page.notice)[-1] == "See example.org/ama"


# Two communities


async def test_two_communities_do_not_mix(group: Group) -> None:
    await group.asks()
    await group.asks(BEN, "something else", ELSEWHERE)
    await group.next_window()
    assert group.cards() == [CARD]
    assert group.cards(THEIR_QUESTIONS) == [["question-card", "something else"]]
    assert await group.mine(AMA, ELSEWHERE) == NOTHING
    assert await group.mine(BEN, HERE) == NOTHING
    assert await group.mine() == OUT


async def test_a_waiting_question_is_not_seen_from_another_community(group: Group) -> None:
    await group.asks()
    assert await group.mine(AMA, ELSEWHERE) == NOTHING


async def test_a_card_of_another_community_is_not_theirs(group: Group) -> None:
    token = await group.asked()
    gone = ("error-no-such-question", None)
    f, a = group.facilitating, group.asking
    for done in (
        f.menu(ELSEWHERE, token, facilitator=True),
        f.form(ELSEWHERE, token, "answer"),
        f.answer(ELSEWHERE, token, AN_ANSWER),
        f.close(ELSEWHERE, token),
        f.report(ELSEWHERE, token, "worrying"),
        a.own(ELSEWHERE, AMA, token),
        a.wonder(ELSEWHERE, BEN, token),
        a.form(ELSEWHERE, token),
        a.ask(ELSEWHERE, BEN, f"draft~{token}", Draft("and more")),
    ):
        assert await refusal(done) == gone
    await group.next_window()
    assert group.cards() == [CARD]
