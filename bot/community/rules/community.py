"""Where a community is, who is a facilitator, and what the bot must be allowed to do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

#: Discord's names for what the bot must be allowed in each of a community's channels.
#: `question-permission-*` in the wording says what does not work without it.
NEEDED = ("view_channel", "send_messages", "read_message_history")
#: What it must be allowed besides so that meetings are in the server's own list of events. What it made
#: itself it may change and cancel with that, too.
FOR_EVENTS = ("create_events",)

#: What it must be allowed in the server as a whole to make channels and roles, and to give roles.
FOR_SETUP = ("manage_channels", "manage_roles")


@dataclass(frozen=True, slots=True)
class Community:
    """One Community of Practice: one Discord server. All four are Discord ids."""

    id: int
    questions_channel: int
    facilitators_channel: int
    facilitators_role: int


def is_facilitator(community: Community | None, roles: Collection[int]) -> bool:
    """Whether somebody with these roles is a facilitator; nobody is, before a community is set up."""
    return community is not None and community.facilitators_role in roles


def missing(allowed: Collection[str]) -> tuple[str, ...]:
    """Which of the permissions NEEDED in a channel are not among those `allowed` there."""
    return tuple(name for name in NEEDED if name not in allowed)
