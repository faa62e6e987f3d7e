"""Routes about scheduled events."""

from __future__ import annotations

from rehearsal.wire import payloads_scheduled
from rehearsal.wire.bodies import parse
from rehearsal.wire.bodies_scheduled import ScheduledEventBody, ScheduledEventEditBody
from rehearsal.wire.rest import Call, Reply, Route
from rehearsal.world.scheduled_event import ScheduledEvent

_ALL = "/guilds/{guild}/scheduled-events"
_ONE = _ALL + "/{event}"
_COUNT = frozenset({"with_user_count"})
_MOST_USERS = 100


def _bot(call: Call) -> int:
    """The bot's account, in a request about its own community (10004)."""
    call.world.guild_for_bot(call.id("guild"))
    return call.world.application.id


def _event(call: Call) -> ScheduledEvent:
    return call.world.scheduled.fetch(_bot(call), call.id("event"))


def _list(call: Call) -> Reply:
    seen, counted = call.world.scheduled.open_for(_bot(call)), call.flag("with_user_count")
    return Reply([payloads_scheduled.answered(call.world, each, with_count=counted) for each in seen])


def _create(call: Call) -> Reply:
    bot, plan = _bot(call), parse(ScheduledEventBody, call.fields()).plan()
    return Reply(payloads_scheduled.answered(call.world, call.world.scheduled.create(bot, plan)))


def _get(call: Call) -> Reply:
    counted = call.flag("with_user_count")
    return Reply(payloads_scheduled.answered(call.world, _event(call), with_count=counted))


def _edit(call: Call) -> Reply:
    bot, said = _bot(call), parse(ScheduledEventEditBody, call.fields()).amendment()
    return Reply(
        payloads_scheduled.answered(call.world, call.world.scheduled.amend(bot, call.id("event"), said))
    )


def _delete(call: Call) -> Reply:
    call.world.scheduled.delete(_bot(call), call.id("event"))
    return Reply(status=204)


def _users(call: Call) -> Reply:
    """In the order of their ids; of `before` and `after` only the first counts, as Discord documents."""
    event, limit = _event(call), call.limit(_MOST_USERS, _MOST_USERS)
    before, after, with_member = call.query_id("before"), call.query_id("after"), call.flag("with_member")
    users = call.world.scheduled.interested(event.id)
    if before is not None:
        chosen = [each for each in users if each < before][-limit:]
    else:
        chosen = [each for each in users if each > (after or 0)][:limit]
    return Reply(
        [
            payloads_scheduled.interested_user(call.world, event, each, with_member=with_member)
            for each in chosen
        ]
    )


ROUTES = (
    Route("GET", _ALL, _list, _COUNT),
    Route("POST", _ALL, _create),
    Route("GET", _ONE, _get, _COUNT),
    Route("PATCH", _ONE, _edit),
    Route("DELETE", _ONE, _delete),
    Route("GET", _ONE + "/users", _users, frozenset({"limit", "before", "after", "with_member"})),
)
