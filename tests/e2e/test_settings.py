"""What a community chooses: seen before it holds, by facilitators alone; it holds for what is asked then."""

from __future__ import annotations

import asyncio

import pytest

from rehearsal import Rehearsal
from tests.e2e.conftest import PANEL, ask, cards, pass_window, set_up
from tests.e2e.flows import (
    CROWD,
    FACILITATING,
    FACILITATORS_ONLY,
    READ_FIRST,
    THE_FACILITATORS,
    ask_with,
    at,
    card,
    choose,
    everybody,
    facilitate,
    fill,
    held,
    join,
    labels,
    meeting_starts,
    mine,
    press,
    readers,
    seen,
)

QUESTION = "What is a tariff?"
WHO = "Who sees questions?"


async def test_only_facilitators_see_and_change_them(community: Rehearsal) -> None:
    shown = await community.person("Owen").command("questions settings", channel="general")
    assert "In meetings, questions come out every 20 seconds" in seen(shown)
    assert "about one time in six" in seen(shown)
    assert "Between meetings, they come out at 9:00 and at 16:00." in seen(shown)
    assert labels(shown) == [
        "In meetings",
        "Between meetings",
        "Reading first",
        "Who sees them",
        "How long",
        "Urgent help",
        "Threats and risks",
    ]
    for name in ("Amina", "Priya", "Ruth"):
        refused = await community.person(name).command("questions settings", channel="general")
        assert "Only facilitators can do this" in seen(refused)
        assert labels(refused) == []
    refused = await community.person("Ruth").press("Question settings", channel=THE_FACILITATORS)
    assert "Only facilitators can do this" in seen(refused)


async def test_a_preview_says_what_askers_will_be_told_and_changes_nothing(community: Rehearsal) -> None:
    await press(community, "Leila", "Question settings", channel=THE_FACILITATORS)
    preview = await fill(community, "Leila", *READ_FIRST, channel=THE_FACILITATORS)
    assert "Nothing was changed yet." in preview
    assert "A facilitator reads each question before it goes out." in preview
    assert "What was asked before keeps what was promised." in preview
    assert "They go straight out." in await press(
        community, "Leila", "Leave it as it is", channel=THE_FACILITATORS
    )
    assert "looks at it first" not in seen(await ask(community, "Amina", QUESTION))
    await pass_window(community)
    assert len(cards(community)) == 1


async def test_used_it_holds_for_everybody_who_asks_then(community: Rehearsal) -> None:
    await choose(community, *READ_FIRST)
    assert "A facilitator reads each question" in await press(
        community, "Owen", "Question settings", channel=THE_FACILITATORS
    )
    for name in ("Amina", "Priya", "Owen"):
        assert "A facilitator looks at it first" in seen(await ask(community, name, f"{name} wonders."))
    await pass_window(community)
    assert cards(community) == []
    assert len(held(community)) == 3


async def test_what_was_asked_to_go_straight_out_does_when_reading_first_is_chosen_meanwhile(
    community: Rehearsal,
) -> None:
    await ask(community, "Amina", QUESTION)
    await choose(community, *READ_FIRST)
    await pass_window(community)
    assert readers(community, QUESTION) == everybody(community)
    assert held(community) == []


async def test_what_was_asked_to_be_read_first_still_is_when_that_ends_meanwhile(
    community: Rehearsal,
) -> None:
    await choose(community, *READ_FIRST)
    await ask(community, "Amina", QUESTION)
    await choose(
        community, "Reading first", {"Does a facilitator read them first?": "No, they go straight out"}
    )
    await pass_window(community)
    assert cards(community) == []
    assert readers(community, QUESTION) == FACILITATING


async def test_what_was_asked_for_facilitators_alone_stays_theirs(community: Rehearsal) -> None:
    await ask_with(community, "Amina", QUESTION, **FACILITATORS_ONLY)
    await choose(community, "Who sees them", {WHO: "Everyone in the group"})
    await pass_window(community)
    assert readers(community, QUESTION) == FACILITATING
    opened = await community.person("Derek").press("Ask anonymously", channel="questions")
    assert opened.form is not None
    assert "Who sees it?" not in [each.label for each in opened.form.fields]


async def test_a_form_that_was_open_keeps_what_it_said(community: Rehearsal) -> None:
    """She chose "Facilitators only" in a form that still offered it."""
    opened = await community.person("Amina").press("Ask anonymously", channel="questions")
    assert opened.form is not None
    await choose(community, "Who sees them", {WHO: "Everyone in the group"})
    await opened.form.submit({"Your question": QUESTION, "Who sees it?": "Facilitators only"})
    await pass_window(community)
    assert readers(community, QUESTION) == FACILITATING


async def test_facilitators_alone_see_all_where_that_is_chosen(community: Rehearsal) -> None:
    preview = await choose(community, "Who sees them", {WHO: "Facilitators only"})
    assert "Only facilitators see questions." in preview
    assert "Only facilitators will see it" in seen(await ask(community, "Amina", QUESTION))
    await pass_window(community)
    assert readers(community, QUESTION) == FACILITATING


async def test_a_pace_that_is_changed_leaves_what_waits_its_time(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    """Asked in careful windows, a lone question keeps its two windows though they are quick now."""
    await set_up(rehearsal)
    label = "How often do they come out?"
    await choose(rehearsal, "In meetings", {label: "Every 10 minutes"})
    await meeting_starts(rehearsal)
    await ask(rehearsal, "Amina", QUESTION)
    await choose(rehearsal, "In meetings", {label: "Every 20 seconds"})
    assert "20 seconds" in seen(await ask(rehearsal, "Derek", "Is there tea?"))
    await rehearsal.move_to(at(2, 10, 1))
    assert readers(rehearsal, "Is there tea?") == everybody(rehearsal)
    assert QUESTION not in "".join(cards(rehearsal))
    await rehearsal.move_to(at(2, 10, 19))
    assert QUESTION not in "".join(cards(rehearsal))
    await rehearsal.move_to(at(2, 10, 21))
    assert readers(rehearsal, QUESTION) == everybody(rehearsal)


async def test_other_hours_between_meetings(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    """What was asked before comes out when it was promised to."""
    await set_up(rehearsal)
    await ask(rehearsal, "Amina", QUESTION)
    preview = await choose(rehearsal, "Between meetings", {"At which two hours of the day?": "8:00 and 20"})
    assert "they come out at 8:00 and at 20:00" in preview
    told = seen(await ask(rehearsal, "Derek", "Is there tea?"))
    assert f"by <t:{int(at(2, 20).timestamp())}:f> at the latest" in told
    await rehearsal.move_to(at(2, 16))
    assert readers(rehearsal, QUESTION) == everybody(rehearsal)
    await rehearsal.move_to(at(2, 20))
    assert readers(rehearsal, "Is there tea?") == everybody(rehearsal)


@pytest.mark.parametrize(
    ("part", "values", "told"),
    [
        ("Between meetings", {"At which two hours of the day?": "in the evening"}, "must be two hours"),
        ("Between meetings", {"At which two hours of the day?": "9"}, "must be two hours"),
        ("How long", {"Days until an answered one is closed": "soon"}, "from 1 to 365"),
        ("How long", {"Days for which a closed one is kept": "0"}, "from 1 to 3650"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    community: Rehearsal, part: str, values: dict[str, str | bool], told: str
) -> None:
    before = await press(community, "Leila", "Question settings", channel=THE_FACILITATORS)
    refused = await fill(community, "Leila", part, values, channel=THE_FACILITATORS)
    assert told in refused
    assert "Nothing was changed" in refused
    assert str(next(iter(values.values()))) in refused, "what she typed is given back"
    assert await press(community, "Leila", "Question settings", channel=THE_FACILITATORS) == before


async def test_a_preview_cannot_be_used_by_another_nor_after_a_quarter_of_an_hour(
    community: Rehearsal,
) -> None:
    await press(community, "Leila", "Question settings", channel=THE_FACILITATORS)
    await fill(community, "Leila", *READ_FIRST, channel=THE_FACILITATORS)
    await community.move_to(at(2, 10, 16))
    told = await press(community, "Leila", "Use this", channel=THE_FACILITATORS)
    assert "too long ago" in told
    assert "They go straight out." in await press(
        community, "Leila", "Question settings", channel=THE_FACILITATORS
    )


async def test_its_own_lines_for_urgent_help_stand_where_askers_read_them(community: Rehearsal) -> None:
    await choose(community, "Urgent help", {"Where is urgent help?": "Ring the ward on extension 12."})
    await choose(
        community, "Threats and risks", {"What do you do about a threat?": "Owen rings within an hour."}
    )
    told = seen(await ask(community, "Amina", QUESTION))
    assert "Ring the ward on extension 12." in told
    assert "Owen rings within an hour." in told
    assert "This is not medical advice" in told
    assert "Nobody can trace who asked" in told
    assert "116 123" not in told
    await pass_window(community)
    await press(community, "Derek", "Facilitators")
    told = await fill(community, "Derek", "Report this", {"What worries you?": "I am afraid for her."})
    assert "Ring the ward on extension 12." in told
    report = community.person("Leila").read(THE_FACILITATORS)[-1]
    assert "Owen rings within an hour." in report.text
    assert "has not said yet" not in report.text


async def test_another_channel_is_for_what_is_asked_then(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    """One that was held when the channel was changed comes out where its asker was promised."""
    await set_up(rehearsal)
    await choose(rehearsal, *READ_FIRST)
    await meeting_starts(rehearsal)
    await ask(rehearsal, "Amina", QUESTION)
    await pass_window(rehearsal)
    elsewhere = {**PANEL, "questions_channel": "general"}
    await rehearsal.person("Ruth").command("panel", channel="welcome", **elsewhere)
    await rehearsal.settle()
    await facilitate(rehearsal, "Let it out", on=held(rehearsal)[0], channel=THE_FACILITATORS)
    assert QUESTION in card(rehearsal, 1).text
    assert not any(QUESTION in each.text for each in rehearsal.person("Derek").read("general"))
    assert "**Question 1** is out" in await mine(rehearsal, "Amina")


async def test_a_form_or_a_preview_for_facilitators_alone_keeps_that(community: Rehearsal) -> None:
    """It was opened while facilitators alone saw questions; then everybody does."""
    await join(community, *CROWD)
    await choose(community, "Who sees them", {WHO: "Facilitators only"})
    opened = await community.person("Amina").press("Ask anonymously", channel="questions")
    assert opened.form is not None
    hard = await community.person("Helen").say("general", "We must align the envelope.")
    preview = await community.person("Rosa").use_menu("I don’t follow this", message=hard, channel="general")
    assert "Only facilitators will see it" in seen(preview)
    await choose(community, "Who sees them", {WHO: "Everyone in the group"})
    await opened.form.submit({"Your question": QUESTION})
    await community.person("Rosa").press("Send it", channel="general")
    await pass_window(community)
    assert cards(community) == []
    assert readers(community, QUESTION) == FACILITATING
    assert readers(community, "Someone does not follow this:") - {"Rosa"} == FACILITATING
