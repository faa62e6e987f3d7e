"""`equal-footing doctor`, as a host runs it: it names what is wrong, and what will not work."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import app
from bot.community.rules import CommunitySettings, Safeguarding
from bot.community.store import CommunityStore
from bot.core.database import Database, Journal
from bot.core.wording import Wording
from bot.doctor.text import say
from bot.questions.rules.settings import QuestionSettings
from bot.questions.store import SettingsStore
from config.settings import WORDING, Settings
from rehearsal import Rehearsal
from tests.e2e.conftest import PANEL, bot_running, settings_for


@pytest.fixture
async def settings(rehearsal: Rehearsal, tmp_path: Path) -> Settings:
    """The settings of a bot that was set up, and stopped."""
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.person("Ruth").command("panel", channel="general", **PANEL)
        await rehearsal.settle()
    await choose_everything(rehearsal, tmp_path)
    return settings


async def choose_everything(rehearsal: Rehearsal, folder: Path) -> None:
    """The community has chosen all that it has to choose."""
    here = rehearsal.community_id
    chosen = CommunitySettings(
        here,
        host_takes_part=False,
        safeguarding=Safeguarding("Ruth Calder"),
        joining_channel=rehearsal.world.channel_named("welcome").id,
        lawful_basis="Our public task.",
    )
    database = Database(f"sqlite+aiosqlite:///{folder}/equal-footing.db", Journal.EVERYDAY)
    async with database.write() as tx:
        await CommunityStore().put_settings(tx, chosen)
        await SettingsStore().put(tx, QuestionSettings(here, threats="We call the police."))
    await database.close()


async def told(settings: Settings, *, well: bool) -> list[str]:
    findings = await app.examine(settings)
    wording = Wording(WORDING)
    return [say(finding, wording) for finding in findings if finding.is_well is well]


async def test_all_is_well(settings: Settings) -> None:
    assert await told(settings, well=False) == []
    assert len(await told(settings, well=True)) == 12


async def test_what_is_not_chosen_yet_is_named(rehearsal: Rehearsal, tmp_path: Path) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.person("Ruth").command("panel", channel="general", **PANEL)
        await rehearsal.settle()
    wrong = "\n".join(await told(settings, well=False))
    for missing in ("channel for joining", "takes part", "safeguarding lead", "a threat", "lawful basis"):
        assert missing in wrong
    await choose_everything(rehearsal, tmp_path)
    assert await told(settings, well=False) == []


@pytest.mark.parametrize(
    ("permission", "name", "without"),
    [
        ("SEND_MESSAGES", "Send Messages", "no question can come out"),
        ("READ_MESSAGE_HISTORY", "Read Message History", "a card might go out twice"),
    ],
)
async def test_one_permission_missing(
    rehearsal: Rehearsal, settings: Settings, permission: str, name: str, without: str
) -> None:
    rehearsal.world.deny("Equal Footing", "questions", permission)
    (wrong,) = await told(settings, well=False)
    assert f"lacks “{name}”" in wrong
    assert without in wrong
    assert "#questions" in wrong


async def test_a_channel_is_gone(rehearsal: Rehearsal, settings: Settings) -> None:
    rehearsal.world.delete_channel("facilitators")
    (wrong,) = await told(settings, well=False)
    assert "channel for facilitators is gone" in wrong


async def test_a_wrong_token(settings: Settings) -> None:
    (wrong,) = await told(settings.model_copy(update={"discord_token": SecretStr("x")}), well=False)
    assert "Discord does not accept it" in wrong


async def test_no_token_and_nothing_there_yet(tmp_path: Path, rehearsal: Rehearsal) -> None:
    settings = settings_for(rehearsal, tmp_path / "new", discord_token=None)
    (wrong,) = await told(settings, well=False)
    assert "DISCORD_TOKEN" in wrong
    assert not (tmp_path / "new").exists(), "the doctor changes nothing"


async def test_discord_cannot_be_reached(settings: Settings) -> None:
    nobody_there = {"discord_api_url": "http://127.0.0.1:9/api/v10"}
    (wrong,) = await told(settings.model_copy(update=nobody_there), well=False)
    assert "cannot be reached" in wrong


async def test_a_key_that_others_can_read(settings: Settings) -> None:
    settings.key_file.chmod(0o644)
    (wrong,) = await told(settings, well=False)
    assert "chmod 600" in wrong


async def test_a_database_that_is_none(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "anonymous.db").write_text("this is not a database, whatever its name says" * 100)
    (wrong,) = await told(settings, well=False)
    assert "anonymous.db does not open: file is not a database" in wrong


async def test_without_the_permission_for_events(rehearsal: Rehearsal, settings: Settings) -> None:
    rehearsal.world.revoke("Equal Footing", "CREATE_EVENTS")
    (wrong,) = await told(settings, well=False)
    assert "lacks “Create Events”" in wrong
    assert "not in the server’s list of events" in wrong
