"""Voice rooms as Discord's JSON: who is in which."""

from __future__ import annotations

from rehearsal.wire.payloads import Json, member
from rehearsal.world.model import Member, VoiceState
from rehearsal.world.world import World


def voice_state(state: VoiceState) -> Json:
    """A voice state as it stands in GUILD_CREATE; nobody here is muted, streams or shows a picture."""
    return {
        "user_id": str(state.user_id),
        "channel_id": None if state.channel_id is None else str(state.channel_id),
        "session_id": state.session_id,
        "deaf": False,
        "mute": False,
        "self_deaf": False,
        "self_mute": False,
        "self_video": False,
        "suppress": False,
        "request_to_speak_timestamp": None,
    }


def voice_state_event(world: World, who: Member, state: VoiceState) -> Json:
    """A voice state as the gateway brings it."""
    return voice_state(state) | {"guild_id": str(world.guild.id), "member": member(who)}


def arriving_rooms(world: World) -> Json:
    """What GUILD_CREATE tells of voice: the states, and who has one among the members."""
    states = world.rooms.states()
    told = [world.application.id, *(state.user_id for state in states)]
    return {
        "members": [member(world.guild.members[user_id]) for user_id in dict.fromkeys(told)],
        "voice_states": [voice_state(state) for state in states],
    }
