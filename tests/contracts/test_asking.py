"""The ways in for askers: forms, quotes, drafts, direct messages, limits: on every kind of database."""

from __future__ import annotations

import pytest

from bot.core.errors import Refused
from bot.core.notices import Choice, Field, Form, Notice
from bot.questions.rules.question import Ending
from bot.questions.rules.settings import Who
from bot.questions.service import Chosen, Draft
from bot.questions.store import waiting_table
from tests.contracts.group import (
    AMA,
    BEN,
    CARD,
    CAT,
    ELSEWHERE,
    FACILITATORS,
    HER_WORDS,
    HERE,
    QUESTIONS,
    Group,
    pressable,
    refusal,
    said,
)

SOMEWHERE = 800_000_000_000_000_011
NAMES = "Does Priya Shah know?"


def intro(form: Notice | Form) -> str:
    assert isinstance(form, Form)
    assert form.intro is not None
    return form.intro.id


def holds(form: Form) -> dict[str, str]:
    """What stands in a form to begin with."""
    return {
        box.name: box.value if isinstance(box, Field) else box.chosen
        for box in form.fields
        if isinstance(box, Field | Choice)
    }


# The form


async def test_the_form_asks_who_sees_it_where_the_asker_may_choose(group: Group) -> None:
    form = await group.asking.form(HERE)
    assert (form.action, intro(form)) == ("questions:ask", "question-form-intro")
    assert holds(form) == {"text": "", "who": "everyone", "tell": "no"}
    for who in (Who.EVERYONE, Who.FACILITATORS):
        await group.choose(who=who)
        assert holds(await group.asking.form(HERE)) == {"text": "", "tell": "no"}


async def test_no_two_forms_are_the_same_draft(group: Group) -> None:
    assert len({(await group.asking.form(HERE)).token for _ in range(20)}) == 20


@pytest.mark.parametrize(("readers", "few"), [(7, True), (8, False), (0, True)])
async def test_where_few_can_read_the_form_says_so_first(group: Group, readers: int, few: bool) -> None:
    group.server.can_read[QUESTIONS] = readers
    said_first = "question-form-intro-few" if few else "question-form-intro"
    assert intro(await group.asking.form(HERE)) == said_first


async def test_for_facilitators_only_it_goes_to_them_alone(group: Group) -> None:
    token = await group.asked(to_facilitators=True)
    assert group.cards() == []
    assert group.cards(FACILITATORS) == [CARD]
    assert (await group.kept(token)).to_facilitators


async def test_where_facilitators_see_all_questions_that_is_so_whatever_the_form_says(group: Group) -> None:
    await group.choose(who=Who.FACILITATORS)
    await group.asked()
    assert (len(group.cards()), len(group.cards(FACILITATORS))) == (0, 1)


# Asking more about a question


async def test_asking_more_is_a_question_of_its_own_and_open_to_everybody(group: Group) -> None:
    token = await group.asked()
    for account, words in ((AMA, "And here?"), (BEN, "And there?")):
        form = await group.asking.form(HERE, token)
        assert intro(form) == "question-form-intro-more"
        await group.asks(account, words, draft=form.token)
    await group.next_window()
    assert group.cards()[0] == CARD
    assert sorted(group.cards()[1:]) == [
        ["question-card-more", "And here?"],
        ["question-card-more", "And there?"],
    ]
    assert (await group.kept(group.token(1))).about == 1


async def test_asking_more_about_a_private_question_is_private(group: Group) -> None:
    token = await group.asked(to_facilitators=True)
    form = await group.asking.form(HERE, token)
    assert intro(form) == "question-form-intro-more-private"
    assert "who" not in holds(form)
    await group.asks(BEN, "And here?", draft=form.token)
    await group.next_window()
    assert group.cards() == []
    assert group.cards(FACILITATORS)[1] == ["question-card-more", "And here?"]


async def test_one_can_ask_more_about_a_closed_question_whose_asker_nothing_can_show(group: Group) -> None:
    token = await group.answered()
    await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, token)
    await group.asks(BEN, "And here?", draft=(await group.asking.form(HERE, token)).token)
    await group.next_window()
    assert group.cards()[1] == ["question-card-more", "And here?"]


async def test_nobody_asks_more_about_what_was_taken_back(group: Group) -> None:
    token = await group.asked()
    await group.ends(token, Ending.TAKEN_BACK)
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert await refusal(group.asking.form(HERE, token)) == ("error-already-closed", 1)


# The second look


async def test_what_may_give_somebody_away_is_shown_before_anything_waits(group: Group) -> None:
    group.server.shown = frozenset({"Priya Shah"})
    notice = await group.asking.ask(HERE, AMA, "draft", Draft(NAMES))
    assert said(notice) == ["question-look", "question-look-name", "question-look-yours", NAMES]
    assert pressable(notice) == ["change", "send", "never-mind"]
    assert await group.opened(waiting_table) == []

    assert said(await group.asking.send_anyway(HERE, AMA, "draft"))[0] == "question-ack"
    await group.next_window()
    assert group.cards() == [["question-card", NAMES]]
    assert await refusal(group.asking.send_anyway(HERE, AMA, "draft")) == ("error-draft-gone", None)


async def test_a_changed_question_keeps_all_that_its_asker_had_chosen(group: Group) -> None:
    group.server.shown = frozenset({"Priya Shah"})
    await group.asking.ask(HERE, AMA, "draft", Draft(NAMES, to_facilitators=True, tell=True))
    form = await group.asking.change(HERE, AMA, "draft")
    assert holds(form) == {"text": NAMES, "who": "facilitators", "tell": "yes"}
    await group.asks(AMA, "Does somebody know?", draft=form.token)
    await group.next_window()
    assert group.cards() == [["question-card", "Does somebody know?"]]


async def test_a_changed_question_still_asks_more_about_the_same(group: Group) -> None:
    group.server.shown = frozenset({"Priya Shah"})
    about = await group.asking.form(HERE, await group.asked())
    notice = await group.asking.ask(HERE, BEN, about.token, Draft(NAMES))
    assert isinstance(notice, Notice)
    again = await group.asking.change(HERE, BEN, notice.buttons[0].token)
    assert (again.token, intro(again)) == (about.token, "question-form-intro-more")
    await group.asks(BEN, "Does somebody know?", draft=again.token)
    await group.next_window()
    assert group.cards()[1] == ["question-card-more", "Does somebody know?"]


async def test_a_draft_is_its_writers_alone_and_for_a_quarter_of_an_hour(group: Group) -> None:
    group.server.shown = frozenset({"Priya Shah"})
    await group.asking.ask(HERE, AMA, "draft", Draft(NAMES))
    gone = ("error-draft-gone", None)
    for done in (group.asking.send_anyway, group.asking.change):
        assert await refusal(done(HERE, BEN, "draft")) == gone
    group.clock.move(minutes=14, seconds=59)
    await group.asking.change(HERE, AMA, "draft")
    group.clock.move(seconds=1)
    for done in (group.asking.send_anyway, group.asking.change):
        assert await refusal(done(HERE, AMA, "draft")) == gone
    await group.next_window()
    assert group.cards() == []


async def test_never_mind_forgets_the_draft(group: Group) -> None:
    group.server.shown = frozenset({"Priya Shah"})
    await group.asking.ask(HERE, AMA, "draft", Draft(NAMES))
    assert said(group.asking.never_mind("draft")) == ["question-never-mind"]
    assert await refusal(group.asking.send_anyway(HERE, AMA, "draft")) == ("error-draft-gone", None)


# "I don't follow this"


async def quoted(
    group: Group, words: str = "The ICB meets the PCN.", channel: int = SOMEWHERE
) -> Notice | Form:
    return await group.asking.quote(HERE, AMA, Chosen(channel, words))


async def test_a_message_can_be_quoted_without_a_word_of_ones_own(group: Group) -> None:
    notice = await quoted(group)
    assert said(notice) == ["question-preview-everyone", "question-card-quote", "The ICB meets the PCN."]
    assert isinstance(notice, Notice)
    await group.asking.send_anyway(HERE, AMA, notice.buttons[0].token)
    await group.next_window()
    assert group.cards() == [["question-card", "question-card-quote", "The ICB meets the PCN."]]
    assert (await group.mine())[1:] == ["question-mine-out", "question-card-quote", "The ICB meets the PCN."]


async def test_a_long_message_is_quoted_in_part(group: Group) -> None:
    words = said(await quoted(group, "word " * 500))[-1]
    assert words.endswith("word…")
    assert len(words) <= 300


async def test_what_not_everybody_can_read_is_not_quoted(group: Group) -> None:
    """Else the quotation would tell who can, and so who asked."""
    group.server.private.add(SOMEWHERE)
    assert intro(await quoted(group)) == "question-form-intro-own-words"


async def test_what_few_can_read_is_not_quoted(group: Group) -> None:
    group.server.can_read[SOMEWHERE] = 7
    assert intro(await quoted(group)) == "question-form-intro-own-words"
    group.server.can_read[SOMEWHERE] = 8
    assert said(await quoted(group))[0] == "question-preview-everyone"


async def test_where_there_is_nothing_to_quote_it_is_asked_in_her_own_words(group: Group) -> None:
    for words in ("", " \n "):
        assert intro(await quoted(group, words)) == "question-form-intro-own-words"


async def test_the_preview_says_who_will_see_it(group: Group) -> None:
    await group.choose(who=Who.FACILITATORS)
    notice = await quoted(group)
    assert said(notice)[0] == "question-preview-facilitators"
    assert isinstance(notice, Notice)
    await group.asking.send_anyway(HERE, AMA, notice.buttons[0].token)
    await group.next_window()
    assert (len(group.cards()), len(group.cards(FACILITATORS))) == (0, 1)


# A direct message


async def test_a_direct_message_is_answered_with_the_ways_in(group: Group) -> None:
    group.people.members |= {(HERE, AMA), (ELSEWHERE, BEN), (HERE, BEN)}
    one = await group.asking.direct(AMA)
    assert said(one) == ["question-direct"]
    assert [(b.action, b.token) for b in one.buttons] == [
        ("questions:ask", f"{HERE}."),
        ("questions:away", f"{HERE}."),
    ]
    two = await group.asking.direct(BEN)
    assert [button.token for button in two.buttons][:2] == [f"{HERE}.", f"{ELSEWHERE}."]
    assert [button.values.get("community") for button in two.buttons][:2] == ["Community 1", "Community 2"]


async def test_who_has_joined_none_is_looked_for_and_who_is_nowhere_is_told_so(group: Group) -> None:
    assert said(await group.asking.direct(AMA)) == ["question-direct-nowhere"]
    group.server.there.add((ELSEWHERE, AMA))
    assert (await group.asking.direct(AMA)).buttons[0].token == f"{ELSEWHERE}."
    group.server.silent = True
    assert said(await group.asking.direct(AMA)) == ["question-direct-nowhere"]


# Not too often


async def test_twelve_questions_an_hour_are_the_most(group: Group) -> None:
    for number in range(12):
        await group.asks(words=f"question {number}")
    with pytest.raises(Refused) as caught:
        await group.asks(words="one more")
    again = int(group.clock.now().timestamp()) + 3_600
    assert caught.value.line.id == "error-too-many"
    assert caught.value.line.values == {"most": 12, "at": f"<t:{again}:t>"}
    await group.asks(BEN, "somebody else's")
    group.clock.move(hours=1)
    await group.asks(words="one more")
    await group.next_window()
    assert len(group.cards()) == 14


async def test_drafts_that_were_gathered_do_not_pass_the_limit(group: Group) -> None:
    tokens = []
    for number in range(13):
        notice = await quoted(group, f"message {number}")
        assert isinstance(notice, Notice)
        tokens.append(notice.buttons[0].token)
    for token in tokens[:12]:
        await group.asking.send_anyway(HERE, AMA, token)
    assert (await refusal(group.asking.send_anyway(HERE, AMA, tokens[12])))[0] == "error-too-many"
    await group.next_window()
    assert len(group.cards()) == 12


async def test_the_same_form_sent_twice_counts_once(group: Group) -> None:
    for _ in range(14):
        await group.asks(draft="the same")
    await group.asks(words="another")
    await group.next_window()
    assert len(group.cards()) == 2


# What is said back


async def test_the_acknowledgement_says_what_happens_and_where_urgent_help_is(group: Group) -> None:
    await group.choose(urgent="Ring 111.", threats="We ring 999.", release_first=True)
    notice = await group.asking.ask(HERE, AMA, "draft", Draft(HER_WORDS, to_facilitators=True))
    assert said(notice) == [
        *("question-ack", "question-when-quick", "question-ack-release", "question-ack-facilitators"),
        *("question-ack-find", "question-not-advice", "Ring 111.", "question-threats", "We ring 999."),
    ]
    assert (notice.buttons[0].action, notice.buttons[0].token) == (
        "questions:take-back-waiting",
        "draft",
    )


async def test_between_meetings_it_says_the_hour(quiet: Group) -> None:
    notice = await quiet.asking.ask(HERE, AMA, "draft", Draft(HER_WORDS))
    assert said(notice)[:3] == ["question-ack", "question-when-between", "question-ack-find"]
    assert said(notice)[-1] == "question-urgent"


async def test_the_promise_has_a_line_for_each_kind_of_person(group: Group) -> None:
    promise = said(await group.asking.promise(HERE, CAT))
    kinds = ("members", "facilitators", "owner", "host", "discord")
    assert promise == ["question-promise", *(f"question-promise-{kind}" for kind in kinds)]
