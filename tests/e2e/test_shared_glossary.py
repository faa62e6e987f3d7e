"""A glossary that a host names for all communities, in the real bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import run
from bot.core.errors import SettingsError
from rehearsal import Rehearsal
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.flows import labels, seen
from tests.e2e.test_glossary import look
from tests.e2e.test_words_of_meeting import all_words

ROWS = "term,theme,plain\nBlether,talk,A long and friendly talk.\nZyzzlx,talk,\nAudit,talk,A check.\n"


async def test_its_words_are_found_and_its_bad_line_is_named(
    rehearsal: Rehearsal, tmp_path: Path, log: Log
) -> None:
    file = tmp_path / "nation.csv"
    file.write_text(ROWS, encoding="utf-8")
    async with bot_running(settings_for(rehearsal, tmp_path, shared_glossary=file)):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        told = seen(await look(rehearsal, "Amina", "blether"))
        assert "A long and friendly talk." in told
        assert "Written by: the glossary that many communities share" in told
        assert labels(await all_words(rehearsal))[0] == "talk (2)"
    assert "line 3 was left out: no-plain" in log.getvalue()
    assert "Zyzzlx" not in log.getvalue()


async def test_with_a_file_that_is_not_there_the_bot_says_so_and_does_not_start(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    settings = settings_for(rehearsal, tmp_path, shared_glossary=tmp_path / "none.csv")
    with pytest.raises(SettingsError, match=r"none\.csv cannot be read"):
        await run(settings)
