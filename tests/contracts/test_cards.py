"""Where a question's card goes, and what happens when it cannot: on every kind of database."""

from __future__ import annotations

from bot.core.errors import Gone, NotAllowed, NotNow
from bot.core.notices import Line, Words
from tests.contracts.group import (
    AMA,
    AN_ANSWER,
    BEN,
    CARD,
    FACILITATORS,
    HERE,
    NEW_CHANNEL,
    QUESTIONS,
    Group,
)

ANSWERED = [*CARD, "question-card-answer", AN_ANSWER]


async def test_a_question_goes_where_questions_went_when_it_was_asked(group: Group) -> None:
    await group.asks()
    await group.moves_to(NEW_CHANNEL)
    await group.asks(BEN, "asked later")
    await group.next_window()
    assert group.cards() == [CARD]
    assert group.cards(NEW_CHANNEL) == [["question-card", "asked later"]]


async def test_its_answer_goes_there_too(group: Group) -> None:
    await group.asks()
    await group.next_window()
    await group.moves_to(NEW_CHANNEL)
    await group.facilitating.answer(HERE, group.token(), AN_ANSWER)
    await group.round.make()
    assert group.cards() == [ANSWERED]
    assert group.cards(NEW_CHANNEL) == []


async def test_if_its_channel_is_gone_it_comes_out_in_the_present_one(group: Group) -> None:
    await group.asks()
    await group.moves_to(NEW_CHANNEL)
    group.discord.gone.add(QUESTIONS)
    await group.next_window()
    assert group.cards(NEW_CHANNEL) == [CARD]
    assert group.cards(FACILITATORS) == [], "nobody has anything to mend"
    await group.facilitating.answer(HERE, group.token(channel=NEW_CHANNEL), AN_ANSWER)
    await group.round.make()
    assert group.cards(NEW_CHANNEL) == [ANSWERED]


async def test_a_private_question_whose_channel_is_gone_stays_private(group: Group) -> None:
    theirs = 800_000_000_000_000_010
    await group.asks(to_facilitators=True)
    await group.moves_to(NEW_CHANNEL, facilitators=theirs)
    group.discord.gone.add(FACILITATORS)
    await group.next_window()
    assert group.cards(theirs) == [CARD]
    assert group.cards() == group.cards(NEW_CHANNEL) == []


async def test_a_held_question_whose_channel_is_gone_stays_with_facilitators(group: Group) -> None:
    theirs = 800_000_000_000_000_010
    await group.choose(release_first=True)
    await group.asks()
    group.discord.gone.add(FACILITATORS)
    await group.next_window()
    await group.moves_to(NEW_CHANNEL, facilitators=theirs)
    await group.next_window(minutes=20)
    assert [card[0] for card in group.cards(theirs)] == ["question-card-held", "question-trouble-gone"]
    assert group.cards() == group.cards(NEW_CHANNEL) == []


async def test_if_the_present_channel_is_gone_facilitators_are_told_once_and_can_choose_another(
    group: Group,
) -> None:
    group.discord.gone.add(QUESTIONS)
    for number in range(3):
        await group.asks(AMA + number, f"question {number}")
    await group.next_window()
    for _ in range(3):
        await group.next_window(minutes=20)
    assert group.cards(FACILITATORS) == [["question-trouble-gone"]]
    (note,) = group.discord.messages
    assert [button.action for button in note.notice.buttons] == ["questions:retry"]

    await group.moves_to(NEW_CHANNEL)
    await group.facilitating.retry(HERE)
    await group.round.make()
    assert sorted(card[1] for card in group.cards(NEW_CHANNEL)) == [f"question {n}" for n in range(3)]
    assert len(group.cards(FACILITATORS)) == 1


async def test_an_answer_given_while_its_channel_was_gone_is_on_the_new_card(group: Group) -> None:
    group.discord.gone.add(QUESTIONS)
    await group.asks()
    await group.next_window()
    (token,) = await group.cards_of()
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.moves_to(NEW_CHANNEL)
    await group.facilitating.retry(HERE)
    await group.round.make()
    assert group.cards(NEW_CHANNEL) == [ANSWERED]


async def test_a_channel_that_the_bot_may_not_write_in_is_not_gone(group: Group) -> None:
    """Where it may not post, the card waits: whoever asked there did not ask elsewhere."""
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.asks()
    await group.moves_to(NEW_CHANNEL)
    await group.next_window()
    assert group.cards(NEW_CHANNEL) == []
    assert group.cards(FACILITATORS) == [["question-trouble"]]
    await group.facilitating.retry(HERE)
    await group.round.make()
    assert group.cards() == [CARD]


async def test_with_lost_answers_before_facilitators_are_still_told(group: Group) -> None:
    group.discord.refuse_next += [NotNow("status 503"), NotNow("status 503"), NotAllowed("50013")]
    await group.asks()
    await group.next_window()
    for _ in range(2):
        await group.next_window(minutes=2)
    assert group.cards(FACILITATORS) == [["question-trouble"]]


async def test_three_refused_cards_make_one_note_and_try_again_sends_them(group: Group) -> None:
    group.discord.refuse_next += [NotAllowed("50013")] * 3
    for number in range(3):
        await group.asks(AMA + number, f"question {number}")
    await group.next_window()
    assert group.cards() == []
    assert group.cards(FACILITATORS) == [["question-trouble"]]
    (note,) = group.discord.messages
    assert note.notice.parts == (Line("question-trouble", {"channel": str(QUESTIONS)}),)

    await group.facilitating.retry(HERE)
    await group.round.make()
    assert sorted(card[1] for card in group.cards()) == ["question 0", "question 1", "question 2"]
    assert len(group.cards(FACILITATORS)) == 1


async def test_a_refused_card_comes_out_by_itself_once_it_is_allowed(group: Group) -> None:
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.asks()
    await group.next_window()
    assert group.cards() == []
    await group.next_window(minutes=1)
    assert group.cards() == [CARD]


async def test_a_note_on_trouble_says_nothing_about_the_question(group: Group) -> None:
    group.discord.refuse_next.append(NotAllowed("50013"))
    await group.asks()
    await group.next_window()
    (note,) = group.discord.messages
    assert not [part for part in note.notice.parts if isinstance(part, Words)]
    assert [button.action for button in note.notice.buttons] == ["questions:retry"]


async def test_a_card_that_somebody_deleted_is_given_up_and_the_question_lives_on(group: Group) -> None:
    token = await group.asked()
    group.discord.refuse_next.append(Gone("10008"))
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.next_window()
    assert (await group.mine())[-1] == AN_ANSWER
    assert group.cards(FACILITATORS) == []


async def test_what_changed_while_the_card_was_on_its_way_is_on_it_when_it_is_there(group: Group) -> None:
    group.discord.refuse_next.append(NotNow("status 503"))
    await group.asks()
    await group.next_window()
    (token,) = await group.cards_of()
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.facilitating.close(HERE, token)
    await group.next_window(minutes=1)
    assert group.cards() == [[*ANSWERED, "question-card-ended-facilitator"]]


async def test_a_question_released_before_its_held_card_arrived_has_one_card_and_one_word_of_it(
    group: Group,
) -> None:
    await group.choose(release_first=True)
    await group.asks()
    group.discord.refuse_next.append(NotNow("status 503"))
    await group.next_window()
    (token,) = await group.cards_of()
    await group.facilitating.release(HERE, token)
    await group.round.make()
    assert group.cards() == [CARD]
    await group.next_window(minutes=1)
    assert group.cards() == [CARD]
    assert group.cards(FACILITATORS) == [["question-card-released"]]
