"""How presses reach a feature, and how its answers reach the one who pressed.

A `custom_id` is `feature:verb:token`. Buttons and forms are found by it alone, so one that was shown
before a restart still counts, and nothing is kept in memory for it. A cog marks its methods with
`button`, `opens_form`, `form` or `command`; each names its audience, so none can be left unchecked.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import aiohttp
import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.community.service import Communities
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice, Words
from bot.core.wording import Wording
from cogs import _errors, _send
from cogs._checks import Audience

log = logging.getLogger(__name__)

_MARK = "__equal_footing_press__"
_MODAL_TEXT = {"line": discord.TextStyle.short, "paragraph": discord.TextStyle.paragraph}


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button, or one form sent: who, where, the token of the `custom_id`, what was typed."""

    community: int
    account: int
    token: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AndThen:
    """A notice, and what is to be done once it has been shown; if it cannot be shown, that is left undone."""

    notice: Notice
    done: Callable[[], Awaitable[None]]


Kind = Literal["button", "opens_form", "form"]
Answer = Notice | Form | AndThen
Method = TypeVar("Method", bound=Callable[..., Awaitable[Answer]])


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cog's method is for."""

    kind: Kind
    action: str
    audience: Audience


def button(action: str, audience: Audience) -> Callable[[Method], Method]:
    """Mark a method that takes a Press and returns the Notice that only the presser sees, or an AndThen."""
    return _marking(Mark("button", action, audience))


def opens_form(action: str, audience: Audience) -> Callable[[Method], Method]:
    """Mark a method that takes a Press and returns the Form to open. It has three seconds."""
    return _marking(Mark("opens_form", action, audience))


def form(action: str, audience: Audience) -> Callable[[Method], Method]:
    """Mark a method that takes the Press of a sent form and returns the Notice for its sender."""
    return _marking(Mark("form", action, audience))


def _marking(mark: Mark) -> Callable[[Method], Method]:
    def set_mark(method: Method) -> Method:
        setattr(method, _MARK, mark)
        return method

    return set_mark


class FeatureCog(commands.Cog):
    """A feature's Discord side. Its commands are described by the wording, `command-<name>...`."""

    def __init__(self, wording: Wording, communities: Communities) -> None:
        """`communities` is for the audiences."""
        self.wording = wording
        self.communities = communities
        for command in self.get_app_commands():
            if isinstance(command, app_commands.Command):
                self._describe(command)

    def _describe(self, command: app_commands.Command[Any, ..., Any]) -> None:
        command.description = self.wording.say(Line(f"command-{command.name}"))
        # discord.py takes descriptions when a file is imported only, and wording is not read then.
        for name, parameter in command._params.items():
            option = name.replace("_", "-")
            parameter.description = self.wording.say(Line(f"command-{command.name}-{option}"))

    def marked(self) -> list[tuple[Mark, Callable[[Press], Awaitable[Answer]]]]:
        """This cog's marked methods."""
        methods = (getattr(self, name) for name in dir(type(self)))
        return [(getattr(method, _MARK), method) for method in methods if hasattr(method, _MARK)]


def command(audience: Audience) -> Callable[[Any], Any]:
    """Mark a slash command: in servers only, shown to and allowed for `audience`."""

    async def allowed(interaction: discord.Interaction) -> bool:
        cog = getattr(interaction.command, "binding", None)
        if not isinstance(cog, FeatureCog):
            return False
        try:
            await audience.allow(interaction, cog.communities)
        except Refused as refusal:
            raise app_commands.CheckFailure from refusal
        return True

    def restrict(callback: Any) -> Any:
        setattr(callback, _MARK, audience)
        callback = app_commands.guild_only(app_commands.check(allowed)(callback))
        if audience.shown_to is not None:
            callback = app_commands.default_permissions(audience.shown_to)(callback)
        return callback

    return restrict


class Router:
    """Finds the method for a press by its `custom_id`, checks the audience, and shows what it returns."""

    def __init__(self, wording: Wording, communities: Communities, cogs: list[FeatureCog]) -> None:
        """Raises ValueError if two methods claim the same action."""
        self._wording = wording
        self._communities = communities
        self._under_way: set[asyncio.Task[Any]] = set()
        self._methods: dict[tuple[bool, str], tuple[Mark, Callable[[Press], Awaitable[Answer]]]] = {}
        for mark, method in (found for cog in cogs for found in cog.marked()):
            key = (mark.kind == "form", mark.action)
            if key in self._methods:
                raise ValueError(f"two methods for {mark.action}")
            self._methods[key] = (mark, method)

    async def finish(self) -> None:
        """Return when every press that came in has been dealt with; none is broken off."""
        if self._under_way:
            await asyncio.wait(self._under_way)

    async def handle(self, interaction: discord.Interaction) -> None:
        """Answer a press of a button or a form that was sent; commands are left to discord.py."""
        task = asyncio.current_task()
        if task is not None:
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        sent = interaction.type is discord.InteractionType.modal_submit
        if not sent and interaction.type is not discord.InteractionType.component:
            return
        data: Any = interaction.data
        action, _, token = data["custom_id"].rpartition(":")
        fields = dict(_typed(data["components"])) if sent else {}
        mark, method = self._methods.get((sent, action), (None, None))
        try:
            if mark is None or method is None:
                raise Refused("error-old-button")
            answer = await self._ask(interaction, mark, method, token, fields)
        # Whatever happens, whoever pressed is told.
        except Exception as error:  # noqa: BLE001
            typed = [Words(text) for text in fields.values()]
            openly = mark is None or mark.audience.openly
            await _errors.tell(interaction, error, self._wording, typed, openly=openly)
            return
        await self._show(interaction, answer)

    async def command_failed(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Tell whoever used a slash command what went wrong."""
        audience = getattr(getattr(interaction.command, "callback", None), _MARK, None)
        openly = isinstance(audience, Audience) and audience.openly
        await _errors.tell(interaction, error, self._wording, openly=openly)

    async def _ask(
        self,
        interaction: discord.Interaction,
        mark: Mark,
        method: Callable[[Press], Awaitable[Answer]],
        token: str,
        fields: Mapping[str, str],
    ) -> Answer:
        if mark.kind != "opens_form":
            await interaction.response.defer(ephemeral=True, thinking=True)
        await mark.audience.allow(interaction, self._communities)
        return await method(Press(interaction.guild_id or 0, interaction.user.id, token, fields))

    async def _show(self, interaction: discord.Interaction, answer: Answer) -> None:
        try:
            await show(interaction, answer, self._wording)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            # What was pressed for is done: to say "try again" would do it twice.
            log.warning("an answer could not be shown: %s", type(error).__name__)


async def show(interaction: discord.Interaction, answer: Answer, wording: Wording) -> None:
    """Open a form, or show a notice to whoever pressed and nobody else."""
    if isinstance(answer, Form):
        await interaction.response.send_modal(modal(answer, wording, interaction.locale.value))
    elif isinstance(answer, AndThen):
        await _send.privately(interaction, answer.notice, wording)
        await answer.done()
    else:
        await _send.privately(interaction, answer, wording)


def modal(form: Form, wording: Wording, locale: str) -> ui.Modal:
    """Discord's modal for a form. It is stopped at once: the router needs no copy of it in memory."""
    made = ui.Modal(title=wording.say(Line(form.title), locale), custom_id=form.custom_id)
    if form.intro is not None:
        made.add_item(ui.TextDisplay(wording.say(form.intro, locale)))
    for box in form.fields:
        text: ui.TextInput[ui.Modal] = ui.TextInput(
            custom_id=box.name, style=_MODAL_TEXT[box.kind], max_length=box.most, required=True
        )
        label = wording.say(Line(box.label), locale)
        made.add_item(ui.Label(text=label, description=wording.say(Line(box.hint), locale), component=text))
    made.stop()
    return made


def _typed(components: list[Any]) -> list[tuple[str, str]]:
    inner = (label["component"] for label in components if "component" in label)
    return [(box["custom_id"], box["value"]) for box in inner if "value" in box]
