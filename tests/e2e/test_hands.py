"""[I'd like to speak] and [I'm here], as each kind of person lives through a meeting, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Rehearsal, Shown
from tests.e2e.conftest import PANEL, Log, bot_running, settings_for
from tests.e2e.contacts import begin, mention
from tests.e2e.flows import (
    FACILITATING,
    KINDS,
    THE_FACILITATORS,
    THE_QUESTIONS,
    join,
    labels,
    meeting_ends,
    meeting_starts,
    press,
    readers,
    screen,
    seen,
)
from tests.e2e.hands import custom_ids, forge, said
from tests.e2e.test_standing_roles import offer

SPEAK, HERE = "I’d like to speak", "I’m here"
TITLE = "## Who would like to speak"


def message(rehearsal: Rehearsal, who: str = "Leila") -> Shown:
    """The one message about hands, as a facilitator sees it."""
    shown = rehearsal.person(who).read(THE_FACILITATORS)
    (found,) = [each for each in shown if not each.only_you and each.text.startswith(TITLE)]
    return found


def stand(rehearsal: Rehearsal) -> str:
    """Who is called and who is next, by first names."""
    text = message(rehearsal).text
    for who in KINDS:
        text = text.replace(mention(rehearsal, who), who)
    return " ".join(line for line in text.split("\n")[1:-1])


async def test_hands_are_called_in_order_and_another_facilitator_goes_on_after_a_crash(
    rehearsal: Rehearsal, tmp_path: Path, log: Log
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.person("Ruth").command("panel", channel="general", **PANEL)
        await rehearsal.settle()
        await join(rehearsal, "Amina", "Derek", "Priya")
        assert "no meeting is on now" in await press(rehearsal, "Amina", SPEAK)
        await meeting_starts(rehearsal)
        before = {who: screen(rehearsal, who) for who in ("Priya", "Owen")}
        assert "You are next." in await press(rehearsal, "Amina", SPEAK)
        assert "There are others before you." in await press(rehearsal, "Derek", SPEAK)
        assert screen(rehearsal, "Priya") == before["Priya"]
        assert readers(rehearsal, TITLE) == FACILITATING
        await press(rehearsal, "Priya", SPEAK)
        assert stand(rehearsal) == "**Next:** Amina **Then:** Derek, Priya"
        up = message(rehearsal)
        both = await asyncio.gather(
            *(
                rehearsal.person(who).press("Next person", channel=THE_FACILITATORS, message=up)
                for who in ("Leila", "Owen")
            )
        )
        assert sorted("Nobody was called" in seen(each) for each in both) == [False, True]
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.settle()
        assert stand(rehearsal) == "**Now:** Amina **Next:** Derek **Then:** Priya"
        await press(
            rehearsal, "Owen", "Somebody else", on=message(rehearsal, "Owen"), channel=THE_FACILITATORS
        )
        assert "**Now:**" in await press(rehearsal, "Owen", "2", channel=THE_FACILITATORS)
        assert stand(rehearsal) == "**Now:** Priya **Next:** Derek **Then:** –"
        assert "Your hand is up." in await press(rehearsal, "Derek", SPEAK)
        assert "Your hand is down." in await press(rehearsal, "Derek", "Take my hand down")
        assert stand(rehearsal) == "**Now:** Priya No hand is up."
        await meeting_ends(rehearsal)
        assert "The meeting is over." in message(rehearsal).text
        assert message(rehearsal).buttons == ()
    assert "unexpected error" not in log.getvalue()
    assert not any(str(rehearsal.person(who).user_id) in log.getvalue() for who in KINDS)


async def test_a_member_who_chairs_calls_and_nobody_else_does(community: Rehearsal, tmp_path: Path) -> None:
    await begin(community, tmp_path)
    await offer(community, "Chair", "Amina")
    await community.advance(timedelta(days=1))
    await community.person("Amina").press("Yes")
    await meeting_starts(community)
    await press(community, "Priya", SPEAK)
    assert labels(await community.person("Priya").press(SPEAK, channel=THE_QUESTIONS)) == [
        "Take my hand down"
    ]
    assert "others before you" in await press(community, "Amina", SPEAK)
    await press(community, "Amina", "Take my hand down")
    token = custom_ids(community, THE_FACILITATORS)["Next person"]
    for who in ("Priya", "Derek"):
        assert "Only facilitators, and members who chair" in said(
            await forge(community, community.person(who), token)
        )
    assert "Priya" in stand(community).partition("**Then:**")[0]
    called = said(await forge(community, community.person("Amina"), token))
    assert f"**Now:** {mention(community, 'Priya')}" in called
    await community.settle()
    assert stand(community) == "**Now:** Priya No hand is up."
    assert "in its old place" in await press(community, "Amina", "Take it back")
    assert stand(community) == "**Next:** Priya **Then:** –"


async def test_each_says_for_herself_that_she_is_here(community: Rehearsal) -> None:
    await join(community, "Amina", "Priya")
    for label in (HERE, SPEAK):
        outcome = await community.person("Derek").press(label, channel=THE_QUESTIONS)
        assert "You have not joined yet" in seen(outcome)
        assert labels(outcome) == ["Join this community"]
    # The view of the meeting says by now all that it has to say.
    await community.settle()
    others = {who: screen(community, who) for who in KINDS if who not in ("Amina", "Derek")}
    for _ in range(2):
        assert "You are counted as here." in await press(community, "Amina", HERE)
    assert {who: screen(community, who) for who in others} == others
    await press(community, "Priya", HERE)
    count = await press(community, "Leila", "How many are here", channel=THE_FACILITATORS)
    assert "**2 people** have pressed" in count
    assert "<@" not in count
    assert "not counted as here" in await press(community, "Priya", "I’m not here after all")
    assert "**1 person**" in await press(community, "Owen", "How many are here", channel=THE_FACILITATORS)
    token = custom_ids(community, THE_FACILITATORS)["How many are here"]
    assert "Only facilitators" in said(await forge(community, community.person("Amina"), token))
    await meeting_ends(community)
    assert "no meeting is on now" in await press(community, "Amina", HERE)
