"""Somebody who presses, as our own cogs see her: a stand-in that remembers what it was shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import discord


def refused(status: int, code: int = 0) -> discord.HTTPException:
    """Discord's answer to a request that it does not take."""
    kinds = {403: discord.Forbidden, 404: discord.NotFound}
    kind = discord.DiscordServerError if status >= 500 else kinds.get(status, discord.HTTPException)
    response: Any = SimpleNamespace(status=status, reason="")
    return kind(response, {"code": code, "message": "refused"})


def texts(view: discord.ui.LayoutView) -> list[str]:
    """What can be read in a layout."""
    return [item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)]


def custom_ids(view: discord.ui.LayoutView) -> list[str]:
    """What the buttons of a layout carry."""
    return [str(item.custom_id) for item in view.walk_children() if isinstance(item, discord.ui.Button)]


@dataclass
class Pressed:
    """An interaction. What is shown to its person stands in `shown`, forms in `forms`.

    `typed` is what stands in the text boxes of a form that was sent, `chosen` the values of its radio fields,
    `picked` the accounts of its fields for people. `own`: only she sees the message whose button it is; what
    takes its place then stands in `instead`.
    """

    custom_id: str = ""
    typed: dict[str, str] | None = None
    chosen: dict[str, str | None] = field(default_factory=dict)
    picked: dict[str, list[str]] = field(default_factory=dict)
    guild_id: int | None = 100
    channel_id: int | None = 200
    roles: tuple[int, ...] = ()
    permissions: discord.Permissions = field(default_factory=discord.Permissions.none)
    #: Raised, once each and in turn, by whatever is sent after the press was deferred, or at once.
    fail: list[Exception] = field(default_factory=list)
    fail_to_defer: list[Exception] = field(default_factory=list)
    command: Any = None
    shown: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    form_ids: list[str] = field(default_factory=list)
    to_others: int = 0
    deleted: int = 0
    own: bool = False
    instead: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.user = SimpleNamespace(id=190_000_000_000_000_042, display_name="Ama")
        flags = SimpleNamespace(ephemeral=self.own)
        self.message = SimpleNamespace(delete=self._delete, flags=flags)
        self.followup = SimpleNamespace(send=self._follow_up)
        self.locale = discord.Locale.british_english
        self.response = _Response(self)
        kinds = discord.InteractionType
        self.type = kinds.component if self.typed is None else kinds.modal_submit
        boxes: list[dict[str, Any]] = [
            *(_box("text_input", name, value=text) for name, text in (self.typed or {}).items()),
            *(_box("radio_group", name, value=value) for name, value in self.chosen.items()),
            *(_box("user_select", name, values=accounts) for name, accounts in self.picked.items()),
        ]
        self.data = {"custom_id": self.custom_id, "components": boxes}

    async def edit_original_response(
        self, *, view: discord.ui.LayoutView, allowed_mentions: object, attachments: object = ()
    ) -> None:
        """Show what was deferred, or change the message that was pressed."""
        assert self.response.is_done()
        if self.response.type is discord.InteractionResponseType.deferred_message_update:
            self.instead += texts(view)
        else:
            self.show(view)

    async def _follow_up(
        self, *, view: discord.ui.LayoutView, ephemeral: bool, allowed_mentions: object
    ) -> None:
        assert self.response.is_done()
        self.to_others += not ephemeral
        self.show(view)

    def show(self, view: discord.ui.LayoutView) -> None:
        """Show it, or fail."""
        if self.fail:
            raise self.fail.pop(0)
        self.shown += texts(view)
        self.buttons += custom_ids(view)

    async def _delete(self) -> None:
        self.deleted += 1


def _box(kind: str, name: str, **filled_in: Any) -> dict[str, Any]:
    return {
        "type": 18,
        "component": {"type": discord.ComponentType[kind].value, "custom_id": name, **filled_in},
    }


class _Response:
    def __init__(self, pressed: Pressed) -> None:
        self._pressed = pressed
        self._is_done = False
        self.type: discord.InteractionResponseType | None = None

    def is_done(self) -> bool:
        return self._is_done

    async def defer(self, *, ephemeral: bool = False, thinking: bool = False) -> None:
        if self._pressed.fail_to_defer:
            raise self._pressed.fail_to_defer.pop(0)
        kinds = discord.InteractionResponseType
        self.type = kinds.deferred_channel_message if thinking else kinds.deferred_message_update
        # A change of a message is seen by whoever sees the message.
        self._answer(ephemeral or (self._pressed.own and not thinking))

    async def send_message(
        self,
        *,
        view: discord.ui.LayoutView,
        ephemeral: bool,
        allowed_mentions: object,
        files: object = (),
    ) -> None:
        self._pressed.show(view)
        self._answer(ephemeral)

    async def send_modal(self, modal: discord.ui.Modal) -> None:
        if self._pressed.fail:
            raise self._pressed.fail.pop(0)
        self._answer(ephemeral=True)
        self._pressed.forms.append(modal.title)
        self._pressed.form_ids.append(modal.custom_id)

    def _answer(self, ephemeral: bool) -> None:
        assert not self._is_done, "Discord takes one answer only"
        self._is_done = True
        self._pressed.to_others += not ephemeral
