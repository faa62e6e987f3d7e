"""Setting a community up by buttons only: from an empty server to a check that is all green."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.community.service.making import Making
from rehearsal import Rehearsal
from rehearsal.world.model import ChannelKind
from tests.e2e.conftest import bot_running, settings_for
from tests.e2e.setting_up import SAFETY, Desk
from tests.e2e.test_scheduling import on, schedule

MADE = {"questions", "facilitators", "welcome", "patients-and-public", "Meeting room"}


EMPTY = pytest.mark.parametrize("rehearsal", ["empty"], indirect=True)
ODD = pytest.mark.parametrize("rehearsal", ["odd"], indirect=True)


def channels(rehearsal: Rehearsal) -> list[str]:
    return sorted(each.name for each in rehearsal.world.guild.channels.values())


def roles(rehearsal: Rehearsal) -> list[str]:
    return sorted(each.name for each in rehearsal.world.guild.roles.values())


@EMPTY
async def test_from_an_empty_server_to_all_green_by_buttons(rehearsal: Rehearsal, tmp_path: Path) -> None:
    async with bot_running(settings_for(rehearsal, tmp_path)):
        await rehearsal.bot_ready()
        ruth = Desk(rehearsal, "Ruth")
        assert "1. Groups of people.** Not done yet" in await ruth.begin()
        await ruth.press("Go on")
        said = await ruth.press("This is right")
        assert "The channel **questions** would be made. Everybody sees it." in said
        assert "The role **Clinicians** would be made" in said
        assert channels(rehearsal) == ["general"], "nothing is made without a yes"
        said = await ruth.press("Yes, all of this")
        assert "It is there now" in said
        assert set(channels(rehearsal)) == {"general", *MADE}
        said = await ruth.fill(
            "Choose people", {"Who becomes a facilitator?": ["Ruth Calder", "Leila Haddad"]}
        )
        assert "2 people have" in said
        assert "also take part here" in said
        assert "The time zone is **Europe/London**" in await ruth.press("Yes, takes part")
        said = await ruth.fill("Change", {"Whose bank holidays count?": "Scotland"})
        assert "from 09:00 to 18:00" in said
        await ruth.fill("Change", {"From when?": "10"})
        # Another facilitator takes over half-way, by the message in the new channel.
        await rehearsal.settle()
        leila = Desk(rehearsal, "Leila", "facilitators")
        said = await leila.press("Set up")
        assert "6. Times for messages.** Done" in said
        assert "7. How questions go out.** Not done yet" in said
        await leila.press("Go on")
        said = await leila.press("This is right")
        assert "No safeguarding lead is named yet" in said
        assert "Nobody can trace who asked" in said
        await leila.fill("Fill in", SAFETY)
        said = await leila.fill("Fill in", {"Why may your organisation keep this?": "Our public task."})
        assert "Panels are messages with buttons" in said
        said = await leila.press("Post the panels")
        # They may have arrived before the page was drawn.
        assert "on their way" in said or "The panels are there" in said
        await rehearsal.settle()
        said = await leila.press("Check everything")
        assert "Everything works" in said
        assert "11. Check everything.** Done" in await leila.press("Back to the list")
        await _lived(rehearsal)
        await _they_meet_here(rehearsal)


async def _they_meet_here(rehearsal: Rehearsal) -> None:
    """A facilitator types one word, and everybody sees in which channel the meeting is."""
    typed = {"What is it called?": "First", "When?": "16 March 2026 10:30", "Where?": "here"}
    await on(rehearsal, "Yes, use this", await schedule(rehearsal, typed))
    (event,) = rehearsal.person("Amina").events()
    assert (event.name, event.place) == ("First", "Meeting room")
    assert event.end is not None


async def _lived(rehearsal: Rehearsal) -> None:
    """What was set up is what a member meets."""
    amina, derek = rehearsal.person("Amina"), rehearsal.person("Derek")
    assert amina.channels() == ["general", "questions", "welcome"]
    promise = await derek.press("What can anyone find out?", channel="welcome")
    assert promise.message is not None
    assert "also takes part, as a facilitator or a member" in promise.message.text
    opened = await amina.press("Ask anonymously", channel="questions")
    assert opened.form is not None
    sent = await opened.form.submit({"Your question": "What is a pathway?"})
    assert sent.message is not None
    assert "You can tell Ruth Calder" in sent.message.text
    assert "We call the police" in sent.message.text
    # The space for patient and public members: theirs alone, and the bot is shut out.
    rehearsal.world.give_role("Amina Yusuf", "Patient and public members")
    assert "patients-and-public" in amina.channels()
    lay = rehearsal.world.channel_named("patients-and-public")
    assert not rehearsal.world.sees(rehearsal.application_id, lay)
    assert "patients-and-public" not in rehearsal.person("Leila").channels()


@ODD
async def test_on_an_odd_server_each_fault_is_told_and_mended(rehearsal: Rehearsal, tmp_path: Path) -> None:
    _make_odd(rehearsal)
    async with bot_running(settings_for(rehearsal, tmp_path)):
        await rehearsal.bot_ready()
        ruth = Desk(rehearsal, "Ruth")
        await ruth.begin()
        said = await ruth.press("Channels and roles")
        assert "A channel like **questions** is there, but I cannot see it" in said
        assert "A role like **Facilitators** is there already. It would be used." in said
        assert "Two or more roles are called like **Clinicians**" in said
        assert "Two or more channels are called like **facilitators**" in said
        assert "A channel like **patients-and-public** is there, but everybody can see it" in said
        assert "The channel **welcome** would be made" in said, "a voice room is no channel for text"
        await _one_permission_is_missing(rehearsal, ruth)
        await _a_person_chooses(ruth)
        await _the_role_is_too_low(rehearsal, ruth)
        await _the_check_names_what_is_left(rehearsal, ruth)


def _make_odd(rehearsal: Rehearsal) -> None:
    """Odder still: there is a channel of each name, and each is wrong in its own way."""
    world = rehearsal.world
    for name in ("👥-Facilitators", "facilitators!", "patients-and-public", "helpers"):
        world.create_channel(name)
    world.create_channel("welcome", ChannelKind.VOICE)
    world.deny("@everyone", "helpers", "VIEW_CHANNEL")
    world.allow("Equal Footing", "helpers", "VIEW_CHANNEL")
    world.create_role("FACILITATORS ✨")
    world.move_role("Equal Footing", below="FACILITATORS ✨")
    world.revoke("Equal Footing", "MANAGE_CHANNELS")


async def _one_permission_is_missing(rehearsal: Rehearsal, ruth: Desk) -> None:
    before = channels(rehearsal), roles(rehearsal)
    said = await ruth.press("Yes, all of this")
    assert "not allowed to make channels. Nothing was made." in said
    assert "switch on “Manage Channels”" in said
    assert (channels(rehearsal), roles(rehearsal)) == before
    rehearsal.world.grant("Equal Footing", "MANAGE_CHANNELS")
    rehearsal.world.allow("Equal Footing", "questions", "VIEW_CHANNEL")
    await ruth.press("Try again")
    assert channels(rehearsal).count("welcome") == 2
    assert len(channels(rehearsal)) == len(before[0]) + 1


async def _a_person_chooses(ruth: Desk) -> None:
    """Of two that are called alike; and not one that everybody can see."""
    opened = await ruth.person.press("Use existing ones", channel="general")
    assert opened.form is not None
    refused = await opened.form.submit({"The channel for facilitators": ["👥-facilitators"]})
    assert refused.message is not None
    assert "Everybody can see this channel" in refused.message.text
    await ruth.fill("Use existing ones", {"The channel for facilitators": ["helpers"]})


async def _the_role_is_too_low(rehearsal: Rehearsal, ruth: Desk) -> None:
    world = rehearsal.world
    high = world.role_named("FACILITATORS ✨")
    await ruth.press("Back to the list", "Facilitators")
    said = await ruth.fill("Choose people", {"Who becomes a facilitator?": ["Leila Haddad"]})
    assert "My role is too low. I cannot give the role “FACILITATORS ✨”" in said
    assert high.id not in world.member_named("Leila Haddad").role_ids
    world.move_role("FACILITATORS ✨", below="Equal Footing")
    said = await ruth.fill("Try again", {"Who becomes a facilitator?": ["Leila Haddad"]})
    assert "One person has" in said
    assert high.id in world.member_named("Leila Haddad").role_ids


async def _the_check_names_what_is_left(rehearsal: Rehearsal, ruth: Desk) -> None:
    said = await ruth.press("Back to the list", "Check everything")
    assert "the panel is not there yet" in said
    assert "no safeguarding lead is named yet" in said
    assert "channel #helpers: the bot may do all it needs" in said
    rehearsal.world.deny("Equal Footing", "questions", "SEND_MESSAGES")
    assert "lacks “Send Messages”" in await ruth.press("Check again")
    assert "lacks “Send Messages”" in await ruth.press("Back to the list", "Panels", "Post the panels")
    rehearsal.world.clear("Equal Footing", "questions", "SEND_MESSAGES")
    assert "The panels are" in await ruth.press("Try again")


@EMPTY
async def test_two_at_once_a_crash_in_between_and_all_of_it_taken_back(
    rehearsal: Rehearsal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        ruth = Desk(rehearsal, "Ruth")
        await ruth.begin()
        await ruth.press("Channels and roles")
        with monkeypatch.context() as patch:
            patch.setattr(Making, "_keep", _Dies("questions").keep)
            failed = await ruth.person.press("Yes, all of this", channel="general")
            assert failed.message is not None
            assert "Something went wrong on our side" in failed.message.text
        assert channels(rehearsal) == ["general", "questions"], "it is there, and the bot does not know"
    async with bot_running(settings):
        await rehearsal.bot_ready()
        first, second = Desk(rehearsal, "Ruth"), Desk(rehearsal, "Ruth")
        await first.press("Back to the list")
        assert "A channel like **questions** is there already" in await first.press("Channels and roles")
        both = (each.press("Yes, all of this") for each in (first, second))
        await asyncio.gather(*both)
        assert channels(rehearsal) == sorted(["general", *MADE]), "nothing was made twice"
        assert len(roles(rehearsal)) == len(set(roles(rehearsal)))
        await rehearsal.person("Amina").say("welcome", "Hello, everybody.")
        await first.press("Back to the list", "Channels and roles")
        said = await first.press("Take back what was made")
        assert "**#questions** would be deleted" in said
        assert "**#welcome** stays, because people have written there" in said
        assert "**#patients-and-public** stays. The bot cannot see it" in said
        assert set(channels(rehearsal)) == {"general", *MADE}, "first a list, then a yes"
        await first.press("Take these back")
        assert channels(rehearsal) == ["general", "patients-and-public", "welcome"]
        assert roles(rehearsal) == ["@everyone", "Equal Footing"]
        await first.press("Take back what was made", "Delete those with messages too")
        assert channels(rehearsal) == ["general", "patients-and-public"]
        await rehearsal.settle()


class _Dies:
    """The bot dies when something was made, before it has noted it."""

    def __init__(self, use: str) -> None:
        self._use = use
        self._keep = Making._keep

    @property
    def keep(self) -> object:
        async def keep(making: Making, community: int, use: str, id_: int, *, made: bool) -> None:
            if use == self._use:
                raise RuntimeError
            await self._keep(making, community, use, id_, made=made)

        return keep


@EMPTY
async def test_nobody_else_is_offered_it(rehearsal: Rehearsal, tmp_path: Path) -> None:
    async with bot_running(settings_for(rehearsal, tmp_path)):
        await rehearsal.bot_ready()
        assert "setup" in rehearsal.person("Ruth").commands("general")
        assert "setup" not in rehearsal.person("Amina").commands("general")
