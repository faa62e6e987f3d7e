"""Whoever keeps something about an account can show it to her, and forget it."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.tree import ROOT, module_name

BOT = ROOT / "bot"
#: What a kept thing about somebody is named by.
ACCOUNT = re.compile(r"\baccount\b")
RIGHTS = ("export_for", "erase")


def keeps_accounts(folder: Path) -> bool:
    """Whether a feature has a store, and anything that it keeps is about an account."""
    if not (folder / "store.py").exists():
        return False
    kept = [folder / "store.py", folder / "rules.py", *folder.glob("rules/*.py")]
    return any(ACCOUNT.search(path.read_text(encoding="utf-8")) for path in kept if path.exists())


def services(folder: Path) -> list[ModuleType]:
    """The modules of a feature's service."""
    files = [folder / "service.py", *sorted(folder.glob("service/*.py"))]
    return [import_module(module_name(path)) for path in files if path.exists()]


def lacks(modules: list[ModuleType]) -> list[str]:
    """Which of the two rights no service of a feature answers, with a community and an account."""
    answered = {
        name
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__
        for name in RIGHTS
        if list(inspect.signature(getattr(kind, name, id)).parameters)[1:] == ["community", "account"]
        and inspect.iscoroutinefunction(getattr(kind, name))
    }
    return [name for name in RIGHTS if name not in answered]


FEATURES = [path for path in sorted(BOT.iterdir()) if path.is_dir() and keeps_accounts(path)]


@pytest.mark.parametrize("folder", FEATURES, ids=lambda path: path.name)
def test_each_feature_shows_and_forgets_what_it_keeps_about_an_account(folder: Path) -> None:
    assert lacks(services(folder)) == []


def test_those_features_are_found() -> None:
    assert {"people", "questions"} <= {path.name for path in FEATURES}
    assert "panel" not in {path.name for path in FEATURES}


def test_whoever_leaves_the_server_is_forgotten_by_all_of_them() -> None:
    """`app.py` names, beside people itself, each feature that has to be told."""
    told = (BOT / "app.py").read_text(encoding="utf-8")
    for folder in FEATURES:
        if folder.name != "people":
            assert re.search(rf"people\.works\([^\n]*_{folder.name}\.\w+\.erase", told), folder.name


def test_a_feature_that_cannot_forget_is_found(tmp_path: Path) -> None:
    """The planted faults: a store of accounts, and services that answer to neither or to one by half."""
    (tmp_path / "store.py").write_text("Column('account', BigInteger)\n", encoding="utf-8")
    assert keeps_accounts(tmp_path)
    module = ModuleType("planted")
    assert lacks([module]) == ["export_for", "erase"]

    class Forgetful:
        async def export_for(self, community: int, account: int) -> dict[str, object]:
            return {}

        async def erase(self, account: int) -> None:
            """Of which community?"""

    Forgetful.__module__ = "planted"
    module.Forgetful = Forgetful  # type: ignore[attr-defined]
    assert lacks([module]) == ["erase"]


def test_a_feature_without_accounts_or_without_a_store_need_not(tmp_path: Path) -> None:
    assert not keeps_accounts(tmp_path)
    (tmp_path / "store.py").write_text("Column('channel', BigInteger)\n", encoding="utf-8")
    assert not keeps_accounts(tmp_path)
    (tmp_path / "rules.py").write_text("account: int\n", encoding="utf-8")
    assert keeps_accounts(tmp_path)
