"""What Discord shows of a server: who can read a channel, as discord.py itself computes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import discord
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.errors import NotNow
from bot.people.rules import Member
from cogs._server import DiscordServer, can_read
from tests.cogs.people import refused

HERE, CHANNEL, OTHER = 900_000_000_000_000_001, 800_000_000_000_000_001, 800_000_000_000_000_002
AMA, BEN, OWNER = 190_000_000_000_000_042, 190_000_000_000_000_043, 190_000_000_000_000_001
ROLES = (700_000_000_000_000_001, 700_000_000_000_000_002, 700_000_000_000_000_003)
READ = discord.Permissions(view_channel=True, read_message_history=True)
VIEW, HISTORY = 1 << 10, 1 << 16

Overwrite = tuple[int, int, int, int]


def client() -> discord.Client:
    return discord.Client(intents=discord.Intents(guilds=True))


def guild(
    everyone: int = READ.value,
    roles: Sequence[int] = (0, 0, 0),
    overwrites: Sequence[Overwrite] = (),
    *,
    kind: int = 0,
    through: discord.Client | None = None,
) -> discord.Guild:
    """A server; `overwrites` are those of its channel: the target, its kind, what is allowed and denied."""
    through = through or client()
    every = [(HERE, everyone), *zip(ROLES, roles, strict=True)]
    data: Any = {
        "id": str(HERE),
        "name": "Sampleton",
        "owner_id": str(OWNER),
        "roles": [
            {"id": str(id_), "name": "x", "permissions": str(bits), "position": at, "colors": {}, "flags": 0}
            for at, (id_, bits) in enumerate(every)
        ],
        "channels": [channel(CHANNEL, overwrites, kind), channel(OTHER, ())],
    }
    made = discord.Guild(data=data, state=through._connection)
    through._connection._add_guild(made)
    return made


def channel(id_: int, overwrites: Sequence[Overwrite], kind: int = 0) -> dict[str, Any]:
    return {
        "id": str(id_),
        "type": kind,
        "name": "questions",
        "position": 0,
        "bitrate": 64_000,
        "user_limit": 0,
        "permission_overwrites": [
            {"id": str(target), "type": what, "allow": str(allow), "deny": str(deny)}
            for target, what, allow, deny in overwrites
        ],
    }


def member(of: discord.Guild, account: int, roles: Sequence[int]) -> discord.Member:
    data: Any = {
        "user": {"id": str(account), "username": "ama", "discriminator": "0", "avatar": None},
        "roles": [str(role) for role in roles],
        "joined_at": None,
        "flags": 0,
    }
    return discord.Member(data=data, guild=of, state=of._state)


def text(of: discord.Guild) -> discord.TextChannel:
    found = of.get_channel(CHANNEL)
    assert isinstance(found, discord.TextChannel)
    return found


bits = st.sampled_from([0, VIEW, HISTORY, VIEW | HISTORY, discord.Permissions.all().value & ~8, 8])
targets = st.sampled_from([(HERE, 0), *((role, 0) for role in ROLES), (AMA, 1), (BEN, 1)])


@st.composite
def overwriting(draw: st.DrawFn) -> list[Overwrite]:
    found = draw(st.lists(targets, unique=True, max_size=5))
    # Discord keeps no overwrite that allows and denies the same.
    pairs = [(draw(bits), draw(bits)) for _ in found]
    return [
        (target, kind, allow, deny & ~allow)
        for (target, kind), (allow, deny) in zip(found, pairs, strict=True)
    ]


@given(
    everyone=bits,
    roles=st.tuples(bits, bits, bits),
    overwrites=overwriting(),
    account=st.sampled_from([AMA, BEN, OWNER]),
    held=st.sets(st.sampled_from(ROLES)),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_who_can_read_a_channel_is_as_discord_py_computes_it(
    everyone: int, roles: tuple[int, ...], overwrites: list[Overwrite], account: int, held: set[int]
) -> None:
    made = guild(everyone, roles, overwrites)
    allowed = text(made).permissions_for(member(made, account, sorted(held)))
    expected = allowed.view_channel and allowed.read_message_history
    # As roles are kept: with the one that everybody has, or without.
    for kept in (held, {HERE, *held}):
        assert can_read(text(made), kept, account) is expected


def test_the_oracle_tells_the_cases_apart() -> None:
    """The planted fault: were the order of the overwrites lost, these would be the same."""
    denied = (HERE, 0, 0, VIEW)
    for_a_role, for_her = (ROLES[0], 0, VIEW, 0), (AMA, 1, 0, VIEW)
    assert not can_read(text(guild(overwrites=[denied])), {ROLES[0]}, AMA)
    assert can_read(text(guild(overwrites=[denied, for_a_role])), {ROLES[0]}, AMA)
    assert not can_read(text(guild(overwrites=[denied, for_a_role, for_her])), {ROLES[0]}, AMA)
    assert can_read(text(guild(overwrites=[denied])), set(), OWNER)


# What the services ask


class Joined:
    """Who has joined, in place of `People`."""

    def __init__(self, **roles: int) -> None:
        accounts = {"ama": AMA, "ben": BEN}
        self._members = [
            Member(
                name, HERE, accounts[name], datetime(2026, 5, 14, tzinfo=UTC).date(), frozenset({role}), NOW
            )
            for name, role in roles.items()
        ]

    async def members(self, community: int) -> list[Member]:
        return self._members if community == HERE else []


NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)


def server(joined: Joined | None = None, **made: Any) -> DiscordServer:
    through = client()
    guild(through=through, **made)
    server = DiscordServer(joined or Joined())  # type: ignore[arg-type]
    server.look_through(through)
    return server


async def test_before_there_is_a_connection_it_knows_nothing() -> None:
    blind = DiscordServer(Joined(ama=HERE))  # type: ignore[arg-type]
    assert await blind.readers(HERE, CHANNEL) == 0
    assert not await blind.all_can_read(HERE, CHANNEL, CHANNEL)
    assert (blind.name(HERE), blind.names(HERE)) == ("", frozenset())
    assert not await blind.is_in(HERE, AMA)
    with pytest.raises(NotNow):
        await blind.roles_of(HERE, AMA)


async def test_it_counts_who_joined_and_can_read() -> None:
    private = [(HERE, 0, 0, VIEW), (ROLES[0], 0, VIEW, 0)]
    joined = Joined(ama=ROLES[0], ben=ROLES[1])
    assert await server(joined).readers(HERE, CHANNEL) == 2
    assert await server(joined, overwrites=private).readers(HERE, CHANNEL) == 1
    assert await server(joined, overwrites=private).readers(HERE, OTHER) == 2
    assert await server(joined).readers(HERE, 5) == await server(joined).readers(5, CHANNEL) == 0


@pytest.mark.parametrize(
    ("overwrites", "everybody"),
    [
        ([], True),
        ([(ROLES[0], 0, VIEW | HISTORY, 0)], True),
        ([(HERE, 0, 0, VIEW)], False),
        ([(HERE, 0, 0, HISTORY)], False),
        ([(ROLES[0], 0, 0, VIEW)], False),
        ([(AMA, 1, 0, HISTORY)], False),
        ([(HERE, 0, 0, VIEW), (ROLES[0], 0, VIEW, 0)], False),
    ],
)
async def test_a_channel_that_shuts_somebody_out_is_not_for_all(
    overwrites: list[Overwrite], everybody: bool
) -> None:
    looked_at = server(overwrites=overwrites)
    assert await looked_at.all_can_read(HERE, CHANNEL, OTHER) is everybody
    assert await looked_at.all_can_read(HERE, CHANNEL, CHANNEL), "who sees a channel can read it"


async def test_without_the_right_for_everybody_it_is_not_for_all() -> None:
    assert not await server(everyone=VIEW).all_can_read(HERE, CHANNEL, OTHER)


@pytest.mark.parametrize("kind", [2, 4, 13], ids=["voice", "category", "stage"])
async def test_what_is_no_channel_for_text_is_in_doubt(kind: int) -> None:
    assert not await server(kind=kind).all_can_read(HERE, CHANNEL, OTHER)
    assert await server(Joined(ama=HERE), kind=kind).readers(HERE, CHANNEL) == 0


async def test_the_servers_name_and_the_names_of_those_who_acted_openly() -> None:
    looked_at = server()
    assert looked_at.name(HERE) == "Sampleton"
    assert looked_at.names(HERE) == frozenset()
    looked_at.saw(HERE, AMA, "Ama")
    looked_at.saw(HERE, AMA, "Ama Boateng")
    looked_at.saw(HERE + 1, BEN, "Ben")
    assert looked_at.names(HERE) == {"Ama Boateng"}
    assert looked_at.name_of(HERE, AMA) == "Ama Boateng"
    assert looked_at.name_of(HERE, BEN) == ""


async def test_who_is_in_a_server_is_asked_of_discord() -> None:
    through = client()
    guild(through=through)
    looked_at = DiscordServer(Joined())  # type: ignore[arg-type]
    looked_at.look_through(through)
    answers: dict[int, Any] = {
        AMA: {"user": {"id": str(AMA), "username": "ama"}, "roles": ["7"]},
        BEN: refused(404, 10007),
        OWNER: refused(503),
    }

    async def get_member(community: int, account: int) -> Any:
        found = answers[account]
        if isinstance(found, Exception):
            raise found
        return found

    through.http.get_member = get_member  # type: ignore[assignment, method-assign]
    assert await looked_at.is_in(HERE, AMA)
    assert looked_at.names(HERE) == frozenset(), "a press that is anonymous leaves no name"
    assert not await looked_at.is_in(HERE, BEN)
    assert not await looked_at.is_in(HERE + 1, AMA), "the bot is not there"
    with pytest.raises(NotNow):
        await looked_at.is_in(HERE, OWNER)
    assert await looked_at.roles_of(HERE, AMA) == {HERE, 7}
    assert looked_at.names(HERE) == {"ama"}
