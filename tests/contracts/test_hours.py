"""What comes at the two hours of a day, in the morning and at night: on every kind of database."""

from __future__ import annotations

import pytest

from bot.core.notices import Line
from bot.questions.rules.claims import Role
from bot.questions.rules.question import Ending, State
from bot.questions.store import claim_table, waiting_table
from tests.contracts.group import (
    AMA,
    AN_ANSWER,
    BEN,
    FACILITATORS,
    HERE,
    Group,
    pressable,
)

HINT = ["question-hint"]


async def told(group: Group) -> str:
    """Ama has asked, wants to be told, and there is an answer; the meeting is over at ten past two."""
    token = await group.answered(tell=True)
    await group.windows.meeting_ends(HERE)
    await group.at(14, 13, 10)
    return token


# Direct messages


async def test_who_wants_to_be_told_is_told_at_the_next_of_the_two_hours(group: Group) -> None:
    await told(group)
    await group.at(14, 14, 59)
    assert group.cards(AMA) == []
    await group.at(14, 15)
    assert group.cards(AMA) == [HINT]
    (message,) = [each for each in group.discord.messages if each.channel == AMA]
    assert pressable(message.notice) == ["hint"]
    assert message.notice.buttons[0].token == message.key, "by which it is found again"


async def test_who_does_not_want_to_be_told_is_not(group: Group) -> None:
    await group.answered()
    await group.windows.meeting_ends(HERE)
    await group.nights(2)
    assert group.cards(AMA) == []


async def test_nobody_is_told_during_a_meeting(group: Group) -> None:
    await group.answered(tell=True)
    await group.at(14, 15)
    assert group.cards(AMA) == []
    await group.at(15, 8)
    assert group.cards(AMA) == [HINT]


async def test_the_same_news_is_told_once_and_later_news_again(group: Group) -> None:
    token = await told(group)
    await group.at(14, 15)
    await group.at(15, 8)
    await group.at(15, 15)
    assert group.cards(AMA) == [HINT]
    await group.facilitating.in_plain_words(HERE, token, "It is choosing.")
    await group.at(16, 8)
    assert group.cards(AMA) == [HINT] * 2


async def test_who_has_read_it_already_is_not_told(group: Group) -> None:
    await told(group)
    await group.mine()
    await group.at(14, 15)
    await group.at(15, 8)
    assert group.cards(AMA) == []
    claims = await group.opened(claim_table)
    assert b'"seen": 1' in claims[0]
    await group.at(16, 8)
    assert group.cards(AMA) == []


async def test_for_news_of_two_questions_there_is_one_message(group: Group) -> None:
    await group.answered(tell=True)
    await group.answered(words="one more", tell=True)
    await group.answered(BEN, "somebody else's", tell=True)
    await group.windows.meeting_ends(HERE)
    await group.at(14, 15)
    assert (group.cards(AMA), group.cards(BEN)) == ([HINT], [HINT])


async def test_the_message_goes_just_before_what_shows_whom_it_was_for(group: Group) -> None:
    token = await told(group)
    await group.at(14, 15)
    await group.mine()
    await group.at(15, 8)
    assert group.cards(AMA) == [HINT]
    await group.facilitating.close(HERE, token)
    await group.round.make()
    assert group.cards(AMA) == []
    assert await group.opened(claim_table) == []


async def test_while_another_question_of_hers_is_open_the_message_stays(group: Group) -> None:
    first = await group.answered(tell=True)
    await group.asked(words="another", tell=True)
    await group.windows.meeting_ends(HERE)
    await group.at(14, 15)
    await group.mine()
    await group.at(15, 8)
    await group.facilitating.close(HERE, first)
    await group.round.make()
    assert group.cards(AMA) == [HINT]


async def test_nothing_is_withdrawn_from_who_was_told_nothing(group: Group) -> None:
    token = await group.answered(tell=True)
    group.people.members.add((HERE, AMA))
    passed = await group.asked(BEN, "for Ama to answer")
    await group.facilitating.pass_on(HERE, passed, AMA)
    await group.round.make()
    before = group.cards(AMA)
    await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, token)
    await group.round.make()
    assert group.cards(AMA) == before
    assert before[0][0] == "question-passed-to-you"


async def test_a_chat_that_is_shut_is_left_alone_and_the_answer_waits(group: Group) -> None:
    group.discord.shut.add(AMA)
    await told(group)
    await group.at(14, 15)
    assert group.cards(AMA) == []
    assert group.cards(FACILITATORS) == [], "who does not want messages is nobody's business"
    assert (await group.mine())[-1] == AN_ANSWER


# New answers, on the panel


async def test_the_panel_says_so_for_half_a_day(group: Group) -> None:
    await group.answered()
    assert group.panel.new == {}
    await group.at(14, 15)
    assert group.panel.new == {HERE: True}
    await group.at(15, 8)
    assert group.panel.new == {HERE: False}


async def test_the_panel_says_so_though_the_bell_rings_late(group: Group) -> None:
    await group.answered()
    await group.at(14, 15, 7)
    assert group.panel.new == {HERE: True}


async def test_reading_changes_nothing_on_the_panel(group: Group) -> None:
    await group.answered()
    await group.at(14, 15)
    await group.mine()
    await group.next_window(minutes=30)
    assert group.panel.new == {HERE: True}


async def test_what_facilitators_alone_see_is_not_news_for_everybody(group: Group) -> None:
    token = await group.asked(to_facilitators=True)
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.at(14, 15)
    assert group.panel.new == {HERE: False}


# In the morning


def reminders(group: Group) -> list[tuple[str, object]]:
    notes = [m.notice for m in group.discord.messages if m.channel == FACILITATORS]
    lines = [part for notice in notes for part in notice.parts if isinstance(part, Line)]
    return [(each.id, each.values["numbers"]) for each in lines if each.id.startswith("question-reminder")]


async def every_hour_until(group: Group, day: int) -> None:
    while group.clock.now().day < day:
        await group.next_window(hours=1)


@pytest.mark.parametrize("held_first", [False, True], ids=["out at once", "released later"])
async def test_facilitators_are_reminded_after_three_seven_and_fourteen_days(
    group: Group, held_first: bool
) -> None:
    """Asked on a Monday; the last of the fourteen days is a Monday, too."""
    await group.at(18, 13)
    await group.meets()
    await group.choose(release_first=held_first)
    token = await group.asked()
    if held_first:
        await every_hour_until(group, 20)
        await group.facilitating.release(HERE, token)
    found = {}
    for day in (20, 22, 25, 26, 31):
        await every_hour_until(group, day)
        found[day] = len(reminders(group))
    assert found == {20: 0, 22: 1, 25: 1, 26: 2, 31: 2}
    await group.next_window(days=1, hours=12)
    assert reminders(group) == [
        *[("question-reminder", "1")] * 2,
        ("question-reminder-agenda", "1"),
    ]
    (card,) = group.cards()
    assert card[-1] == "question-card-agenda"
    assert (await group.mine())[-1] == "question-card-agenda"


async def test_nobody_is_reminded_at_the_weekend(group: Group) -> None:
    """Asked on a Thursday: three days later is a Sunday."""
    await group.asked()
    await every_hour_until(group, 18)
    assert reminders(group) == []
    await group.at(18, 8)
    assert reminders(group) == [("question-reminder", "1")]


async def test_several_that_are_old_are_one_message(group: Group) -> None:
    for number in range(3):
        await group.asked(AMA + number, f"question {number}")
    await group.at(18, 8)
    assert reminders(group) == [("question-reminder", "1, 2, 3")]
    assert len(group.cards(FACILITATORS)) == 1


async def test_what_is_answered_or_has_its_meeting_is_not_brought_to_mind(group: Group) -> None:
    await group.answered()
    await group.facilitating.take_to_meeting(HERE, await group.asked(BEN, "another"), "on 21 May")
    await group.nights(20)
    assert reminders(group) == []


# At night


async def test_an_answered_question_is_closed_by_age(group: Group) -> None:
    await group.choose(close_after=3)
    token = await group.answered()
    await group.nights(2)
    assert (await group.kept(token)).state is State.ANSWERED
    await group.facilitating.in_plain_words(HERE, token, "It is choosing.")
    await group.nights(2)
    assert (await group.kept(token)).state is State.ANSWERED, "something new was said"
    await group.nights(2)
    assert (await group.kept(token)).ending is Ending.AGE
    assert group.cards()[0][-1] == "question-card-ended-age"


async def test_one_without_an_answer_is_not_closed_by_age(group: Group) -> None:
    await group.choose(close_after=1)
    token = await group.asked()
    await group.nights(30)
    assert (await group.kept(token)).state is State.OUT


async def test_a_closed_question_is_kept_as_long_as_was_chosen(group: Group) -> None:
    await group.choose(keep_for=10)
    token = await group.answered()
    await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, token)
    await group.nights(10)
    assert (await group.kept(token)).answer is not None
    await group.nights(2)
    emptied = await group.kept(token)
    assert (emptied.text, emptied.answer) == ("", None), "only its number stays, as none is given twice"


async def test_a_night_takes_every_blank_away(group: Group) -> None:
    await group.answered()
    await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, group.token())
    await group.nights(1)
    assert await group.everything(waiting_table) == await group.everything(claim_table) == []


async def test_an_asker_who_was_told_and_never_looked_is_forgotten_too(group: Group) -> None:
    token = await told(group)
    await group.at(14, 15)
    await group.facilitating.close(HERE, token)
    assert group.cards(AMA) == [HINT]
    await group.nights(31)
    assert group.cards(AMA) == []
    assert await group.everything(claim_table) == []


async def test_a_note_is_kept_of_those_only_who_want_to_be_told(group: Group) -> None:
    await group.asks(tell=True)
    await group.asks(BEN, "another")
    await group.next_window()
    async with group.database.read() as tx:
        claims = await group.store.claims(tx, HERE)
    assert sorted(bool(claim.note) for claim in claims) == [False, True]
    assert {claim.role for claim in claims} == {Role.ASKED}
    assert str(AMA).encode() not in b"".join(await group.opened(claim_table))
