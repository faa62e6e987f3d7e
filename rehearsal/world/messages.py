"""Sending, changing and deleting messages, with Discord's rules for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rehearsal.world import components as parts
from rehearsal.world import errors, happenings
from rehearsal.world.attaching import NO_FILES, Files
from rehearsal.world.components import MessageComponent
from rehearsal.world.errors import Problem
from rehearsal.world.files import Attachment
from rehearsal.world.mentions import IN_INTERACTIONS, IN_MESSAGES, AllowedMentions, Mentions, mentioned
from rehearsal.world.message_form import refuse_bad_form
from rehearsal.world.model import Channel, ChannelKind, Message, MessageFlag, Origin
from rehearsal.world.permissions import Permission

if TYPE_CHECKING:
    from rehearsal.world.world import World

NONCE_MEMORY = timedelta(minutes=3)
_SETTABLE = MessageFlag.IS_COMPONENTS_V2 | MessageFlag.SUPPRESS_NOTIFICATIONS | MessageFlag.EPHEMERAL


@dataclass(frozen=True, slots=True)
class Draft:
    """A message as its sender wants it."""

    content: str = ""
    components: tuple[MessageComponent, ...] = ()
    flags: int = 0
    allowed_mentions: AllowedMentions | None = None
    nonce: str | int | None = None
    enforce_nonce: bool = False
    files: Files = NO_FILES


@dataclass(frozen=True, slots=True)
class Change:
    """An edit; None leaves a thing as it is, and so do files that are neither listed nor new."""

    content: str | None = None
    components: tuple[MessageComponent, ...] | None = None
    flags: int | None = None
    allowed_mentions: AllowedMentions | None = None
    files: Files = NO_FILES


@dataclass(slots=True)
class Messages:
    """The messages of a world. Every method raises DiscordError as Discord would refuse."""

    world: World
    _nonces: dict[tuple[int, str], tuple[datetime, int, int]] = field(default_factory=dict)

    def send(self, author_id: int, channel_id: int, draft: Draft) -> Message:
        """An ordinary message.

        Needs VIEW_CHANNEL (50001) and SEND_MESSAGES (50013), an open direct chat (50007) with somebody
        in the community (50278). With `enforce_nonce`, an author's nonce of the last three minutes gives
        back the message it made (10008 if that is deleted) and nothing new happens.
        """
        channel = self._place(author_id, channel_id)
        self._may_send(author_id, channel)
        if draft.enforce_nonce and (earlier := self._sent_before(author_id, draft)) is not None:
            return earlier
        message = self.create(author_id, channel, draft)
        if draft.nonce is not None:
            self._nonces[author_id, str(draft.nonce)] = (message.created_at, channel.id, message.id)
        return message

    def create(
        self,
        author_id: int,
        channel: Channel,
        draft: Draft,
        *,
        kind: int = 0,
        origin: Origin | None = None,
        only_for: int | None = None,
    ) -> Message:
        """Puts a message into a channel after the rules of form; only for files it asks for the right."""
        attachments = self._attached(author_id, channel, draft.files, ())
        if not draft.flags & MessageFlag.LOADING:
            refuse_bad_form(draft.content, draft.components, draft.flags, attachments)
        message = Message(
            id=self.world.ids.next(),
            channel_id=channel.id,
            author_id=author_id,
            content=draft.content,
            components=parts.numbered(draft.components),
            flags=draft.flags,
            created_at=self.world.clock.now(),
            kind=kind,
            nonce=draft.nonce,
            origin=origin,
            only_for=only_for,
            attachments=attachments,
        )
        self._mention(message, channel, draft.allowed_mentions)
        self._ring(message, channel)
        channel.messages[message.id] = message
        self.world.tell(happenings.MessageCreated(message))
        return message

    def edit(self, author_id: int, channel_id: int, message_id: int, change: Change) -> Message:
        """Changes a message of one's own (50005 for another's)."""
        message = self.find(author_id, channel_id, message_id)
        if message.author_id != author_id:
            raise errors.edit_of_another()
        return self.change(message, change)

    def change(self, message: Message, change: Change) -> Message:
        """Changes a message after the rules of form; a loading one is filled, and rings as if it came now."""
        content = message.content if change.content is None else change.content
        components = message.components if change.components is None else change.components
        flags = message.flags & ~MessageFlag.LOADING | (change.flags or 0) & MessageFlag.IS_COMPONENTS_V2
        channel = self.world.channels[message.channel_id]
        attachments = self._attached(message.author_id, channel, change.files, message.attachments)
        refuse_bad_form(content, components, flags, attachments)
        _refuse_unlisted(message, change, flags)
        was_loading = message.loading
        message.attachments = attachments
        message.content, message.components = content, parts.numbered(tuple(components))
        message.flags = flags
        self._mention(message, channel, change.allowed_mentions)
        if was_loading:
            self._ring(message, channel)
        else:
            message.edited_at = self.world.clock.now()
        self.world.tell(happenings.MessageEdited(message))
        return message

    def delete(self, who_id: int, channel_id: int, message_id: int) -> None:
        """Deletes one's own message, or another's with MANAGE_MESSAGES (50013).

        In a chat nobody deletes what the other wrote (50003).
        """
        message = self.find(who_id, channel_id, message_id)
        if message.author_id != who_id:
            self._may_delete_of_another(who_id, self.world.channels[channel_id])
        self.remove(message)

    def remove(self, message: Message) -> None:
        """Takes a message out of its channel."""
        del self.world.channels[message.channel_id].messages[message.id]
        self.world.tell(happenings.MessageDeleted(message))

    def find(self, who_id: int, channel_id: int, message_id: int) -> Message:
        """A message of a channel that `who_id` can see; ephemeral ones are not found this way (10008)."""
        message = self._place(who_id, channel_id).messages.get(message_id)
        if message is None or message.only_for is not None:
            raise errors.unknown_message()
        return message

    def fetch(self, who_id: int, channel_id: int, message_id: int) -> Message:
        """One message; needs READ_MESSAGE_HISTORY too (50013)."""
        message = self.find(who_id, channel_id, message_id)
        if not self._may_read(who_id, channel_id):
            raise errors.missing_permissions()
        return message

    def history(self, who_id: int, channel_id: int) -> list[Message]:
        """All public messages, oldest first; none without READ_MESSAGE_HISTORY, as Discord documents.

        In the text chat of a voice room there are none: nobody can write there here.
        """
        if self.world.channel_for(who_id, channel_id).kind is ChannelKind.VOICE:
            return []
        channel = self._place(who_id, channel_id)
        if not self._may_read(who_id, channel_id):
            return []
        return [message for message in channel.messages.values() if message.only_for is None]

    def _place(self, who_id: int, channel_id: int) -> Channel:
        """A channel that `who_id` can see; the text chat of a voice room is not known."""
        channel = self.world.channel_for(who_id, channel_id)
        if channel.kind not in (ChannelKind.TEXT, ChannelKind.DIRECT):
            raise errors.NotKnownError("The rehearsal does not know messages in a voice room or a category")
        return channel

    def _may_read(self, who_id: int, channel_id: int) -> bool:
        bits = self.world.permissions(who_id, self.world.channels[channel_id])
        return bool(bits & Permission.READ_MESSAGE_HISTORY)

    def _attached(
        self, author_id: int, channel: Channel, files: Files, before: tuple[Attachment, ...]
    ) -> tuple[Attachment, ...]:
        """The files afterwards; new ones need ATTACH_FILES (50013)."""
        if files.uploads and not self.world.permissions(author_id, channel) & Permission.ATTACH_FILES:
            raise errors.missing_permissions()
        return files.after(before, self.world.ids.next)

    def _may_send(self, author_id: int, channel: Channel) -> None:
        if channel.kind is ChannelKind.TEXT:
            if not self.world.permissions(author_id, channel) & Permission.SEND_MESSAGES:
                raise errors.missing_permissions()
            return
        person = self.world.users[channel.recipient_id or 0]
        if person.id not in self.world.guild.members:
            raise errors.no_mutual_guild()
        if author_id != person.id and not person.direct_messages_open:
            raise errors.closed_direct_messages()

    def _may_delete_of_another(self, who_id: int, channel: Channel) -> None:
        if channel.kind is ChannelKind.DIRECT:
            raise errors.not_in_direct_messages()
        if not self.world.permissions(who_id, channel) & Permission.MANAGE_MESSAGES:
            raise errors.missing_permissions()

    def _sent_before(self, author_id: int, draft: Draft) -> Message | None:
        remembered = self._nonces.get((author_id, str(draft.nonce)))
        if draft.nonce is None or remembered is None:
            return None
        sent_at, channel_id, message_id = remembered
        if self.world.clock.now() - sent_at >= NONCE_MEMORY:
            return None
        channel = self.world.channels.get(channel_id)
        message = channel.messages.get(message_id) if channel else None
        if message is None:
            raise errors.unknown_message()
        return message

    def _mention(self, message: Message, channel: Channel, allowed: AllowedMentions | None) -> None:
        permitted = self.world.permissions(message.author_id, channel) & Permission.MENTION_EVERYONE
        found = mentioned(
            "\n".join([message.content, *parts.texts(message.components)]),
            allowed or (IN_MESSAGES if message.origin is None else IN_INTERACTIONS),
            guild=self.world.guild if channel.guild_id else None,
            is_user=self.world.users.__contains__,
            may_mention_everyone=bool(permitted),
        )
        message.mentions, message.mention_roles = found.users, found.roles
        message.mention_everyone = found.everyone

    def _ring(self, message: Message, channel: Channel) -> None:
        if message.flags & MessageFlag.SUPPRESS_NOTIFICATIONS:
            return
        found = Mentions(message.mentions, message.mention_roles, message.mention_everyone)
        rung = found.rings(self.world.guild if channel.guild_id else None)
        message.rung = frozenset(
            user_id
            for user_id in rung - {message.author_id}
            if self.world.permissions(user_id, channel) & Permission.VIEW_CHANNEL
            and message.only_for in (None, user_id)
        )


def _refuse_unlisted(message: Message, change: Change, flags: int) -> None:
    """Discord was seen to find what components refer to among the files that the same edit names.

    What else it does with files that were there, when their components change, is not known here.
    """
    v2 = flags & MessageFlag.IS_COMPONENTS_V2
    if v2 and message.attachments and change.components is not None and not change.files.names_all:
        raise errors.NotKnownError(
            "The rehearsal does not know new components beside files that `attachments` does not name"
        )


def refuse_unsettable(flags: int, allowed: int) -> None:
    """Refuses flags outside `allowed`: Discord's own ones with 50035, any other as not known (501)."""
    unknown = flags & ~int(_SETTABLE)
    if unknown:
        raise errors.NotKnownError(f"The rehearsal does not know the message flags {unknown}")
    if flags & ~allowed:
        raise errors.invalid_form(
            Problem(
                ("flags",), "MESSAGE_FLAGS_INVALID", f"These flags cannot be set here: {flags & ~allowed}"
            )
        )
