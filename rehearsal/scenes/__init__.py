"""Scenes: what the cast does, as data. Each is a TOML file in this folder."""

from __future__ import annotations

from importlib import resources

from rehearsal.scenes.script import Scene, parse

__all__ = ["OPENING", "Scene", "names", "read"]

#: What has happened when somebody opens the practice room; nobody watches it.
OPENING = "opening"
#: In which order a newcomer is offered them; any other comes after these.
_ORDER = (
    "first-question",
    "i-dont-follow-this",
    "gives-herself-away",
    "someone-paused",
    "setting-up",
    "joining",
    "before-the-first-meeting",
    "a-meeting",
    "a-word",
    "a-hard-word",
)


def names() -> list[str]:
    """The scenes that somebody can watch, in the order in which they are offered."""
    files = (each.name for each in resources.files(__package__).iterdir())
    found = {name.removesuffix(".toml") for name in files if name.endswith(".toml")}
    others = sorted(found - {OPENING, *_ORDER})
    return [*(name for name in _ORDER if name in found), *others]


def read(name: str) -> Scene:
    """The scene of that name; raises FileNotFoundError if there is none, ValueError if it is not one."""
    if name not in {OPENING, *names()}:
        raise FileNotFoundError(f"there is no scene {name!r}")
    return parse((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
