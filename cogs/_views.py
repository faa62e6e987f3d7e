"""How presses reach a feature, and how its answers reach the one who pressed.

A `custom_id` is `feature:verb:token`. Buttons and forms are found by it alone, so one that was shown
before a restart still counts, and nothing is kept in memory for it. A cog marks its methods with
`button`, `opens_form`, `form` or `command`; each names its audience, so none can be left unchecked.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import aiohttp
import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.community.service import Communities
from bot.core.errors import Refused
from bot.core.notices import Box, Choice, Field, Form, Line, Notice, Words
from bot.core.wording import Wording
from cogs import _errors, _send
from cogs._checks import Audience, roles

log = logging.getLogger(__name__)

_MARK = "__equal_footing_press__"
#: Discord waits three seconds for a form.
_SOON_SECONDS = 2
_given_up: set[asyncio.Future[Any]] = set()
_TEXT_INPUT = discord.ComponentType.text_input.value
_MODAL_TEXT = {"line": discord.TextStyle.short, "paragraph": discord.TextStyle.paragraph}


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button, or one form sent: who, where, the token of the `custom_id`, what was filled in.

    `fields` has what was typed, the value of what was chosen, the account of who was picked. `name` is what
    Discord shows for the presser here, `roles` what she has here; in a direct message she has none.
    """

    community: int
    account: int
    token: str
    fields: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    roles: frozenset[int] = frozenset()


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
#: Whether an account is in a community's server; raises NotNow if nobody can tell.
IsIn = Callable[[int, int], Awaitable[bool]]
#: In a direct message a token says which community it is about.
_COMMUNITY = re.compile(r"(\d{15,20})\.(.*)")
Given = TypeVar("Given")
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
    """Mark a method that takes a Press and returns the Form to open, or a Notice. It has three seconds."""
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
        menu.extras[_MARK] = audience

        async def allowed(interaction: discord.Interaction) -> bool:
            return await _is_allowed(interaction, audience, self.communities)

        menu.add_check(allowed)
        return menu

    def marked(self) -> list[tuple[Mark, Callable[[Press], Awaitable[Answer]]]]:
        """This cog's marked methods."""
        methods = (getattr(self, name) for name in dir(type(self)))
        return [(getattr(method, _MARK), method) for method in methods if hasattr(method, _MARK)]


def command(audience: Audience) -> Callable[[Any], Any]:
    """Mark a slash command: in servers only, shown to and allowed for `audience`."""

    async def allowed(interaction: discord.Interaction) -> bool:
        cog = getattr(interaction.command, "binding", None)
        return isinstance(cog, FeatureCog) and await _is_allowed(interaction, audience, cog.communities)

    def restrict(callback: Any) -> Any:
        setattr(callback, _MARK, audience)
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


class Router:
    """Finds the method for a press by its `custom_id`, checks the audience, and shows what it returns."""

    def __init__(
        self, wording: Wording, communities: Communities, cogs: list[FeatureCog], is_in: IsIn
    ) -> None:
        """Raises ValueError if two methods claim the same action."""
        self._is_in = is_in
        self._wording = wording
        self._communities = communities
        self._methods: dict[tuple[bool, str], tuple[Mark, Callable[[Press], Awaitable[Answer]]]] = {}
        for mark, method in (found for cog in cogs for found in cog.marked()):
            key = (mark.kind == "form", mark.action)
            if key in self._methods:
                raise ValueError(f"two methods for {mark.action}")
            self._methods[key] = (mark, method)

    async def finish(self) -> None:
        """Return when what was not waited for has come to its end, too."""
        if _given_up:
            await asyncio.wait(_given_up)

    async def handle(self, interaction: discord.Interaction) -> None:
        """Answer a press of a button or a form that was sent; commands are left to discord.py."""
        sent = interaction.type is discord.InteractionType.modal_submit
        if not sent and interaction.type is not discord.InteractionType.component:
            return
        data: Any = interaction.data
        action, _, token = data["custom_id"].rpartition(":")
        inner = _inner(data["components"]) if sent else []
        mark, method = self._methods.get((sent, action), (None, None))
        try:
            if mark is None or method is None:
                raise Refused("error-old-button")
            answer = await self._ask(interaction, mark, method, token, dict(map(_filled_in, inner)))
        # Whatever happens, whoever pressed is told.
        except Exception as error:  # noqa: BLE001
            typed = [Words(box["value"]) for box in inner if _is_text(box)]
            openly = mark is None or mark.audience.openly
            await _errors.tell(interaction, error, self._wording, typed, openly=openly)
            return
        await self._show(interaction, answer, token)

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
        community, token = await self._place(interaction, mark.audience, token)
        user = interaction.user
        name = getattr(user, "display_name", "")
        press = Press(community, user.id, token, fields, name, roles(interaction))
        return await (soon(method(press)) if mark.kind == "opens_form" else method(press))

    async def _place(
        self, interaction: discord.Interaction, audience: Audience, token: str
    ) -> tuple[int, str]:
        """Which community a press is about, and the token without it; raises Refused for whom it is not."""
        if interaction.guild_id is not None:
            await audience.allow(interaction, self._communities)
            return interaction.guild_id, token
        named = _COMMUNITY.fullmatch(token)
        if named is None or not audience.in_messages:
            raise Refused("error-in-a-server")
        if not await self._is_in(int(named[1]), interaction.user.id):
            raise Refused("error-not-in-server")
        return int(named[1]), named[2]

    async def _show(self, interaction: discord.Interaction, answer: Answer, token: str) -> None:
        named = _COMMUNITY.fullmatch(token) if interaction.guild_id is None else None
        try:
            await show(interaction, answer, self._wording, f"{named[1]}." if named else "")
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            # What was pressed for is done: to say "try again" would do it twice.
            log.warning("an answer could not be shown: %s", type(error).__name__)


async def soon(answer: Awaitable[Given]) -> Given:
    """An answer that cannot be deferred, in the time that Discord leaves; raises Refused if there is none."""
    task = asyncio.ensure_future(answer)
    await asyncio.wait({task}, timeout=_SOON_SECONDS)
    if task.done():
        return task.result()
    # A database that is locked is waited for in a thread, which cannot be broken off; it ends by itself.
    _given_up.add(task)
    task.add_done_callback(_forget)
    raise Refused("error-busy")


def _forget(task: asyncio.Future[Any]) -> None:
    _given_up.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        log.warning("an answer came to nothing after its time: %s", type(error).__name__)


async def show(interaction: discord.Interaction, answer: Answer, wording: Wording, prefix: str = "") -> None:
    """Open a form, or show a notice to whoever pressed and nobody else; `prefix` goes before each token."""
    if isinstance(answer, Form):
        await interaction.response.send_modal(modal(answer, wording, interaction.locale.value, prefix))
        return
    notice = answer if isinstance(answer, Notice) else answer.notice
    await _send.privately(interaction, notice, wording, prefix)
    if isinstance(answer, AndThen):
        await answer.done()
    elif isinstance(answer, Away) and interaction.message is not None:
        await interaction.message.delete()


def modal(form: Form, wording: Wording, locale: str, prefix: str = "") -> ui.Modal:
    """Discord's modal for a form. It is stopped at once: the router needs no copy of it in memory."""
    custom_id = f"{form.action}:{prefix}{form.token}"
    made = ui.Modal(title=wording.say(Line(form.title), locale), custom_id=custom_id)
    if form.intro is not None:
        made.add_item(ui.TextDisplay(wording.say(form.intro, locale)))
    for box in form.fields:
        label = wording.say(Line(box.label), locale)
        hint = wording.say(Line(box.hint), locale)
        made.add_item(ui.Label(text=label, description=hint, component=_component(box, wording, locale)))
    made.stop()
    return made


def _component(box: Box, wording: Wording, locale: str) -> ui.Item[ui.Modal]:
    if isinstance(box, Choice):
        return ui.RadioGroup(
            custom_id=box.name,
            options=[
                discord.RadioGroupOption(
                    label=wording.say(Line(label), locale), value=value, default=value == box.chosen
                )
                for value, label in box.options
            ],
        )
    if isinstance(box, Field):
        return ui.TextInput(
            custom_id=box.name,
            style=_MODAL_TEXT[box.kind],
            max_length=box.most,
            required=box.required,
            default=box.value or None,
        )
    return ui.UserSelect(custom_id=box.name, required=True)


def _inner(components: list[Any]) -> list[Any]:
    """What was filled in, label by label."""
    return [label["component"] for label in components if "component" in label]


def _is_text(box: Any) -> bool:
    return bool(box.get("type", _TEXT_INPUT) == _TEXT_INPUT)


def _filled_in(box: Any) -> tuple[str, str]:
    """The name of a field and what was filled in; of a select, the first that was picked."""
    values = box.get("values", [box.get("value")])
    return box["custom_id"], str(values[0] or "") if values else ""
