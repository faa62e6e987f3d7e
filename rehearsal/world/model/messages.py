"""Messages, and where an answer comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rehearsal.world.components import MessageComponent
from rehearsal.world.files import Attachment
from rehearsal.world.model.kinds import InteractionKind, MessageFlag


@dataclass(frozen=True, slots=True)
class Origin:
    """Which interaction a message answers; `via` is the one that opened the form, where there was one."""

    interaction_id: int
    kind: InteractionKind
    user_id: int
    guild_id: int | None
    interacted_message_id: int | None = None
    target_message_id: int | None = None
    original_response_id: int | None = None
    via: Origin | None = None


@dataclass(slots=True)
class Message:
    """A message. `only_for` is the one person who sees an ephemeral one; `rung` were notified by it."""

    id: int
    channel_id: int
    author_id: int
    content: str
    components: tuple[MessageComponent, ...]
    flags: int
    created_at: datetime
    kind: int = 0
    edited_at: datetime | None = None
    nonce: str | int | None = None
    mentions: frozenset[int] = frozenset()
    mention_roles: frozenset[int] = frozenset()
    mention_everyone: bool = False
    rung: frozenset[int] = frozenset()
    origin: Origin | None = None
    only_for: int | None = None
    attachments: tuple[Attachment, ...] = ()

    def attached(self, name: str) -> Attachment:
        """The attachment of this name; LookupError where there is none."""
        for each in self.attachments:
            if each.name == name:
                return each
        raise LookupError(f"there is no attachment {name!r}")

    @property
    def loading(self) -> bool:
        """Whether it still says that the bot is thinking."""
        return bool(self.flags & MessageFlag.LOADING)
