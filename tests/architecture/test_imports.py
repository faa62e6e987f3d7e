"""Imports point inwards; the contracts stand in pyproject.toml."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, ROOT, python_files
from tests.cogs.samples import features

LINT = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]

#: For each contract, files and the lines that break it.
BREACHES = {
    "rules": ("bot/questions/rules/pauses.py", "import sqlalchemy"),
    "text": ("bot/panel/text.py", "from bot.panel import service"),
    "services": ("bot/questions/service/asking.py", "from bot.questions.store import QuestionStore"),
    "services-sql": ("bot/community/service/communities.py", "from sqlalchemy import select"),
    "stores": ("bot/community/store.py", "from bot.community import service"),
    "core": ("bot/core/shelf.py", "import bot.panel.rules"),
    "discord": ("bot/panel/text.py", "import discord"),
    "cogs": ("bot/panel/service.py", "from cogs import _send"),
    "cogs-apart": ("cogs/panel.py", "from cogs.questions import AskingCog"),
    "cogs-stores": ("cogs/questions/asking.py", "from bot.questions.store import QuestionStore"),
    "rehearsal-unknown": ("bot/__main__.py", "def sneak():\n    import rehearsal"),
    "rehearsal-alone": ("rehearsal/terminal.py", "from bot.core.errors import HostError"),
}


def broken(root: Path, *contracts: str) -> str:
    """What import-linter has to say about a tree; nothing if all is well."""
    chosen = [argument for contract in contracts for argument in ("--contract", contract)]
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo", *chosen],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(root), "COLUMNS": "200"},
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_imports_point_inwards() -> None:
    assert broken(ROOT) == ""


def test_every_contract_has_a_breach_planted_for_it() -> None:
    assert [contract["id"] for contract in CONTRACTS] == list(BREACHES)


@pytest.fixture
def copies(tmp_path: Path) -> dict[str, Path]:
    """For each contract, a copy of the tree with its breach planted."""
    made = {}
    for contract, (file, line) in BREACHES.items():
        made[contract] = tmp_path / contract
        for package in PACKAGES:
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / package, made[contract] / package, ignore=ignored)
        shutil.copy(ROOT / "pyproject.toml", made[contract])
        target = made[contract] / file
        target.write_text(target.read_text(encoding="utf-8") + f"\n\n{line}\n", encoding="utf-8")
    return made


def test_each_planted_breach_is_caught(copies: dict[str, Path]) -> None:
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = dict(zip(copies, pool.map(broken, copies.values(), copies), strict=True))
    assert {contract for contract, said in found.items() if "BROKEN" in said} == set(BREACHES)


def test_no_cog_is_left_out_of_the_contract_that_keeps_them_apart() -> None:
    (apart,) = [contract["modules"] for contract in CONTRACTS if contract["id"] == "cogs-apart"]
    assert sorted(apart) == [f"cogs.{feature}" for feature in features()]


def test_layers_have_the_names_that_the_contracts_go_by() -> None:
    """A feature's file with another name would be under no contract."""
    layers = {"__init__", "rules", "service", "store", "text", "kinds"}
    folders = [path for path in (ROOT / "bot").iterdir() if path.is_dir()]
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        if folder.name not in ("app", "core", "migrations", "__pycache__")
        for path in folder.iterdir()
        if path.name != "__pycache__" and path.stem not in layers
    }
    assert found == set()
    assert python_files()
