"""How permissions add up, in the order in which Discord adds them."""

from __future__ import annotations

import pytest

from rehearsal import Rehearsal
from rehearsal.world.permissions import EVERYTHING, Permission
from rehearsal.world.world import World


@pytest.fixture
def world() -> World:
    return Rehearsal().world


def _may(world: World, person: str, permission: str, channel: str = "general") -> bool:
    user_id = world.member_named(person).user.id
    return bool(world.permissions(user_id, world.channel_named(channel)) & Permission[permission])


def test_everyone_then_roles_then_the_member(world: World) -> None:
    world.deny("@everyone", "general", "SEND_MESSAGES")
    assert not _may(world, "Tom Ashworth", "SEND_MESSAGES")

    world.allow("Clinicians", "general", "SEND_MESSAGES")
    assert _may(world, "Tom Ashworth", "SEND_MESSAGES")
    assert not _may(world, "Amina Yusuf", "SEND_MESSAGES")

    world.deny("Tom Ashworth", "general", "SEND_MESSAGES")
    assert not _may(world, "Tom Ashworth", "SEND_MESSAGES")
    assert _may(world, "Ngozi Eze", "SEND_MESSAGES")

    world.clear("Tom Ashworth", "general")
    assert _may(world, "Tom Ashworth", "SEND_MESSAGES")


def test_one_role_that_allows_is_enough(world: World) -> None:
    world.give_role("Tom Ashworth", "Academics")
    world.deny("Academics", "general", "SEND_MESSAGES")
    world.allow("Clinicians", "general", "SEND_MESSAGES")

    assert _may(world, "Tom Ashworth", "SEND_MESSAGES")


def test_who_cannot_see_can_do_nothing(world: World) -> None:
    world.deny("Tom Ashworth", "general", "VIEW_CHANNEL")

    tom = world.member_named("Tom Ashworth").user.id
    assert world.permissions(tom, world.channel_named("general")) == 0


def test_who_cannot_send_can_neither_mention_everyone_nor_attach(world: World) -> None:
    world.deny("Leila Haddad", "general", "SEND_MESSAGES")

    for permission in ("MENTION_EVERYONE", "ATTACH_FILES", "EMBED_LINKS"):
        assert not _may(world, "Leila Haddad", permission)
    assert _may(world, "Leila Haddad", "MANAGE_MESSAGES")


def test_owner_and_administrators_can_do_everything(world: World) -> None:
    world.deny("@everyone", "general", "VIEW_CHANNEL")
    world.grant("Academics", "ADMINISTRATOR")

    for name in ("Ruth Calder", "Jakub Nowak"):
        user_id = world.member_named(name).user.id
        assert world.permissions(user_id, world.channel_named("general")) == EVERYTHING


def test_a_permission_that_is_revoked_is_gone_everywhere(world: World) -> None:
    world.revoke("Facilitators", "MENTION_EVERYONE")

    assert not _may(world, "Leila Haddad", "MENTION_EVERYONE", "facilitators")


def test_names_that_are_not_there(world: World) -> None:
    for misnamed in (
        lambda: world.deny("Nobody", "general", "SEND_MESSAGES"),
        lambda: world.deny("Clinicians", "nowhere", "SEND_MESSAGES"),
        lambda: world.deny("Clinicians", "general", "FLY"),
        lambda: world.grant("Nobody", "SEND_MESSAGES"),
    ):
        with pytest.raises(LookupError):
            misnamed()
