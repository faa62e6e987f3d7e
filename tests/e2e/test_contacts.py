"""Named contacts and [I'd like a word], as each side sees them, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Rehearsal
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.contacts import FACILITATORS, begin, has_left, mention
from tests.e2e.flows import fill, press, readers, screen, seen

HER_WORDS = "I felt *lost* last week, and <@&1> said nothing."
THE_FIRST = "felt"
WORD = "I’d like a word"


async def asks_for_a_word(rehearsal: Rehearsal, who: str = "Amina", words: str = HER_WORDS) -> str:
    """Somebody goes all the way; what she read before she wrote anything."""
    first = await press(rehearsal, who, WORD)
    preview = await fill(rehearsal, who, "Go on", {"What would you like to say?": words})
    assert "Nothing was sent yet" in preview
    await press(rehearsal, who, "Send")
    return first


def direct(rehearsal: Rehearsal, who: str) -> list[str]:
    """What the bot wrote to somebody about a word; that somebody is new is another story."""
    return [each.text for each in rehearsal.person(who).read_direct() if "word" in each.text]


async def in_chat(rehearsal: Rehearsal, who: str, label: str) -> str:
    """Somebody presses a button in the chat with the bot; what she reads then."""
    outcome = await rehearsal.person(who).press(label)
    await rehearsal.settle()
    assert outcome.message is not None, outcome.failed
    return outcome.message.text


async def test_a_word_reaches_her_contact_and_then_the_cover(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await begin(community, tmp_path)
    before = {who: screen(community, who) for who in ("Owen", "Priya", "Ruth")}
    first = await asks_for_a_word(community)
    leila, owen, amina = (mention(community, name) for name in ("Leila", "Owen", "Amina"))
    for told in (leila, "Mondays and Thursdays", owen, "Your name goes with it"):
        assert told in first
    # Her contact gets her name; her words only under the button; nobody else gets anything.
    (message,) = direct(community, "Leila")
    assert amina in message
    assert THE_FIRST not in message
    assert {who: screen(community, who) for who in before} == before
    assert THE_FIRST in await in_chat(community, "Leila", "What they wrote")
    # Asked for once more, there is one, and she sees where it is.
    assert "Nobody has seen it yet" in await press(community, "Amina", WORD)
    # Monday at ten: it goes to the cover on Wednesday at ten, and no sooner; she is told.
    await community.advance(timedelta(days=2) - timedelta(minutes=1))
    assert direct(community, "Owen") == []
    await community.advance(timedelta(minutes=1))
    assert amina in direct(community, "Owen")[0]
    assert "went to the next person" in direct(community, "Amina")[0]
    assert "Thank you" in await in_chat(community, "Owen", "I have seen it")
    # It goes to nobody else, and is forgotten.
    await community.advance(timedelta(days=7))
    assert not [each for each in community.person("Leila").read(FACILITATORS) if WORD.lower() in each.text]
    assert "was seen" in await press(community, "Amina", WORD)
    await community.advance(timedelta(days=24))
    assert "was seen" not in await press(community, "Amina", WORD)
    assert str(community.person("Amina").user_id) not in log.getvalue()
    assert THE_FIRST not in log.getvalue()


async def test_closed_messages_send_it_on_at_once_and_in_the_end_to_the_facilitators(
    community: Rehearsal, tmp_path: Path
) -> None:
    await begin(community, tmp_path)
    for contact in ("Leila", "Owen"):
        community.person(contact).close_direct_messages()
    await asks_for_a_word(community)
    (note,) = [
        each for each in community.person("Ruth").read(FACILITATORS) if "would like a word" in each.text
    ]
    assert mention(community, "Amina") in note.text
    assert THE_FIRST not in note.text
    assert "with the facilitators" in direct(community, "Amina")[-1]
    assert readers(community, THE_FIRST) == set()
    read = await press(community, "Leila", "What they wrote", on=note, channel=FACILITATORS)
    assert THE_FIRST in read
    assert "Thank you" in await press(community, "Leila", "I have seen it", on=note, channel=FACILITATORS)


async def test_who_has_no_contact_agrees_first_and_nobody_else_can_read_it(
    community: Rehearsal, tmp_path: Path
) -> None:
    """Somebody who has not joined; two presses at once; taking it back; somebody who forges a press."""
    await begin(community, tmp_path)
    first = await press(community, "Derek", WORD)
    assert "all facilitators" in first
    assert "would like a word" not in screen(community, "Leila")
    await fill(community, "Derek", "Go on", {"What would you like to say?": ""})
    derek = community.person("Derek")
    both = await asyncio.gather(*(derek.press("Send", channel="questions") for _ in range(2)))
    await community.settle()
    assert all("It is sent" in seen(outcome) for outcome in both)
    notes = [
        each
        for each in community.person("Leila").read(FACILITATORS)
        if mention(community, "Derek") in each.text
    ]
    assert len(notes) == 1
    assert "Your words are gone" in await press(community, "Derek", "Take it back")
    gone = await press(community, "Leila", "What they wrote", on=notes[0], channel=FACILITATORS)
    assert "taken back" in gone


async def test_a_contact_who_left_is_covered_for_and_a_choice_is_made_by_hand(
    community: Rehearsal, tmp_path: Path
) -> None:
    await begin(community, tmp_path)
    await has_left(community, tmp_path, "Leila")
    assert mention(community, "Owen") in await press(community, "Amina", WORD)
    pairs = await press(community, "Leila", "Named contacts", channel=FACILITATORS)
    assert "Every patient and public member has a named contact" in pairs
    await press(community, "Leila", "Who has whom", channel=FACILITATORS)
    taken = await fill(
        community, "Leila", "Change 1", {"Who is their named contact?": []}, channel=FACILITATORS
    )
    assert "no named contact now" in taken
    assert "all facilitators" in await press(community, "Amina", WORD)
    priya = community.person("Priya").name
    await press(community, "Leila", "Who has whom", channel=FACILITATORS)
    wrong = await fill(
        community,
        "Leila",
        "Change 1",
        {"Who is their named contact?": [priya]},
        channel=FACILITATORS,
    )
    assert "is no named contact" in wrong


async def test_two_presses_of_use_this_and_a_restart_in_the_middle_of_a_word(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await begin(rehearsal, tmp_path)
        await press(rehearsal, "Leila", "Who has whom", channel=FACILITATORS)
        await fill(rehearsal, "Leila", "Change 1", {"Who is their named contact?": []}, channel=FACILITATORS)
        await press(rehearsal, "Leila", "Suggest", channel=FACILITATORS)
        leila = rehearsal.person("Leila")
        both = await asyncio.gather(*(leila.press("Use this", channel=FACILITATORS) for _ in range(2)))
        assert sorted("One member has a named contact now" in seen(each) for each in both) == [False, True]
        assert sorted("Everybody has a named contact" in seen(each) for each in both) == [False, True]
        await press(rehearsal, "Amina", WORD)
        preview = await fill(rehearsal, "Amina", "Go on", {"What would you like to say?": HER_WORDS})
        assert "Nothing was sent yet" in preview
    async with bot_running(settings):
        await rehearsal.bot_ready()
        assert "If it is not there, write it again" in await press(rehearsal, "Amina", "Send")
        assert direct(rehearsal, "Leila") == []
        await asks_for_a_word(rehearsal)
        (message,) = direct(rehearsal, "Leila")
        assert mention(rehearsal, "Amina") in message
    async with bot_running(settings):
        await rehearsal.bot_ready()
        assert THE_FIRST in await in_chat(rehearsal, "Leila", "What they wrote")
        await rehearsal.advance(timedelta(days=2))
        assert mention(rehearsal, "Amina") in direct(rehearsal, "Owen")[0]
        assert len(direct(rehearsal, "Leila")) == 1


async def test_what_was_not_sent_reaches_nobody(community: Rehearsal, tmp_path: Path) -> None:
    """The planted fault of the stories above: nobody who looks after somebody hears of what was not sent."""
    await begin(community, tmp_path)
    await press(community, "Amina", WORD)
    await fill(community, "Amina", "Go on", {"What would you like to say?": HER_WORDS})
    assert "Nothing was sent" in await press(community, "Amina", "Never mind")
    await community.advance(timedelta(days=5))
    assert [direct(community, who) for who in ("Leila", "Owen", "Amina")] == [[], [], []]
