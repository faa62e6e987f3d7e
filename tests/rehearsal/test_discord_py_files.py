"""The real discord.py, unmodified, sends, shows, changes and reads files."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands, ui
from discord.ext import commands

from rehearsal import CannotSee, Rehearsal
from tests.rehearsal.clients import connected
from tests.rehearsal.sending import PNG

pytestmark = pytest.mark.usefixtures("checked")


def _file(content: bytes = PNG, name: str = "room.png", about: str | None = "A door") -> discord.File:
    return discord.File(io.BytesIO(content), name, description=about)


class _Room(ui.LayoutView):
    """A picture beside a text, a gallery in a frame, a file, and a button that changes them."""

    def __init__(self, picture: discord.File, sheet: discord.File) -> None:
        super().__init__(timeout=None)
        change: ui.Button[_Room] = ui.Button(label="Change", custom_id="change")
        change.callback = self.change  # type: ignore[method-assign]
        gallery: ui.MediaGallery[_Room] = ui.MediaGallery(discord.MediaGalleryItem(picture))
        thumbnail: ui.Thumbnail[_Room] = ui.Thumbnail(picture, description="A small door")
        self.add_item(ui.Section("The room", accessory=thumbnail))
        self.add_item(ui.Container(gallery, ui.File(sheet)))
        self.add_item(ui.Section("Something else?", accessory=change))

    async def change(self, interaction: discord.Interaction) -> None:
        garden, rules = _file(name="garden.png", about="A garden"), _file(b"new", "rules.txt", None)
        await interaction.response.edit_message(view=_Room(garden, rules), attachments=[garden, rules])


class _Bot(commands.AutoShardedBot):
    def __init__(self) -> None:
        super().__init__(command_prefix=(), intents=discord.Intents(guilds=True, guild_messages=True))
        for name, callback in {"sheet": _sheet, "slow": _slow, "more": _more}.items():
            self.tree.add_command(app_commands.Command(name=name, description=name, callback=callback))

    async def setup_hook(self) -> None:
        await self.tree.sync()


async def _sheet(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("Yours", file=_file(b"a", "a.txt"), ephemeral=True)


async def _slow(interaction: discord.Interaction) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    sheet = _file(b"a", "a.txt")
    view = ui.LayoutView()
    view.add_item(ui.File(sheet))
    await interaction.edit_original_response(view=view, attachments=[sheet])


async def _more(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("First")
    await interaction.followup.send("Second", files=[_file(), _file(b"a", "a.txt", None)])


@pytest.fixture
async def bot(rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[_Bot]:
    bot = _Bot()
    async with connected(rehearsal, monkeypatch, bot):
        yield bot


def _general(rehearsal: Rehearsal, bot: _Bot) -> discord.TextChannel:
    channel = bot.get_channel(rehearsal.world.channel_named("general").id)
    assert isinstance(channel, discord.TextChannel)
    return channel


async def test_files_are_sent_read_changed_and_removed(rehearsal: Rehearsal, bot: _Bot) -> None:
    heard = asyncio.create_task(bot.wait_for("message"))
    sent = await _general(rehearsal, bot).send("Here", files=[_file(), _file("ä".encode(), "März.txt", None)])
    tom = rehearsal.person("Tom")
    picture, words = tom.read("general")[0].files

    assert [(each.filename, each.description) for each in (await heard).attachments] == [
        ("room.png", "A door"),
        ("Marz.txt", None),
    ]
    assert (picture.name, picture.about, picture.kind) == ("room.png", "A door", "picture")
    assert (words.name, words.about, words.kind) == ("März.txt", None, "document")
    assert (picture.size, words.size) == (len(PNG), 2)
    assert [await each.read() for each in sent.attachments] == [PNG, "ä".encode()]
    assert (sent.attachments[0].width, sent.attachments[0].height) == (3, 2)
    assert sent.attachments[1].title == "März"

    changed = await sent.edit(attachments=[sent.attachments[1], _file(name="SPOILER_garden.png")])
    assert [each.filename for each in changed.attachments] == ["Marz.txt", "SPOILER_garden.png"]
    assert changed.attachments[1].is_spoiler()
    with pytest.raises(CannotSee):
        await tom.open_file(picture)
    assert await tom.open_file(words) == "ä".encode()

    added = await changed.add_files(_file(b"b", "b.txt"))
    removed = await added.remove_attachments(*added.attachments[:2])
    assert [each.name for each in tom.read("general")[0].files] == ["b.txt"]
    await removed.delete()
    with pytest.raises(discord.NotFound):
        await removed.attachments[0].read()


async def test_components_show_files_and_a_press_changes_them(rehearsal: Rehearsal, bot: _Bot) -> None:
    picture, sheet = _file(), _file(b"old", "rules.txt", "The rules")
    sent = await _general(rehearsal, bot).send(view=_Room(picture, sheet), files=[picture, sheet])
    amina = rehearsal.person("Amina")
    (before,) = amina.read("general")

    assert sent.attachments == []
    assert [(each.name, each.about, each.kind) for each in before.files] == [
        ("room.png", "A small door", "picture"),
        ("room.png", "A door", "picture"),
        ("rules.txt", "The rules", "document"),
    ]
    section = sent.components[0]
    assert isinstance(section, discord.SectionComponent)
    assert isinstance(section.accessory, discord.ThumbnailComponent)
    assert section.accessory.media.url == before.files[0].url
    assert await amina.open_file(before.files[0]) == PNG

    pressed = await amina.press("Change", channel="general")
    assert pressed.message is not None
    assert [each.name for each in pressed.message.files] == ["garden.png", "garden.png", "rules.txt"]
    assert await amina.open_file(pressed.message.files[2]) == b"new"
    for each in before.files:
        with pytest.raises(CannotSee):
            await amina.open_file(each)


@pytest.mark.parametrize("command", ["sheet", "slow"])
async def test_an_answer_with_a_file_to_one_person(rehearsal: Rehearsal, bot: _Bot, command: str) -> None:
    amina = rehearsal.person("Amina")
    outcome = await amina.command(command, channel="general")

    assert outcome.message is not None
    assert outcome.message.only_you
    (shown,) = outcome.message.files
    assert (shown.name, shown.about) == ("a.txt", "A door")
    assert await amina.open_file(shown) == b"a"
    assert rehearsal.person("Tom").read("general") == []


async def test_a_follow_up_with_files(rehearsal: Rehearsal, bot: _Bot) -> None:
    await rehearsal.person("Amina").command("more", channel="general")
    assert await rehearsal.world.changed.until(lambda: len(rehearsal.person("Tom").read("general")) > 1, 5)

    first, second = rehearsal.person("Tom").read("general")
    assert first.files == ()
    assert [(each.name, each.about) for each in second.files] == [("room.png", "A door"), ("a.txt", None)]


@pytest.mark.parametrize(
    ("size", "code"), [(10 * 1024 * 1024, None), (10 * 1024 * 1024 + 1, 40005), (26 * 1024 * 1024, 40005)]
)
async def test_a_large_file(rehearsal: Rehearsal, bot: _Bot, size: int, code: int | None) -> None:
    channel = _general(rehearsal, bot)
    if code is None:
        await channel.send(file=_file(bytes(size), "a.bin"))
        assert rehearsal.person("Amina").read("general")[0].files[0].size == size
        return
    with pytest.raises(discord.HTTPException) as refusal:
        await channel.send(file=_file(bytes(size), "a.bin"))
    assert (refusal.value.status, refusal.value.code) == (413, code)
    assert rehearsal.person("Amina").read("general") == []


async def test_a_bot_that_may_not_attach(rehearsal: Rehearsal, bot: _Bot) -> None:
    rehearsal.world.deny("Equal Footing", "general", "ATTACH_FILES")

    with pytest.raises(discord.Forbidden) as refusal:
        await _general(rehearsal, bot).send("Here", file=_file())

    assert refusal.value.code == 50013
    assert rehearsal.person("Amina").read("general") == []


@pytest.mark.parametrize("name", ["../../a.txt", 'a".txt', "a\u202etxt.exe", "a; filename=b.txt"])
async def test_hostile_names_in_discord_py(rehearsal: Rehearsal, bot: _Bot, name: str) -> None:
    sent = await _general(rehearsal, bot).send(file=_file(b"a", name))

    (shown,) = rehearsal.person("Amina").read("general")[0].files
    assert not set('/\\"\u202e\r\n ;') & set(sent.attachments[0].filename)
    assert "\u202e" not in shown.name
    assert await sent.attachments[0].read() == b"a"
