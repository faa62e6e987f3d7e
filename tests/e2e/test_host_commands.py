"""What a host does at the terminal over the years, and what the community sees of it."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

import pytest

from rehearsal import Rehearsal
from tests.e2e.conftest import ask, bot_running, set_up, settings_for
from tests.e2e.flows import everybody, mine, readers, seen
from tests.e2e.test_command_line import Ended, run

QUESTION, WAITS = "What is a tariff?", "Who reads the minutes?"
PUT_BACK = "The bot’s records were put back"


class Host:
    """Somebody at the terminal of the computer that the bot runs on."""

    def __init__(self, rehearsal: Rehearsal, folder: Path) -> None:
        self.rehearsal, self.folder = rehearsal, folder
        self.settings = settings_for(rehearsal, folder)

    async def types(self, *words: str) -> Ended:
        """Type a command, with the settings that the bot has."""
        ended = await run(
            self.folder,
            "bot",
            *words,
            DISCORD_TOKEN=self.rehearsal.token,
            DISCORD_API_URL=self.rehearsal.api_url,
            CLOCK_URL=self.rehearsal.clock_url or "",
            DATABASE_URL=self.settings.database_url,
            ANONYMOUS_DATABASE_URL=self.settings.anonymous_database_url,
            KEY_FILE=str(self.settings.key_file),
        )
        assert "Traceback" not in ended.out + ended.err
        return ended


@pytest.fixture
def host(rehearsal: Rehearsal, tmp_path: Path) -> Host:
    return Host(rehearsal, tmp_path)


async def start(host: Host) -> None:
    """A community is set up; Amina's question is out, Derek's waits."""
    await host.rehearsal.bot_ready()
    await set_up(host.rehearsal)
    await host.rehearsal.person("Leila").press("Meeting starts", channel="facilitators")
    await ask(host.rehearsal, "Amina", QUESTION)
    due = await host.rehearsal.next_due()
    assert due is not None
    await host.rehearsal.move_to(due)
    await ask(host.rehearsal, "Derek", WAITS)
    await host.rehearsal.settle()


async def test_a_backup_is_made_put_back_and_the_community_is_told(host: Host) -> None:
    rehearsal = host.rehearsal
    backup = host.folder / "backup.db"
    async with bot_running(host.settings):
        await start(host)
        assert (await host.types("healthy")).code == 0
        made = await host.types("backup", str(backup))
        assert (made.code, "It was read again and is whole." in made.out) == (0, True)
        refused = await host.types("restore", str(backup), "--yes")
        assert (refused.code, "The bot is running" in refused.err) == (1, True)
    looked = await host.types("restore", str(backup))
    assert "Nothing was changed yet." in looked.out
    done = await host.types("restore", str(backup), "--yes")
    assert (done.code, "Start the bot now" in done.out) == (0, True)
    assert readers(rehearsal, PUT_BACK) == set()
    async with bot_running(host.settings):
        await rehearsal.bot_ready()
        await rehearsal.settle()
        assert readers(rehearsal, PUT_BACK) == everybody(rehearsal)
        shown = [each.text for each in rehearsal.person("Owen").read("questions")]
        assert sum(PUT_BACK in text for text in shown) == 1
        assert any(QUESTION in text and "had to be put back" in text for text in shown)
        assert not any(WAITS in text for text in shown)
        assert "had to be put back" in await mine(rehearsal, "Amina")
        assert WAITS not in await mine(rehearsal, "Derek")
        # An old button still answers, and a new question goes its way.
        await ask(rehearsal, "Derek", WAITS)


async def test_keys_are_rotated_and_everybody_finds_what_is_hers(host: Host) -> None:
    async with bot_running(host.settings):
        await start(host)
        refused = await host.types("rotate-keys")
        assert (refused.code, "The bot is running" in refused.err) == (1, True)
    before = host.settings.key_file.read_text()
    done = await host.types("rotate-keys")
    assert (done.code, "The old key is still needed" in done.out) == (0, True)
    assert before.strip() in host.settings.key_file.read_text()
    async with bot_running(host.settings):
        await host.rehearsal.bot_ready()
        assert QUESTION in await mine(host.rehearsal, "Amina")
        assert WAITS in await mine(host.rehearsal, "Derek")
    assert "older key is still needed" in (await host.types("doctor")).out


async def test_a_community_is_exported_and_erased(host: Host) -> None:
    async with bot_running(host.settings):
        await start(host)
    with sqlite3.connect(host.folder / "equal-footing.db") as database:
        ((community,),) = database.execute("SELECT id FROM community")
    database.close()
    file = host.folder / "export.json"
    assert (await host.types("export", "--community", str(community), str(file))).code == 0
    assert [each["text"] for each in json.loads(file.read_text())["questions"]] == [QUESTION]
    looked = await host.types("erase", "--community", str(community))
    assert f"--yes {community}" in looked.out
    done = await host.types("erase", "--community", str(community), "--yes", str(community))
    assert (done.code, "are erased" in done.out) == (0, True)
    for name in ("equal-footing.db", "anonymous.db"):
        assert str(community).encode() not in (host.folder / name).read_bytes()
    async with bot_running(host.settings):
        await host.rehearsal.bot_ready()
        outcome = await host.rehearsal.person("Amina").press("Ask anonymously", channel="questions")
        assert "Questions are not ready here yet" in seen(outcome)


async def test_the_link_that_invites_asks_for_as_little_as_it_can(host: Host) -> None:
    asked = await host.types("invite")
    assert f"client_id={host.rehearsal.world.application.id}" in asked.out
    assert "permissions=17592186113024" in asked.out
    assert "scope=bot+applications.commands" in asked.out
    with_setup = await host.types("invite", "--setup", "--client-id", "5")
    assert "client_id=5" in with_setup.out
    assert "permissions=17592454548496" in with_setup.out
    assert "take “Manage Channels” away" in with_setup.out
    refused = await run(host.folder, "bot", "invite")
    assert (refused.code, "--client-id" in refused.err) == (1, True)


async def test_a_bot_that_stopped_is_not_healthy(host: Host) -> None:
    async with bot_running(host.settings):
        await host.rehearsal.bot_ready()
        await host.rehearsal.settle()
        alive = host.folder / "alive"
        assert time.time() - alive.stat().st_mtime < 60
    alive.unlink()
    assert (await host.types("healthy")).code == 1
