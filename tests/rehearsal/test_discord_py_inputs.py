"""The real discord.py, unmodified, with forms of all inputs, menus, subcommands and selects of people."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands, ui
from discord.ext import commands

from rehearsal import CannotSend, Rehearsal
from tests.rehearsal.clients import connected

pytestmark = pytest.mark.usefixtures("checked")
_LOST = "I don't follow this"


class _Wishes(ui.Modal, title="Your wishes"):
    how: ui.Label[_Wishes] = ui.Label(
        text="How",
        component=ui.RadioGroup(
            options=[
                discord.RadioGroupOption(label="In a room", value="room", default=True),
                discord.RadioGroupOption(label="On a call", value="call"),
            ]
        ),
    )
    days: ui.Label[_Wishes] = ui.Label(
        text="Days",
        component=ui.CheckboxGroup(
            options=[discord.CheckboxGroupOption(label=day) for day in ("Monday", "Tuesday")],
            required=False,
        ),
    )
    remind: ui.Label[_Wishes] = ui.Label(text="Remind me", component=ui.Checkbox(default=True))
    topic: ui.Label[_Wishes] = ui.Label(
        text="Topic",
        component=ui.Select(
            options=[discord.SelectOption(label="Rota"), discord.SelectOption(label="Words")]
        ),
    )
    who: ui.Label[_Wishes] = ui.Label(text="With", component=ui.UserSelect(max_values=2, required=False))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        how, days, remind = self.how.component, self.days.component, self.remind.component
        topic, who = self.topic.component, self.who.component
        assert isinstance(how, ui.RadioGroup)
        assert isinstance(days, ui.CheckboxGroup)
        assert isinstance(remind, ui.Checkbox)
        assert isinstance(topic, ui.Select)
        assert isinstance(who, ui.UserSelect)
        people = [each.display_name for each in who.values if isinstance(each, discord.Member)]
        said = f"{how.value} {days.values} {remind.value} {topic.values} {people}"
        await interaction.response.send_message(said, ephemeral=True)


class _Who(ui.View):
    @ui.select(cls=ui.UserSelect, custom_id="who", max_values=2)
    async def who(self, interaction: discord.Interaction, select: ui.UserSelect[_Who]) -> None:
        names = [each.display_name for each in select.values]
        await interaction.response.send_message(", ".join(names), ephemeral=True)


class _Rows(ui.LayoutView):
    """Three rows of five buttons."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        for number in range(3):
            buttons = (ui.Button[_Rows](label=f"{number}-{each}") for each in range(5))
            self.add_item(ui.ActionRow(*buttons))


class _Questions(app_commands.Group, name="questions", description="Questions"):
    @app_commands.command(name="list", description="All")
    async def all(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message("None", ephemeral=True)

    @app_commands.command(description="Of one")
    async def of(self, interaction: discord.Interaction, who: discord.Member, most: int = 3) -> None:
        await interaction.response.send_message(f"{most} of {who.display_name}", ephemeral=True)


async def _wishes(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(_Wishes())


async def _choose(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("Who?", view=_Who(timeout=None))


async def _rows(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(view=_Rows())


async def _lost(interaction: discord.Interaction, message: discord.Message) -> None:
    said = f"{message.author.display_name} wrote: {message.content}"
    await interaction.response.send_message(said)


class _Bot(commands.AutoShardedBot):
    def __init__(self) -> None:
        intents = discord.Intents(guilds=True, dm_messages=True)
        super().__init__(command_prefix=(), intents=intents, allowed_mentions=discord.AllowedMentions.none())
        for name, callback in {"wishes": _wishes, "choose": _choose, "rows": _rows}.items():
            self.tree.add_command(app_commands.Command(name=name, description=name, callback=callback))
        self.tree.add_command(app_commands.ContextMenu(name=_LOST, callback=_lost))
        self.tree.add_command(_Questions(default_permissions=discord.Permissions(manage_guild=True)))

    async def setup_hook(self) -> None:
        synced = await self.tree.sync()
        assert {each.type for each in synced} == {
            discord.AppCommandType.chat_input,
            discord.AppCommandType.message,
        }


@pytest.fixture
async def bot(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[_Bot]:
    bot = _Bot()
    async with connected(rehearsal, monkeypatch, bot):
        yield bot


@pytest.mark.usefixtures("bot")
async def test_a_form_of_choices(rehearsal: Rehearsal) -> None:
    opened = (await rehearsal.person("Amina").command("wishes", channel="general")).form
    assert opened is not None
    assert [each.value for each in opened.fields] == ["In a room", (), True, (), ()]
    with pytest.raises(CannotSend, match="Topic"):
        await opened.submit({})

    sent = await opened.submit(
        {
            "How": "On a call",
            "Days": ["Tuesday", "Monday"],
            "Remind me": False,
            "Topic": "Words",
            "With": "Tom Ashworth",
        }
    )
    assert sent.message is not None
    assert sent.message.text == "call ['Tuesday', 'Monday'] False ['Words'] ['Tom Ashworth']"


@pytest.mark.usefixtures("bot")
async def test_a_form_that_is_left_as_it_is(rehearsal: Rehearsal) -> None:
    opened = (await rehearsal.person("Amina").command("wishes", channel="general")).form
    assert opened is not None

    sent = await opened.submit({"Topic": ["Rota"]})
    assert sent.message is not None
    assert sent.message.text == "room [] True ['Rota'] []"


@pytest.mark.usefixtures("bot")
async def test_a_menu(rehearsal: Rehearsal) -> None:
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    said = await tom.say("general", "Our DMARD rota")
    outcome = await amina.use_menu(_LOST, channel="general", message=said)

    assert amina.menus("general") == [_LOST]
    assert outcome.message is not None
    assert outcome.message.text == "Tom Ashworth wrote: Our DMARD rota"


@pytest.mark.usefixtures("bot")
async def test_subcommands(rehearsal: Rehearsal) -> None:
    leila = rehearsal.person("Leila")
    listed = await leila.command("questions list", channel="facilitators")
    shown = await leila.command("questions of", channel="facilitators", who="Tom Ashworth", most=5)

    assert [name for name in leila.commands("facilitators") if " " in name] == [
        "questions list",
        "questions of",
    ]
    assert not [name for name in rehearsal.person("Amina").commands("general") if " " in name]
    assert [each.message and each.message.text for each in (listed, shown)] == ["None", "5 of Tom Ashworth"]


@pytest.mark.usefixtures("bot")
async def test_a_select_of_people_in_a_message(rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    await amina.command("choose", channel="general")
    chosen = await amina.choose("Tom Ashworth", "Ruth Calder", channel="general")

    assert chosen.message is not None
    assert chosen.message.text == "Tom Ashworth, Ruth Calder"


@pytest.mark.usefixtures("bot")
async def test_three_rows(rehearsal: Rehearsal) -> None:
    shown = await rehearsal.person("Amina").command("rows", channel="general")

    assert shown.message is not None
    assert [each.label for each in shown.message.buttons] == [f"{n}-{m}" for n in range(3) for m in range(5)]
