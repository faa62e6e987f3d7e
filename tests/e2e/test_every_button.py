"""Every button and every form there is, pressed by those who would press it, with what nobody expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.meetings.service import Meetings
from rehearsal import Form, Outcome, Rehearsal
from rehearsal.forms import Typed
from tests.e2e.conftest import Log, set_up
from tests.e2e.contacts import FACILITATORS, MARGARET, MARGARETS_ID, begin, mention
from tests.e2e.flows import THE_QUESTIONS, join, labels, press_more, readers, screen, seen, write_to_the_bot
from tests.e2e.hands import forge, marks
from tests.e2e.test_without_discord import everyday

LONG = 4_000
FAULT = "went wrong on our side"
#: What a form is about, where it is about somebody or something.
ABOUT = {
    "contacts:choose": MARGARETS_ID,
    "contacts:add-errand": MARGARETS_ID,
    "contacts:attends": MARGARETS_ID,
    "contacts:relay": MARGARETS_ID,
    "people:without-change": MARGARETS_ID,
    "people:without-needs": MARGARETS_ID,
    "people:without-pick": "s0",
    "preparation:edit": "lay.payment",
    "preparation:pay": "lay.payment",
    "questions:choose": "urgent",
    "community:group": "lay",
}
THE_PANEL = (
    ("Ask anonymously", "What does that word mean?", "I’m lost", "Slower, please", "I’d like to speak"),
    ("I’m here", "I’d like a word", "More"),
)
UNDER_MORE = (
    "My questions",
    "What’s next",
    "The last record",
    "About me",
    "Join this community",
    "Before my first meeting",
    "What can anyone find out?",
)
#: What each of them says first, to somebody who has joined (True), or has not.
SAID_UNDER_MORE = {
    True: (
        "There is nothing of yours here",
        "No meeting is announced just now",
        "No record of a meeting is posted yet",
        "Only you can see this page",
        "You joined this community on",
        "These are all the cards",
        "Your question is anonymous to the group",
    ),
    False: (
        "There is nothing of yours here",
        "No meeting is announced just now",
        "No record of a meeting is posted yet",
        "If you join, the bot keeps your account",
        "If you join, the bot keeps your account",
        "You have not joined yet",
        "Your question is anonymous to the group",
    ),
}
THE_FACILITATORS_PANEL = (
    ("Meeting starts", "Meeting ends", "The meeting now", "The order of hands", "How many are here"),
    ("Meetings", "Open questions", "Let questions out now", "Question settings", "Words that were hard"),
    ("Add members", "Named contacts", "Standing roles", "Before the first meeting"),
    ("Pause everything", "Privacy", "Check a text", "Set up", "Glossary"),
)


def told(outcome: Outcome) -> str:
    """What came of a press: what is read, or the form's own words."""
    if outcome.form is not None:
        return outcome.form.title
    assert outcome.message is not None, outcome.failed
    return outcome.message.text


def filled(form: Form, character: str) -> dict[str, Typed]:
    """A form with 4,000 characters in every box for text, and the first of every choice."""
    values: dict[str, Typed] = {}
    for field in form.fields:
        if field.kind == "text":
            values[field.label] = character * LONG
        elif field.options:
            values[field.label] = field.options[0] if field.kind == "radio" else [field.options[0]]
    return values


async def test_4000_characters_in_every_box_are_refused_in_a_sentence_and_given_back(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await begin(community, tmp_path, without=MARGARET)
    leila, sent, before = community.person("Leila"), set(), everyday(tmp_path)
    for mark in marks("opens_form"):
        custom_id = f"{mark.action}:{ABOUT.get(mark.action, '')}"
        opened = await forge(community, leila, custom_id, FACILITATORS)
        assert FAULT not in told(opened), mark.action
        if opened.form is None or "text" not in [field.kind for field in opened.form.fields]:
            continue
        for character in ("x", "*"):
            outcome = await opened.form.submit(filled(opened.form, character), unchecked=True)
            answer = told(outcome)
            assert FAULT not in answer, mark.action
            assert "Nothing was" in answer or "Nothing has happened" in answer, mark.action
            assert character * 50 in answer.replace("\\", ""), mark.action
        sent.add(mark.action)
    assert {"people:place", "contacts:write", "contacts:relay", "people:invite-list", "meetings:add"} <= sent
    assert len(sent) > 20
    assert everyday(tmp_path) == before
    assert "unexpected error" not in log.getvalue()
    assert "x" * 50 not in log.getvalue()


async def test_every_button_answers_here_and_in_a_direct_message_whatever_its_token(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    """Leila presses with a token that was made up, Amina in the chat with the bot."""
    await begin(community, tmp_path, without=MARGARET)
    leila, amina = community.person("Leila"), community.person("Amina")
    await write_to_the_bot(community, "Amina")
    pressed = 0
    for mark in marks("button", "opens_form"):
        outcome = await forge(community, leila, f"{mark.action}:forged", FACILITATORS)
        assert FAULT not in told(outcome), mark.action
        custom_id = f"{mark.action}:{community.community_id}."
        answer = told(await forge(community, amina, custom_id, None))
        assert FAULT not in answer, mark.action
        assert ("inside a server" in answer) != mark.audience.in_messages, mark.action
        pressed += 1
    assert pressed > 150
    assert "unexpected error" not in log.getvalue()


async def test_a_button_that_fails_is_found(
    community: Rehearsal, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: what the two tests above look for is what a fault of ours looks like."""

    async def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Meetings, "listed", fails)
    outcome = await forge(community, community.person("Leila"), "meetings:list:forged", FACILITATORS)
    assert FAULT in told(outcome)
    assert "unexpected error" in log.getvalue()


async def test_her_pause_her_word_and_her_cards_from_the_chat_with_the_bot_until_she_leaves(
    community: Rehearsal, tmp_path: Path
) -> None:
    await begin(community, tmp_path)
    amina, here = community.person("Amina"), f"{community.community_id}."
    await write_to_the_bot(community, "Amina")

    async def forged(action: str) -> str:
        return told(await forge(community, amina, f"{action}:{here}", None))

    assert "Messages are paused" in await forged("people:pause")
    assert "Messages are paused" in seen(await amina.press("For a week"))
    assert "Messages can come again" in seen(await amina.press("Start messages again"))
    assert mention(community, "Leila") in await forged("contacts:word")
    opened = await amina.press("Go on")
    assert opened.form is not None
    assert "Nothing was sent yet" in seen(await opened.form.submit({"What would you like to say?": "Hm."}))
    assert "It is sent" in seen(await amina.press("Send"))
    await community.settle()
    assert any(mention(community, "Amina") in each.text for each in community.person("Leila").read_direct())
    assert "Before my first meeting" in await forged("preparation:mine")
    assert "Nobody is watching" in seen(await amina.press("Try the buttons"))
    practise = await amina.press("Practise asking")
    assert practise.form is not None
    assert "Nothing was sent" in seen(await practise.form.submit({"Your question": "Is this on?"}))
    amina.leave()
    for action in ("people:pause", "people:me", "contacts:word", "contacts:send", "preparation:mine"):
        assert "You are not in that community’s server any more" in await forged(action)


async def test_every_button_of_the_panels_before_there_is_anything(
    rehearsal: Rehearsal, bot: object, log: Log
) -> None:
    """A newcomer presses each button of her panel, a facilitator each of hers, in the order they stand."""
    await set_up(rehearsal)
    panels = (("Derek", THE_QUESTIONS, THE_PANEL), ("Leila", FACILITATORS, THE_FACILITATORS_PANEL))
    for who, channel, in_rows in panels:
        names = [each for row in in_rows for each in row]
        assert [each.label for each in rehearsal.person(who).read(channel)[0].buttons] == names
        assert rows(rehearsal, channel) == [len(row) for row in in_rows]
        panel = rehearsal.person(who).read(channel)[0]
        for label in names:
            answer = told(await rehearsal.person(who).press(label, channel=channel, message=panel))
            assert FAULT not in answer, label
            assert len(answer) > 10, label
    assert "unexpected error" not in log.getvalue()


@pytest.mark.parametrize("joined", [True, False])
async def test_all_that_stands_under_more_answers_only_her(
    community: Rehearsal, log: Log, joined: bool
) -> None:
    if joined:
        await join(community, "Amina")
    amina = community.person("Amina")
    answers = {label: seen(await press_more(amina, label)) for label in UNDER_MORE}
    for label, said in zip(UNDER_MORE, SAID_UNDER_MORE[joined], strict=True):
        assert said in answers[label], label
        assert readers(community, said) <= {"Amina"}, label
    assert "unexpected error" not in log.getvalue()


async def test_nobody_else_sees_any_difference_when_somebody_presses_more(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    amina = community.person("Amina")
    before, kept, logged = _screens_of_others(community), everyday(tmp_path), log.getvalue()
    opened = await amina.press("More", channel=THE_QUESTIONS)
    await community.settle()
    assert labels(opened) == list(UNDER_MORE)
    assert "Nobody here can see that you pressed **More**" in seen(opened)
    assert (_screens_of_others(community), everyday(tmp_path), log.getvalue()) == (before, kept, logged)
    # What somebody does openly is seen.
    await amina.say("general", "Good morning.")
    assert _screens_of_others(community) != before


def _screens_of_others(rehearsal: Rehearsal) -> dict[str, str]:
    return {each.name: screen(rehearsal, each.name) for each in rehearsal.people if "Amina" not in each.name}


def rows(rehearsal: Rehearsal, channel: str) -> list[int]:
    """How many buttons stand in each row of the panel in a channel."""
    (panel,) = rehearsal.world.channel_named(channel).messages.values()
    return [len(part.components) for part in panel.components if hasattr(part, "components")]
