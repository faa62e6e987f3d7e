"""What a scene's file may say."""

from __future__ import annotations

import tomllib
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from rehearsal.cast import Server


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expectation(_Strict):
    """What somebody must see, or must not see, once a step is done."""

    who: str
    sees: str | None = None
    does_not_see: str | None = None


#: The chat with the bot, where a scene names a channel.
DIRECT = "direct"


class FileGiven(_Strict):
    """A file of text that somebody puts into a form."""

    file: Annotated[str, Field(min_length=1)]
    text: str


class Step(_Strict):
    """One thing that happens: somebody uses a command, presses, fills in the form that is open, writes in a
    channel (`writes`), or chooses an entry in the menu of the latest message there that holds `on` (`menu`);
    or (`wait`) the time moves on to whatever is due next, or (`days`) by so many days.

    A press is on the latest message with such a button, also one that only she sees, and with `on` on the
    latest that holds these words. Of several buttons each is pressed in turn; `on` is for the first. No
    channel, or "direct", is the chat with the bot. What is typed into a form is a text, a choice by its
    label, several, true or false, or `{ file = "name", text = "..." }`. A press or a command with `types`
    fills in the form that it (the last press) opens, and sends it at once.

    `says` is told to the audience; `opens` is the title of the form that must open. Several people, named in
    `who`, do the same, one after the other.
    """

    says: str
    who: str | tuple[str, ...] = ()
    channel: str | None = None
    command: str | None = None
    options: dict[str, str] = {}
    press: str | tuple[str, ...] | None = None
    types: dict[str, str | bool | tuple[str, ...] | FileGiven] | None = None
    writes: str | None = None
    menu: str | None = None
    on: str | None = None
    wait: bool = False
    days: Annotated[int, Field(ge=1)] | None = None
    opens: str | None = None
    expect: tuple[Expectation, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Who does it; nobody, where only time passes."""
        return (self.who,) if isinstance(self.who, str) else self.who

    @property
    def presses(self) -> tuple[str, ...]:
        """What is pressed, one button after the other."""
        return (self.press,) if isinstance(self.press, str) else self.press or ()

    @property
    def place(self) -> str | None:
        """The channel that it happens in; None is the chat with the bot."""
        return None if self.channel == DIRECT else self.channel

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        filled_in = self.types if self.press is None and self.command is None else None
        done = [self.command, self.press, filled_in, self.writes, self.menu]
        things = [*done, self.wait or None, self.days]
        if sum(thing is not None for thing in things) != 1:
            raise ValueError("a step is one of: command, press, types, writes, menu, wait, days")
        if bool(self.people) != any(thing is not None for thing in done):
            raise ValueError("somebody does each step, but for waiting")
        if self.press is not None and not self.presses:
            raise ValueError("somebody presses at least one button")
        if self.menu is not None and self.on is None:
            raise ValueError("a menu is that of a message: `menu` and `on` go together")
        if self.on is not None and self.menu is None and self.press is None:
            raise ValueError("`on` is for a menu or a press")
        if self.writes is not None and self.place is None:
            raise ValueError("what somebody writes stands in a channel")
        return self


class Scene(_Strict):
    """A scene: the people whose screens are shown, the channels that they look at, and the steps.

    `before` are steps that nobody watches: they are done with the first. "direct" among the channels is the
    chat with the bot. `minutes` is how long it takes to read along; `server` is where it plays, and `makes`
    are the channels that come to be in it.
    """

    title: str
    about: str
    minutes: Annotated[int, Field(ge=1, le=3)] = 1
    server: Server = "community"
    makes: tuple[str, ...] = ()
    people: tuple[str, ...]
    channels: tuple[str, ...]
    before: tuple[Step, ...] = ()
    steps: tuple[Step, ...]


def parse(text: str) -> Scene:
    """Read a scene; raises ValueError, which names the place, for anything that is not one."""
    return Scene.model_validate(tomllib.loads(text))
