"""The starter glossary comes with the bot, whole, and its ids stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.errors import SettingsError
from bot.glossary.service import read_starter
from config.settings import GLOSSARY

ROW = "Audit,research,A look at how things are done.\n"


def test_every_term_has_an_id_of_its_own_and_the_same_at_each_start() -> None:
    terms = read_starter(GLOSSARY, "The starter")
    assert len(terms) >= 150
    assert len({term.id for term in terms}) == len(terms)
    assert all(len(term.id) == 16 for term in terms)
    read_starter.cache_clear()
    assert read_starter(GLOSSARY, "The starter") == terms
    assert {term.by for term in terms} == {"The starter"}


def test_a_better_wording_leaves_the_id_as_it_was(tmp_path: Path) -> None:
    ids = set()
    for folder, row in (("a", ROW), ("b", ROW.replace("A look", "A check"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.csv").write_text(f"term,theme,plain\n{row}", encoding="utf-8")
        (term,) = read_starter(tmp_path / folder, "")
        ids.add(term.id)
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("content", "said"), [(f"term,theme,plain\n{ROW}{ROW}", "line 3: twice"), ("", "empty")]
)
def test_a_fault_in_it_is_the_hosts_to_mend(tmp_path: Path, content: str, said: str) -> None:
    """The planted faults."""
    (tmp_path / "one.csv").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        read_starter(tmp_path, "")
