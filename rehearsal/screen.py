"""What is on one person's screen: messages, and what came of what she did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rehearsal.shown_files import ShownFile, shown_files
from rehearsal.world import components as parts
from rehearsal.world.components import Button
from rehearsal.world.model import Message, MessageFlag
from rehearsal.world.world import World

if TYPE_CHECKING:
    from rehearsal.forms import Form


@dataclass(frozen=True, slots=True)
class ShownButton:
    """A button as it is on the screen."""

    label: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it is on one person's screen."""

    id: int
    author: str
    text: str
    buttons: tuple[ShownButton, ...]
    only_you: bool
    edited: bool
    rings_me: bool
    shown_at: datetime
    used_by: str | None
    files: tuple[ShownFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: a message, a form, or the sentence that the client shows when nothing came."""

    message: Shown | None = None
    form: Form | None = None
    failed: str | None = None


def shown(world: World, user_id: int, message: Message) -> Shown:
    """The message on this person's screen."""
    said = [message.content] if message.content else []
    only_you = message.only_for is not None
    used_by = None
    if message.origin is not None and not only_you:
        used_by = world.users[message.origin.user_id].display_name
    return Shown(
        id=message.id,
        author=world.users[message.author_id].display_name,
        text="\n".join([*said, *parts.texts(message.components)]),
        buttons=tuple(
            ShownButton(part.label or "", part.disabled)
            for part in parts.walk(message.components)
            if isinstance(part, Button)
        ),
        only_you=only_you,
        edited=message.edited_at is not None,
        rings_me=user_id in message.rung and not message.flags & MessageFlag.SUPPRESS_NOTIFICATIONS,
        shown_at=message.created_at,
        used_by=used_by,
        files=shown_files(world, message),
    )
