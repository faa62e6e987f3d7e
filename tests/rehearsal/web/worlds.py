"""A world without sockets, and all that can happen in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from pydantic import TypeAdapter

from rehearsal import Person, cast
from rehearsal.rehearsal import DEFAULT_START
from rehearsal.web.mirror import Mirror
from rehearsal.world import happenings
from rehearsal.world.clock import WorldClock
from rehearsal.world.components import MessageComponent
from rehearsal.world.messages import Change, Draft
from rehearsal.world.model import CommandKind, CommandSpec, Message, MessageFlag
from rehearsal.world.world import World
from tests.rehearsal.raw import button, people, row, select, text
from tests.rehearsal.web.browser import Copy

_COMPONENTS: TypeAdapter[tuple[MessageComponent, ...]] = TypeAdapter(tuple[MessageComponent, ...])


def components(*bodies: dict[str, Any]) -> tuple[MessageComponent, ...]:
    return _COMPONENTS.validate_python(bodies)


class Place:
    """A fresh world, and its people."""

    def __init__(self) -> None:
        self.clock = WorldClock(DEFAULT_START)
        self.world: World = cast.build_world(self.clock)
        parts = cast.parts()
        self.people = {
            member.user.display_name.split()[0]: Person(
                self.world, member.user, parts[member.user.display_name]
            )
            for member in self.world.guild.members.values()
            if not member.user.bot
        }

    def mirror(self, who: str) -> Mirror:
        return Mirror(self.world, self.people[who])

    def fresh(self, who: str) -> Copy:
        """What a browser holds that was opened just now."""
        copy = Copy()
        copy.take_all(self.mirror(who).news())
        return copy

    def posted(self, channel: str, body: str, *, only_for: str | None = None) -> Message:
        """The bot writes; `only_for` sees it alone."""
        user_id = self.people[only_for].user_id if only_for else None
        place = self.world.channel_named(channel)
        return self.world.messages.create(
            self.world.application.id,
            place,
            Draft(components=components(text(body), row(button())), flags=MessageFlag.IS_COMPONENTS_V2),
            only_for=user_id,
        )

    def written_to(self, who: str, body: str) -> Message:
        """The bot writes a direct message."""
        chat = self.world.direct_channel(self.people[who].user_id)
        return self.world.messages.create(self.world.application.id, chat, Draft(body))

    def messages(self) -> list[Message]:
        return [message for channel in self.world.channels.values() for message in channel.messages.values()]


# What can happen; `number` chooses whom, where and which.


def say(place: Place, number: int) -> None:
    names = [channel.name for channel in place.world.guild.channels.values()]
    if names:
        place.posted(names[number % len(names)], f"Words {number}")


def whisper(place: Place, number: int) -> None:
    whom = ("Amina", "Derek", "Leila")[number % 3]
    names = [channel.name for channel in place.world.guild.channels.values()]
    if names:
        place.posted(names[number % len(names)], f"For {whom} {number}", only_for=whom)


def write(place: Place, number: int) -> None:
    place.written_to(("Amina", "Derek", "Leila")[number % 3], f"Direct {number}")


def edit(place: Place, number: int) -> None:
    if found := place.messages():
        message = found[number % len(found)]
        changes = (
            components(text(f"Edited {number}")),
            components(text("The same"), row(people(max_values=3))),
            components(row(button(label="Other", disabled=True)), row(select("One", "Two"))),
        )
        if message.flags & MessageFlag.IS_COMPONENTS_V2:
            place.world.messages.change(message, Change(components=changes[number % 3]))


def delete(place: Place, number: int) -> None:
    if found := place.messages():
        place.world.messages.remove(found[number % len(found)])


def dismiss(place: Place, number: int) -> None:
    amina = place.people["Amina"]
    found = [shown for each in amina.places() for shown in map(amina.show, amina.messages(each))]
    if hers := [each for each in found if each.only_you]:
        amina.dismiss(hers[number % len(hers)])


def change_roles(place: Place, number: int) -> None:
    amina, role = place.people["Amina"], ("Facilitators", "Patient and public members")[number % 2]
    if amina.in_community:
        (amina.gains if number % 3 else amina.loses)(role)


def change_rights(place: Place, number: int) -> None:
    names = [channel.name for channel in place.world.guild.channels.values()]
    rights = ("VIEW_CHANNEL", "SEND_MESSAGES", "READ_MESSAGE_HISTORY", "USE_APPLICATION_COMMANDS")
    if names:
        change = (place.world.deny, place.world.allow, place.world.clear)[number % 3]
        change("@everyone", names[number % len(names)], rights[number % 4])


def make_channel(place: Place, number: int) -> None:
    place.world.create_channel(f"room-{number % 3}")


def delete_channel(place: Place, number: int) -> None:
    names = [channel.name for channel in place.world.guild.channels.values()]
    if names:
        place.world.delete_channel(names[number % len(names)])


def rename_channel(place: Place, number: int) -> None:
    if channels := list(place.world.guild.channels.values()):
        channel = channels[number % len(channels)]
        channel.name = f"called-{number}"
        place.world.tell(happenings.ChannelChanged(channel))


def rename_person(place: Place, number: int) -> None:
    member = list(place.world.guild.members.values())[number % 5]
    member.user.display_name = f"{member.user.display_name.split()[0]} {number}"
    place.world.tell(happenings.MemberChanged(member))


def come_and_go(place: Place, number: int) -> None:
    person = place.people[("Amina", "Derek")[number % 2]]
    (person.leave if person.in_community else person.rejoin)()


def register(place: Place, number: int) -> None:
    specs = [
        CommandSpec("ask", f"Ask {number % 2}"),
        CommandSpec("Not clear", "", CommandKind.MESSAGE_MENU),
        CommandSpec("panel", "Panels", default_member_permissions=1 << 5),
    ]
    place.world.register_commands([replace(each) for each in specs[: number % 4]])


def move(place: Place, number: int) -> None:
    place.clock.move_to(place.clock.now() + timedelta(seconds=number))


HAPPENINGS = (
    say,
    whisper,
    write,
    edit,
    delete,
    dismiss,
    change_roles,
    change_rights,
    make_channel,
    delete_channel,
    rename_channel,
    rename_person,
    come_and_go,
    register,
    move,
)
