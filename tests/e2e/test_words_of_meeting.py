"""The words of the next meeting, from the agenda to the last minute, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Outcome, Rehearsal
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.flows import THE_FACILITATORS, THE_QUESTIONS, labels, press, readers, seen
from tests.e2e.hands import forge
from tests.e2e.test_glossary_check import cards, check, everything, label_with, on
from tests.e2e.test_preparation import MEETING, plan

GENERAL = "general"
ON_THE_DAY = {**MEETING, "When?": "2 March 2026, 14:00"}
AGENDA = "# Agenda\n1. The ICB and the pathway\n2. OA clinics, by zzyzxly"
KEEP = "Only keep it for the meeting"
NEXT, NOW = "The words of the next meeting on", "The words of this meeting"


async def preview(rehearsal: Rehearsal, text: str = AGENDA, *, who: str = "Leila") -> Outcome:
    """A facilitator makes a card from an agenda."""
    shown = await check(rehearsal, text, who=who)
    return await on(rehearsal, "Words you will hear", shown, who=who)


async def all_words(rehearsal: Rehearsal, who: str = "Amina") -> Outcome:
    """Somebody looks up a word that nobody knows, and then all words."""
    opened = await rehearsal.person(who).press("What does that word mean?", channel=THE_QUESTIONS)
    assert opened.form is not None
    lost = await opened.form.submit({"The word": "integrated care board"})
    return await rehearsal.person(who).press("All words", channel=THE_QUESTIONS, message=lost.message)


async def choices(rehearsal: Rehearsal, who: str = "Amina") -> list[str]:
    """What is offered first among all words: the words of a meeting, or nothing."""
    every = labels(await all_words(rehearsal, who))
    assert not [each for each in every[1:] if "meeting" in each]
    return [each for each in every[:1] if "meeting" in each]


async def test_from_the_agenda_to_a_lay_members_page_until_the_meeting_is_over(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await plan(community, dict(ON_THE_DAY))
    assert await choices(community) == []
    shown = await preview(community)
    assert "You can keep it for the meeting on 2 March." in seen(shown)
    assert labels(shown)[0] == "Post it here, and keep it for the meeting on 2 March"
    done = await on(community, labels(shown)[0], shown)
    assert "The card is on its way" in seen(done)
    assert "These words are kept for the meeting on 2 March." in seen(done)
    assert len(cards(community, THE_FACILITATORS)) == 1
    (label,) = await choices(community)
    assert label.startswith(f"{NEXT} 2 March")
    words = await community.person("Amina").press(label, channel=THE_QUESTIONS)
    assert "## The words of the next meeting on 2 March" in seen(words)
    assert "**Integrated care board (ICB):** The local organisation" in seen(words)
    assert readers(community, "The words of the next meeting on") == {"Amina"}
    opened = await community.person("Amina").press(
        label_with(words, "ntegrated care board"), channel=THE_QUESTIONS, message=words.message
    )
    assert "**More exactly:**" in seen(opened)
    printed = await press(community, "Amina", "Print these words", on=words.message)
    assert "text file" in printed
    await community.advance(timedelta(hours=5))
    (label,) = await choices(community)
    assert label.startswith(NOW)
    now = await community.person("Amina").press(label, channel=THE_QUESTIONS)
    assert "## The words of this meeting" in seen(now)
    await community.advance(timedelta(hours=3))
    assert await choices(community) == []
    for old in (words, now):
        shown = await community.person("Amina").press(
            "All themes", channel=THE_QUESTIONS, message=old.message
        )
        assert "## All words" in seen(shown)
    assert b"zzyzxly" not in everything(tmp_path)
    assert "zzyzxly" not in log.getvalue()


async def test_a_newer_card_shows_newer_words_and_two_facilitators_at_once_leave_one(
    community: Rehearsal,
) -> None:
    await plan(community)
    for text in ("The ICB met.", "The RCT is new."):
        kept = await on(community, KEEP, await preview(community, text))
        assert "These words are kept for the meeting on 16 March." in seen(kept)
        assert cards(community, THE_FACILITATORS) == []
    (label,) = await choices(community)
    words = seen(await community.person("Amina").press(label, channel=THE_QUESTIONS))
    assert "Randomised controlled trial" in words
    assert "Integrated care board" not in words
    both = {
        who: await preview(community, f"The {word} met.", who=who)
        for who, word in (("Leila", "ICB"), ("Owen", "RCT"))
    }
    await asyncio.gather(*(on(community, KEEP, shown, who=who) for who, shown in both.items()))
    (label,) = await choices(community)
    assert label.endswith("(1)")


async def test_a_meeting_cancelled_meanwhile_is_said_and_nothing_is_lost(community: Rehearsal) -> None:
    await plan(community)
    shown = await preview(community)
    await on(community, KEEP, await preview(community))
    assert len(await choices(community)) == 1
    await press(community, "Owen", "Meetings", channel=THE_FACILITATORS)
    await press(community, "Owen", "Cancel 1", channel=THE_FACILITATORS)
    assert "is cancelled" in await press(community, "Owen", "Yes, cancel it", channel=THE_FACILITATORS)
    assert await choices(community) == []
    for label in labels(shown)[:2]:
        told = seen(await on(community, label, shown))
        assert "This meeting is over, or it was cancelled. Nothing was posted" in told
    assert cards(community, THE_FACILITATORS) == []
    assert "on its way" in seen(await on(community, "Post it here", shown))
    assert len(cards(community, THE_FACILITATORS)) == 1


async def test_they_outlast_a_restart_and_a_facilitator_takes_them_away(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await plan(rehearsal)
        kept = await on(rehearsal, KEEP, await preview(rehearsal))
    async with bot_running(settings):
        await rehearsal.bot_ready()
        assert len(await choices(rehearsal, "Derek")) == 1
        gone = await on(rehearsal, "Take these words away from the meeting", kept)
        assert "No words are kept for this meeting any more." in seen(gone)
        assert await choices(rehearsal, "Derek") == []


async def test_without_a_meeting_or_without_words_there_is_no_such_choice(community: Rehearsal) -> None:
    shown = await preview(community)
    assert labels(shown) == ["Post it here", "Show it as text", "Back to the text"]
    assert "Words you will hear" not in labels(await check(community, "Come at ten, and bring tea."))
    long = await preview(community, ("The ICB and the pathway. " * 160)[:4_000])
    assert "Nothing has been posted yet." in seen(long)
    for action in ("keep", "post-meeting"):
        token = "x"
        told = await forge(
            community, community.person("Leila"), f"glossary_check:{action}:{token}", THE_FACILITATORS
        )
        assert "Nothing was posted just now" in seen(told)


async def test_only_facilitators_keep_them_and_take_them_away(community: Rehearsal) -> None:
    await plan(community)
    await on(community, KEEP, await preview(community))
    for action in ("glossary_check:keep", "glossary_check:post-meeting", "meeting_words:drop"):
        for who in ("Amina", "Priya", "Ruth"):
            told = await forge(community, community.person(who), f"{action}:x")
            assert "Only facilitators can do this" in seen(told), (action, who)
    assert len(await choices(community)) == 1
