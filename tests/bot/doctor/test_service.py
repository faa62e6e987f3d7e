"""What the doctor says of token, key, databases and communities."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

import pytest

from bot.community.rules import NEEDED, Community, RoleGroup, Side
from bot.core.errors import HostError, KeyMissing, SettingsError
from bot.core.sealing import KEY_BYTES, Seal
from bot.core.wording import Wording
from bot.doctor import service as doctor
from bot.doctor.rules import Channel, Finding, Server
from bot.doctor.service import Unreachable, WrongToken
from bot.doctor.text import say
from config.settings import WORDING

WORDS = Wording(WORDING)
QUESTIONS, FACILITATORS, ROLE = 11, 12, 7
HERE = Community(1, QUESTIONS, FACILITATORS, ROLE)
CARERS = 21
GROUPS = (RoleGroup("lay", Side.LAY, role=CARERS), RoleGroup("clinical", Side.PROFESSIONAL))


class Discord:
    """A Discord with these servers, or one that fails."""

    def __init__(self, *servers: Server, error: Exception | None = None) -> None:
        self._servers = list(servers)
        self._error = error

    async def servers(self) -> list[Server]:
        if self._error is not None:
            raise self._error
        return self._servers


def server(
    allowed: frozenset[str] = frozenset(NEEDED), roles: frozenset[int] = frozenset({ROLE}), id_: int = 1
) -> Server:
    channels = (Channel(QUESTIONS, "questions", allowed), Channel(FACILITATORS, "helpers", frozenset(NEEDED)))
    return Server(id_, "Kidney CoP", roles, channels)


def told(finding: Finding) -> str:
    return say(finding, WORDS)


# The token


async def test_a_token_that_opens_is_well_and_tells_the_servers() -> None:
    finding, servers = await doctor.of_token(Discord(server()))
    assert told(finding) == "well   Token: Discord accepts it."
    assert servers == [server()]


@pytest.mark.parametrize(
    ("discord", "sentence"),
    [
        (None, "there is none"),
        (Discord(error=WrongToken()), "does not accept it"),
        (Discord(error=Unreachable("no route")), "cannot be reached (no route)"),
    ],
)
async def test_a_token_that_does_not_open_is_wrong(discord: Discord | None, sentence: str) -> None:
    finding, servers = await doctor.of_token(discord)
    assert told(finding).startswith("WRONG")
    assert sentence in told(finding)
    assert servers == []


# The key


def found() -> Seal:
    return Seal(secrets.token_bytes(KEY_BYTES))


def test_a_key_is_well_wherever_it_is() -> None:
    in_file, in_environment = doctor.of_key(found, in_file=True), doctor.of_key(found, in_file=False)
    assert told(in_file) == "well   Key: it is there, and only the bot’s user can read it."
    assert told(in_environment) == "well   Key: it is in the setting master_key."


@pytest.mark.parametrize("error", [KeyMissing("The key file is gone."), SettingsError("Do: chmod 600 x")])
def test_a_key_that_is_missing_or_no_good_is_wrong_with_its_reason(error: HostError) -> None:
    def find() -> Seal:
        raise error

    for in_file in (True, False):
        assert told(doctor.of_key(find, in_file=in_file)) == f"WRONG  Key: {error}"


def test_before_the_first_start_there_need_not_be_a_key() -> None:
    finding = doctor.no_key_yet(Path("keys/master.key"))
    assert finding.is_well
    assert "keys/master.key" in told(finding)


def test_the_number_and_the_age_of_a_key_are_told() -> None:
    assert "number 2 is in use" in told(doctor.of_key_file(2, 0, 40))
    assert "changed 40 days ago" in told(doctor.of_key_file(2, 0, 40))
    assert "older key is still needed" in told(doctor.of_key_file(2, 1, 40))


def test_a_list_of_erasures_that_cannot_be_written_is_wrong() -> None:
    file = Path("keys/erased")
    assert doctor.of_list_of_erasures(file, can_be_written=True).is_well
    assert told(doctor.of_list_of_erasures(file, can_be_written=False)).startswith(
        "WRONG  Erasures: the list"
    )


@pytest.mark.parametrize(("days", "is_well"), [(0, True), (31, True), (32, False), (None, True)])
def test_a_backup_that_is_old_is_wrong(days: int | None, is_well: bool) -> None:
    finding = doctor.of_last_backup(days)
    assert finding.is_well is is_well
    assert ("equal-footing backup FILE" in told(finding)) is (days not in (0, 31))


def test_little_room_on_the_disk_is_wrong() -> None:
    assert doctor.of_space(200_000_000).is_well
    assert "only 199 MB are free" in told(doctor.of_space(199_999_999))


# The shared glossary


def test_the_shared_glossary_is_well_or_its_bad_lines_are_named() -> None:
    file = Path("data/nation.csv")
    assert told(doctor.of_shared_glossary(file, lambda: (100_000, []))) == (
        "well   Shared glossary: it has 100000 words (data/nation.csv)."
    )
    few = told(doctor.of_shared_glossary(file, lambda: (7, [3, 12])))
    assert few.startswith("WRONG")
    assert "left out: 3, 12." in few
    assert "20, …." in told(doctor.of_shared_glossary(file, lambda: (7, list(range(1, 99)))))


def test_a_shared_glossary_that_is_none_is_wrong_with_its_reason() -> None:
    def find() -> tuple[int, list[int]]:
        raise SettingsError("The shared glossary x.csv cannot be read.")

    finding = told(doctor.of_shared_glossary(Path("x.csv"), find))
    assert finding.startswith("WRONG  Shared glossary: The shared glossary x.csv cannot be read.")


# A database


async def current() -> bool:
    return True


async def not_there() -> bool:
    return False


async def broken() -> bool:
    raise HostError("the database x.db does not open: file is not a database")


async def test_a_database_is_well_or_wrong_with_its_reason() -> None:
    well, new, wrong = [await doctor.of_database("anonymous", look) for look in (current, not_there, broken)]
    assert told(well) == "well   Database anonymous: it opens, and is up to date."
    assert told(new).startswith("well   Database anonymous: it is not there or not up to date")
    assert told(wrong).startswith("WRONG  Database anonymous: the database x.db does not open: file is not")


async def test_only_a_database_that_is_up_to_date_is_looked_into() -> None:
    findings = [await doctor.of_database("anonymous", look) for look in (current, not_there, broken)]
    assert [doctor.is_current(finding) for finding in findings] == [True, False, False]


# Communities


def of(*servers: Server) -> list[str]:
    return [told(finding) for finding in doctor.of_communities({HERE: GROUPS}, list(servers))]


def test_without_a_community_it_says_what_to_type() -> None:
    (finding,) = doctor.of_communities({}, [server()])
    assert finding.is_well
    assert "/setup" in told(finding)


def test_a_community_with_all_it_needs_is_well() -> None:
    assert [line[:4] for line in of(server(id_=2), server())] == ["well"] * 2


@pytest.mark.parametrize("lacks", NEEDED)
def test_each_permission_that_is_missing_is_named_with_what_fails(lacks: str) -> None:
    wrong = [line for line in of(server(frozenset(NEEDED) - {lacks})) if line.startswith("WRONG")]
    assert len(wrong) == 1
    assert "#questions" in wrong[0]
    assert lacks.replace("_", " ").title() in wrong[0]
    assert "Without it," in wrong[0]


def test_a_role_or_a_server_that_is_gone_is_named() -> None:
    (gone,) = [line for line in of(server(roles=frozenset())) if line.startswith("WRONG")]
    assert "facilitators’ role is gone" in gone
    (gone,) = of(server(id_=2))
    assert "not in that server any more" in gone


def test_a_channel_that_is_gone_is_named_by_its_use() -> None:
    (gone,) = [
        line
        for line in of(Server(1, "Kidney CoP", frozenset({ROLE}), server().channels[:1]))
        if "WRONG" in line
    ]
    assert "channel for facilitators is gone" in gone


def test_a_bot_that_was_invited_without_its_commands_is_told() -> None:
    (wrong,) = [line for line in of(replace(server(), has_commands=False)) if line.startswith("WRONG")]
    assert "invited without its commands" in wrong
