"""What everybody can read of the questions of a meeting; on every kind of database."""

from __future__ import annotations

from datetime import timedelta

from bot.questions.rules.question import Ending
from bot.questions.rules.settings import QuestionSettings, Who
from tests.contracts.group import AMA, AN_ANSWER, BEN, CAT, ELSEWHERE, HERE, Group

HOUR = timedelta(hours=1)


async def read(group: Group, community: int = HERE) -> list[str]:
    """The words of this meeting's questions."""
    now = group.clock.now()
    found = await group.questions.published.of_meeting(community, now - HOUR, now)
    return [each.words for each in found]


async def test_questions_of_a_meeting_are_read_with_their_answers_in_the_order_of_their_numbers(
    group: Group,
) -> None:
    await group.asked(BEN, "First?")
    await group.answered(AMA, "Second?")
    now = group.clock.now()
    first, second = await group.questions.published.of_meeting(HERE, now - HOUR, now)
    assert (first.words, first.is_answered) == ("First?", False)
    assert (second.words, second.answer) == ("Second?", AN_ANSWER)
    assert first.number < second.number
    assert await read(group, ELSEWHERE) == []
    group.clock.move(hours=5)
    await group.asked(CAT, "Later?")
    assert await group.questions.published.of_meeting(HERE, now - HOUR, now) == [first, second]
    assert await group.questions.published.these(HERE, [second.card]) == [second]


async def test_what_waits_what_is_for_facilitators_and_what_was_taken_back_is_not_read(group: Group) -> None:
    token = await group.asked(AMA, "Taken back?")
    await group.asked(BEN, "For facilitators?", to_facilitators=True)
    now = group.clock.now()
    found = await group.questions.published.of_meeting(HERE, now - HOUR, now)
    before = [each.card for each in found]
    assert await group.questions.published.wordless(HERE, before) == set()
    assert [each.words for each in found] == ["Taken back?"]
    await group.asks(CAT, "Still waits?")
    assert await read(group) == ["Taken back?"]
    await group.ends(token, Ending.TAKEN_BACK)
    await group.windows.meeting_ends(HERE)
    group.clock.move(minutes=30)
    await group.round.make()
    assert "Taken back?" not in await read(group)
    cards = [*before, "no such card"]
    assert await group.questions.published.wordless(HERE, cards) == {before[0]}
    assert await group.questions.published.wordless(ELSEWHERE, cards) == set()
    assert "For facilitators?" not in await read(group)


async def test_where_facilitators_see_all_questions_none_is_read(group: Group) -> None:
    settings = QuestionSettings(HERE, who=Who.FACILITATORS, meeting_until=group.clock.now() + HOUR)
    async with group.everyday.write() as tx:
        await group.choices.put(tx, settings)
    await group.asked(AMA, "For them?")
    assert await read(group) == []


async def test_what_is_held_is_not_read(group: Group) -> None:
    settings = QuestionSettings(HERE, release_first=True, meeting_until=group.clock.now() + HOUR)
    async with group.everyday.write() as tx:
        await group.choices.put(tx, settings)
    await group.asked(AMA, "Held?")
    assert await read(group) == []
