"""Routes with which a bot makes and deletes channels, and moves people between voice rooms."""

from __future__ import annotations

from rehearsal.wire import payloads
from rehearsal.wire.bodies import parse
from rehearsal.wire.bodies_channels import ChannelBody, ChannelEditBody, MemberEditBody
from rehearsal.wire.rest import Call, Reply, Route


def _create(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    wanted = parse(ChannelBody, call.fields()).wanted()
    made = call.world.management.create(call.world.application.id, wanted)
    return Reply(payloads.channel(call.world, made), 201)


def _change(call: Call) -> Reply:
    change = parse(ChannelEditBody, call.fields()).change()
    changed = call.world.management.change(call.world.application.id, call.id("channel"), change)
    return Reply(payloads.channel(call.world, changed))


def _delete(call: Call) -> Reply:
    gone = call.world.management.delete(call.world.application.id, call.id("channel"))
    return Reply(payloads.channel(call.world, gone))


def _move(call: Call) -> Reply:
    call.world.guild_for_bot(call.id("guild"))
    wanted = parse(MemberEditBody, call.fields())
    moved = call.world.rooms.move(call.world.application.id, call.id("user"), wanted.channel_id)
    return Reply(payloads.member(moved))


ROUTES = (
    Route("POST", "/guilds/{guild}/channels", _create),
    Route("PATCH", "/channels/{channel}", _change),
    Route("DELETE", "/channels/{channel}", _delete),
    Route("PATCH", "/guilds/{guild}/members/{user}", _move),
)
