"""What the bot shows, as data: sentences, people's own words, buttons and forms.

A feature's `text.py` builds these; `cogs/_send.py` and `cogs/_forms.py` turn them into Discord's
layouts. They can be sealed and kept, and are put into words only when they are sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core.wording import Line, Value, Words

__all__ = [
    "Attached",
    "Box",
    "Button",
    "Channels",
    "Choice",
    "Field",
    "File",
    "Form",
    "Label",
    "Line",
    "Notice",
    "People",
    "Person",
    "Roles",
    "Several",
    "Words",
]

#: What an option is called: a message id, or people's own words (a name, say).
Label = str | Words


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `action` is `feature:verb`, `label` a message id with its `values`, `token` random or empty.

    Together they become the `custom_id`, which everybody can read: nothing in it may come from a person.
    `new_row`: it stands first in a row, also where the row above has room.
    """

    action: str
    label: str
    token: str = ""
    main: bool = False
    values: Mapping[str, Value] = field(default_factory=dict)
    new_row: bool = False

    @property
    def custom_id(self) -> str:
        """`feature:verb:token`; 100 characters at most is Discord's limit."""
        return f"{self.action}:{self.token}"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file below a message; `name` is what it is called there, and holds nothing about a person."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: paragraphs from top to bottom, files, then buttons, in rows of five at most.

    Files are for what is shown to whoever pressed; what is delivered has none.
    """

    parts: tuple[Line | Words, ...]
    buttons: tuple[Button, ...] = ()
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One text box of a form; `label` and `hint` are message ids, `most` is in characters.

    `value` stands in it to begin with.
    """

    name: str
    label: str
    hint: str
    most: int
    kind: Literal["line", "paragraph"] = "paragraph"
    value: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few, 25 at most; `options` are values with what they are called.

    `chosen` is the value to begin with; empty, nothing is chosen yet, and something has to be.
    """

    name: str
    label: str
    hint: str
    options: tuple[tuple[str, Label], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Several:
    """Any of a few, ten at most, none of them included; `chosen` are the values to begin with."""

    name: str
    label: str
    hint: str
    options: tuple[tuple[str, Label], ...]
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A member of this server; what comes back is the account's id."""

    name: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class People:
    """Up to `most` members of this server, or none; what comes back are the accounts' ids."""

    name: str
    label: str
    hint: str
    most: int = 25


@dataclass(frozen=True, slots=True)
class Roles:
    """Up to `most` roles of this server, or none unless `required`; what comes back are their ids."""

    name: str
    label: str
    hint: str
    chosen: tuple[int, ...] = ()
    most: int = 1
    required: bool = False


@dataclass(frozen=True, slots=True)
class Channels:
    """Up to `most` text channels of this server, or none unless `required`; what comes back are their ids."""

    name: str
    label: str
    hint: str
    chosen: tuple[int, ...] = ()
    most: int = 1
    required: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One file, or none; what comes back is its text, as UTF-8."""

    name: str
    label: str
    hint: str


Box = Field | Choice | Several | Person | People | Roles | Channels | File


@dataclass(frozen=True, slots=True)
class Form:
    """A form (Discord: modal); sent back, it comes to the same `action` with the same `token`."""

    action: str
    token: str
    title: str
    fields: tuple[Box, ...]
    intro: Line | None = None

    @property
    def custom_id(self) -> str:
        """`feature:verb:token`, as for a button."""
        return f"{self.action}:{self.token}"
