"""Scenes: what the cast does, as data. Each is a TOML file in this folder."""

from __future__ import annotations

from importlib import resources

from rehearsal.scenes.script import Scene, parse

__all__ = ["Scene", "read"]


def read(name: str) -> Scene:
    """The scene of that name; raises FileNotFoundError if there is none, ValueError if it is not one."""
    return parse((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
