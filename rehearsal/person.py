"""A person's side: what Discord would show this person, and what it would let her do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from rehearsal import offers
from rehearsal.attending import Attending
from rehearsal.cast import Part
from rehearsal.forms import Form
from rehearsal.options import wire_values
from rehearsal.rooms import RoomGoer
from rehearsal.screen import Outcome, Shown, shown
from rehearsal.shown_files import ShownFile, fetched
from rehearsal.suggestions import Suggested, suggested
from rehearsal.world import components as parts
from rehearsal.world.components import AnyComponent, Button, Picker, StringSelect
from rehearsal.world.errors import CannotSee, CannotSend, CannotUse, DiscordError
from rehearsal.world.inputs import Modal
from rehearsal.world.interactions import SECONDS_TO_ANSWER
from rehearsal.world.message_form import MAX_CONTENT
from rehearsal.world.messages import Draft
from rehearsal.world.model import (
    CallbackKind,
    Channel,
    ChannelKind,
    CommandUse,
    Interaction,
    InteractionKind,
    Message,
    Press,
    Submission,
    User,
)
from rehearsal.world.world import World

SECONDS_TO_FILL = 10.0
_NO_RESPONSE = "The application did not respond"
_FAILED = "This interaction failed"
#: A channel by name, or the channel itself (a chat too); None is the chat with the bot.
Where = str | Channel | None


class Person(Attending, RoomGoer):
    """Somebody with an ordinary Discord client."""

    def __init__(self, world: World, user: User, part: Part) -> None:
        super().__init__(world, user)
        self._dismissed: set[int] = set()
        self.part = part

    def channels(self) -> list[str]:
        """The names of the text channels on the left, from top to bottom; voice rooms are in `rooms`."""
        return [each.name for each in self._world.listed(ChannelKind.TEXT) if self._sees(each)]

    def messages(self, place: Channel) -> list[Message]:
        """What stands there for her, oldest first; nothing where she may not read."""
        return self._visible(place) if self.may_read(place) else []

    def find(self, message_id: int) -> tuple[Channel, Message]:
        """A message on her screen, and where it stands; CannotSee when it is not there (any more)."""
        for place in self.places():
            for message in self.messages(place):
                if message.id == message_id:
                    return place, message
        raise CannotSee("that message is not there any more")

    def show(self, message: Message) -> Shown:
        """A message of `messages` or `find`, as it is on her screen."""
        return self._shown(message)

    def read(self, channel: str) -> list[Shown]:
        """What a text channel shows, oldest first; CannotSee without the right to see it and its history."""
        return [self._shown(message) for message in self._visible(self._place(channel))]

    def read_direct(self) -> list[Shown]:
        """The chat with the bot, oldest first."""
        return [self._shown(message) for message in self._visible(self._chat())]

    def commands(self, channel: Where = None) -> list[str]:
        """The slash commands that her client offers in a channel (None: in the chat with the bot).

        One with subcommands is offered as each of these: `questions list`.
        """
        return offers.commands(self._world, self.user_id, self._place_or_chat(channel))

    async def command(self, name: str, /, *, channel: Where = None, **options: object) -> Outcome:
        """Uses a slash command; users, channels and roles by name, in the chat with the bot for None.

        Raises CannotUse where her client would not offer the command or take these options.
        """
        return await self.use_command(name, options, channel=channel)

    async def use_command(self, name: str, options: Mapping[str, object], *, channel: Where) -> Outcome:
        """As `command`, for options of any name."""
        place = self._place_or_chat(channel)
        command, subcommand = offers.command(self._world, self.user_id, place, name)
        values = wire_values(self._world, self.user_id, subcommand or command.spec, options)
        return await self.interact(place.id, CommandUse(command, values, subcommand))

    async def suggestions(
        self, command: str, option: str, typed: str, /, *, channel: Where = None, **others: object
    ) -> Suggested:
        """What her client lists while `typed` stands in an option, in the chat with the bot for None.

        `others` are filled in already, as for `command`; what her client would not take yet is left out.
        She may then use the command with the value of a suggestion, or with any other that it takes. Raises
        CannotUse where her client offers no such command, or suggests nothing for this option.
        """
        place = self._place_or_chat(channel)
        return await suggested(
            self._world, self.user_id, place, command, option=option, typed=typed, others=others
        )

    def menus(self, channel: Where = None) -> list[str]:
        """What her client offers in the menu of a message there (None: in the chat with the bot)."""
        return offers.menus(self._world, self.user_id, self._place_or_chat(channel))

    async def use_menu(self, name: str, /, *, message: Shown, channel: Where = None) -> Outcome:
        """Chooses an entry in the menu of a message, in the chat with the bot for None.

        Raises CannotSee when the message is not there any more, CannotUse where her client would not offer
        the entry: a message that only she sees has no such menu.
        """
        place = self._place_or_chat(channel)
        if message.id not in {each.id for each in self._visible(place)}:
            raise CannotSee(f"{self.name} does not see that message there")
        command = offers.menu(self._world, self.user_id, place, name)
        if message.only_you:
            raise CannotUse("a message that only you can see has no menu of commands")
        return await self.interact(place.id, CommandUse(command, target_id=message.id))

    async def press(self, label: str, *, channel: Where = None, message: Shown | None = None) -> Outcome:
        """Presses a button by label: the latest one she sees there, or the one on `message`.

        Raises CannotSee when there is none, CannotUse when it is greyed out or a link.
        """
        place = self._place_or_chat(channel)
        for found in self._candidates(place, message):
            for part in parts.walk(found.components):
                if isinstance(part, Button) and part.label == label:
                    return await self._press(place, found, part)
        raise CannotSee(f"{self.name} sees no button {label!r} there")

    async def press_at(self, message_id: int, at: int) -> Outcome:
        """Presses the part of this number, as `components.walk` counts, of a message on her screen.

        Raises CannotSee when there is no button, CannotUse when it is greyed out or a link.
        """
        place, found, part = self._part(message_id, at)
        if not isinstance(part, Button):
            raise CannotSee("that button is not there any more")
        return await self._press(place, found, part)

    async def choose_at(self, message_id: int, at: int, values: Sequence[str]) -> Outcome:
        """Chooses by value from the select of this number; people, roles and channels by their ids.

        Raises CannotSee when there is none, CannotUse when it is greyed out or does not take these.
        """
        place, found, part = self._part(message_id, at)
        if not isinstance(part, StringSelect | Picker):
            raise CannotSee("that list is not there any more")
        if not set(values) <= set(self._offered(place, part).values()):
            raise CannotUse("the list does not offer that")
        return await self._choose(place, found, part, list(values))

    async def choose(self, *labels: str, channel: Where = None, message: Shown | None = None) -> Outcome:
        """Chooses from the latest select that offers all these labels; people, roles and channels by name.

        Raises CannotSee when there is none, CannotUse when it is greyed out or does not take that many.
        """
        place = self._place_or_chat(channel)
        for found in self._candidates(place, message):
            for part in parts.walk(found.components):
                if isinstance(part, StringSelect | Picker):
                    offered = self._offered(place, part)
                    if set(labels) <= set(offered):
                        return await self._choose(place, found, part, [offered[each] for each in labels])
        raise CannotSee(f"{self.name} sees no select with {labels} there")

    async def say(self, channel: str | Channel, text: str) -> Shown:
        """Writes a message; CannotSend where the client has no box to write in, or the text is too long."""
        return self._say(self._place(channel), text)

    async def say_direct(self, text: str) -> Shown:
        """Writes to the bot."""
        return self._say(self._chat(), text)

    async def open_file(self, file: ShownFile) -> bytes:
        """Fetches a file on her screen, as her client would; CannotSee once it or its message is gone."""
        return await fetched(file.url)

    def dismiss(self, shown: Shown) -> None:
        """Takes a message that only she sees off her screen; CannotUse for any other."""
        if not shown.only_you:
            raise CannotUse("only a message that only you can see can be dismissed")
        self._dismissed.add(shown.id)
        self._world.changed.notify()

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
        await self._world.changed.until(lambda: condition() or not self._world.bots_expected, seconds)
        return condition()

    def _finished(self, interaction: Interaction) -> bool:
        deferred = interaction.answer in (CallbackKind.DEFERRED_MESSAGE, CallbackKind.DEFERRED_UPDATE)
        return interaction.followed_up or not deferred

    def _outcome(self, interaction: Interaction, filled: bool) -> Outcome:
        if interaction.modal is not None:
            return Outcome(form=self._form(interaction, interaction.modal))
        if not filled and interaction.answer is CallbackKind.DEFERRED_MESSAGE:
            return Outcome(failed=_NO_RESPONSE)
        channel = self._world.channels.get(interaction.channel_id)
        message = channel.messages.get(interaction.latest_id or 0) if channel else None
        return Outcome(message=self._shown(message) if message else None)

    async def _press(self, place: Channel, found: Message, button: Button) -> Outcome:
        if button.disabled or button.custom_id is None:
            raise CannotUse(f"{button.label!r} is greyed out, or a link")
        return await self.interact(place.id, Press(found.id, button.custom_id, button.type, button.id or 0))

    def _form(self, opened_by: Interaction, modal: Modal) -> Form:
        place = self._world.channels[opened_by.channel_id]
        offered = offers.pickable(self._world, self.user_id, place)
        send = partial(self.interact, place.id, via=opened_by)
        return Form(modal, offered, opened_by.source_message_id(), send, self._world.handed_in.take)

    def _offered(self, place: Channel, select: StringSelect | Picker) -> dict[str, str]:
        if isinstance(select, StringSelect):
            return {option.label: option.value for option in select.options}
        offered = offers.pickable(self._world, self.user_id, place)
        return {name: str(id_) for name, id_ in offered.by(select).items()}

    async def _choose(
        self, place: Channel, found: Message, select: StringSelect | Picker, values: list[str]
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

    def _part(self, message_id: int, at: int) -> tuple[Channel, Message, AnyComponent | None]:
        place, found = self.find(message_id)
        return place, found, dict(enumerate(parts.walk(found.components))).get(at)

    def _place(self, where: str | Channel) -> Channel:
        for channel in self._world.channels.values():
            meant = channel is where or (channel.name == where and channel.kind is ChannelKind.TEXT)
            if meant and self.may_read(channel):
                return channel
        name = where.name if isinstance(where, Channel) else where
        raise CannotSee(f"{self.name} does not see a channel {name!r}")

    def _place_or_chat(self, where: Where) -> Channel:
        return self._chat() if where is None else self._place(where)

    def _shown(self, message: Message) -> Shown:
        return shown(self._world, self.user_id, message)
