"""What a scene's file may say."""

from __future__ import annotations

import tomllib
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expectation(_Strict):
    """What somebody must see, or must not see, once a step is done."""

    who: str
    sees: str | None = None
    does_not_see: str | None = None


class Step(_Strict):
    """One thing that happens: somebody uses a command, presses, or types into the form that is open;
    or (`wait`) the time moves on to whatever is due next.

    `says` is told to the audience; `opens` is the title of the form that must open.
    """

    says: str
    who: str | None = None
    channel: str | None = None
    command: str | None = None
    options: dict[str, str] = {}
    press: str | None = None
    types: dict[str, str] | None = None
    wait: bool = False
    opens: str | None = None
    expect: tuple[Expectation, ...] = ()

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        things = [self.command, self.press, self.types, self.wait or None]
        if sum(thing is not None for thing in things) != 1:
            raise ValueError("a step is one of: command, press, types, wait")
        if (self.who is None) != self.wait:
            raise ValueError("somebody does each step, but for waiting")
        return self


class Scene(_Strict):
    """A scene: the people whose screens are shown, the channels that they look at, and the steps."""

    title: str
    about: str
    people: tuple[str, ...]
    channels: tuple[str, ...]
    steps: tuple[Step, ...]


def parse(text: str) -> Scene:
    """Read a scene; raises ValueError, which names the place, for anything that is not one."""
    return Scene.model_validate(tomllib.loads(text))
