"""What was found, as findings: each is well or wrong, and says what to do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.community.rules import Community, missing
from bot.core.wording import Line


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `named` are values of the line that are message ids themselves."""

    line: Line
    is_well: bool
    named: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as the bot sees it; `allowed`: what of `community.rules.NEEDED` it may do there."""

    id: int
    name: str
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Server:
    """A Discord server as the bot sees it."""

    id: int
    name: str
    roles: frozenset[int]
    channels: tuple[Channel, ...]


def well(line: str, **values: str | int) -> Finding:
    """A finding that asks for nothing."""
    return Finding(Line(line, values), is_well=True)


def wrong(line: str, **values: str | int) -> Finding:
    """A finding that somebody must mend."""
    return Finding(Line(line, values), is_well=False)


def of_community(community: Community, servers: Collection[Server]) -> list[Finding]:
    """What is well and what is wrong with a community's channels, role and permissions."""
    server = next((server for server in servers if server.id == community.id), None)
    if server is None:
        return [wrong("doctor-community-gone", community=str(community.id))]
    found = [
        *_of_channel(server, community.questions_channel, "questions"),
        *_of_channel(server, community.facilitators_channel, "facilitators"),
    ]
    if community.facilitators_role not in server.roles:
        found.append(wrong("doctor-role-gone", community=server.name))
    return found


def _of_channel(server: Server, channel_id: int, use: str) -> list[Finding]:
    channel = next((channel for channel in server.channels if channel.id == channel_id), None)
    if channel is None:
        line = Line("doctor-channel-gone", {"community": server.name})
        return [Finding(line, is_well=False, named={"use": f"doctor-use-{use}"})]
    names = [name.replace("_", "-") for name in missing(channel.allowed)]
    if not names:
        return [well("doctor-permissions-well", community=server.name, channel=channel.name)]
    line = Line("doctor-permission-missing", {"community": server.name, "channel": channel.name})
    return [
        Finding(
            line,
            is_well=False,
            named={"permission": f"permission-{name}", "without": f"permission-{name}-without-{use}"},
        )
        for name in names
    ]
