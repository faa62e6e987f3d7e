"""The real discord.py, unmodified, completes options of a command and of a subcommand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands
from discord.ext import commands

from rehearsal import Rehearsal, Suggested
from tests.rehearsal.clients import connected

pytestmark = pytest.mark.usefixtures("checked")
_TOPICS = {"Falls": "t-1", "Fatigue": "t-2", "Pain": "t-3"}
_Text = app_commands.Choice[str]


def _topics(typed: str) -> list[_Text]:
    starts = typed.lower()
    return [
        _Text(name=name, value=value) for name, value in _TOPICS.items() if name.lower().startswith(starts)
    ]


async def _topic(interaction: discord.Interaction, typed: str) -> list[_Text]:
    return _topics(typed)


async def _dose(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[float]]:
    """`typed` is the text that stands there, whatever the option takes."""
    topic = interaction.namespace.topic
    return [app_commands.Choice(name=f"{typed} of {topic}", value=1.5)]


@app_commands.command(description="Ask")
@app_commands.autocomplete(topic=_topic, dose=_dose)
async def ask(
    interaction: discord.Interaction,
    topic: str,
    dose: float = 0.5,
    part: app_commands.Range[float, 0, 2] = 1.0,
) -> None:
    await interaction.response.send_message(f"{topic}, {dose}, {part}", ephemeral=True)


class _Terms(app_commands.Group, name="terms", description="Terms"):
    @app_commands.command(description="Of whom")
    async def of(self, interaction: discord.Interaction, who: discord.Member, term: str, most: int) -> None:
        await interaction.response.send_message(f"{most} {term} of {who.display_name}", ephemeral=True)

    @of.autocomplete("term")
    async def _term(self, interaction: discord.Interaction, typed: str) -> list[_Text]:
        who, most = interaction.namespace.who, interaction.namespace.most
        assert isinstance(who, discord.Object)
        return [_Text(name=f"{typed} ({who.id}, {most})", value=typed.upper())]

    @of.autocomplete("most")
    async def _most(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[int]]:
        return [app_commands.Choice(name=f"{typed!r}", value=each) for each in (1, 2)]


class _Bot(commands.AutoShardedBot):
    def __init__(self) -> None:
        intents = discord.Intents(guilds=True)
        super().__init__(command_prefix=(), intents=intents)
        self.late = asyncio.Event()
        self.refused: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        slow = app_commands.Command(name="slow", description="Slow", callback=_slow)
        slow.autocomplete("topic")(self._slow_topic)
        for command in (ask, slow, _Terms()):
            self.tree.add_command(command)

    async def _slow_topic(self, interaction: discord.Interaction, typed: str) -> list[_Text]:
        await self.late.wait()
        with pytest.raises(discord.NotFound) as refusal:
            await interaction.response.autocomplete(_topics(typed))
        self.refused.set_result(refusal.value.code)
        return []

    async def setup_hook(self) -> None:
        synced = await self.tree.sync()
        topic = synced[0].options[0]
        assert isinstance(topic, app_commands.Argument)
        assert topic.autocomplete


async def _slow(interaction: discord.Interaction, topic: str) -> None:
    await interaction.response.send_message(topic, ephemeral=True)


@pytest.fixture
async def bot(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[_Bot]:
    bot = _Bot()
    async with connected(rehearsal, monkeypatch, bot):
        yield bot


async def test_an_option_of_a_command(rehearsal: Rehearsal, bot: _Bot) -> None:
    amina = rehearsal.person("Amina")
    every = await amina.suggestions("ask", "topic", "", channel="general")
    some = await amina.suggestions("ask", "topic", "fa", channel="general")
    none = await amina.suggestions("ask", "topic", "Gout", channel="general")

    assert every.choices == tuple(_TOPICS.items())
    assert some == Suggested((("Falls", "t-1"), ("Fatigue", "t-2")))
    assert none == Suggested()
    for topic in (some.choices[0][1], "Gout"):
        used = await amina.command("ask", channel="general", topic=topic)
        assert used.message is not None
        assert used.message.text == f"{topic}, 0.5, 1.0"


async def test_a_number_with_another_option_filled_in(rehearsal: Rehearsal, bot: _Bot) -> None:
    amina = rehearsal.person("Amina")
    suggested = await amina.suggestions("ask", "dose", "a lot", channel="general", topic="t-3")
    used = await amina.command("ask", channel="general", topic="t-3", dose=suggested.choices[0][1], part=2)

    assert suggested.choices == (("a lot of t-3", 1.5),)
    assert used.message is not None
    assert used.message.text == "t-3, 1.5, 2.0"


async def test_options_of_a_subcommand(rehearsal: Rehearsal, bot: _Bot) -> None:
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    others = {"who": "Tom Ashworth", "most": 2}
    term = await amina.suggestions("terms of", "term", "dmard", channel="general", **others)
    most = await amina.suggestions("terms of", "most", "m", channel="general", who="Tom Ashworth")
    used = await amina.command(
        "terms of", channel="general", who="Tom Ashworth", term=term.choices[0][1], most=most.choices[1][1]
    )

    assert term.choices == ((f"dmard ({tom.user_id}, 2)", "DMARD"),)
    assert most.choices == (("'m'", 1), ("'m'", 2))
    assert used.message is not None
    assert used.message.text == "2 DMARD of Tom Ashworth"


async def test_a_slow_bot(rehearsal: Rehearsal, bot: _Bot) -> None:
    suggested = await rehearsal.person("Amina").suggestions("slow", "topic", "f", channel="general")
    bot.late.set()

    assert suggested == Suggested((), "Loading options failed")
    assert await bot.refused == 10062


async def test_no_bot(rehearsal: Rehearsal, bot: _Bot) -> None:
    await bot.close()

    suggested = await rehearsal.person("Amina").suggestions("ask", "topic", "f", channel="general")
    assert suggested.failed == "Loading options failed"
