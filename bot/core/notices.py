"""What the bot shows, as data: sentences, people's own words, buttons and forms.

A feature's `text.py` builds these; `cogs/_send.py` and `cogs/_views.py` turn them into Discord's
layouts. They can be sealed and kept, and are put into words only when they are sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core.wording import Line, Value, Words

__all__ = ["Box", "Button", "Choice", "Field", "Form", "Line", "Notice", "Person", "Words"]


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `action` is `feature:verb`, `label` a message id with its `values`, `token` random or empty.

    Together they become the `custom_id`, which everybody can read: nothing in it may come from a person.
    """

    action: str
    label: str
    token: str = ""
    main: bool = False
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def custom_id(self) -> str:
        """`feature:verb:token`; 100 characters at most is Discord's limit."""
        return f"{self.action}:{self.token}"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: paragraphs from top to bottom, then buttons, in rows of five."""

    parts: tuple[Line | Words, ...]
    buttons: tuple[Button, ...] = ()


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
    """One of a few; `options` are values with their message ids, `chosen` is the value to begin with."""

    name: str
    label: str
    hint: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Person:
    """A member of this server; what comes back is the account's id."""

    name: str
    label: str
    hint: str


Box = Field | Choice | Person


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
