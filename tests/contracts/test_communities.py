"""Communities: how each is set up, and who its facilitators are, on every kind of database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.community.rules import Community
from bot.community.rules import setup as rules
from bot.community.rules.setup import Step
from bot.community.service import Communities
from bot.community.store import CommunityStore, SetupStore
from bot.core.database import Database
from bot.core.errors import Refused
from tests.tables import make_all_tables

#: Discord's ids are up to 63 bits long.
HERE = Community(2**62 + 1, 2**62 + 2, 2**62 + 3, 2**62 + 4)
ELSEWHERE = Community(5, 6, 7, 8)


@pytest.fixture
async def communities(database: Database) -> Communities:
    await make_all_tables(database, "everyday")
    return Communities(database, CommunityStore())


async def save(database: Database, communities: Communities, community: Community) -> None:
    async with database.write() as tx:
        await communities.save(tx, community)


async def refusal(communities: Communities, community: int | None, roles: set[int]) -> str:
    with pytest.raises(Refused) as caught:
        await communities.check_facilitator(community, roles)
    return caught.value.line.id


async def test_a_community_is_found_as_it_was_set_up(database: Database, communities: Communities) -> None:
    await save(database, communities, HERE)
    await save(database, communities, ELSEWHERE)
    assert await communities.get(HERE.id) == HERE
    assert await communities.find(ELSEWHERE.id) == ELSEWHERE
    assert await communities.all() == [ELSEWHERE, HERE]


async def test_setting_up_again_takes_the_place_of_the_earlier_settings(
    database: Database, communities: Communities
) -> None:
    changed = replace(HERE, questions_channel=11, facilitators_channel=12, facilitators_role=13)
    await save(database, communities, HERE)
    await save(database, communities, changed)
    assert await communities.all() == [changed]


@pytest.mark.parametrize("community", [HERE.id, None])
async def test_before_it_is_set_up_a_community_is_told_so(
    communities: Communities, community: int | None
) -> None:
    assert await communities.find(community) is None
    with pytest.raises(Refused) as caught:
        await communities.get(community)
    assert caught.value.line.id == "error-not-set-up"
    assert await communities.all() == []


async def test_everyone_cannot_be_facilitators(database: Database, communities: Communities) -> None:
    """Discord gives the role that everybody has the server's own id."""
    await save(database, communities, HERE)
    with pytest.raises(Refused) as caught:
        await save(database, communities, replace(HERE, facilitators_role=HERE.id, questions_channel=99))
    assert caught.value.line.id == "error-role-everyone"
    assert await communities.get(HERE.id) == HERE


async def test_only_who_has_the_role_is_a_facilitator(database: Database, communities: Communities) -> None:
    await save(database, communities, HERE)
    await save(database, communities, ELSEWHERE)
    await communities.check_facilitator(HERE.id, {1, HERE.facilitators_role})
    for roles in (set(), {1, 2}, {ELSEWHERE.facilitators_role}, {HERE.id}):
        assert await refusal(communities, HERE.id, roles) == "error-facilitators-only"


@pytest.mark.parametrize("community", [HERE.id, None])
async def test_nobody_is_a_facilitator_before_it_is_set_up(
    communities: Communities, community: int | None
) -> None:
    assert await refusal(communities, community, {1, HERE.facilitators_role}) == "error-not-set-up"


async def test_what_is_undone_is_not_kept(database: Database, communities: Communities) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.write() as tx:
            await communities.save(tx, HERE)
            raise ZeroDivisionError
    assert await communities.all() == []


# How far setting up is


async def test_how_far_it_is_is_found_as_it_was_left(database: Database, communities: Communities) -> None:
    store, here = SetupStore(), HERE.id
    setup = rules.used(rules.begun(rules.Setup(here), ["lay", "questions"]), "lay", 2**62 + 9, made=True)
    setup = rules.skipped(rules.confirmed(setup, Step.GROUPS), Step.SAFETY)
    async with database.write() as tx:
        assert await store.get(tx, here) == rules.Setup(here), "nothing was done yet"
        await store.put(tx, rules.confirmed(setup, Step.HOST))
        await store.put(tx, setup)
        assert await store.get(tx, here) == setup
        assert await store.get(tx, ELSEWHERE.id) == rules.Setup(ELSEWHERE.id)
