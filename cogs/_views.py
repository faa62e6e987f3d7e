"""What a cog is made of: how its methods are marked, what they are given and what they answer.

A `custom_id` is `feature:verb:token`. Buttons and forms are found by it alone (`_router.py`), so one that was
shown before a restart still counts, and nothing is kept in memory for it. A cog marks its methods with
`button`, `opens_form`, `form` or `command`; each names its audience, so none can be left unchecked.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.community.service import Communities
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice
from bot.core.wording import Wording
from cogs._checks import Audience

MARK = "__equal_footing_press__"


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button, or one form sent: who, where, the token of the `custom_id`, what was filled in.

    `fields` has what was typed, the value of what was chosen, the account of who was picked, the text of a
    file; `many` has all values of each box that takes several. `name` is what Discord shows for the presser
    here, `roles` what she has here; in a direct message (`in_chat`) she has none.
    `channel` is where she pressed. `files` has the bytes of files, where a form is marked `raw`.
    """

    community: int
    account: int
    token: str
    fields: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    roles: frozenset[int] = frozenset()
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_chat: bool = False
    channel: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AndThen:
    """A notice, and what is to be done once it has been shown; if it cannot be shown, that is left undone."""

    notice: Notice
    done: Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Away:
    """A notice; and the message with the button goes."""

    notice: Notice


Kind = Literal["button", "opens_form", "form"]
Answer = Notice | Form | AndThen | Away
Method = TypeVar("Method", bound=Callable[..., Awaitable[Answer]])


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cog's method is for.

    What it answers `in_place` takes the place of the message that was pressed, if only the presser sees it.
    Files come to it as text, or `raw`: as bytes.
    """

    kind: Kind
    action: str
    audience: Audience
    in_place: bool = False
    raw: bool = False


def button(action: str, audience: Audience, *, in_place: bool = False) -> Callable[[Method], Method]:
    """Mark a method that takes a Press and returns the Notice that only the presser sees, or an AndThen."""
    return _marking(Mark("button", action, audience, in_place))


def opens_form(action: str, audience: Audience) -> Callable[[Method], Method]:
    """Mark a method that takes a Press and returns the Form to open, or a Notice. It has three seconds."""
    return _marking(Mark("opens_form", action, audience))


def form(
    action: str, audience: Audience, *, in_place: bool = False, raw: bool = False
) -> Callable[[Method], Method]:
    """Mark a method that takes the Press of a sent form and returns the Notice for its sender.

    `raw`: files come as bytes, in `Press.files`.
    """
    return _marking(Mark("form", action, audience, in_place, raw))


def _marking(mark: Mark) -> Callable[[Method], Method]:
    def set_mark(method: Method) -> Method:
        setattr(method, MARK, mark)
        return method

    return set_mark


class FeatureCog(commands.Cog):
    """A feature's Discord side. Its commands are described by the wording, `command-<name>...`."""

    def __init__(self, wording: Wording, communities: Communities) -> None:
        """`communities` is for the audiences."""
        self.wording = wording
        self.communities = communities
        #: Its message menus, which discord.py does not find on a cog by itself.
        self.menus: list[app_commands.ContextMenu] = []
        for command in self.walk_app_commands():
            self._describe(command)

    def _describe(self, command: app_commands.Command[Any, ..., Any] | app_commands.Group) -> None:
        named = command.qualified_name.replace(" ", "-")
        command.description = self.wording.say(Line(f"command-{named}"))
        if isinstance(command, app_commands.Group):
            return
        # discord.py takes descriptions when a file is imported only, and wording is not read then.
        for name, parameter in command._params.items():
            option = name.replace("_", "-")
            parameter.description = self.wording.say(Line(f"command-{named}-{option}"))

    def message_menu(
        self,
        name: Line,
        method: Callable[[discord.Interaction, discord.Message], Coroutine[Any, Any, None]],
        audience: Audience,
    ) -> app_commands.ContextMenu:
        """An entry of the menu that each message has, in servers only, allowed for `audience`."""
        menu = app_commands.ContextMenu(name=self.wording.say(name), callback=method)
        menu.guild_only = True
        menu.extras[MARK] = audience

        async def allowed(interaction: discord.Interaction) -> bool:
            return await _is_allowed(interaction, audience, self.communities)

        menu.add_check(allowed)
        return menu

    def marked(self) -> list[tuple[Mark, Callable[[Press], Awaitable[Answer]]]]:
        """This cog's marked methods."""
        methods = (getattr(self, name) for name in dir(type(self)))
        return [(getattr(method, MARK), method) for method in methods if hasattr(method, MARK)]


def command(audience: Audience) -> Callable[[Any], Any]:
    """Mark a slash command: in servers only, shown to and allowed for `audience`."""

    async def allowed(interaction: discord.Interaction) -> bool:
        cog = getattr(interaction.command, "binding", None)
        return isinstance(cog, FeatureCog) and await _is_allowed(interaction, audience, cog.communities)

    def restrict(callback: Any) -> Any:
        setattr(callback, MARK, audience)
        callback = app_commands.guild_only(app_commands.check(allowed)(callback))
        if audience.shown_to is not None:
            callback = app_commands.default_permissions(audience.shown_to)(callback)
        return callback

    return restrict


async def _is_allowed(interaction: discord.Interaction, audience: Audience, communities: Communities) -> bool:
    try:
        await audience.allow(interaction, communities)
    except Refused as refusal:
        raise app_commands.CheckFailure from refusal
    return True
