"""A person's side: what Discord would show this person, and what it would let her do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from rehearsal.cast import Part
from rehearsal.options import wire_values
from rehearsal.world import components as parts
from rehearsal.world.components import Button, Label, Modal, StringSelect, TextDisplay
from rehearsal.world.errors import CannotSee, CannotSend, CannotUse, DiscordError
from rehearsal.world.interactions import SECONDS_TO_ANSWER
from rehearsal.world.messages import MAX_CONTENT, Draft
from rehearsal.world.model import (
    CallbackKind,
    Channel,
    ChannelKind,
    Command,
    CommandUse,
    Interaction,
    InteractionKind,
    Message,
    MessageFlag,
    Press,
    Submission,
    User,
)
from rehearsal.world.permissions import Permission, in_guild
from rehearsal.world.world import World

SECONDS_TO_FILL = 10.0
_IN_GUILD, _IN_CHAT = 0, 1
_NO_RESPONSE = "The application did not respond"
_FAILED = "This interaction failed"
_READ = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY


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


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form; `value` is what it holds before anything is typed."""

    label: str
    description: str | None
    value: str
    placeholder: str | None
    required: bool
    min_length: int
    max_length: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: a message, a form, or the sentence that the client shows when nothing came."""

    message: Shown | None = None
    form: Form | None = None
    failed: str | None = None


class Form:
    """A form on somebody's screen; it keeps being there when sending it failed."""

    def __init__(self, person: Person, opened_by: Interaction, modal: Modal) -> None:
        self._person = person
        self._opened_by = opened_by
        self._modal = modal
        self._is_closed = False
        self.title = modal.title
        self.text = "\n".join(part.content for part in modal.components if isinstance(part, TextDisplay))
        self.fields = tuple(_field(part) for part in modal.components if isinstance(part, Label))

    async def submit(self, values: Mapping[str, str], *, unchecked: bool = False) -> Outcome:
        """Sends the form with these texts by label; a field that is not named keeps its value.

        Raises CannotUse once it was sent and answered, for then it has gone from the screen; CannotSend, with
        the client's reason, for a text that is missing, too long or too short, or a label that is not there.
        `unchecked` skips this and the lengths, as a client that was tampered with would.
        """
        if self._is_closed and not unchecked:
            raise CannotUse("the form was sent, and has gone from the screen")
        unknown = set(values) - {field.label for field in self.fields}
        if unknown:
            raise CannotSend(f"the form has no field {sorted(unknown)}")
        typed = [values.get(field.label, field.value) for field in self.fields]
        if not unchecked:
            for field, text in zip(self.fields, typed, strict=True):
                _refuse_text(field, text)
        custom_ids = [each.custom_id for each in self._modal.inputs()]
        sent = Submission(
            self._modal, dict(zip(custom_ids, typed, strict=True)), self._opened_by.source_message_id()
        )
        outcome = await self._person.interact(self._opened_by.channel_id, sent, self._opened_by)
        self._is_closed = outcome.failed is None
        return outcome


class Person:
    """Somebody with an ordinary Discord client."""

    def __init__(self, world: World, user: User, part: Part) -> None:
        self._world = world
        self._user = user
        self._dismissed: set[int] = set()
        self.part = part

    @property
    def name(self) -> str:
        """The display name."""
        return self._user.display_name

    @property
    def user_id(self) -> int:
        """The account's id."""
        return self._user.id

    def channels(self) -> list[str]:
        """The names of the channels on the left, from top to bottom."""
        return [each.name for each in self._world.guild.channels.values() if self._sees(each)]

    def read(self, channel: str) -> list[Shown]:
        """What the channel shows, oldest first; CannotSee without the right to see it and its history."""
        return [self._shown(message) for message in self._visible(self._place(channel))]

    def read_direct(self) -> list[Shown]:
        """The chat with the bot, oldest first."""
        return [self._shown(message) for message in self._visible(self._chat())]

    def commands(self, channel: str | None = None) -> list[str]:
        """The commands that her client offers in a channel (None: in the chat with the bot)."""
        place = self._place_or_chat(channel)
        known = self._world.application.commands.values()
        return [each.spec.name for each in known if self._offers(each, place)]

    async def command(self, name: str, /, *, channel: str | None = None, **options: object) -> Outcome:
        """Uses a slash command; users, channels and roles by name, in the chat with the bot for None.

        Raises CannotUse where her client would not offer the command or take these options.
        """
        place = self._place_or_chat(channel)
        command = self._world.application.commands.get(name)
        if command is None or not self._offers(command, place):
            raise CannotUse(f"{self.name}'s client does not offer /{name} there")
        values = wire_values(self._world, self.user_id, command.spec, options)
        return await self.interact(place.id, CommandUse(command, values))

    async def press(self, label: str, *, channel: str | None = None, message: Shown | None = None) -> Outcome:
        """Presses a button by label: the latest one she sees there, or the one on `message`.

        Raises CannotSee when there is none, CannotUse when it is greyed out or a link.
        """
        place = self._place_or_chat(channel)
        for found in self._candidates(place, message):
            for part in parts.walk(found.components):
                if isinstance(part, Button) and part.label == label:
                    return await self._press(place, found, part)
        raise CannotSee(f"{self.name} sees no button {label!r} there")

    async def choose(self, *labels: str, channel: str | None = None, message: Shown | None = None) -> Outcome:
        """Chooses from the latest select that offers all these labels; CannotSee when there is none."""
        place = self._place_or_chat(channel)
        for found in self._candidates(place, message):
            for part in parts.walk(found.components):
                if isinstance(part, StringSelect):
                    offered = {option.label: option.value for option in part.options}
                    if set(labels) <= set(offered):
                        return await self._choose(place, found, part, [offered[each] for each in labels])
        raise CannotSee(f"{self.name} sees no select with {labels} there")

    async def say(self, channel: str, text: str) -> Shown:
        """Writes a message; CannotSend where the client has no box to write in, or the text is too long."""
        return self._say(self._place(channel), text)

    async def say_direct(self, text: str) -> Shown:
        """Writes to the bot."""
        return self._say(self._chat(), text)

    def dismiss(self, shown: Shown) -> None:
        """Takes a message that only she sees off her screen; CannotUse for any other."""
        if not shown.only_you:
            raise CannotUse("only a message that only you can see can be dismissed")
        self._dismissed.add(shown.id)

    def close_direct_messages(self) -> None:
        """Lets no direct messages in from this community."""
        self._user.direct_messages_open = False

    def open_direct_messages(self) -> None:
        """Lets direct messages in again."""
        self._user.direct_messages_open = True

    async def interact(
        self, channel_id: int, what: CommandUse | Press | Submission, via: Interaction | None = None
    ) -> Outcome:
        """Uses the bot and waits for the end of its answer, as the screen would show it."""
        channel = self._world.channels.get(channel_id)
        if channel is None or not self._sees(channel):
            raise CannotSee(f"{self.name} does not see that channel any more")
        interaction = self._world.interactions.begin(self.user_id, channel, what, via)
        if await self._until(lambda: interaction.answer is not None, SECONDS_TO_ANSWER):
            filled = await self._until(lambda: self._finished(interaction), SECONDS_TO_FILL)
            return self._outcome(interaction, filled)
        command = interaction.kind is InteractionKind.COMMAND
        return Outcome(failed=_NO_RESPONSE if command else _FAILED)

    async def _until(self, condition: Callable[[], bool], seconds: float) -> bool:
        """Waits for a condition, and no longer than somebody is there who could bring it about."""
        await self._world.changed.until(lambda: condition() or not self._world.bot_connections, seconds)
        return condition()

    def _finished(self, interaction: Interaction) -> bool:
        deferred = interaction.answer in (CallbackKind.DEFERRED_MESSAGE, CallbackKind.DEFERRED_UPDATE)
        return interaction.followed_up or not deferred

    def _outcome(self, interaction: Interaction, filled: bool) -> Outcome:
        if interaction.modal is not None:
            return Outcome(form=Form(self, interaction, interaction.modal))
        if not filled and interaction.answer is CallbackKind.DEFERRED_MESSAGE:
            return Outcome(failed=_NO_RESPONSE)
        channel = self._world.channels.get(interaction.channel_id)
        message = channel.messages.get(interaction.latest_id or 0) if channel else None
        return Outcome(message=self._shown(message) if message else None)

    async def _press(self, place: Channel, found: Message, button: Button) -> Outcome:
        if button.disabled or button.custom_id is None:
            raise CannotUse(f"{button.label!r} is greyed out, or a link")
        return await self.interact(place.id, Press(found.id, button.custom_id, button.type, button.id or 0))

    async def _choose(
        self, place: Channel, found: Message, select: StringSelect, values: list[str]
    ) -> Outcome:
        if select.disabled or not select.min_values <= len(values) <= select.max_values:
            raise CannotUse("the select is greyed out, or does not take that many")
        if len(set(values)) != len(values):
            raise CannotUse("an option can be chosen once")
        press = Press(found.id, select.custom_id, select.type, select.id or 0, tuple(values))
        return await self.interact(place.id, press)

    def _say(self, place: Channel, text: str) -> Shown:
        if not text.strip() or len(text) > MAX_CONTENT:
            raise CannotSend(f"a message has 1 to {MAX_CONTENT} characters")
        try:
            return self._shown(self._world.messages.send(self.user_id, place.id, Draft(text)))
        except DiscordError as refusal:
            raise CannotSend(refusal.message) from refusal

    def _candidates(self, place: Channel, message: Shown | None) -> list[Message]:
        """The messages to look for a button on, latest first."""
        newest_first = list(reversed(self._visible(place)))
        return [each for each in newest_first if message is None or each.id == message.id]

    def _visible(self, place: Channel) -> list[Message]:
        return [
            message
            for message in place.messages.values()
            if message.only_for in (None, self.user_id) and message.id not in self._dismissed
        ]

    def _place(self, name: str) -> Channel:
        for channel in self._world.guild.channels.values():
            bits = self._world.permissions(self.user_id, channel)
            if channel.name == name and bits & _READ == _READ:
                return channel
        raise CannotSee(f"{self.name} does not see a channel {name!r}")

    def _chat(self) -> Channel:
        return self._world.direct_channel(self.user_id)

    def _place_or_chat(self, name: str | None) -> Channel:
        return self._chat() if name is None else self._place(name)

    def _sees(self, channel: Channel) -> bool:
        return self._world.sees(self.user_id, channel)

    def _offers(self, command: Command, place: Channel) -> bool:
        """Contexts, the right to use commands there, and the command's default permissions."""
        spec = command.spec
        in_chat = place.kind is ChannelKind.DIRECT
        if in_chat:
            mine = self.user_id in self._world.guild.members
            return mine and spec.dm_permission and _IN_CHAT in (spec.contexts or (_IN_CHAT,))
        if _IN_GUILD not in (spec.contexts or (_IN_GUILD,)):
            return False
        if not self._world.permissions(self.user_id, place) & Permission.USE_APPLICATION_COMMANDS:
            return False
        needed = spec.default_member_permissions
        if needed is None:
            return True
        held = in_guild(self._world.guild, self._world.guild.members[self.user_id])
        if needed == 0:
            return bool(held & Permission.ADMINISTRATOR)
        return held & needed == needed

    def _shown(self, message: Message) -> Shown:
        said = [message.content] if message.content else []
        only_you = message.only_for is not None
        used_by = None
        if message.origin is not None and not only_you:
            used_by = self._world.users[message.origin.user_id].display_name
        return Shown(
            id=message.id,
            author=self._world.users[message.author_id].display_name,
            text="\n".join([*said, *parts.texts(message.components)]),
            buttons=tuple(
                ShownButton(part.label or "", part.disabled)
                for part in parts.walk(message.components)
                if isinstance(part, Button)
            ),
            only_you=only_you,
            edited=message.edited_at is not None,
            rings_me=self.user_id in message.rung and not message.flags & MessageFlag.SUPPRESS_NOTIFICATIONS,
            shown_at=message.created_at,
            used_by=used_by,
        )


def _field(part: Label) -> FormField:
    field = part.component
    return FormField(
        label=part.label,
        description=part.description,
        value=field.value or "",
        placeholder=field.placeholder,
        required=field.required,
        min_length=field.min_length,
        max_length=field.max_length,
    )


def _refuse_text(field: FormField, text: str) -> None:
    if field.required and not text.strip():
        raise CannotSend(f"{field.label!r} is required")
    if len(text) > field.max_length:
        raise CannotSend(f"{field.label!r} takes {field.max_length} characters at most")
    if text and len(text) < field.min_length:
        raise CannotSend(f"{field.label!r} takes {field.min_length} characters at least")
