"""What was found, as findings: each is well or wrong, and says what to do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.community.rules import FOR_EVENTS, Community, CommunitySettings, missing
from bot.core.wording import Line

#: In days; from then on a lost disk would cost a community too much.
BACKUP_EVERY = 31
#: In bytes: writing a database anew takes as much room again.
LEAST_SPACE = 200_000_000
#: Of a file with many bad lines, so many are named.
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `named` are values of the line that are message ids themselves."""

    line: Line
    is_well: bool
    named: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as the bot sees it; `allowed`: what of `community.rules.NEEDED` it may do there.

    `is_open`: everybody in the server sees it.
    """

    id: int
    name: str
    allowed: frozenset[str]
    is_text: bool = True
    is_open: bool = False
    is_voice: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the bot sees it; `is_managed`: it belongs to a bot or a subscription.

    `is_high`: it stands as high as the bot's own highest role, or higher, so that the bot cannot give it.
    """

    id: int
    name: str
    is_managed: bool = False
    is_high: bool = False


@dataclass(frozen=True, slots=True)
class Server:
    """A Discord server as the bot sees it; `allowed`: what it may do there as a whole.

    `named` are the roles with their names. `has_commands`: whether it was invited with the scope
    applications.commands.
    """

    id: int
    name: str
    roles: frozenset[int]
    channels: tuple[Channel, ...]
    named: tuple[Role, ...] = ()
    allowed: frozenset[str] = frozenset()
    has_commands: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """What a community has chosen. `threats`: it has said what it does about a threat.

    `panels`: they were posted. `led`: somebody is known to have the facilitators' role; None: nobody looked.
    """

    community: Community
    settings: CommunitySettings
    threats: bool
    panels: bool
    led: bool | None = None


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
    if not server.has_commands:
        found.append(wrong("doctor-no-commands", community=server.name))
    shown = [each for each in server.channels if each.id == community.facilitators_channel and each.is_open]
    found += [wrong("doctor-channel-open", community=server.name, channel=each.name) for each in shown]
    return found


def of_choices(known: Known, servers: Collection[Server]) -> list[Finding]:
    """What is well and what is wrong with what a community has chosen, and what it has not chosen yet."""
    server = next((server for server in servers if server.id == known.community.id), None)
    if server is None:
        return []
    chosen, name = known.settings, server.name
    looked_at = (
        (server.allowed >= set(FOR_EVENTS), wrong("doctor-no-events", community=name)),
        (known.panels, wrong("doctor-panels-none", community=name)),
        (chosen.host_takes_part is not None, wrong("doctor-host-unsaid", community=name)),
        (bool(chosen.safeguarding.lead), wrong("doctor-lead-none", community=name)),
        (known.threats, wrong("doctor-threats-none", community=name)),
        (bool(chosen.lawful_basis), wrong("doctor-basis-none", community=name)),
        (known.led is not False, wrong("doctor-led-by-nobody", community=name)),
    )
    faults = [fault for is_well, fault in looked_at if not is_well]
    said = [] if faults else [well("doctor-choices-well", community=name)]
    return [*_of_joining(server, chosen), *_of_lay(server, chosen), *_of_roles(server, known), *faults, *said]


def _of_joining(server: Server, chosen: CommunitySettings) -> list[Finding]:
    if chosen.joining_channel is None:
        return [wrong("doctor-joining-none", community=server.name)]
    return _of_channel(server, chosen.joining_channel, "joining")


def _of_lay(server: Server, chosen: CommunitySettings) -> list[Finding]:
    if chosen.lay_channel is None:
        return []
    channel = next((channel for channel in server.channels if channel.id == chosen.lay_channel), None)
    if channel is None:
        line = Line("doctor-channel-gone", {"community": server.name})
        return [Finding(line, is_well=False, named={"use": "doctor-use-lay"})]
    if "view_channel" in channel.allowed:
        return [wrong("doctor-lay-seen", community=server.name, channel=channel.name)]
    return [well("doctor-lay-well", community=server.name, channel=channel.name)]


def _of_roles(server: Server, known: Known) -> list[Finding]:
    """Roles that are gone; and, where the bot gives roles, those that it cannot give."""
    of_groups = [group.role for group in known.settings.groups if group.role is not None]
    gone = sum(role not in server.roles for role in of_groups)
    found = [wrong("doctor-group-roles-gone", community=server.name, roles=gone)] if gone else []
    if "manage_roles" not in server.allowed:
        return found
    ours = {known.community.facilitators_role, *of_groups}
    high = [role for role in server.named if role.id in ours and role.is_high]
    return [*found, *(wrong("doctor-role-high", community=server.name, role=role.name) for role in high)]


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
