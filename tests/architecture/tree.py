"""The project's own files, for tests about all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "cogs", "config", "rehearsal")
_NOT_OURS = {"__pycache__", "node_modules", "dist", "build", "data", "keys"}


def python_files(root: Path = ROOT) -> list[Path]:
    """Every module of the product."""
    return [path for package in PACKAGES for path in sorted((root / package).rglob("*.py"))]


def text_files(root: Path = ROOT) -> Iterator[Path]:
    """Every file that is kept and can be read; hidden folders (environments, caches, history) apart."""
    for path in sorted(root.iterdir()):
        if path.name in _NOT_OURS or path.name.endswith(".egg-info") or path.is_symlink():
            continue
        if path.is_dir() and path.name.startswith(".") and path.name != ".ci":
            continue
        if path.is_dir():
            yield from text_files(path)
        elif _is_text(path):
            yield path


def _is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:4_096]


def module_name(path: Path) -> str:
    """The name that a file is imported by."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
