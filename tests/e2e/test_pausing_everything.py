"""A facilitator pauses a whole community with words of her own, and lets it go on."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Outcome, Rehearsal
from tests.e2e.conftest import ask, bot_running, set_up, settings_for
from tests.e2e.flows import THE_FACILITATORS, everybody, join, labels, readers, seen
from tests.e2e.nudging import Budget, promise
from tests.e2e.test_nudges import read

PAUSE, NOW = "Pause everything", "Pause everything now"
BOX = "What everybody reads"
WORDS = "There are strikes at three hospitals. Ring Owen if you need us."


async def writes(rehearsal: Rehearsal, who: str, words: str, *, unchecked: bool = False) -> Outcome:
    """A facilitator writes what everybody is to read; the preview."""
    opened = await rehearsal.person(who).press(PAUSE, channel=THE_FACILITATORS)
    assert opened.form is not None
    return await opened.form.submit({BOX: words}, unchecked=unchecked)


async def on(rehearsal: Rehearsal, who: str, label: str, shown: Outcome) -> Outcome:
    """Somebody presses a button under what only she sees, and all that follows is done."""
    outcome = await rehearsal.person(who).press(label, channel=THE_FACILITATORS, message=shown.message)
    await rehearsal.settle()
    return outcome


async def test_it_is_shown_first_holds_over_a_restart_and_then_goes_on_with_nothing_piled_up(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await join(rehearsal, "Amina")
        preview = await writes(rehearsal, "Leila", WORDS)
        assert "Nothing has happened yet" in seen(preview)
        assert labels(preview) == [NOW, "Change the words", "Do not pause"]
        assert readers(rehearsal, "strikes") == {"Leila"}
        changed = await on(rehearsal, "Leila", "Change the words", preview)
        assert changed.form is not None
        assert changed.form.fields[0].value == WORDS
        assert "Everything is paused" in seen(await on(rehearsal, "Leila", NOW, preview))
        assert readers(rehearsal, WORDS) == everybody(rehearsal)
        await promise(rehearsal, tmp_path, "Amina", "Papers")
        await promise(rehearsal, tmp_path, "Amina", "Your answer", budget=Budget.ASKED)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.advance(timedelta(hours=3))
        assert read(rehearsal) == ["Your answer"]
        assert "is safe here" in seen(await ask(rehearsal, "Amina", "What is a pathway?")), "asking works"
        state = await rehearsal.person("Owen").press(PAUSE, channel=THE_FACILITATORS)
        assert WORDS in seen(state)
        assert labels(state) == ["Go on", "Stay paused"]
        assert "Everything goes on" in seen(await on(rehearsal, "Owen", "Go on", state))
        assert "We go on" in rehearsal.person("Derek").read("questions")[-1].text
        await rehearsal.advance(timedelta(hours=3))
        assert read(rehearsal) == ["Your answer"]
        await promise(rehearsal, tmp_path, "Amina", "New papers", budget=Budget.URGENT)
        assert read(rehearsal) == ["Your answer", "New papers"]


async def test_two_at_once_pause_once_and_go_on_once(community: Rehearsal) -> None:
    previews = {who: await writes(community, who, f"{who} says so.") for who in ("Leila", "Owen")}
    both = await asyncio.gather(*(on(community, who, NOW, shown) for who, shown in previews.items()))
    assert sorted("Everything is paused." in seen(each) for each in both) == [False, True]
    (card,) = [each for each in community.person("Derek").read("questions") if "having a pause" in each.text]
    assert ("Leila says so." in card.text) != ("Owen says so." in card.text)
    states = {
        who: await community.person(who).press(PAUSE, channel=THE_FACILITATORS) for who in ("Leila", "Owen")
    }
    ends = await asyncio.gather(*(on(community, who, "Go on", state) for who, state in states.items()))
    assert sorted("Everything goes on." in seen(each) for each in ends) == [False, True]


async def test_only_facilitators_pause_and_nothing_without_words_or_with_too_many(
    community: Rehearsal,
) -> None:
    refused = await community.person("Ruth").press(PAUSE, channel=THE_FACILITATORS)
    assert "Only facilitators can do this" in seen(refused)
    assert "Nothing was paused" in seen(await writes(community, "Leila", "x" * 4_000, unchecked=True))
    assert "nothing in your message" in seen(await writes(community, "Leila", "  ", unchecked=True))
    preview = await writes(community, "Leila", "*" * 1_000)
    assert "Nothing is paused" in seen(await on(community, "Leila", "Do not pause", preview))
    await writes(community, "Leila", WORDS)
    assert readers(community, "having a pause") == set()


async def test_a_preview_from_before_a_restart_says_that_nothing_was_paused(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        preview = await writes(rehearsal, "Leila", WORDS)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        assert "Nothing was paused" in seen(await on(rehearsal, "Leila", NOW, preview))
        assert readers(rehearsal, "having a pause") == set()
