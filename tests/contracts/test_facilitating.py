"""What facilitators do with questions, and who answers or reports: on every kind of database."""

from __future__ import annotations

import pytest

from bot.core.notices import Button, Field
from bot.questions.rules.question import Ending
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
    pressable,
    refusal,
    said,
)

PLAIN = "It is choosing what to buy."


async def card(group: Group) -> list[str]:
    """What the first card says now."""
    await group.round.make()
    return group.cards()[0]


# Answering


async def test_what_cannot_be_done_twice_is_refused_with_a_sentence(group: Group) -> None:
    token = await group.asked()
    f = group.facilitating
    assert await refusal(f.close(HERE, token)) == ("error-close-unanswered", 1)
    await f.answer(HERE, token, AN_ANSWER)
    assert await refusal(f.answer(HERE, token, "No.")) == ("error-already-answered", 1)
    assert await refusal(f.form(HERE, token, "answer")) == ("error-already-answered", 1)
    await f.close(HERE, token)
    assert await refusal(f.close(HERE, token)) == ("error-already-closed", 1)
    assert await refusal(f.answer(HERE, token, "No.")) == ("error-already-closed", 1)
    assert (await card(group))[2:] == ["question-card-answer", AN_ANSWER, "question-card-ended-facilitator"]


async def test_an_empty_or_overlong_answer_changes_nothing(group: Group) -> None:
    token = await group.asked()
    for words, id_ in ((" ", "error-answer-empty"), ("x" * 1_501, "error-answer-long")):
        assert (await refusal(group.facilitating.answer(HERE, token, words)))[0] == id_
    assert await card(group) == CARD


async def test_the_answer_is_said_again_in_plain_words(group: Group) -> None:
    token = await group.asked()
    assert await refusal(group.facilitating.in_plain_words(HERE, token, PLAIN)) == (
        "error-no-answer-yet",
        None,
    )
    notice = await group.facilitating.answer(HERE, token, AN_ANSWER)
    assert pressable(notice) == ["plain", "close"]
    await group.facilitating.in_plain_words(HERE, token, PLAIN)
    assert await card(group) == [*CARD, "question-card-answer", AN_ANSWER, "question-card-plain", PLAIN]
    assert (await group.mine())[-2:] == ["question-card-plain", PLAIN]


async def test_answered_in_the_meeting_with_or_without_two_lines(group: Group) -> None:
    with_lines, without = await group.asked(), await group.asked(BEN, "something else")
    await group.facilitating.answered_aloud(HERE, with_lines, "It is choosing.\nAnd paying.")
    await group.facilitating.answered_aloud(HERE, without, "")
    await group.round.make()
    assert group.cards() == [
        [*CARD, "question-card-answer-aloud", "It is choosing.\nAnd paying."],
        ["question-card", "something else", "question-card-answer-aloud"],
    ]
    assert (await group.mine(BEN))[-1] == "question-card-answer-aloud"


async def test_what_stands_on_the_card_until_there_is_an_answer(group: Group) -> None:
    token = await group.asked()
    f = group.facilitating
    await f.answering(HERE, token)
    assert await card(group) == [*CARD, "question-card-answering"]
    await f.ask_back(HERE, token, "Do you mean here?")
    assert (await card(group))[2:4] == ["question-card-asked-back", "Do you mean here?"]
    await f.take_to_meeting(HERE, token, "on 21 May")
    assert (await card(group))[-1] == "question-card-meeting"
    assert "question-card-answering" not in await card(group)
    assert (await group.mine())[1:] == [
        *("question-mine-out", HER_WORDS, "question-card-asked-back", "Do you mean here?"),
        "question-card-meeting",
    ]
    await f.answer(HERE, token, AN_ANSWER)
    assert await card(group) == [*CARD, "question-card-answer", AN_ANSWER]


async def test_the_menu_offers_what_can_be_done_now(group: Group) -> None:
    async def offered() -> list[str]:
        menu = await group.facilitating.menu(HERE, token, facilitator=True)
        return [verb for verb in pressable(menu) if verb != "examples"]

    token = await group.asked()
    assert offered_always(await offered()) == [
        *("answering", "answer", "aloud", "back", "meeting", "pass", "merge", "decline", "words")
    ]
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    assert offered_always(await offered()) == ["plain", "close", "words"]
    await group.facilitating.close(HERE, token)
    assert offered_always(await offered()) == ["words"]


def offered_always(verbs: list[str]) -> list[str]:
    assert "report" in verbs
    return [verb for verb in verbs if verb not in ("pause", "report")]


async def test_every_verb_of_the_menu_can_be_done_and_no_other(group: Group) -> None:
    token = await group.asked()
    forms = {
        "answer",
        "aloud",
        "back",
        "meeting",
        "pass",
        "merge",
        "decline",
        "words",
        "pause",
        "plain",
        "keep",
    }
    offered = set(pressable(await group.facilitating.menu(HERE, token, facilitator=True)))
    for verb in forms & offered:
        assert (await group.facilitating.form(HERE, token, verb)).action == f"questions:{verb}"
    for verb in forms - offered:
        await refusal(group.facilitating.form(HERE, token, verb))


async def test_anybody_else_is_offered_to_report(group: Group) -> None:
    token = await group.asked()
    notice = await group.facilitating.menu(HERE, token, facilitator=False)
    assert (said(notice), pressable(notice)) == (["question-facilitators-only"], ["report"])


async def test_an_unknown_card_is_refused(group: Group) -> None:
    for facilitator in (True, False):
        menu = group.facilitating.menu(HERE, "nothing", facilitator=facilitator)
        assert await refusal(menu) == ("error-no-such-question", None)


# Held back


async def held(group: Group, account: int = AMA, words: str = HER_WORDS) -> str:
    """Somebody asks, and facilitators are to read it first; returns the card's token."""
    await group.choose(release_first=True)
    return await group.asked(account, words)


async def test_a_held_question_is_shown_to_facilitators_alone_and_has_no_number(group: Group) -> None:
    token = await held(group)
    assert group.cards() == []
    assert group.cards(FACILITATORS) == [["question-card-held", HER_WORDS, "question-card-held-waits"]]
    assert (await group.kept(token)).number is None
    assert (await group.mine())[1:] == ["question-mine-held", HER_WORDS]


async def test_released_it_gets_a_number_and_a_card_of_its_own(group: Group) -> None:
    first, second = await held(group), await held(group, BEN, "another")
    await group.facilitating.release(HERE, second)
    await group.facilitating.release(HERE, first)
    await group.round.make()
    assert group.cards() == [["question-card", "another"], CARD]
    assert group.cards(FACILITATORS) == [["question-card-released"]] * 2
    assert [(await group.kept(group.token(which))).number for which in (0, 1)] == [1, 2]
    assert await refusal(group.facilitating.release(HERE, group.token())) == ("error-already-out", 1)
    assert await refusal(group.facilitating.release(HERE, first)) == ("error-no-such-question", None)
    assert (await group.mine())[1:] == ["question-mine-out", HER_WORDS]


async def test_kept_back_its_asker_alone_reads_why(group: Group) -> None:
    token = await held(group)
    await group.facilitating.keep_back(HERE, token, A_REASON)
    await group.round.make()
    assert group.cards(FACILITATORS)[0][-2:] == ["question-card-held-because", A_REASON]
    assert (await group.mine())[1:] == ["question-mine-held", HER_WORDS, "question-mine-reason", A_REASON]
    await group.facilitating.release(HERE, token)
    await group.round.make()
    assert group.cards() == [CARD]


async def test_a_held_question_cannot_be_answered_or_closed_only_ended(group: Group) -> None:
    token = await held(group)
    for done in (
        group.facilitating.answer(HERE, token, AN_ANSWER),
        group.facilitating.form(HERE, token, "answer"),
        group.facilitating.take_to_meeting(HERE, token, "soon"),
    ):
        assert (await refusal(done))[0] == "error-already-held"
    await refusal(group.facilitating.close(HERE, token))
    await group.facilitating.decline(HERE, token, A_REASON)
    await group.round.make()
    assert group.cards(FACILITATORS) == [["question-card-not-out-declined"]]
    told = ["question-mine-closed-declined", HER_WORDS, "question-mine-reason", A_REASON]
    assert (await group.mine())[1:] == told


async def test_a_question_that_is_out_ends_without_an_answer_but_with_a_reason(group: Group) -> None:
    token = await group.asked()
    assert (await refusal(group.facilitating.decline(HERE, token, " ")))[0] == "error-note-empty"
    await group.facilitating.decline(HERE, token, A_REASON)
    assert await card(group) == [*CARD, "question-card-ended-declined"]
    assert A_REASON not in str(group.discord.messages)
    assert (await group.mine())[-1] == A_REASON
    await group.next_window()
    assert await group.mine() == ["question-mine-nothing"]


async def test_the_words_of_a_question_are_taken_away_for_everybody_with_a_reason_for_its_asker(
    group: Group,
) -> None:
    token = await group.asked()
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.facilitating.take_words_away(HERE, token, A_REASON)
    assert await card(group) == ["question-card-words-gone"]
    assert HER_WORDS not in str(group.discord.messages)
    assert AN_ANSWER not in str(group.discord.messages)
    assert (await group.mine())[-1] == A_REASON
    assert (await refusal(group.asking.wonder(HERE, CAT, token)))[0] == "error-already-closed"
    assert (await refusal(group.facilitating.take_words_away(HERE, token, A_REASON)))[0] == "error-no-words"


async def test_a_decline_is_hers_to_read_also_if_she_had_read_all_before(group: Group) -> None:
    token = await group.asked()
    await group.mine()
    await group.next_window()
    await group.facilitating.decline(HERE, token, A_REASON)
    assert (await group.mine())[-1] == A_REASON


# Passing it on


async def test_a_member_who_joined_gets_a_direct_message_and_answers_under_her_name(group: Group) -> None:
    group.people.members.add((HERE, BEN))
    token = await group.asked()
    notice = await group.facilitating.pass_on(HERE, token, BEN)
    await group.round.make()
    assert said(notice) == ["question-passed"]
    (asked,) = group.cards(BEN)
    assert asked[0] == "question-passed-to-you"
    form = await group.facilitating.passed_form(HERE, BEN, token, by_name=True)
    assert form.custom_id == f"questions:by-name:{token}"
    await group.facilitating.answer_by_name(HERE, BEN, "Ben B.", token, AN_ANSWER)
    shown = await card(group)
    assert shown[:2] == CARD
    assert AN_ANSWER in shown
    assert "Ben B." in str(group.discord.messages[0].notice)
    assert (await group.kept(token)).passed_to == 0


async def test_a_member_who_has_not_joined_gets_no_direct_message_but_finds_it(group: Group) -> None:
    token = await group.asked()
    assert said(await group.facilitating.pass_on(HERE, token, BEN)) == ["question-passed-not-joined"]
    await group.round.make()
    assert group.cards(BEN) == []
    page = await group.asking.mine(HERE, BEN)
    assert said(page.notice)[0] == "question-passed-to-you"
    assert pressable(page.notice) == ["by-name", "through", "not-this-time"]


async def test_through_a_facilitator_no_name_is_given(group: Group) -> None:
    token = await group.asked()
    await group.facilitating.pass_on(HERE, token, BEN)
    await group.facilitating.answer_through(HERE, BEN, token, AN_ANSWER)
    await group.round.make()
    assert group.cards() == [CARD]
    assert group.cards(FACILITATORS) == [["question-suggestion", AN_ANSWER]]
    form = await group.facilitating.form(HERE, token, "answer")
    (box,) = form.fields
    assert isinstance(box, Field)
    assert box.value == AN_ANSWER
    await group.facilitating.answer(HERE, token, box.value)
    assert await card(group) == [*CARD, "question-card-answer", AN_ANSWER]


async def test_not_this_time_gives_it_back_without_a_name(group: Group) -> None:
    token = await group.asked()
    await group.facilitating.pass_on(HERE, token, BEN)
    assert said(await group.facilitating.not_this_time(HERE, BEN, token)) == ["question-never-mind"]
    await group.round.make()
    assert group.cards(FACILITATORS) == [["question-came-back"]]
    assert await refusal(group.facilitating.not_this_time(HERE, BEN, token)) == ("error-not-passed", None)


async def test_nobody_else_answers_what_was_passed_to_a_member(group: Group) -> None:
    token = await group.asked()
    await group.facilitating.pass_on(HERE, token, BEN)
    f = group.facilitating
    for done in (
        f.passed_form(HERE, CAT, token, by_name=True),
        f.answer_by_name(HERE, CAT, "Cat", token, AN_ANSWER),
        f.answer_through(HERE, CAT, token, AN_ANSWER),
        f.not_this_time(HERE, CAT, token),
    ):
        assert await refusal(done) == ("error-not-passed", None)
    await f.answer(HERE, token, AN_ANSWER)
    late = f.answer_by_name(HERE, BEN, "Ben", token, "mine")
    assert (await refusal(late))[0] in ("error-not-passed", "error-already-answered")
    assert await card(group) == [*CARD, "question-card-answer", AN_ANSWER]


async def test_what_facilitators_alone_see_is_not_passed_to_a_member(group: Group) -> None:
    token = await group.asked(to_facilitators=True)
    assert (await refusal(group.facilitating.pass_on(HERE, token, BEN)))[0] == "error-pass-private"
    await group.round.make()
    assert HER_WORDS not in str(group.cards(BEN))
    assert said((await group.asking.mine(HERE, BEN)).notice) == ["question-mine-nothing"]


# Reports


@pytest.mark.parametrize("worry", ["It names my neighbour.", ""], ids=["with words", "without"])
async def test_a_report_comes_to_facilitators_at_once_without_a_name(group: Group, worry: str) -> None:
    token = await group.asked()
    await group.choose(threats="We ring 999.", urgent="Ring 111.")
    form = await group.facilitating.report_form(HERE, token)
    assert form.custom_id == f"questions:report:{token}"
    told = said(await group.facilitating.report(HERE, token, worry))
    assert told[0] == "question-report-sent"
    assert "Ring 111." in told
    await group.round.make()
    (note,) = group.cards(FACILITATORS)
    words = [worry] if worry else []
    assert note == ["question-reported", *words, "question-threats", "We ring 999."]
    assert await card(group) == CARD


# The list


async def test_the_list_has_held_ones_first_then_what_many_wondered_then_the_oldest(group: Group) -> None:
    first = await group.asked(AMA, "first")
    second = await group.asked(BEN, "second")
    for number in range(3):
        await group.asking.wonder(HERE, CAT + number, second)
    await held(group, CAT, "held")
    notice = await group.facilitating.list(HERE)
    assert said(notice) == [
        *("question-list-title", "question-list-held", "held", "question-list-out", "second"),
        *("question-card-others", "question-list-out", "first"),
    ]
    (button,) = [each for each in notice.buttons if each.token == first]
    assert button == Button(
        "questions:facilitators", "question-button-own-number", first, values=button.values
    )


async def test_closed_and_merged_ones_are_not_on_the_list(group: Group) -> None:
    assert said(await group.facilitating.list(HERE)) == ["question-list-nothing"]
    first, second = await group.asked(), await group.asked(BEN, "nearly the same")
    await group.facilitating.merge(HERE, second, "1", A_REASON)
    assert said(await group.facilitating.list(HERE)) == [
        "question-list-title",
        "question-list-out",
        HER_WORDS,
    ]
    await group.asking.end(HERE, AMA, first, Ending.TAKEN_BACK)
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert said(await group.facilitating.list(HERE))[2] == "nearly the same"


async def test_a_long_list_has_pages(group: Group) -> None:
    for number in range(12):
        await group.asks(AMA + number, f"question {number}")
    await group.next_window()
    found: list[str] = []
    skip = 0
    for _ in range(6):
        notice = await group.facilitating.list(HERE, skip)
        found += [words for words in said(notice) if not words.startswith("question-")]
        older = [button for button in notice.buttons if button.action == "questions:list"]
        if not older:
            break
        skip = int(older[0].token)
    assert sorted(found) == sorted(f"question {number}" for number in range(12))
