"""Before the first meeting, as members, their contacts and facilitators live through it, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Outcome, Rehearsal
from tests.e2e.conftest import Log, bot_running, cards, set_up, settings_for
from tests.e2e.contacts import FACILITATORS, begin, mention
from tests.e2e.flows import fill, press, readers, screen, under_more

MEETING = {"What is it called?": "First meeting", "When?": "16 March 2026, 10:30"}
MOVED = {"On which day?": "6 April 2026", "At what time?": "10:30"}
TIMES = "5 March 2026, 10:30\nFriday 6 March 2026, 2 pm"
FIRST_TIME, SECOND_TIME = "5 March, 10:30", "6 March, 14:00"
HER_QUESTION = "What do I bring with me?"


async def plan(rehearsal: Rehearsal, values: dict[str, str | bool] | None = None) -> str:
    """Leila plans the first meeting; what she reads in the end."""
    await press(rehearsal, "Leila", "Meetings", channel=FACILITATORS)
    preview = await fill(rehearsal, "Leila", "Add a meeting", values or dict(MEETING), channel=FACILITATORS)
    assert "Nothing is saved yet" in preview
    return await press(rehearsal, "Leila", "Yes, use this", channel=FACILITATORS)


def direct(rehearsal: Rehearsal, who: str) -> list[str]:
    """What the bot wrote to somebody."""
    return [each.text for each in rehearsal.person(who).read_direct() if not each.only_you]


async def in_chat(rehearsal: Rehearsal, who: str, label: str, typed: dict[str, str] | None = None) -> Outcome:
    """Somebody presses in the chat with the bot, and fills in the form that opens."""
    outcome = await rehearsal.person(who).press(label)
    if typed is not None:
        assert outcome.form is not None, outcome
        outcome = await outcome.form.submit(typed)
    await rehearsal.settle()
    return outcome


def text(outcome: Outcome) -> str:
    assert outcome.message is not None, outcome.failed
    return outcome.message.text


async def offer(rehearsal: Rehearsal, typed: str = TIMES) -> None:
    """Leila offers times in her chat with the bot."""
    preview = await in_chat(rehearsal, "Leila", "Offer times", {"Up to five times": typed})
    assert "Nobody has seen them yet" in text(preview)
    assert "have gone out" in text(await in_chat(rehearsal, "Leila", "Offer these"))


async def test_from_the_call_to_the_talk(community: Rehearsal, tmp_path: Path, log: Log) -> None:
    await begin(community, tmp_path)
    assert "Monday 16 March 2026, 10:30" in await plan(community)
    await community.advance(timedelta(minutes=1))
    (asked,) = [each for each in direct(community, "Leila") if "Somebody you look after is new here" in each]
    assert mention(community, "Amina") not in asked
    others = {who: screen(community, who) for who in ("Derek", "Priya", "Owen", "Ruth")}

    # The call: two times, the first booked, then the other in its place.
    await offer(community)
    assert mention(community, "Leila") in direct(community, "Amina")[0]
    assert "is booked" in text(await in_chat(community, "Amina", FIRST_TIME))
    assert mention(community, "Amina") in direct(community, "Leila")[-1]
    await community.person("Amina").press("Other times")
    assert "is booked" in text(await in_chat(community, "Amina", SECOND_TIME))
    assert "takes its place" in direct(community, "Leila")[-1]
    assert {who: screen(community, who) for who in others} == others

    # They have talked: the first card comes, and not a second one in that week.
    await community.advance(timedelta(days=4, hours=6))
    await in_chat(community, "Leila", "My calls")
    assert "The cards go on now" in text(await in_chat(community, "Leila", "We have talked (1)"))
    await community.advance(timedelta(days=3))
    sent = [each for each in direct(community, "Amina") if "## " in each and "call" not in each]
    assert len(sent) == 1
    assert "What this group is for" in sent[0]
    assert "Only you know this" in text(await in_chat(community, "Amina", "Done"))

    # An anonymous question from the card is a question like any other.
    asking = await in_chat(community, "Amina", "I have a question", {"Your question": HER_QUESTION})
    assert "safe here" in text(asking)
    await community.advance(timedelta(days=1))
    assert any(HER_QUESTION in each for each in cards(community))
    assert mention(community, "Amina") not in "".join(cards(community))

    # Every week one card, the meeting, and the talk.
    await community.advance(timedelta(days=11))
    titles = [each.splitlines()[0] for each in direct(community, "Amina") if each.startswith("## ")]
    assert titles == [
        "## A call before your first meeting",
        "## What this group is for",
        "## Your part",
        "## How did it go?",
    ]
    assert str(community.person("Amina").user_id) not in log.getvalue()


async def test_everybody_else_is_told_what_to_do_in_a_sentence(community: Rehearsal, tmp_path: Path) -> None:
    """Who has not joined, who is no facilitator, an empty list, what cannot be read, closed messages."""
    assert "You have not joined yet" in await under_more(community, "Derek", "Before my first meeting")
    assert "No meeting is planned" in await press(community, "Leila", "Meetings", channel=FACILITATORS)
    for when, told in (("16 March", "has no time"), ("1 March 2026, 2 pm", "has passed")):
        typed = {**MEETING, "When?": when}
        await press(community, "Leila", "Meetings", channel=FACILITATORS)
        assert told in await fill(community, "Leila", "Add a meeting", typed, channel=FACILITATORS)
    community.person("Leila").close_direct_messages()
    await begin(community, tmp_path)
    await plan(community)
    await community.advance(timedelta(days=9))
    assert direct(community, "Leila") == []
    assert "What this group is for" in direct(community, "Amina")[0], "the cards did not wait for ever"
    mine = await under_more(community, "Amina", "Before my first meeting")
    assert "All" not in mine
    assert "your named contact would like to call you" in mine
    assert "There are no times" in await press(community, "Amina", "Times for a call")
    before = screen(community, "Leila")
    await under_more(community, "Amina", "Before my first meeting")
    assert "Nobody is watching" in await press(community, "Amina", "Try the buttons")
    long = "x" * 1_500
    practised = await fill(community, "Amina", "Practise asking", {"Your question": long})
    assert "Nothing was sent, and nothing was kept" in practised
    assert readers(community, long) == {"Amina"}
    await community.advance(timedelta(days=1))
    assert readers(community, long) == {"Amina"}
    assert screen(community, "Leila") == before


async def test_facilitators_compose_and_see_each_card_as_members_will(
    community: Rehearsal, tmp_path: Path
) -> None:
    await press(community, "Leila", "Before the first meeting", channel=FACILITATORS)
    path = await press(community, "Leila", "Patient and public members", channel=FACILITATORS)
    assert "1. **What this group is for**: 49 days before" in path
    assert "2 days after" in path
    await press(community, "Leila", "Payment and costs", channel=FACILITATORS)
    pay = {"How much is it?": "£25 an hour", "Whom can they ask?": "Leila"}
    shown = await fill(community, "Leila", "Fill in payment", dict(pay), channel=FACILITATORS)
    assert "**How much:** £25 an hour" in shown
    assert "It is not written here yet" not in shown
    edited = await fill(
        community,
        "Leila",
        "Change",
        {"How many days before the meeting?": "60", "Words of your own": "*" * 1_000},
        channel=FACILITATORS,
    )
    assert "It goes out 60 days before" in edited
    wrong = {"How many days before the meeting?": "two"}
    assert "from 1 to 180" in await fill(community, "Leila", "Change", dict(wrong), channel=FACILITATORS)
    await press(community, "Leila", "Back to the path", channel=FACILITATORS)
    await press(community, "Leila", "Words you will hear", channel=FACILITATORS)
    assert "not on this path" in await press(community, "Leila", "Take off the path", channel=FACILITATORS)
    back = await press(community, "Leila", "Back to the path", channel=FACILITATORS)
    assert back.index("Payment and costs") < back.index("What this group is for")


async def test_two_presses_at_once_and_a_restart_in_the_middle(rehearsal: Rehearsal, tmp_path: Path) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await begin(rehearsal, tmp_path)
        await plan(rehearsal)
        await rehearsal.advance(timedelta(minutes=1))
        await offer(rehearsal)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        amina = rehearsal.person("Amina")
        both = await asyncio.gather(*(amina.press(FIRST_TIME) for _ in range(2)))
        await rehearsal.settle()
        assert all("is booked" in text(each) for each in both)
        told = [each for each in direct(rehearsal, "Leila") if "has booked" in each]
        assert len(told) == 1
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.advance(timedelta(days=8))
        assert [each for each in direct(rehearsal, "Amina") if "What this group is for" in each] != []


async def test_a_meeting_is_moved_and_cancelled_where_it_stands(community: Rehearsal) -> None:
    await plan(community)
    await press(community, "Leila", "Meetings", channel=FACILITATORS)
    assert "16 March 2026" in await fill(community, "Leila", "Change 1", dict(MOVED), channel=FACILITATORS)
    assert "6 April 2026" in await press(community, "Leila", "Yes, use this", channel=FACILITATORS)
    await press(community, "Leila", "Back to the list", channel=FACILITATORS)
    await press(community, "Leila", "Cancel 1", channel=FACILITATORS)
    assert "is cancelled" in await press(community, "Leila", "Yes, cancel it", channel=FACILITATORS)
    assert "No meeting is planned" in await press(
        community, "Leila", "Back to the list", channel=FACILITATORS
    )


async def test_without_joining_nothing_comes(community: Rehearsal) -> None:
    """The planted fault of the stories above: the same weeks, and nobody has joined."""
    await plan(community)
    await community.advance(timedelta(days=9))
    assert [direct(community, each.name) for each in community.people if direct(community, each.name)] == []
