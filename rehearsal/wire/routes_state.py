"""Routes about the bot itself, its community and its commands."""

from __future__ import annotations

from rehearsal.wire import payloads, payloads_commands
from rehearsal.wire.bodies import DirectChannelBody, parse
from rehearsal.wire.bodies_commands import command_specs
from rehearsal.wire.rest import Call, Reply, Route
from rehearsal.world import errors
from rehearsal.world.model import Guild

MAX_CONCURRENCY = 16
_MOST_GUILDS = 200


def _own_user(call: Call) -> Reply:
    return Reply(payloads.own_user(call.world.users[call.world.application.id]))


def _application(call: Call) -> Reply:
    return Reply(payloads.application(call.world))


def _gateway(call: Call) -> Reply:
    limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": MAX_CONCURRENCY}
    return Reply({"url": call.gateway_url, "shards": 1, "session_start_limit": limit})


def _own_application_only(call: Call) -> None:
    if call.id("application") != call.world.application.id:
        raise errors.unknown_application()


def _commands(call: Call) -> Reply:
    _own_application_only(call)
    known = call.world.application.commands.values()
    return Reply([payloads_commands.command(call.world, each) for each in known])


def _sync_commands(call: Call) -> Reply:
    _own_application_only(call)
    registered = call.world.register_commands(command_specs(call.body))
    return Reply([payloads_commands.command(call.world, each) for each in registered])


def _guild_commands(call: Call) -> Reply:
    """Nobody registers commands for one server alone here."""
    _own_application_only(call)
    call.world.guild_for_bot(call.id("guild"))
    return Reply([])


def _own_guilds(call: Call) -> Reply:
    found = payloads.my_guild(call.world)
    if call.flag("with_counts"):
        found |= _counts(call.world.guild)
    return Reply([found][: call.limit(_MOST_GUILDS, _MOST_GUILDS)])


def _counts(guild: Guild) -> dict[str, int]:
    return {"approximate_member_count": len(guild.members), "approximate_presence_count": 0}


def _guild(call: Call) -> Reply:
    guild = call.world.guild_for_bot(call.id("guild"))
    body = payloads.guild(guild)
    if call.flag("with_counts"):
        body |= _counts(guild)
    return Reply(body)


def _guild_channels(call: Call) -> Reply:
    guild = call.world.guild_for_bot(call.id("guild"))
    return Reply([payloads.channel(call.world, each) for each in guild.channels.values()])


def _guild_roles(call: Call) -> Reply:
    guild = call.world.guild_for_bot(call.id("guild"))
    return Reply([payloads.role(each) for each in guild.roles.values()])


def _guild_member(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    return Reply(payloads.member(call.world.member(call.id("user"))))


def _channel(call: Call) -> Reply:
    found = call.world.channel_for(call.world.application.id, call.id("channel"))
    return Reply(payloads.channel(call.world, found))


def _open_direct_channel(call: Call) -> Reply:
    wanted = parse(DirectChannelBody, call.body)
    return Reply(payloads.channel(call.world, call.world.direct_channel(wanted.recipient_id)))


ROUTES = (
    Route("GET", "/users/@me", _own_user),
    Route("GET", "/oauth2/applications/@me", _application),
    Route("GET", "/applications/@me", _application),
    Route("GET", "/gateway/bot", _gateway),
    Route("GET", "/applications/{application}/commands", _commands, frozenset({"with_localizations"})),
    Route("PUT", "/applications/{application}/commands", _sync_commands),
    Route("GET", "/applications/{application}/guilds/{guild}/commands", _guild_commands),
    Route("GET", "/users/@me/guilds", _own_guilds, frozenset({"limit", "with_counts"})),
    Route("POST", "/users/@me/channels", _open_direct_channel),
    Route("GET", "/guilds/{guild}", _guild, frozenset({"with_counts"})),
    Route("GET", "/guilds/{guild}/channels", _guild_channels),
    Route("GET", "/guilds/{guild}/roles", _guild_roles),
    Route("GET", "/guilds/{guild}/members/{user}", _guild_member),
    Route("GET", "/channels/{channel}", _channel),
)
