"""Whoever keeps something about somebody can show it to her, and forget it."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.tree import ROOT, module_name

BOT = ROOT / "bot"
#: What a kept thing about somebody is named by: an account, or a member's own id.
SOMEBODY = re.compile(r"\baccount\b|\bmember\b")
#: These parameters tell by what somebody is found: her own id, in a transaction that is passed in, or her
#: account, where the rows are on a database of their own and nothing else leads to her.
BY_MEMBER = {"export_for": ["community", "member"], "erase": ["tx", "community", "member"]}
BY_ACCOUNT = {"export_for": ["community", "account"], "erase": ["community", "account"]}
#: The feature that asks the others. What it keeps for itself goes when the erasure that it is about is done.
ASKS = "privacy"


def keeps_somebody(folder: Path) -> bool:
    """Whether a feature has tables, and anything that it keeps is about an account or a member."""
    kept = [*folder.glob("store.py"), *folder.glob("store/*.py")]
    has_tables = any("Column(" in path.read_text(encoding="utf-8") for path in kept)
    if not has_tables or folder.name == ASKS:
        return False
    kept += [folder / "rules.py", *folder.glob("rules/*.py")]
    return any(SOMEBODY.search(path.read_text(encoding="utf-8")) for path in kept if path.exists())


def services(folder: Path) -> list[ModuleType]:
    """The modules of a feature's service."""
    files = [folder / "service.py", *sorted(folder.glob("service/*.py"))]
    return [import_module(module_name(path)) for path in files if path.exists()]


def lacks(modules: list[ModuleType]) -> list[str]:
    """Which of the two rights no service of a feature answers, by member or by account."""
    kinds = [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__
    ]
    missing = [
        [name for name, asked in way.items() if not any(_answers(kind, name, asked) for kind in kinds)]
        for way in (BY_MEMBER, BY_ACCOUNT)
    ]
    return min(missing, key=len)


def _answers(kind: type, name: str, asked: list[str]) -> bool:
    method = getattr(kind, name, None)
    return inspect.iscoroutinefunction(method) and list(inspect.signature(method).parameters)[1:] == asked


FEATURES = [path for path in sorted(BOT.iterdir()) if path.is_dir() and keeps_somebody(path)]
NAMED = (BOT / "app" / "rights.py").read_text(encoding="utf-8")


def is_named(folder: Path, rights: str) -> bool:
    """Whether a feature is asked by privacy."""
    return re.search(rf"(Feature|ByAccount)\(\s*\"{folder.name}\"", rights) is not None


@pytest.mark.parametrize("folder", FEATURES, ids=lambda path: path.name)
def test_each_feature_shows_and_forgets_what_it_keeps_about_somebody(folder: Path) -> None:
    assert lacks(services(folder)) == []


@pytest.mark.parametrize("folder", FEATURES, ids=lambda path: path.name)
def test_each_of_them_is_asked(folder: Path) -> None:
    assert is_named(folder, NAMED), f"Add {folder.name} to rights_of in bot/app/rights.py."


def test_those_features_are_found() -> None:
    assert {"people", "questions"} <= {path.name for path in FEATURES}
    assert not {"panel", "tables"} & {path.name for path in FEATURES}


def test_signals_keep_nothing_that_could_be_shown_or_forgotten() -> None:
    """They have no store, and no file of theirs speaks of a table."""
    files = sorted((BOT / "signals").glob("*.py"))
    assert {path.stem for path in files} == {"__init__", "rules", "service", "text"}
    assert [path.name for path in files if "Column(" in path.read_text(encoding="utf-8")] == []


def test_a_feature_that_cannot_forget_is_found(tmp_path: Path) -> None:
    """The planted faults: a store of members, and services that answer to neither or to one by half."""
    (tmp_path / "store.py").write_text("Column('member', Text)\n", encoding="utf-8")
    assert keeps_somebody(tmp_path)
    assert not is_named(tmp_path, NAMED)
    module = ModuleType("planted")
    assert lacks([module]) == ["export_for", "erase"]

    class Forgetful:
        async def export_for(self, community: int, member: str) -> dict[str, object]:
            return {}

        async def erase(self, member: str) -> None:
            """In which transaction?"""

    Forgetful.__module__ = "planted"
    module.Forgetful = Forgetful  # type: ignore[attr-defined]
    assert lacks([module]) == ["erase"]


def test_a_feature_without_anybody_or_without_a_store_need_not(tmp_path: Path) -> None:
    assert not keeps_somebody(tmp_path)
    (tmp_path / "store.py").write_text("Column('channel', BigInteger)\n", encoding="utf-8")
    assert not keeps_somebody(tmp_path)
    (tmp_path / "rules.py").write_text("account: int\n", encoding="utf-8")
    assert keeps_somebody(tmp_path)
