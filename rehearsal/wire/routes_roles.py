"""Routes with which a bot makes, gives and deletes roles, says what they may do, and looks for members."""

from __future__ import annotations

from rehearsal.wire import payloads
from rehearsal.wire.bodies import parse
from rehearsal.wire.bodies_roles import OverwriteOfOneBody, RoleBody
from rehearsal.wire.rest import Call, Reply, Route
from rehearsal.world import errors
from rehearsal.world.errors import Problem

_DONE = Reply(status=204)
_MOST_FOUND, _LONGEST_QUERY = 1000, 100


def _role(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    return Reply(payloads.role(call.world.roles.find(call.id("role"))))


def _create(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    wanted = parse(RoleBody, call.fields()).wanted()
    return Reply(payloads.role(call.world.roles.create(call.world.application.id, wanted)))


def _change(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    change = parse(RoleBody, call.fields()).wanted()
    return Reply(payloads.role(call.world.roles.change(call.world.application.id, call.id("role"), change)))


def _delete(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    call.world.roles.delete(call.world.application.id, call.id("role"))
    return _DONE


def _give(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    call.world.roles.give(call.world.application.id, call.id("user"), call.id("role"))
    return _DONE


def _take(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    call.world.roles.take(call.world.application.id, call.id("user"), call.id("role"))
    return _DONE


def _set_overwrite(call: Call) -> Reply:
    wanted = parse(OverwriteOfOneBody, call.fields()).meant(call.id("overwrite"))
    call.world.management.set_overwrite(call.world.application.id, call.id("channel"), wanted)
    return _DONE


def _clear_overwrite(call: Call) -> Reply:
    bot = call.world.application.id
    call.world.management.clear_overwrite(bot, call.id("channel"), call.id("overwrite"))
    return _DONE


def _search(call: Call) -> Reply:
    guild = call.world.guild_for_bot(call.id("guild"))
    query = call.query.get("query", "")
    if not 1 <= len(query) <= _LONGEST_QUERY:
        said = f"Must be between 1 and {_LONGEST_QUERY} in length."
        raise errors.invalid_form(Problem(("query",), "BASE_TYPE_BAD_LENGTH", said))
    beginning = query.casefold()
    found = [each for each in guild.members.values() if each.user.username.casefold().startswith(beginning)]
    return Reply([payloads.member(each) for each in found[: call.limit(1, _MOST_FOUND)]])


ROUTES = (
    Route("POST", "/guilds/{guild}/roles", _create),
    Route("GET", "/guilds/{guild}/roles/{role}", _role),
    Route("PATCH", "/guilds/{guild}/roles/{role}", _change),
    Route("DELETE", "/guilds/{guild}/roles/{role}", _delete),
    Route("GET", "/guilds/{guild}/members/search", _search, frozenset({"query", "limit"})),
    Route("PUT", "/guilds/{guild}/members/{user}/roles/{role}", _give),
    Route("DELETE", "/guilds/{guild}/members/{user}/roles/{role}", _take),
    Route("PUT", "/channels/{channel}/permissions/{overwrite}", _set_overwrite),
    Route("DELETE", "/channels/{channel}/permissions/{overwrite}", _clear_overwrite),
)
