"""What the documents for people name as proof is there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.tree import ROOT

_TEST = re.compile(r"`(tests/[^`]*)`")


def missing(text: str) -> list[str]:
    """The tests that a text names and that do not exist."""
    return [named for named in _TEST.findall(text) if not (ROOT / named).exists()]


def documents() -> list[Path]:
    return sorted((ROOT / "docs").glob("*.md"))


def test_every_test_that_a_document_names_exists() -> None:
    assert {path.name: gone for path in documents() if (gone := missing(path.read_text("utf-8")))} == {}
    assert any(_TEST.search(path.read_text("utf-8")) for path in documents())


def test_one_that_does_not_is_found() -> None:
    """The planted fault."""
    assert missing("held by `tests/e2e/test_of_nothing.py` and `tests/e2e`") == [
        "tests/e2e/test_of_nothing.py"
    ]
