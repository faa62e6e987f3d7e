"""Wondering too, and what only the asker can do: on every kind of database."""

from __future__ import annotations

import pytest

from bot.questions.rules.question import Band, Ending
from bot.questions.rules.windows import Pace
from bot.questions.store import claim_table, waiting_table
from tests.contracts.group import (
    AMA,
    AN_ANSWER,
    BEN,
    CARD,
    FACILITATORS,
    HER_WORDS,
    HERE,
    Group,
    pressable,
    refusal,
    said,
)

ANSWERED = [*CARD, "question-card-answer", AN_ANSWER]
NOBODY_YET, OTHERS, SEVERAL = CARD, [*CARD, "question-card-others"], [*CARD, "question-card-several"]


async def wonder(group: Group, token: str, *accounts: int) -> None:
    """So many people press [I wondered too], and their window ends."""
    for account in accounts:
        assert said(await group.asking.wonder(HERE, account, token)) == ["question-wondered"]
    await group.next_window()


# Wondering too


@pytest.mark.parametrize(
    ("people", "shown"), [(1, NOBODY_YET), (2, OTHERS), (4, OTHERS), (5, SEVERAL), (30, SEVERAL)]
)
async def test_how_many_wondered_is_said_in_two_words_and_never_as_a_number(
    group: Group, people: int, shown: list[str]
) -> None:
    token = await group.asked()
    await wonder(group, token, *range(BEN, BEN + people))
    assert group.cards() == [shown]


async def test_people_of_different_windows_are_counted_together(group: Group) -> None:
    token = await group.asked()
    for number in range(4):
        await wonder(group, token, BEN + number)
    assert group.cards() == [OTHERS]
    await wonder(group, token, BEN + 4)
    assert group.cards() == [SEVERAL]


async def test_nobody_is_counted_twice(group: Group) -> None:
    token = await group.asked()
    await wonder(group, token, BEN, BEN, BEN)
    await wonder(group, token, BEN)
    assert group.cards() == [NOBODY_YET]
    await wonder(group, token, BEN + 1)
    assert group.cards() == [OTHERS]


async def test_the_asker_is_never_counted_and_reads_the_same(group: Group) -> None:
    token = await group.asked()
    await wonder(group, token, BEN, AMA)
    await wonder(group, token, AMA)
    assert group.cards() == [NOBODY_YET]


async def test_nothing_shows_before_the_window_ends(group: Group) -> None:
    token = await group.asked()
    for account in range(BEN, BEN + 5):
        await group.asking.wonder(HERE, account, token)
    await group.round.make()
    assert group.cards() == [NOBODY_YET]
    assert (await group.kept(token)).band is Band.NONE


async def test_who_wondered_is_forgotten_with_the_question(group: Group) -> None:
    token = await group.answered()
    await wonder(group, token, *range(BEN, BEN + 5))
    assert len(await group.opened(claim_table)) == 6
    await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, token)
    assert await group.opened(claim_table) == []
    await group.round.make()
    assert group.cards()[0][2] == "question-card-several"


async def test_nobody_wonders_about_what_has_ended(group: Group) -> None:
    token = await group.answered()
    await group.facilitating.close(HERE, token)
    assert await refusal(group.asking.wonder(HERE, BEN, token)) == ("error-already-closed", 1)
    assert await refusal(group.asking.wonder(HERE, BEN, "nothing")) == ("error-no-such-question", None)


async def test_whoever_wondered_just_before_it_was_closed_leaves_no_token(group: Group) -> None:
    token = await group.answered()
    await group.asking.wonder(HERE, BEN, token)
    await group.mine()
    await group.facilitating.close(HERE, token)
    await group.next_window()
    assert await group.opened(claim_table) == []
    assert await group.opened(waiting_table) == []


# What only the asker can do


async def test_only_its_asker_gets_anything_under_mine(group: Group) -> None:
    token = await group.asked()
    page = await group.asking.own(HERE, AMA, token)
    assert said(page.notice) == ["question-mine-out", HER_WORDS]
    assert pressable(page.notice) == ["helped", "take-back", "more"]
    refused = ("error-not-yours", None)
    assert await refusal(group.asking.own(HERE, BEN, token)) == refused
    for how in (Ending.HELPED, Ending.TAKEN_BACK):
        assert await refusal(group.asking.end(HERE, BEN, token, how)) == refused
    await group.asking.wonder(HERE, BEN, token)
    await group.next_window()
    assert await refusal(group.asking.own(HERE, BEN, token)) == refused, "who wondered has not asked"


@pytest.mark.parametrize(
    ("how", "shown"),
    [
        (Ending.HELPED, [*ANSWERED, "question-card-ended-helped"]),
        (Ending.TAKEN_BACK, ["question-card-taken-back"]),
    ],
)
async def test_what_the_asker_does_shows_after_the_meeting(
    group: Group, how: Ending, shown: list[str]
) -> None:
    token = await group.answered()
    notice = await group.asking.end(HERE, AMA, token, how)
    assert said(notice) == [f"question-{how}-after-meeting"]
    await group.next_window(minutes=30)
    assert group.cards() == [ANSWERED]
    assert said((await group.asking.own(HERE, AMA, token)).notice)[-1] == f"question-own-{how}"
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert group.cards() == [shown]
    assert await group.opened(claim_table) == []
    assert await group.mine() == ["question-mine-nothing"]


async def test_all_that_askers_did_in_a_meeting_comes_out_together_when_it_ends(group: Group) -> None:
    tokens = [await group.answered(AMA + number, f"question {number}") for number in range(4)]
    for number, token in enumerate(tokens):
        await group.ends(token, Ending.HELPED, AMA + number)
        await group.next_window(minutes=2)
    endings = [card[-1] for card in group.cards()]
    assert endings == [AN_ANSWER] * 4
    await group.windows.meeting_ends(HERE)
    await group.round.make()
    assert [card[-1] for card in group.cards()] == endings, "a last window is given to all"
    await group.next_window()
    assert [card[-1] for card in group.cards()] == ["question-card-ended-helped"] * 4


async def test_when_a_meeting_ends_by_itself_they_come_out_too(group: Group) -> None:
    token = await group.answered()
    await group.ends(token)
    await group.at(14, 18, 59)
    assert group.cards()[0][-1] == AN_ANSWER
    await group.at(14, 19, 1)
    assert group.cards()[0][-1] == "question-card-ended-helped"


async def test_questions_now_does_not_bring_out_what_the_asker_did(group: Group) -> None:
    token = await group.answered()
    await group.choose(pace=Pace.CAREFUL)
    await group.ends(token)
    await group.windows.questions_now(HERE)
    await group.round.make()
    assert group.cards() == [ANSWERED]


async def test_between_meetings_it_shows_at_the_next_of_the_two_hours(quiet: Group) -> None:
    await quiet.at(14, 7, 0)
    await quiet.asks()
    await quiet.at(14, 8)
    notice = await quiet.asking.end(HERE, AMA, quiet.token(), Ending.TAKEN_BACK)
    assert said(notice) == ["question-taken-back-soon"]
    await quiet.at(14, 14, 59)
    assert quiet.cards() == [CARD]
    await quiet.at(14, 15)
    assert quiet.cards() == [["question-card-taken-back"]]


async def test_she_can_change_her_mind_until_it_shows(group: Group) -> None:
    token = await group.answered()
    await group.ends(token, Ending.TAKEN_BACK)
    await group.ends(token, Ending.HELPED)
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert group.cards()[0][-1] == "question-card-ended-helped"


async def test_a_question_that_was_taken_back_is_nowhere_any_more(group: Group) -> None:
    token = await group.asked(words="a secret of mine")
    await group.ends(token, Ending.TAKEN_BACK)
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    question = await group.kept(token)
    assert (question.text, question.ending) == ("", Ending.TAKEN_BACK)
    assert "a secret of mine" not in str(group.discord.messages)
    assert await refusal(group.asking.end(HERE, AMA, token, Ending.HELPED)) == ("error-not-yours", None)


async def test_closed_by_a_facilitator_meanwhile_it_stays_closed_by_a_facilitator(group: Group) -> None:
    token = await group.answered()
    await group.ends(token)
    await group.facilitating.close(HERE, token)
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert group.cards()[0][-1] == "question-card-ended-facilitator"
    assert await refusal(group.asking.end(HERE, AMA, token, Ending.HELPED)) == ("error-already-closed", 1)


async def test_a_held_question_can_be_taken_back_by_its_asker(group: Group) -> None:
    await group.choose(release_first=True)
    token = await group.asked()
    await group.ends(token, Ending.TAKEN_BACK)
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert group.cards(FACILITATORS) == [["question-card-not-out-taken-back"]]
    assert (await group.kept(token)).text == ""
