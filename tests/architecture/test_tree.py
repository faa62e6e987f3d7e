"""Files stay small enough to be read, and name nobody's machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, python_files, text_files

MOST_LINES = 450
MOST_LINES_OF_A_FUNCTION = 60

#: In pieces, so that this file does not name what it looks for.
_NOT_NAMED = "|".join(
    (
        r"index-" + r"url[=\s'\"]+\w+://",
        r"find-" + r"links[=\s'\"]+\w+://",
        r"py" + r"pi\.org/" + "simple",
        r"files\.python" + r"hosted\.org",
        r"(?<![\w.])/" + r"home/[\w.-]+",
        r"(?<![\w.])/" + r"Users/[\w.-]+",
        r"(?<![\w.])/" + r"root(?=/)",
        r"(?i:\b[a-z]:\\+" + r"users\\)",
    )
)
NOT_NAMED = re.compile(_NOT_NAMED)


def too_long(path: Path) -> list[str]:
    """A file, and the functions in it, that nobody can read in one go."""
    source = path.read_text(encoding="utf-8")
    found = [f"{path.name}: {len(source.splitlines())}"] if len(source.splitlines()) > MOST_LINES else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                found.append(f"{path.name} {node.name}: {lines}")
    return found


def machines_in(path: Path) -> list[str]:
    """The lines of a file that name a package index, or somebody's home."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [f"{path.name}:{number}" for number, line in enumerate(lines, 1) if NOT_NAMED.search(line)]


def test_every_file_and_every_function_can_be_read_in_one_go() -> None:
    files = python_files()
    assert len(files) > 50
    assert [found for path in files for found in too_long(path)] == []


def test_a_long_file_and_a_long_function_are_found(tmp_path: Path) -> None:
    """The planted fault."""
    file = tmp_path / "long.py"
    file.write_text("async def long():\n" + "    pass\n" * 450, encoding="utf-8")
    assert too_long(file) == ["long.py: 451", "long.py long: 451"]
    file.write_text("async def short():\n" + "    pass\n" * 59, encoding="utf-8")
    assert too_long(file) == []


def test_no_file_names_a_package_index_or_a_home() -> None:
    files = list(text_files())
    assert ROOT / "pyproject.toml" in files
    assert Path(__file__) in files
    assert [found for path in files for found in machines_in(path)] == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-" + "url https://example.org/simple",
        "--extra-index-" + "url=https://example.org",
        "see https://py" + "pi.org/simple/discord-py",
        "https://files.python" + "hosted.org/packages/x.whl",
        "open('/" + "home/ama/bot.db')",
        "/" + "Users/ama/bot",
        "/" + "root/bot",
        "C:\\" + "Users\\ama",
    ],
)
def test_a_machine_that_is_named_is_found(line: str, tmp_path: Path) -> None:
    """The planted faults."""
    file = tmp_path / "file.txt"
    file.write_text(f"fine\n{line}\n", encoding="utf-8")
    assert machines_in(file) == ["file.txt:2"]
