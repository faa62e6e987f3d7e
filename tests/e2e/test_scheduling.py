"""A facilitator plans meetings: several at once, by a rule, and what goes wrong."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from rehearsal import Outcome, Rehearsal
from tests.e2e.conftest import Log
from tests.e2e.flows import THE_FACILITATORS, fill, labels, press, readers, seen

TITLE, WHEN, MINUTES, WHERE = "What is it called?", "When?", "How many minutes?", "Where?"
FIRST = {TITLE: "First meeting", WHEN: "14 May 2pm; 13 Aug 2pm"}


async def schedule(rehearsal: Rehearsal, values: dict[str, str], *, who: str = "Leila") -> Outcome:
    """Somebody types the command, fills in the form, and sends it; whatever the client would hold back."""
    opened = await rehearsal.person(who).command("meeting schedule", channel=THE_FACILITATORS)
    assert opened.form is not None, opened
    outcome = await opened.form.submit(values, unchecked=True)
    await rehearsal.settle()
    return outcome


async def on(rehearsal: Rehearsal, label: str, shown: Outcome, *, who: str = "Leila") -> Outcome:
    """She presses a button under what only she sees."""
    outcome = await rehearsal.person(who).press(label, channel=THE_FACILITATORS, message=shown.message)
    await rehearsal.settle()
    return outcome


async def listed(rehearsal: Rehearsal) -> str:
    """What Leila finds under [Meetings]."""
    return await press(rehearsal, "Leila", "Meetings", channel=THE_FACILITATORS)


async def test_several_at_once_are_read_back_and_saved_together(community: Rehearsal) -> None:
    where = "Teams: https://meet.example.org/first?a=b_c"
    shown = await schedule(community, {**FIRST, MINUTES: "90", WHERE: where})
    for said in (
        "Thursday 14 May 2026, 14:00 to 15:30 (Europe/London)",
        "Thursday 13 August 2026, 14:00 to 15:30 (Europe/London)",
        "90 minutes",
        where,
        "Nothing is saved yet",
    ):
        assert said in seen(shown)
    assert readers(community, "14 May 2026") == {"Leila"}
    assert "No meeting is planned" in await listed(community)
    assert "Saved." in seen(await on(community, "Yes, use this", shown))
    there = await listed(community)
    assert there.index("14 May 2026") < there.index("13 August 2026")


async def test_a_rule_is_said_back_and_the_wall_shows_the_same_after_clocks_change(
    community: Rehearsal,
) -> None:
    rule = "last Thursday of every month at 10.30"
    opened = await community.person("Leila").command("meeting schedule", channel=THE_FACILITATORS)
    assert opened.form is not None
    shown = await opened.form.submit({TITLE: "We meet", WHEN: rule})
    assert "This is the last Thursday of every month. These are the next 6 dates." in seen(shown)
    assert "120 minutes" in seen(shown)
    assert "**Where:** not yet known" in seen(shown)
    days = ("26 March", "30 April", "28 May", "25 June", "30 July", "27 August")
    assert all(f"Thursday {day} 2026, 10:30 to 12:30" in seen(shown) for day in days)
    await on(community, "Yes, use this", shown)
    # The clocks go forward on the 29th.
    await community.advance(timedelta(days=30))
    there = await listed(community)
    later = await press(community, "Leila", "Later ones", channel=THE_FACILITATORS)
    assert "26 March" not in there
    assert all(f"Thursday {day} 2026, 10:30 to 12:30" in there + later for day in days[1:])
    await press(community, "Leila", "Earlier ones", channel=THE_FACILITATORS)
    change = await community.person("Leila").press("Change 1", channel=THE_FACILITATORS)
    assert change.form is not None
    values = {field.label: field.value for field in change.form.fields}
    assert (values["On which day?"], values["At what time?"]) == ("30/4/2026", "10:30")


async def test_a_time_that_clocks_leave_out_is_moved_in_a_series_and_said(community: Rehearsal) -> None:
    shown = await schedule(community, {TITLE: "Night shift", WHEN: "last Sunday of every month 01:30"})
    assert "on 29 March 2026 the clocks go forward, and 01:30 is left out" in seen(shown)
    assert "That meeting begins at 02:00." in seen(shown)
    assert "Sunday 26 April 2026, 01:30" in seen(shown)


BAD = (
    ({WHEN: "the 32nd"}, "This date cannot be read."),
    ({WHEN: "14 May 2pm; 31 June 2pm"}, "Date 2 cannot be read."),
    ({WHEN: "2 March 2026 9am"}, "This date has passed."),
    ({WHEN: "14 May 2pm; 14 May 2025 2pm; 15 May 2pm"}, "Date 2 has passed."),
    ({WHEN: "14 May"}, "This date has no time."),
    ({WHEN: "1 Sept 14h"}, "This date has no time."),
    ({WHEN: "14 May 2:30"}, "Type 14:30 for the afternoon."),
    ({WHEN: "14 May 2pm and 13 Aug 2pm"}, "Put “;” between two dates."),
    ({WHEN: "Friday 14 May 2pm"}, "This date is on another day of the week."),
    ({WHEN: "14 May 2099 2pm"}, "more than three years away"),
    ({WHEN: "29 March 01:30"}, "this hour is left out"),
    ({WHEN: "every second Tuesday 2pm"}, "every two weeks, or once a month"),
    ({WHEN: "every blue moon 2pm"}, "This rule cannot be read."),
    ({WHEN: ";"}, "There is no date."),
    ({WHEN: "x" * 4_000}, "The dates have 4000 characters."),
    ({TITLE: "x" * 4_000}, "The name has 4000 characters."),
    ({WHERE: "x" * 4_000}, "The place has 4000 characters"),
    ({WHERE: "http://meet.example.org"}, "It has to begin with https://"),
    ({WHERE: "here"}, "There is no voice channel for meetings here yet."),
    ({MINUTES: "x" * 4_000}, "A meeting takes 15 to 480 minutes."),
)


async def test_each_bad_input_is_told_in_a_sentence_and_nothing_is_lost(
    community: Rehearsal, log: Log
) -> None:
    for typed, told in BAD:
        outcome = await schedule(community, {**FIRST, **typed})
        assert told in seen(outcome), typed
        assert "Nothing was saved." in seen(outcome), typed
        (wrong,) = typed.values()
        assert wrong[:50] in seen(outcome).replace("\\", ""), "what she typed is given back"
        assert "Yes, use this" not in labels(outcome)
    assert "No meeting is planned" in await listed(community)
    assert "unexpected error" not in log.getvalue()
    assert "x" * 50 not in log.getvalue()


async def test_two_at_the_same_time_are_named_and_can_be_saved(community: Rehearsal) -> None:
    await on(community, "Yes, use this", await schedule(community, FIRST))
    other = {TITLE: "The other group", WHEN: "14 May 3pm"}
    shown = await schedule(community, other)
    assert "“First meeting” and “The other group” are on at the same time" in seen(shown)
    assert "Saved." in seen(await on(community, "Yes, use this", shown))
    assert (await listed(community)).count("14 May 2026") == 2


async def test_more_than_the_list_holds_is_refused(community: Rehearsal) -> None:
    weekly = {TITLE: "We meet", WHEN: "every Monday 2pm"}
    await on(community, "Yes, use this", await schedule(community, weekly))
    assert "4 more fit, and these are 6" in seen(await schedule(community, weekly))


async def test_two_presses_of_yes_at_once_save_once(community: Rehearsal) -> None:
    shown = await schedule(community, FIRST)
    leila = community.person("Leila")
    both = await asyncio.gather(
        *(leila.press("Yes, use this", channel=THE_FACILITATORS, message=shown.message) for _ in range(2))
    )
    await community.settle()
    told = [seen(each) for each in both]
    assert sorted("Saved." in each for each in told) == [False, True]
    assert any("was saved already" in each for each in told)
    assert (await listed(community)).count("First meeting") == 2


async def test_one_is_changed_in_all_its_parts_and_said_back(community: Rehearsal) -> None:
    await on(community, "Yes, use this", await schedule(community, {**FIRST, WHEN: "14 May 2pm"}))
    await listed(community)
    typed = {MINUTES: "45", WHERE: "Room 4, Town Hall", "On which day?": "Tuesday 9 June 2026"}
    preview = await fill(community, "Leila", "Change 1", typed, channel=THE_FACILITATORS)
    assert preview.index("14 May 2026, 14:00 to 16:00") < preview.index("9 June 2026, 14:00 to 14:45")
    assert "Room 4, Town Hall" in preview
    assert "Room 4, Town Hall" in await press(community, "Leila", "Yes, use this", channel=THE_FACILITATORS)
    assert "Tuesday 9 June 2026, 14:00 to 14:45" in await listed(community)


@pytest.mark.parametrize("who", ["Amina", "Priya"])
async def test_only_facilitators_plan_meetings(community: Rehearsal, who: str) -> None:
    outcome = await community.person(who).command("meeting schedule", channel="general")
    assert outcome.form is None
    assert "facilitator" in seen(outcome).lower()
    assert "No meeting is planned" in await listed(community)


async def test_what_is_planned_together_is_announced_together_the_next_meeting_first(
    community: Rehearsal,
) -> None:
    days = ("10 March", "12 May", "9 June", "8 December")
    typed = "; ".join(f"{day} 2pm" for day in (days[2], days[0], days[3], days[1]))
    await on(community, "Yes, use this", await schedule(community, {TITLE: "We meet", WHEN: typed}))
    said = [each.text for each in community.person("Tom").read("questions") if "We meet" in each.text]
    assert [day for text in said for day in days if day in text] == list(days)
