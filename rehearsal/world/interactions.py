"""The life of an interaction.

Three seconds to answer, in real time, then it is gone (10062). One first answer (40060). Its token is good
for 15 minutes of the world's time (then 50027), for the original answer and for follow-ups. Whether an answer
is ephemeral is fixed by the first one, deferred or not. A form cannot be the answer to a form; a message can
only be updated by what was pressed in it, or by a form that was opened from it. What somebody types in an
option is answered with suggestions and with nothing else, and nothing can follow them.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from rehearsal.world import errors, happenings
from rehearsal.world.components import ChannelSelect, Picker, RoleSelect
from rehearsal.world.errors import DiscordError, NotKnownError, Problem
from rehearsal.world.inputs import Modal
from rehearsal.world.messages import Change, Draft, refuse_unsettable
from rehearsal.world.model import (
    CallbackKind,
    Channel,
    CommandUse,
    Interaction,
    InteractionKind,
    Message,
    MessageFlag,
    Origin,
    Press,
    Submission,
)
from rehearsal.world.suggesting import Choice, Typing, refuse_other_kinds

if TYPE_CHECKING:
    from rehearsal.world.world import World

SECONDS_TO_ANSWER = 3.0
TOKEN_LIFE = timedelta(minutes=15)
_COMMAND_ANSWER, _MENU_ANSWER = 20, 23
_ANSWERS = MessageFlag.EPHEMERAL | MessageFlag.IS_COMPONENTS_V2 | MessageFlag.SUPPRESS_NOTIFICATIONS
_KINDS = {
    CommandUse: InteractionKind.COMMAND,
    Press: InteractionKind.COMPONENT,
    Submission: InteractionKind.MODAL,
    Typing: InteractionKind.AUTOCOMPLETE,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A first answer: its kind, and the message, change, form or suggestions that go with it."""

    kind: CallbackKind
    draft: Draft | None = None
    change: Change | None = None
    modal: Modal | None = None
    choices: tuple[Choice, ...] = ()
    flags: int = 0


@dataclass(slots=True)
class Interactions:
    """All interactions of a world; methods raise DiscordError as Discord would refuse."""

    world: World
    _by_id: dict[int, Interaction] = field(default_factory=dict)
    _by_token: dict[str, Interaction] = field(default_factory=dict)

    def begin(
        self,
        user_id: int,
        channel: Channel,
        what: CommandUse | Press | Submission | Typing,
        via: Interaction | None = None,
    ) -> Interaction:
        """Somebody uses the bot; the bot is told."""
        interaction = Interaction(
            id=self.world.ids.next(),
            token=secrets.token_urlsafe(48),
            kind=_KINDS[type(what)],
            user_id=user_id,
            channel_id=channel.id,
            guild_id=channel.guild_id,
            created_at=self.world.clock.now(),
            heard_at=time.monotonic(),
            what=what,
            via=via,
        )
        self._by_id[interaction.id] = interaction
        self._by_token[interaction.token] = interaction
        self.world.tell(happenings.InteractionBegun(interaction))
        return interaction

    def answer(self, interaction_id: int, token: str, answer: Answer) -> Interaction:
        """The first answer: 10062 when unknown or late, 40060 when there was one already."""
        interaction = self._by_id.get(interaction_id)
        if interaction is None or not secrets.compare_digest(interaction.token.encode(), token.encode()):
            raise errors.unknown_interaction()
        if interaction.answer is not None:
            raise errors.already_acknowledged()
        if time.monotonic() - interaction.heard_at > SECONDS_TO_ANSWER:
            raise errors.unknown_interaction()
        self._refuse_kind(interaction, answer.kind)
        self._channel(interaction)
        try:
            self._carry_out(interaction, answer)
        except DiscordError as refusal:
            raise refusal.under("data") from None
        interaction.answer = answer.kind
        self.world.changed.notify()
        return interaction

    def by_token(self, application_id: int, token: str) -> Interaction:
        """The answered interaction that a webhook route names.

        50027 too late; 10015 before an answer, and after suggestions, which nothing can follow.
        """
        if application_id != self.world.application.id:
            raise errors.unknown_webhook()
        interaction = self._by_token.get(token)
        if interaction is None or self.world.clock.now() - interaction.created_at >= TOKEN_LIFE:
            raise errors.invalid_webhook_token()
        if interaction.answer in (None, CallbackKind.SUGGESTIONS):
            raise errors.unknown_webhook()
        return interaction

    def message(self, interaction: Interaction, message_id: int | None) -> Message:
        """A message that this interaction may touch: its original answer (None) or a follow-up (10008)."""
        wanted = interaction.original_id if message_id is None else message_id
        own = wanted is not None and wanted in interaction.followup_ids | {interaction.original_id}
        channel = self.world.channels.get(interaction.channel_id)
        message = channel.messages.get(wanted) if channel and own and wanted is not None else None
        if message is None:
            raise errors.unknown_message()
        return message

    def edit(self, interaction: Interaction, message_id: int | None, change: Change) -> Message:
        """Changes the original answer (None) or a follow-up."""
        refuse_unsettable(change.flags or 0, MessageFlag.IS_COMPONENTS_V2)
        message = self.world.messages.change(self.message(interaction, message_id), change)
        interaction.followed_up, interaction.latest_id = True, message.id
        self.world.changed.notify()
        return message

    def delete(self, interaction: Interaction, message_id: int | None) -> None:
        """Deletes the original answer (None) or a follow-up."""
        self.world.messages.remove(self.message(interaction, message_id))
        interaction.followed_up, interaction.latest_id = True, None
        self.world.changed.notify()

    def follow_up(self, interaction: Interaction, draft: Draft) -> Message:
        """A further message; the first one after a deferred answer fills that answer instead."""
        refuse_unsettable(draft.flags, int(_ANSWERS))
        original = self._channel(interaction).messages.get(interaction.original_id or 0)
        if original is not None and original.loading:
            flags = draft.flags & MessageFlag.IS_COMPONENTS_V2
            change = Change(draft.content, draft.components, flags, draft.allowed_mentions, draft.files)
            return self.edit(interaction, None, change)
        message = self._put(interaction, draft)
        interaction.followup_ids.add(message.id)
        interaction.followed_up, interaction.latest_id = True, message.id
        self.world.changed.notify()
        return message

    def _channel(self, interaction: Interaction) -> Channel:
        """Where it happened; 10003 when that channel is gone."""
        channel = self.world.channels.get(interaction.channel_id)
        if channel is None:
            raise errors.unknown_channel()
        return channel

    def _refuse_kind(self, interaction: Interaction, kind: CallbackKind) -> None:
        possible = _possible_answers(interaction)
        if kind not in possible:
            choices = ", ".join(str(int(each)) for each in sorted(possible))
            raise errors.invalid_form(
                Problem(("type",), "BASE_TYPE_CHOICES", f"Value must be one of {{{choices}}}.")
            )

    def _carry_out(self, interaction: Interaction, answer: Answer) -> None:
        if answer.kind is CallbackKind.MODAL:
            interaction.modal = self._opened(answer.modal)
        elif isinstance(interaction.what, Typing):
            refuse_other_kinds(interaction.what.option, answer.choices)
            interaction.choices = answer.choices
        elif answer.kind is CallbackKind.DEFERRED_UPDATE:
            refuse_unsettable(answer.flags, 0)
            interaction.original_id = interaction.source_message_id()
        elif answer.kind is CallbackKind.UPDATE:
            refuse_unsettable(answer.flags, MessageFlag.IS_COMPONENTS_V2)
            changed = self._updated(self._source(interaction), answer.change or Change())
            interaction.original_id = interaction.latest_id = changed.id
        else:
            self._first_message(interaction, answer)

    def _updated(self, source: Message, change: Change) -> Message:
        """An update that does not list the files is said to take them all away, which an edit does not."""
        if source.attachments and not change.files.listed:
            raise NotKnownError("The rehearsal does not know an update of files without `attachments`")
        return self.world.messages.change(source, change)

    def _opened(self, modal: Modal | None) -> Modal | None:
        """The form with all ids; what Discord does with a default value it cannot find is not known here."""
        for label in modal.labels() if modal else ():
            part = label.component
            if isinstance(part, Picker) and not part.chosen <= self._there(part):
                raise NotKnownError("The rehearsal does not know a default value that is not there")
        return modal.numbered() if modal else None

    def _there(self, picker: Picker) -> set[int]:
        guild = self.world.guild
        if isinstance(picker, RoleSelect):
            return set(guild.roles)
        return set(guild.channels if isinstance(picker, ChannelSelect) else self.world.users)

    def _first_message(self, interaction: Interaction, answer: Answer) -> None:
        deferred = answer.kind is CallbackKind.DEFERRED_MESSAGE
        refuse_unsettable(answer.flags, int(MessageFlag.EPHEMERAL if deferred else _ANSWERS))
        loading = MessageFlag.LOADING if deferred else 0
        draft = replace(answer.draft or Draft(), flags=answer.flags | loading)
        message = self._put(interaction, draft)
        # Only now: an answer that was refused must leave no mark.
        interaction.ephemeral = bool(answer.flags & MessageFlag.EPHEMERAL)
        interaction.original_id = interaction.latest_id = message.id

    def _source(self, interaction: Interaction) -> Message:
        """The message whose button was pressed, or that the form was opened from (10008 when it is gone)."""
        message = self._channel(interaction).messages.get(interaction.source_message_id() or 0)
        if message is None:
            raise errors.unknown_message()
        return message

    def _put(self, interaction: Interaction, draft: Draft) -> Message:
        first = interaction.original_id is None
        return self.world.messages.create(
            self.world.application.id,
            self._channel(interaction),
            draft,
            kind=_kind_of_answer(interaction) if first else 0,
            origin=origin_of(interaction),
            only_for=interaction.user_id if draft.flags & MessageFlag.EPHEMERAL else None,
        )


def _possible_answers(interaction: Interaction) -> set[CallbackKind]:
    if interaction.kind is InteractionKind.AUTOCOMPLETE:
        return {CallbackKind.SUGGESTIONS}
    possible = {CallbackKind.MESSAGE, CallbackKind.DEFERRED_MESSAGE}
    if interaction.kind is not InteractionKind.MODAL:
        possible.add(CallbackKind.MODAL)
    if interaction.source_message_id() is not None:
        possible |= {CallbackKind.DEFERRED_UPDATE, CallbackKind.UPDATE}
    return possible


def _kind_of_answer(interaction: Interaction) -> int:
    if not isinstance(interaction.what, CommandUse):
        return 0
    return _COMMAND_ANSWER if interaction.what.target_id is None else _MENU_ANSWER


def origin_of(interaction: Interaction) -> Origin:
    """What Discord writes on an answer about where it comes from."""
    return Origin(
        interaction_id=interaction.id,
        kind=interaction.kind,
        user_id=interaction.user_id,
        guild_id=interaction.guild_id,
        interacted_message_id=interaction.what.message_id if isinstance(interaction.what, Press) else None,
        target_message_id=interaction.what.target_id if isinstance(interaction.what, CommandUse) else None,
        original_response_id=interaction.original_id,
        via=origin_of(interaction.via) if interaction.via else None,
    )
