"""Names that people see, and modules that can be imported anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from discord import app_commands

from bot.core.notices import Form
from tests.architecture.tree import ROOT, module_name, python_files
from tests.bot.samples import all_buttons, all_shown
from tests.cogs.samples import cog_classes, cogs

EVERY = [command for cog in cogs() for command in cog.walk_app_commands()]
COMMANDS = {each.qualified_name: each for each in EVERY if isinstance(each, app_commands.Command)}
#: Alembic runs these; they are not imported.
RUN_BY_ALEMBIC = re.compile(r"bot\.migrations\.(env|\w+\.\d.*)")


def test_commands_and_their_options_are_in_small_letters() -> None:
    assert COMMANDS
    for name, command in COMMANDS.items():
        for each in (*name.split(), *(parameter.name for parameter in command.parameters)):
            assert re.fullmatch(r"[a-z][a-z_]{1,31}", each)


def test_asking_by_command_takes_no_options() -> None:
    """A mistyped slash command posts its text for all to see."""
    assert COMMANDS["ask"].parameters == []
    assert COMMANDS["panel"].parameters != []
    assert {"questions list", "questions settings"} < COMMANDS.keys()


def test_no_two_cogs_share_a_command() -> None:
    names = [command.qualified_name for command in EVERY]
    assert len(names) == len(set(names))


def test_actions_are_named_after_the_feature_whose_cog_answers() -> None:
    features = {kind.__module__.split(".")[1] for kind in cog_classes()}
    forms = [each.action for _, each in all_shown() if isinstance(each, Form)]
    for action in {*forms, *(button.action for button in all_buttons())}:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*:[a-z]+(-[a-z]+)*", action)
        assert action.split(":")[0] in features


def imported_without_environment(names: list[str], root: Path = ROOT) -> str:
    """What Python says when it imports these with nothing in the environment."""
    script = (
        f"import sys; sys.path.insert(0, {str(root)!r})\n"
        "import importlib, warnings\n"
        "warnings.simplefilter('ignore', DeprecationWarning)\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print('imported')"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], env={}, cwd="/", capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_importing_anything_needs_no_environment() -> None:
    names = [name for path in python_files() if not RUN_BY_ALEMBIC.fullmatch(name := module_name(path))]
    assert {
        "bot.__main__",
        "bot.app",
        "cogs.questions.asking",
        "config.settings",
        "rehearsal.__main__",
    } <= set(names)
    assert imported_without_environment(names) == "imported\n"


def test_a_module_that_reads_its_environment_is_found(tmp_path: Path) -> None:
    """The planted fault."""
    (tmp_path / "greedy.py").write_text("import os\nTOKEN = os.environ['DISCORD_TOKEN']\n", encoding="utf-8")
    assert "KeyError: 'DISCORD_TOKEN'" in imported_without_environment(["greedy"], tmp_path)
