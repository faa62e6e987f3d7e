"""Putting questions together, and pausing an asker without unmasking her: on every kind of database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.database import Tx
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import Ending, State
from bot.questions.store import pause_table
from tests.contracts.group import (
    A_REASON,
    AMA,
    AN_ANSWER,
    BEN,
    CARD,
    CAT,
    FACILITATORS,
    HER_WORDS,
    HERE,
    Group,
    refusal,
    said,
)

SAME = "What is commissioning?"


async def together(group: Group) -> tuple[str, str]:
    """Ama's question, and Ben's, which was put together with it; returns their cards' tokens."""
    hers, his = await group.asked(), await group.asked(BEN, SAME)
    await group.facilitating.merge(HERE, his, "1", A_REASON)
    await group.round.make()
    return hers, his


async def meeting_over(group: Group) -> None:
    await group.windows.meeting_ends(HERE)
    await group.next_window()


# Putting together


async def test_the_card_leads_to_the_other_and_its_asker_alone_reads_why(group: Group) -> None:
    await together(group)
    assert group.cards() == [CARD, ["question-card", SAME, "question-card-merged"]]
    assert (await group.mine(BEN))[1:] == ["question-mine-merged", SAME, "question-mine-reason", A_REASON]
    assert A_REASON not in str(await group.mine())
    assert A_REASON not in str(group.discord.messages)


async def test_the_answer_reaches_both_askers(group: Group) -> None:
    hers, _ = await together(group)
    await group.mine(BEN)
    await group.next_window()
    await group.facilitating.answer(HERE, hers, AN_ANSWER)
    assert (await group.mine())[-1] == AN_ANSWER
    assert (await group.mine(BEN))[-1] == AN_ANSWER
    await group.facilitating.close(HERE, hers)
    await group.next_window()
    assert await group.mine(BEN) == await group.mine() == ["question-mine-nothing"]


async def test_closed_before_he_read_it_the_answer_waits_for_him(group: Group) -> None:
    hers, _ = await together(group)
    await group.facilitating.answer(HERE, hers, AN_ANSWER)
    await group.facilitating.close(HERE, hers)
    for _ in range(2):
        await group.next_window()
    assert (await group.mine(BEN))[-1] == AN_ANSWER
    await group.next_window()
    assert await group.mine(BEN) == ["question-mine-nothing"]


async def test_the_larger_band_shows(group: Group) -> None:
    hers, his = await group.asked(), await group.asked(BEN, SAME)
    for number in range(5):
        await group.asking.wonder(HERE, CAT + number, his)
    await group.asking.wonder(HERE, CAT, hers)
    await group.next_window()
    assert group.cards()[0] == CARD
    await group.facilitating.merge(HERE, his, "1", A_REASON)
    await group.round.make()
    assert group.cards()[0] == [*CARD, "question-card-several"]
    await group.asking.wonder(HERE, CAT + 9, hers)
    await group.next_window()
    assert group.cards()[0] == [*CARD, "question-card-several"]


async def test_one_cannot_close_or_take_back_the_others(group: Group) -> None:
    hers, his = await together(group)
    for account, token in ((AMA, his), (BEN, hers)):
        for how in (Ending.HELPED, Ending.TAKEN_BACK):
            assert await refusal(group.asking.end(HERE, account, token, how)) == ("error-not-yours", None)
    await group.ends(his, Ending.TAKEN_BACK, BEN)
    await meeting_over(group)
    assert group.cards() == [CARD, ["question-card-taken-back"]]
    assert (await group.kept(hers)).state is State.OUT


async def test_when_she_takes_hers_back_his_stands_by_itself_again(group: Group) -> None:
    hers, his = await together(group)
    await group.ends(hers, Ending.TAKEN_BACK)
    await meeting_over(group)
    assert group.cards() == [["question-card-taken-back"], ["question-card", SAME]]
    assert (await group.mine(BEN))[1:] == ["question-mine-out", SAME]
    await group.facilitating.answer(HERE, his, AN_ANSWER)
    assert (await group.mine(BEN))[-1] == AN_ANSWER


async def test_when_it_helped_her_he_keeps_the_answer(group: Group) -> None:
    hers, his = await together(group)
    await group.facilitating.answer(HERE, hers, AN_ANSWER)
    await group.ends(hers)
    await meeting_over(group)
    assert group.cards()[1] == ["question-card", SAME, "question-card-answer", AN_ANSWER]
    assert (await group.kept(his)).state is State.ANSWERED


async def test_a_held_one_that_was_put_together_is_held_again_when_the_other_ends(group: Group) -> None:
    hers = await group.asked()
    await group.choose(release_first=True)
    his = await group.asked(BEN, SAME)
    await group.facilitating.merge(HERE, his, "1", A_REASON)
    await group.round.make()
    assert group.cards(FACILITATORS) == [["question-card-not-out-merged"]]
    await group.ends(hers, Ending.TAKEN_BACK)
    await meeting_over(group)
    assert (await group.kept(his)).state is State.HELD
    assert group.cards(FACILITATORS)[0][:2] == ["question-card-held", SAME]
    assert group.cards() == [["question-card-taken-back"]]


async def test_of_three_that_were_put_together_all_get_the_answer_and_all_end(group: Group) -> None:
    first, second = await group.asked(), await group.asked(BEN, SAME)
    third = await group.asked(CAT, "And this?")
    await group.facilitating.merge(HERE, first, "2", A_REASON)
    await group.facilitating.merge(HERE, second, "3", A_REASON)
    await group.facilitating.answer(HERE, third, AN_ANSWER)
    for account in (AMA, BEN, CAT):
        assert (await group.mine(account))[-1] == AN_ANSWER
    await group.next_window()
    await group.facilitating.close(HERE, third)
    for token in (first, second, third):
        assert (await group.kept(token)).state is State.CLOSED


async def test_when_the_words_of_the_other_are_taken_away_his_stands_by_itself_again(group: Group) -> None:
    hers, his = await together(group)
    await group.facilitating.take_words_away(HERE, hers, A_REASON)
    await group.round.make()
    assert group.cards() == [["question-card-words-gone"], ["question-card", SAME]]
    assert (await group.kept(his)).state is State.OUT


async def test_when_the_other_gets_no_answer_his_stands_by_itself_again(group: Group) -> None:
    hers, his = await together(group)
    await group.mine(BEN)
    await group.next_window()
    await group.facilitating.decline(HERE, hers, "This is about one person's care.")
    await group.round.make()
    assert group.cards() == [[*CARD, "question-card-ended-declined"], ["question-card", SAME]]
    assert (await group.mine(BEN))[1:] == ["question-mine-out", SAME]
    assert (await group.kept(his)).state is State.OUT


@pytest.mark.parametrize("number", ["2", "7", "0", "-1", "", "two", "9" * 30, "\N{SUPERSCRIPT TWO}"])
async def test_with_itself_or_with_none_it_is_not_put_together(group: Group, number: str) -> None:
    await group.asked()
    his = await group.asked(BEN, SAME)
    id_ = (await refusal(group.facilitating.merge(HERE, his, number, A_REASON)))[0]
    assert id_ == ("error-merge-into" if number == "2" else "error-no-such-number")
    assert (await group.kept(his)).state is State.OUT


async def test_a_private_one_is_not_put_together_with_one_for_all(group: Group) -> None:
    await group.asked()
    his = await group.asked(BEN, SAME, to_facilitators=True)
    assert (await refusal(group.facilitating.merge(HERE, his, "1", A_REASON)))[0] == "error-merge-apart"


async def test_with_one_that_has_ended_it_is_not_put_together(group: Group) -> None:
    await group.facilitating.close(HERE, await group.answered())
    his = await group.asked(BEN, SAME)
    assert (await refusal(group.facilitating.merge(HERE, his, "#1", A_REASON)))[0] == "error-merge-into"


# Pausing


async def pauses(group: Group) -> list[Pause]:
    async with group.database.read() as tx:
        return await group.store.pauses(tx, HERE)


async def paused(group: Group, days: int = 7) -> Pause:
    """Ama's question is out, and its asker is paused."""
    token = await group.asked()
    await group.facilitating.pause(HERE, token, str(days), A_REASON)
    (pause,) = await pauses(group)
    return pause


async def until(group: Group, pause: Pause, *, ended: bool = False) -> None:
    """It begins, or ends; in a meeting, so that a window is soon over."""
    moment = pause.ends if ended else pause.begins
    group.clock.time = max(group.clock.now(), moment)
    await group.round.make()
    await group.choose(meeting_until=moment + timedelta(hours=6))


async def test_a_pause_begins_within_a_day_and_lasts_its_days(group: Group) -> None:
    before = group.clock.now()
    pause = await paused(group)
    assert timedelta(0) <= pause.begins - before + timedelta(seconds=40) <= timedelta(days=1, seconds=60)
    assert pause.ends - pause.begins == timedelta(days=7)
    assert int(pause.begins.timestamp()) % 20 == 0


async def test_not_every_pause_begins_at_the_same_time_of_a_day(group: Group) -> None:
    for number in range(4):
        token = await group.asked(AMA + number, f"question {number}")
        await group.facilitating.pause(HERE, token, "7", A_REASON)
    assert len({pause.begins for pause in await pauses(group)}) == 4


async def test_from_then_on_her_questions_go_to_facilitators_first_and_nobody_elses(group: Group) -> None:
    pause = await paused(group)
    await group.asks(AMA, "before it begins")
    await group.next_window()
    assert group.cards()[1] == ["question-card", "before it begins"]
    await until(group, pause)
    await group.asks(AMA, "a new one")
    await group.asks(BEN, "somebody else's")
    await group.next_window()
    assert group.cards()[2:] == [["question-card", "somebody else's"]]
    assert group.cards(FACILITATORS)[0][:2] == ["question-card-held", "a new one"]


async def test_she_alone_is_told_until_when_and_why(group: Group) -> None:
    pause = await paused(group)
    for account in (AMA, BEN):
        assert "question-paused" not in await group.mine(account)
    await until(group, pause)
    assert (await group.mine())[0] == "question-paused"
    assert (await group.mine(BEN))[0] != "question-paused"
    promise = said(await group.asking.promise(HERE, AMA))
    told = ["question-promise-paused", "question-paused", "question-paused-why", A_REASON]
    assert promise[-4:] == told
    assert A_REASON not in said(await group.asking.promise(HERE, BEN))


async def test_a_pause_ends_by_itself_and_nothing_is_left_of_it(group: Group) -> None:
    pause = await paused(group)
    await until(group, pause, ended=True)
    await group.asks(AMA, "after the pause")
    await group.next_window()
    assert group.cards()[-1] == ["question-card", "after the pause"]
    await group.nights(1)
    assert await group.everything(pause_table) == []


async def test_it_holds_after_her_question_is_closed_and_read(group: Group) -> None:
    pause = await paused(group)
    token = group.token()
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, token)
    await until(group, pause)
    await group.asks(AMA, "a new one")
    await group.next_window()
    assert [card[0] for card in group.cards(FACILITATORS)] == ["question-card-held"]


@pytest.mark.parametrize("read", [False, True])
async def test_whether_the_asker_of_a_closed_question_has_read_it_no_pause_tells(
    group: Group, read: bool
) -> None:
    token = await group.answered()
    if read:
        await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, token)
    told = await refusal(group.facilitating.pause(HERE, token, "7", A_REASON))
    assert told[0] == "error-already-closed"
    assert await pauses(group) == []


async def test_a_pause_can_be_lifted_from_the_list(group: Group) -> None:
    pause = await paused(group)
    notice = await group.facilitating.list(HERE)
    assert "question-list-pause" in said(notice)
    (lift,) = [button for button in notice.buttons if button.action == "questions:lift"]
    await group.facilitating.lift(HERE, lift.token)
    assert await pauses(group) == []
    assert (await refusal(group.facilitating.lift(HERE, lift.token)))[0] == "error-no-pause"
    await until(group, pause)
    await group.asks(AMA, "a new one")
    await group.next_window()
    assert group.cards()[-1] == ["question-card", "a new one"]


async def test_askers_of_two_held_questions_are_paused_and_freed_one_by_one(group: Group) -> None:
    await group.choose(release_first=True)
    for account in (AMA, BEN):
        token = await group.asked(account, f"of {account}")
        await group.facilitating.pause(HERE, token, "7", A_REASON)
    notice = await group.facilitating.list(HERE)
    lifts = [button for button in notice.buttons if button.action == "questions:lift"]
    assert len({button.custom_id for button in lifts}) == 2
    await group.facilitating.lift(HERE, lifts[0].token)
    assert len(await pauses(group)) == 1


async def test_paused_again_for_the_same_question_the_last_pause_holds(group: Group) -> None:
    await paused(group)
    await group.facilitating.pause(HERE, group.token(), "28", "Longer.")
    (pause,) = await pauses(group)
    assert (pause.ends - pause.begins, pause.reason) == (timedelta(days=28), "Longer.")


async def test_a_pause_names_no_account(group: Group) -> None:
    await paused(group)
    (block,) = await group.opened(pause_table)
    assert str(AMA).encode() not in block
    assert HER_WORDS.encode() not in block


async def rows(tx: Tx) -> int:
    return len((await tx.execute(pause_table.select())).all())


async def test_the_file_does_not_tell_when_a_pause_was_lifted(group: Group) -> None:
    pause = await paused(group)
    await group.facilitating.lift(HERE, pause.question)
    async with group.database.read() as tx:
        assert await rows(tx) == 1
    await group.nights(1)
    async with group.database.read() as tx:
        assert await rows(tx) == 0
