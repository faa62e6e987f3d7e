"""A meeting that is chaired, as facilitators and members see it, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.agenda.rules import Item
from bot.agenda.service import Agenda
from bot.core.database import Tx
from bot.meetings.rules import Meeting
from rehearsal import Rehearsal, Shown
from tests.e2e.attending import decide
from tests.e2e.conftest import PANEL, Log, ask, bot_running, pass_window, set_up, settings_for
from tests.e2e.flows import (
    FACILITATING,
    THE_FACILITATORS,
    THE_QUESTIONS,
    at,
    everybody,
    labels,
    meeting_starts,
    press,
    readers,
    seen,
)
from tests.e2e.hands import custom_ids, forge, said

NEXT, BACK, BREAK, GO_ON, END = "Next item", "Back one", "Break", "The break is over", "End the meeting"
ITEMS = (("Welcome", "Leila Haddad", "What we talk about", ""), ("Tariffs", "Dr Boateng", "When", "How much"))


@pytest.fixture(autouse=True)
def agenda(monkeypatch: pytest.MonkeyPatch) -> list[Item]:
    """What every planned meeting is about."""
    items = [
        Item(f"i{at}", 0, "m", at, title, 10, speaker, open=open_, fixed=fixed)
        for at, (title, speaker, open_, fixed) in enumerate(ITEMS)
    ]

    async def planned(self: Agenda, tx: Tx, community: int, meeting: str) -> list[Item]:
        return items

    monkeypatch.setattr(Agenda, "items", planned)
    return items


def views(rehearsal: Rehearsal, who: str = "Owen") -> list[Shown]:
    """The messages about the meeting that somebody sees in the facilitators' channel."""
    shown = rehearsal.person(who).read(THE_FACILITATORS)
    return [each for each in shown if not each.only_you and END in {button.label for button in each.buttons}]


def view(rehearsal: Rehearsal) -> Shown:
    """The one that there is."""
    (found,) = views(rehearsal)
    return found


async def chair(rehearsal: Rehearsal, who: str, label: str) -> str:
    """A facilitator presses below it; what she reads."""
    return await press(rehearsal, who, label, on=view(rehearsal), channel=THE_FACILITATORS)


async def planned(rehearsal: Rehearsal, folder: Path) -> None:
    """A meeting is planned for now, and begins."""
    here = rehearsal.community_id
    await decide(rehearsal, folder, None, Meeting("m1", here, "First meeting", at(2, 10, 1), minutes=90))
    await meeting_starts(rehearsal)


async def test_a_meeting_from_its_first_item_to_its_end(
    rehearsal: Rehearsal, bot: object, tmp_path: Path, log: Log
) -> None:
    await set_up(rehearsal)
    await planned(rehearsal, tmp_path)
    shown = view(rehearsal).text
    assert shown.startswith("# Welcome\n**To talk about** · Leila Haddad\n**Until 10:10** (<t:")
    assert "**Open to influence:** What we talk about" in shown
    assert "**Next:** Tariffs · Dr Boateng" in shown
    assert "planned to end at **11:31**" in shown
    assert readers(rehearsal, "# Welcome") == FACILITATING

    leila, owen = rehearsal.person("Leila"), rehearsal.person("Owen")
    both = await asyncio.gather(
        *(each.press(NEXT, channel=THE_FACILITATORS, message=view(rehearsal)) for each in (leila, owen))
    )
    assert sorted("Somebody else was quicker" in seen(each) for each in both) == [False, True]
    await rehearsal.settle()
    assert view(rehearsal).text.startswith("# Tariffs")
    assert NEXT not in [button.label for button in view(rehearsal).buttons]
    assert (await chair(rehearsal, "Owen", BACK)).startswith("# Welcome")
    for label in (NEXT, BREAK, END):
        token = custom_ids(rehearsal, THE_FACILITATORS)[label]
        assert "Only facilitators" in said(await forge(rehearsal, rehearsal.person("Derek"), token))

    rehearsal.world.take_role("Leila Haddad", "Facilitators")
    token = custom_ids(rehearsal, THE_FACILITATORS)[NEXT]
    assert "Only facilitators" in said(await forge(rehearsal, leila, token))
    assert (await chair(rehearsal, "Owen", NEXT)).startswith("# Tariffs")
    rehearsal.world.give_role("Leila Haddad", "Facilitators")

    await ask(rehearsal, "Amina", "What is a tariff?")
    assert "No question is open." in view(rehearsal).text
    await pass_window(rehearsal)
    assert "**1 question is open:**\n**1** What is a tariff?" in view(rehearsal).text
    await chair(rehearsal, "Owen", "Answering 1 now")
    assert "What is a tariff? (being answered now)" in view(rehearsal).text
    assert "Question 1" in await chair(rehearsal, "Owen", "Open questions")

    await chair(rehearsal, "Leila", BREAK)
    assert readers(rehearsal, "Break until 10:10. Nobody has to do anything.") == everybody(rehearsal)
    assert view(rehearsal).text.startswith("# Break until 10:10")
    await rehearsal.advance(timedelta(minutes=9))
    await chair(rehearsal, "Owen", GO_ON)
    assert readers(rehearsal, "The break is over. We go on now.") == everybody(rehearsal)

    sure = await owen.press(END, channel=THE_FACILITATORS, message=view(rehearsal))
    assert "Are you sure?" in seen(sure)
    assert labels(sure) == ["Yes, end the meeting"]
    assert views(rehearsal)
    await press(rehearsal, "Owen", "Yes, end the meeting", on=sure.message, channel=THE_FACILITATORS)
    assert views(rehearsal) == []
    assert readers(rehearsal, "The meeting is over.") == FACILITATING
    assert "tariff" not in log.getvalue().lower()


async def test_a_restart_in_the_middle_leaves_one_message_that_is_right(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await planned(rehearsal, tmp_path)
        await chair(rehearsal, "Leila", BREAK)
        before = view(rehearsal)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.settle()
        assert (view(rehearsal).id, view(rehearsal).text) == (before.id, before.text)
        await chair(rehearsal, "Owen", GO_ON)
        assert (await chair(rehearsal, "Owen", NEXT)).startswith("# Tariffs")
        assert view(rehearsal).text.startswith("# Tariffs")
    told = [each.text for each in rehearsal.person("Amina").read(THE_QUESTIONS)]
    assert sum("Break until" in each for each in told) == 1
    assert sum("The break is over" in each for each in told) == 1


async def test_a_message_or_a_channel_that_was_deleted(
    rehearsal: Rehearsal, bot: object, agenda: list[Item]
) -> None:
    agenda.clear()
    await set_up(rehearsal)
    before = await press(rehearsal, "Leila", "The meeting now", channel=THE_FACILITATORS)
    assert "No meeting is on." in before
    await meeting_starts(rehearsal)
    assert view(rehearsal).text.startswith("# The meeting is on\nIf nobody ends the meeting")
    old = view(rehearsal)
    rehearsal.person("Ruth").delete_message(old.id, channel=THE_FACILITATORS)
    await rehearsal.settle()
    for who in ("Leila", "Owen"):
        await press(rehearsal, who, "The meeting now", channel=THE_FACILITATORS)
        assert view(rehearsal).id != old.id

    rehearsal.world.delete_channel(THE_FACILITATORS)
    gone = await rehearsal.person("Leila").command("meeting now", channel=THE_QUESTIONS)
    assert "is not there any more" in seen(gone)
    assert "# The meeting is on" in seen(gone)
    resting = await press(rehearsal, "Leila", BREAK, on=gone.message)
    assert "# Break until 10:10" in resting
    assert "Only facilitators" in seen(
        await rehearsal.person("Derek").command("meeting now", channel=THE_QUESTIONS)
    )
    rehearsal.person("Ruth").create_channel("hosts")
    await rehearsal.person("Ruth").command(
        "panel", channel="general", **PANEL | {"facilitators_channel": "hosts"}
    )
    await rehearsal.settle()
    back = await rehearsal.person("Leila").press("The meeting now", channel="hosts")
    assert "comes to the end of" in seen(back)
    await rehearsal.settle()
    (shown,) = [each for each in rehearsal.person("Owen").read("hosts") if "# Break until" in each.text]
    assert [button.label for button in shown.buttons] == [GO_ON, "Open questions", END]
