"""Forgetting who somebody is in questions, and showing her what is kept: on every kind of database."""

from __future__ import annotations

from bot.questions.rules.question import State
from bot.questions.store import claim_table, question_table, waiting_table
from tests.contracts.group import (
    A_REASON,
    AMA,
    AN_ANSWER,
    BEN,
    CARD,
    CAT,
    HERE,
    Group,
    refusal,
)


async def rows(group: Group) -> dict[str, int]:
    return {t.name: len(await group.everything(t)) for t in (claim_table, waiting_table, question_table)}


async def test_what_is_out_stays_as_nobodys_and_no_number_of_rows_changes(group: Group) -> None:
    token = await group.asked(tell=True)
    await group.asking.wonder(HERE, AMA, await group.asked(BEN, "another"))
    await group.next_window()
    await group.asks(words="this one waits")
    before, claims = await rows(group), await group.opened(claim_table)
    await group.asking.erase(HERE, AMA)
    assert await rows(group) == before
    assert await group.mine() == ["question-mine-nothing"]
    assert await refusal(group.asking.own(HERE, AMA, token)) == ("error-not-yours", None)
    after = await group.opened(claim_table)
    assert len(after) == 3
    assert len(set(after) & set(claims)) == 1, "that of the other asker alone is as it was"
    await group.next_window()
    assert group.cards() == [CARD, ["question-card", "another"]]
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.round.make()
    assert group.cards()[0][-1] == AN_ANSWER
    assert (await group.kept(token)).state is State.ANSWERED


async def test_what_others_asked_is_as_it_was(group: Group) -> None:
    await group.asked()
    await group.asks(BEN, "another", tell=True)
    await group.asking.erase(HERE, AMA)
    await group.next_window()
    assert (await group.mine(BEN))[1:] == ["question-mine-out", "another"]
    await group.asking.erase(HERE, CAT)
    assert (await group.mine(BEN))[1:] == ["question-mine-out", "another"]


async def test_no_message_comes_to_who_is_forgotten_and_what_came_is_withdrawn(group: Group) -> None:
    token = await group.answered(tell=True)
    await group.windows.meeting_ends(HERE)
    await group.at(14, 15)
    assert group.cards(AMA) == [["question-hint"]]
    await group.asking.erase(HERE, AMA)
    await group.facilitating.in_plain_words(HERE, token, "It is choosing.")
    await group.at(15, 8)
    assert group.cards(AMA) == []


async def test_her_name_under_an_answer_goes_and_the_answer_stays(group: Group) -> None:
    token = await group.asked(BEN, "another")
    await group.facilitating.pass_on(HERE, token, AMA)
    await group.facilitating.answer_by_name(HERE, AMA, "Ama Boateng", token, AN_ANSWER)
    closed = await group.asked(BEN, "one more")
    await group.facilitating.pass_on(HERE, closed, AMA)
    await group.facilitating.answer_by_name(HERE, AMA, "Ama Boateng", closed, AN_ANSWER)
    await group.facilitating.close(HERE, closed)
    await group.round.make()
    assert str(group.discord.messages).count("Ama Boateng") == 2
    await group.asking.erase(HERE, AMA)
    await group.round.make()
    assert "Ama Boateng" not in str(group.discord.messages)
    for which in (0, 1):
        assert AN_ANSWER in group.cards()[which]
        answer = (await group.kept(group.token(which))).answer
        assert answer is not None
        assert (answer.by, answer.account) == ("", 0)


async def test_a_question_that_was_passed_to_her_is_hers_no_more(group: Group) -> None:
    token = await group.asked(BEN, "another")
    await group.facilitating.pass_on(HERE, token, AMA)
    await group.asking.erase(HERE, AMA)
    assert (await group.kept(token)).passed_to == 0
    assert await group.mine() == ["question-mine-nothing"]


async def test_a_pause_outlives_it_until_it_ends(group: Group) -> None:
    """Else a pause could be shaken off by asking to be forgotten."""
    await group.facilitating.pause(HERE, await group.asked(), "7", A_REASON)
    await group.asking.erase(HERE, AMA)
    await group.nights(1)
    await group.meets()
    await group.asks(words="a new one")
    await group.next_window()
    assert group.cards() == [CARD]


async def test_a_forgotten_question_is_still_closed_and_nothing_is_left_of_its_asker(group: Group) -> None:
    token = await group.answered()
    await group.asking.erase(HERE, AMA)
    await group.facilitating.close(HERE, token)
    await group.nights(31)
    assert await group.everything(claim_table) == []


async def test_she_is_shown_all_that_is_kept_about_her_and_nothing_of_others(group: Group) -> None:
    token = await group.asked()
    other = await group.asked(BEN, "of somebody else")
    await group.asking.wonder(HERE, AMA, other)
    await group.next_window()
    await group.facilitating.pass_on(HERE, other, AMA)
    await group.asks(words="this one waits")
    shown = await group.asking.export_for(HERE, AMA)
    assert CARD[1] in str(shown["questions"])
    assert "this one waits" in str(shown["waiting"])
    assert shown["asked_to_answer"] == [2]
    assert shown["paused_until"] is None
    assert "of somebody else" not in str(shown)
    assert 2 in [number for value in shown.values() if isinstance(value, list) for number in value]
    assert (await group.kept(token)).number == 1
    nothing = await group.asking.export_for(HERE, CAT)
    assert not any(nothing.values())
    await group.asking.erase(HERE, AMA)
    assert not any((await group.asking.export_for(HERE, AMA)).values())
