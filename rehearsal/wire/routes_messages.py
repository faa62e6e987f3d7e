"""Routes about messages, and about answers to interactions."""

from __future__ import annotations

from collections.abc import Sequence

from rehearsal.wire import payloads_interactions, payloads_messages
from rehearsal.wire.bodies import AnswerBody, CallbackBody, DeferBody, EditBody, MessageBody, parse
from rehearsal.wire.bodies_options import SuggestionsBody
from rehearsal.wire.multipart import FilePart
from rehearsal.wire.rest import Call, Reply, Route
from rehearsal.world.errors import NotKnownError
from rehearsal.world.inputs import Modal
from rehearsal.world.interactions import Answer
from rehearsal.world.messages import refuse_unsettable
from rehearsal.world.model import CallbackKind, Interaction, Message, MessageFlag

_DEFAULT_LIMIT, _MAX_LIMIT = 50, 100


def _history(call: Call) -> Reply:
    bot = call.world.application.id
    messages = call.world.messages.history(bot, call.id("channel"))
    chosen = _page(call, messages, call.limit(_DEFAULT_LIMIT, _MAX_LIMIT))
    return Reply([payloads_messages.message(call.world, each) for each in reversed(chosen)])


def _page(call: Call, messages: list[Message], limit: int) -> list[Message]:
    before, after, around = (call.query_id(name) for name in ("before", "after", "around"))
    if sum(bound is not None for bound in (before, after, around)) > 1:
        raise NotKnownError("The rehearsal does not know more than one of before, after and around")
    if before is not None:
        return [each for each in messages if each.id < before][-limit:]
    if after is not None:
        return [each for each in messages if each.id > after][:limit]
    if around is not None:
        older = [each for each in messages if each.id < around][-(limit // 2) :] if limit > 1 else []
        newer = [each for each in messages if each.id >= around][: limit - len(older)]
        return older + newer
    return messages[-limit:]


def _message(call: Call) -> Reply:
    bot = call.world.application.id
    found = call.world.messages.fetch(bot, call.id("channel"), call.id("message"))
    return Reply(payloads_messages.message(call.world, found))


def _send(call: Call) -> Reply:
    draft = parse(MessageBody, call.fields()).draft(call.files)
    refuse_unsettable(draft.flags, int(MessageFlag.IS_COMPONENTS_V2 | MessageFlag.SUPPRESS_NOTIFICATIONS))
    sent = call.world.messages.send(call.world.application.id, call.id("channel"), draft)
    return Reply(payloads_messages.sent_message(call.world, sent))


def _edit(call: Call) -> Reply:
    change = parse(EditBody, call.fields()).change(call.files)
    refuse_unsettable(change.flags or 0, MessageFlag.IS_COMPONENTS_V2)
    bot = call.world.application.id
    edited = call.world.messages.edit(bot, call.id("channel"), call.id("message"), change)
    return Reply(payloads_messages.message(call.world, edited))


def _delete(call: Call) -> Reply:
    call.world.messages.delete(call.world.application.id, call.id("channel"), call.id("message"))
    return Reply(status=204)


def _callback(call: Call) -> Reply:
    answer = _answer(parse(CallbackBody, call.fields()), call.files)
    interaction = call.world.interactions.answer(call.id("interaction"), call.path["token"], answer)
    if call.flag("with_response"):
        return Reply(payloads_interactions.callback(call.world, interaction))
    return Reply(status=204)


def _answer(body: CallbackBody, files: Sequence[FilePart]) -> Answer:
    kind, data = CallbackKind(body.type), {} if body.data is None else body.data
    if files and kind not in (CallbackKind.MESSAGE, CallbackKind.UPDATE):
        raise NotKnownError(f"The rehearsal does not know files beside an answer of type {body.type}")
    if kind is CallbackKind.MODAL:
        return Answer(kind, modal=parse(Modal, data, "data"))
    if kind is CallbackKind.SUGGESTIONS:
        return Answer(kind, choices=parse(SuggestionsBody, data, "data").suggested())
    if kind is CallbackKind.UPDATE:
        change = parse(EditBody, data, "data").change(files)
        return Answer(kind, change=change, flags=change.flags or 0)
    if kind is CallbackKind.MESSAGE:
        draft = parse(AnswerBody, data, "data").draft(files)
        return Answer(kind, draft=draft, flags=draft.flags)
    return Answer(kind, flags=parse(DeferBody, data, "data").flags)


def _interaction(call: Call) -> Interaction:
    return call.world.interactions.by_token(call.id("application"), call.path["token"])


def _which(call: Call) -> int | None:
    return None if call.path.get("message", "@original") == "@original" else call.id("message")


def _answer_message(call: Call) -> Reply:
    found = call.world.interactions.message(_interaction(call), _which(call))
    return Reply(payloads_messages.message(call.world, found))


def _edit_answer(call: Call) -> Reply:
    interaction = _interaction(call)
    change = parse(EditBody, call.fields()).change(call.files)
    edited = call.world.interactions.edit(interaction, _which(call), change)
    return Reply(payloads_messages.message(call.world, edited))


def _delete_answer(call: Call) -> Reply:
    call.world.interactions.delete(_interaction(call), _which(call))
    return Reply(status=204)


def _follow_up(call: Call) -> Reply:
    interaction = _interaction(call)
    draft = parse(AnswerBody, call.fields()).draft(call.files)
    sent = call.world.interactions.follow_up(interaction, draft)
    if not call.flag("wait"):
        return Reply(status=204)
    return Reply(payloads_messages.message(call.world, sent))


_WEBHOOK = "/webhooks/{application}/{token}"
_ONE_ANSWER = _WEBHOOK + "/messages/{message}"
_COMPONENTS = frozenset({"with_components"})

ROUTES = (
    Route("GET", "/channels/{channel}/messages", _history, frozenset({"limit", "before", "after", "around"})),
    Route("POST", "/channels/{channel}/messages", _send, files=True),
    Route("GET", "/channels/{channel}/messages/{message}", _message),
    Route("PATCH", "/channels/{channel}/messages/{message}", _edit, files=True),
    Route("DELETE", "/channels/{channel}/messages/{message}", _delete),
    Route(
        "POST",
        "/interactions/{interaction}/{token}/callback",
        _callback,
        frozenset({"with_response"}),
        authorised=False,
        files=True,
    ),
    Route("POST", _WEBHOOK, _follow_up, _COMPONENTS | {"wait"}, authorised=False, files=True),
    Route("GET", _ONE_ANSWER, _answer_message, authorised=False),
    Route("PATCH", _ONE_ANSWER, _edit_answer, _COMPONENTS, authorised=False, files=True),
    Route("DELETE", _ONE_ANSWER, _delete_answer, authorised=False),
)
