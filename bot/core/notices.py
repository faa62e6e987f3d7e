"""What the bot shows, as data: sentences, people's own words, buttons and forms.

A feature's `text.py` builds these; `cogs/_send.py` and `cogs/_views.py` turn them into Discord's
layouts. They can be sealed and kept, and are put into words only when they are sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.core.wording import Line

__all__ = ["Button", "Field", "Form", "Line", "Notice", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """What a person wrote. It is shown as a quotation, and never read as markup or mention."""

    words: str


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `action` is `feature:verb`, `label` a message id, `token` random or empty.

    Together they become the `custom_id`, which everybody can read: nothing in it may come from a person.
    """

    action: str
    label: str
    token: str = ""
    main: bool = False

    @property
    def custom_id(self) -> str:
        """`feature:verb:token`; 100 characters at most is Discord's limit."""
        return f"{self.action}:{self.token}"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: paragraphs from top to bottom, then a row of at most five buttons."""

    parts: tuple[Line | Words, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One text box of a form; `label` and `hint` are message ids, lengths are in characters."""

    name: str
    label: str
    hint: str
    most: int
    kind: Literal["line", "paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Form:
    """A form (Discord: modal); sent back, it comes to the same `action` with the same `token`."""

    action: str
    token: str
    title: str
    fields: tuple[Field, ...]
    intro: Line | None = None

    @property
    def custom_id(self) -> str:
        """`feature:verb:token`, as for a button."""
        return f"{self.action}:{self.token}"
