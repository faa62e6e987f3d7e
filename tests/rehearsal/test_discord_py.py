"""The real discord.py, unmodified, lives through a rehearsal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands, ui
from discord.ext import commands

from rehearsal import Rehearsal
from tests.rehearsal.clients import connected

pytestmark = pytest.mark.usefixtures("checked")


class _AskForm(ui.Modal, title="Ask without your name"):
    question: ui.Label[_AskForm] = ui.Label(
        text="Your question",
        description="Nobody sees who asks",
        component=ui.TextInput(style=discord.TextStyle.paragraph, max_length=1500),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        assert isinstance(self.question.component, ui.TextInput)
        view = ui.LayoutView()
        view.add_item(ui.TextDisplay(f"You asked: {self.question.component.value}"))
        await interaction.edit_original_response(view=view)


class _Panel(ui.LayoutView):
    row: ui.ActionRow[_Panel] = ui.ActionRow()

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.add_item(ui.TextDisplay("How can we help?"))

    @row.button(label="Ask", custom_id="panel:ask")
    async def ask(self, interaction: discord.Interaction, _button: ui.Button[_Panel]) -> None:
        await interaction.response.send_modal(_AskForm())


class _Bot(commands.AutoShardedBot):
    def __init__(self) -> None:
        intents = discord.Intents(guilds=True, voice_states=True, dm_messages=True)
        super().__init__(command_prefix=(), intents=intents, allowed_mentions=discord.AllowedMentions.none())
        self.tree.add_command(app_commands.Command(name="ping", description="Ping", callback=_ping))
        self.tree.add_command(app_commands.Command(name="panel", description="Panel", callback=_panel))

    async def setup_hook(self) -> None:
        self.add_view(_Panel())
        await self.tree.sync()


async def _ping(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("pong", ephemeral=True)


async def _panel(
    interaction: discord.Interaction, place: discord.TextChannel, role: discord.Role, member: discord.Member
) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    await place.send(view=_Panel())
    fetched = [message async for message in place.history(limit=5)]
    await interaction.followup.send(
        f"{len(fetched)} in {place.name} for {role.name} and {member.display_name}"
    )


@pytest.fixture
async def bot(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[_Bot]:
    bot = _Bot()
    async with connected(rehearsal, monkeypatch, bot):
        yield bot


async def test_a_command_is_answered_only_to_its_user(rehearsal: Rehearsal, bot: _Bot) -> None:
    amina, derek = rehearsal.person("Amina"), rehearsal.person("Derek")

    outcome = await amina.command("ping", channel="general")

    assert outcome.message is not None
    assert outcome.message.text == "pong"
    assert outcome.message.only_you
    assert [shown.text for shown in amina.read("general")] == ["pong"]
    assert derek.read("general") == []


async def test_button_form_and_deferred_answer(rehearsal: Rehearsal, bot: _Bot) -> None:
    leila, amina = rehearsal.person("Leila"), rehearsal.person("Amina")

    done = await leila.command(
        "panel", channel="general", place="questions", role="Clinicians", member="Tom Ashworth"
    )
    assert done.message is not None
    assert done.message.text == "1 in questions for Clinicians and Tom Ashworth"

    pressed = await amina.press("Ask", channel="questions")
    assert pressed.form is not None
    assert pressed.form.title == "Ask without your name"
    assert [field.label for field in pressed.form.fields] == ["Your question"]

    sent = await pressed.form.submit({"Your question": "What is a DMARD?"})
    assert sent.message is not None
    assert sent.message.text == "You asked: What is a DMARD?"
    assert sent.message.only_you
    assert [shown.only_you for shown in rehearsal.person("Tom").read("questions")] == [False]
    assert rehearsal.person("Tom").read("questions")[0].used_by is None


async def test_direct_messages(rehearsal: Rehearsal, bot: _Bot) -> None:
    amina = rehearsal.person("Amina")
    channel = await bot.create_dm(discord.Object(amina.user_id))

    await channel.send("Hello")
    amina.close_direct_messages()
    with pytest.raises(discord.Forbidden) as refusal:
        await channel.send("Hello again")

    assert refusal.value.code == 50007
    assert [shown.text for shown in amina.read_direct()] == ["Hello"]


async def test_a_panel_in_a_direct_message(rehearsal: Rehearsal, bot: _Bot) -> None:
    amina = rehearsal.person("Amina")
    channel = await bot.create_dm(discord.Object(amina.user_id))
    sent = await channel.send(view=_Panel())
    said = asyncio.create_task(bot.wait_for("message", check=lambda each: each.author.id == amina.user_id))
    await amina.say_direct("What can I press?")

    pressed = await amina.press("Ask")
    assert pressed.form is not None
    answered = await pressed.form.submit({"Your question": "What is a DMARD?"})
    assert answered.message is not None
    assert answered.message.text == "You asked: What is a DMARD?"
    assert (await said).content == "What can I press?"
    assert [each.content async for each in channel.history()] == ["What can I press?", ""]
    await sent.delete()
    with pytest.raises(discord.Forbidden) as refusal:
        await (await said).delete()
    assert refusal.value.code == 50003
    assert [each.only_you for each in amina.read_direct()] == [False, True]


async def test_members_and_channels_come_and_go(rehearsal: Rehearsal, bot: _Bot) -> None:
    guild = bot.get_guild(rehearsal.community_id)
    assert guild is not None
    amina, leila = rehearsal.person("Amina"), rehearsal.person("Leila")
    amina.gains("Academics")
    assert "Academics" in [role.name for role in (await guild.fetch_member(amina.user_id)).roles]
    amina.leave()
    with pytest.raises(discord.NotFound) as unknown:
        await guild.fetch_member(amina.user_id)
    assert unknown.value.code == 10007

    made = asyncio.create_task(bot.wait_for("guild_channel_create"))
    leila.delete_channel("questions")
    leila.create_channel("questions")
    channel = await made
    assert [each.id for each in guild.text_channels if each.name == "questions"] == [channel.id]
    await channel.send("Here again")
    assert [each.text for each in leila.read("questions")] == ["Here again"]


@pytest.mark.parametrize("asked", [True, False])
async def test_a_bot_resumes_and_answers_what_fell_into_the_gap(
    rehearsal: Rehearsal, bot: _Bot, *, asked: bool
) -> None:
    resumed = asyncio.create_task(bot.wait_for("shard_resumed"))
    if asked:
        rehearsal.ask_to_reconnect()
    else:
        await rehearsal.drop_connection()
    assert await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)

    outcome = await rehearsal.person("Amina").command("ping", channel="general")

    assert outcome.failed is None
    assert outcome.message is not None
    assert outcome.message.text == "pong"
    assert await asyncio.wait_for(resumed, 5) == 0


async def test_a_dropped_bot_comes_back(rehearsal: Rehearsal, bot: _Bot) -> None:
    bot.before_identify_hook = _no_wait  # type: ignore[method-assign]
    await rehearsal.drop_gateway()
    assert await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)

    assert await rehearsal.world.changed.until(lambda: rehearsal.bot_connected, 10)

    outcome = await rehearsal.person("Amina").command("ping", channel="general")
    assert outcome.failed is None


async def _no_wait(*_arguments: object, **_named: object) -> None:
    return None
