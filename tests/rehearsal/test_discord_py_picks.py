"""The real discord.py, unmodified: roles, channels and files in a form, and a panel that stays in place."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands, ui
from discord.ext import commands

from rehearsal import Rehearsal, Upload
from tests.rehearsal.clients import connected

pytestmark = pytest.mark.usefixtures("checked")


class _Settings(ui.Modal, title="Settings"):
    def __init__(self, chosen: discord.Role) -> None:
        super().__init__()
        default = discord.SelectDefaultValue.from_role(chosen)
        self.roles: ui.RoleSelect[ui.LayoutView] = ui.RoleSelect(max_values=3, default_values=[default])
        self.places: ui.ChannelSelect[ui.LayoutView] = ui.ChannelSelect(
            channel_types=[discord.ChannelType.text], required=False, min_values=0
        )
        self.file: ui.FileUpload[ui.LayoutView] = ui.FileUpload(required=False)
        for name, part in {"Roles": self.roles, "Place": self.places, "File": self.file}.items():
            self.add_item(ui.Label(text=name, component=part))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer()
        read = [(await each.read()).decode() for each in self.file.values]
        said = (
            f"{[each.name for each in self.roles.values]} {[each.name for each in self.places.values]} {read}"
        )
        view = ui.LayoutView(timeout=None).add_item(ui.TextDisplay(said))
        view.add_item(ui.File("attachment://said.txt"))
        kept = discord.File(io.BytesIO(said.encode()), "said.txt")
        await interaction.edit_original_response(view=view, attachments=[kept])
        await interaction.followup.send("It is kept.", ephemeral=True)


class _Panel(ui.LayoutView):
    row: ui.ActionRow[_Panel] = ui.ActionRow()

    @row.button(label="Settings")
    async def settings(self, interaction: discord.Interaction, _button: ui.Button[_Panel]) -> None:
        assert interaction.guild is not None
        role = discord.utils.get(interaction.guild.roles, name="Academics")
        assert role is not None
        await interaction.response.send_modal(_Settings(role))


async def _panel(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(view=_Panel(timeout=None), ephemeral=True)


class _Bot(commands.AutoShardedBot):
    def __init__(self) -> None:
        super().__init__(command_prefix=(), intents=discord.Intents(guilds=True))
        self.tree.add_command(app_commands.Command(name="panel", description="A panel", callback=_panel))

    async def setup_hook(self) -> None:
        await self.tree.sync()


@pytest.fixture
async def bot(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    async with connected(rehearsal, monkeypatch, _Bot()):
        yield


@pytest.mark.usefixtures("bot")
async def test_a_panel_that_is_filled_in_and_stays_in_place(rehearsal: Rehearsal) -> None:
    leila = rehearsal.person("Leila")
    panel = (await leila.command("panel", channel="general")).message
    opened = (await leila.press("Settings", channel="general")).form
    assert panel is not None
    assert opened is not None
    file = Upload("people.csv", "José, Clinicians".encode())
    await opened.submit({"Roles": ["Managers", "Clinicians"], "Place": "welcome", "File": file})
    assert await rehearsal.world.changed.until(lambda: len(leila.read("general")) > 1, 5)
    shown, beside = leila.read("general")

    assert shown.id == panel.id
    assert shown.only_you
    assert shown.text == "['Managers', 'Clinicians'] ['welcome'] ['José, Clinicians']"
    assert (await leila.open_file(shown.files[0])).decode() == shown.text
    assert (beside.text, beside.only_you) == ("It is kept.", True)
    assert not rehearsal.person("Amina").read("general")


@pytest.mark.usefixtures("bot")
async def test_a_form_that_is_left_as_it_is(rehearsal: Rehearsal) -> None:
    leila = rehearsal.person("Leila")
    await leila.command("panel", channel="general")
    opened = (await leila.press("Settings", channel="general")).form
    assert opened is not None
    await opened.submit({})

    assert leila.read("general")[0].text == "['Academics'] [] []"
