"""Setting up: what would be made, what is reused, how far each step is, and what the bot may take back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.rules import NEEDED, Community, CommunitySettings
from bot.community.rules.setup import (
    FACILITATORS,
    FACILITATORS_ROLE,
    JOINING,
    LAY,
    QUESTIONS,
    REQUIRED,
    ROOM,
    Fate,
    Kind,
    Place,
    Setup,
    Status,
    Step,
    Wanted,
    alike,
    begun,
    checked,
    community_of,
    confirmed,
    forgotten,
    group_role,
    lacking,
    places,
    plan,
    settings_with,
    settings_without,
    skipped,
    still_there,
    to_do,
    too_high,
    used,
)
from bot.community.rules.steps import View, must_wait, next_step, status
from bot.doctor.rules import Channel, Role, Server

HERE = 100
SEEN = frozenset(NEEDED)
MAY_ALL = frozenset((*NEEDED, "manage_channels", "manage_roles"))
WANTED = (
    Wanted(QUESTIONS, "questions"),
    Wanted(FACILITATORS, "facilitators"),
    Wanted(JOINING, "welcome"),
    Wanted(LAY, "patients-and-public"),
    Wanted(ROOM, "Meeting room"),
    Wanted(FACILITATORS_ROLE, "Facilitators"),
    Wanted(group_role("lay"), "Patient and public members"),
)
EVERYBODY = Role(HERE, "@everyone")


def server(*channels: Channel, roles: tuple[Role, ...] = (), allowed: frozenset[str] = MAY_ALL) -> Server:
    named = (EVERYBODY, *roles)
    return Server(HERE, "Kidney CoP", frozenset(role.id for role in named), channels, named, allowed)


def fates(there: Server, **used_for: int) -> dict[str, Fate]:
    return {item.wanted.use: item.fate for item in plan(WANTED, there, used_for)}


def test_on_an_empty_server_all_of_it_would_be_made() -> None:
    assert set(fates(server()).values()) == {Fate.MAKE}


@pytest.mark.parametrize("name", ["questions", "QUESTIONS", "❓-questions", "ques tions!"])
def test_what_is_called_so_is_used_whatever_its_capitals_and_pictures(name: str) -> None:
    assert fates(server(Channel(1, name, SEEN)))[QUESTIONS] is Fate.FOUND


@pytest.mark.parametrize(
    ("channels", "use", "fate"),
    [
        ((Channel(1, "questions", SEEN), Channel(2, "Questions", SEEN)), QUESTIONS, Fate.TWICE),
        ((Channel(1, "questions", SEEN, is_text=False),), QUESTIONS, Fate.MAKE),
        ((Channel(1, "questions", frozenset()),), QUESTIONS, Fate.CLOSED),
        ((Channel(1, "facilitators", SEEN, is_open=True),), FACILITATORS, Fate.OPEN),
        ((Channel(1, "facilitators", SEEN),), FACILITATORS, Fate.FOUND),
        ((Channel(1, "patients-and-public", SEEN, is_open=True),), LAY, Fate.OPEN),
        ((Channel(1, "patients-and-public", frozenset()),), LAY, Fate.FOUND),
        ((Channel(1, "meeting-room", SEEN, is_text=False, is_voice=True),), ROOM, Fate.FOUND),
        ((Channel(1, "meeting-room", SEEN),), ROOM, Fate.MAKE),
        (
            (
                Channel(1, "meeting-room", SEEN, is_text=False, is_voice=True),
                Channel(2, "Meeting room", SEEN, is_text=False, is_voice=True),
            ),
            ROOM,
            Fate.FOUND,
        ),
    ],
)
def test_what_does_not_fit_is_not_used(channels: tuple[Channel, ...], use: str, fate: Fate) -> None:
    assert fates(server(*channels))[use] is fate


def test_a_role_of_a_bot_and_everybodys_are_never_used() -> None:
    managed = Role(1, "Facilitators", is_managed=True)
    assert fates(server(roles=(managed,)))[FACILITATORS_ROLE] is Fate.MAKE
    everybody = (Wanted(FACILITATORS_ROLE, "everyone"),)
    assert plan(everybody, server(), {})[0].fate is Fate.MAKE


def test_what_is_used_for_one_thing_is_not_offered_for_another() -> None:
    there = server(Channel(1, "facilitators", SEEN))
    items = {item.wanted.use: item for item in plan(WANTED, there, {QUESTIONS: 1})}
    assert (items[QUESTIONS].fate, items[QUESTIONS].id) == (Fate.THERE, 1)
    assert items[FACILITATORS].fate is Fate.MAKE


def test_what_was_used_and_is_gone_would_be_made_again() -> None:
    assert fates(server(), **{QUESTIONS: 1})[QUESTIONS] is Fate.MAKE


@given(name=st.text(), other=st.text())
def test_names_are_alike_both_ways(name: str, other: str) -> None:
    assert alike(name, name)
    assert alike(name, other) == alike(other, name)


def test_roles_come_first_and_only_what_is_needed_if_so_wished() -> None:
    items = plan(WANTED, server(), {})
    kinds = [item.wanted.kind for item in to_do(items, only_needed=False)]
    assert kinds == [Kind.ROLE] * 2 + [Kind.CHANNEL] * 5
    assert {item.wanted.use for item in to_do(items, only_needed=True)} == set(REQUIRED)


@pytest.mark.parametrize(
    ("missing", "named"),
    [
        ("manage_roles", "manage_roles"),
        ("manage_channels", "manage_channels"),
        ("view_channel", "basics"),
        ("speak", None),
    ],
)
def test_the_permission_that_is_missing_is_named(missing: str, named: str | None) -> None:
    there = server(allowed=MAY_ALL - {missing})
    assert lacking(plan(WANTED, there, {}), there) == named


def test_no_permission_is_missing_where_nothing_is_made() -> None:
    there = server(allowed=frozenset())
    assert lacking((), there) is None


def test_a_role_above_the_bots_own_cannot_be_given() -> None:
    there = server(roles=(Role(1, "High", is_high=True), Role(2, "Low")))
    assert [too_high(there, role) for role in (1, 2, 3)] == [True, False, False]


# What is kept


def test_what_was_made_is_used_and_can_be_taken_back() -> None:
    setup = used(begun(Setup(HERE), [QUESTIONS]), QUESTIONS, 1, made=True)
    assert setup.begun == ()
    there = server(Channel(1, "renamed", SEEN))
    (made,) = still_there(setup, there)
    assert (made.place, made.name) == (Place(QUESTIONS, 1), "renamed")
    assert still_there(setup, server()) == (), "somebody else deleted it"
    assert forgotten(setup, 1) == Setup(HERE)


def test_what_was_there_before_is_never_taken_back() -> None:
    setup = used(Setup(HERE), QUESTIONS, 1, made=False)
    assert setup.chosen == (Place(QUESTIONS, 1),)
    assert still_there(setup, server(Channel(1, "questions", SEEN))) == ()


def test_channels_are_taken_back_before_the_roles_that_see_them() -> None:
    setup = used(used(Setup(HERE), FACILITATORS_ROLE, 1, made=True), QUESTIONS, 2, made=True)
    there = server(Channel(2, "questions", SEEN), roles=(Role(1, "Facilitators"),))
    assert [made.kind for made in still_there(setup, there)] == [Kind.CHANNEL, Kind.ROLE]


def test_what_the_bot_goes_by_wins_over_what_was_only_chosen_here() -> None:
    setup = used(used(Setup(HERE), QUESTIONS, 1, made=True), LAY, 2, made=True)
    settings = CommunitySettings(HERE, joining_channel=9)
    assert places(setup, None, settings) == {QUESTIONS: 1, JOINING: 9}
    known = places(setup, Community(HERE, 5, 6, 7), settings)
    assert (known[QUESTIONS], known[FACILITATORS], known[FACILITATORS_ROLE]) == (5, 6, 7)


def test_a_community_is_one_once_it_has_its_three() -> None:
    three = {QUESTIONS: 1, FACILITATORS: 2, FACILITATORS_ROLE: 3}
    assert community_of(HERE, three) == Community(HERE, 1, 2, 3)
    for use in three:
        assert community_of(HERE, {each: id_ for each, id_ in three.items() if each != use}) is None


@pytest.mark.parametrize("use", [JOINING, LAY, ROOM, group_role("clinical")])
def test_a_setting_is_set_and_taken_away_again(use: str) -> None:
    before = CommunitySettings(HERE)
    after = settings_with(before, use, 5)
    assert places(Setup(HERE), None, after) == {use: 5}
    assert settings_without(after, Place(use, 6)) == after, "another one is used"
    assert settings_without(after, Place(use, 5)) == before


# The steps


def view(setup: Setup | None = None, *, ready: bool = False) -> View:
    roles = (Role(5, "Facilitators"),)
    channels = tuple(Channel(at, wanted.name, SEEN) for at, wanted in enumerate(WANTED[:3], 1))
    there = server(*(channels if ready else ()), roles=roles if ready else ())
    used_for = {QUESTIONS: 1, FACILITATORS: 2, JOINING: 3, FACILITATORS_ROLE: 5} if ready else {}
    items = plan(WANTED, there, used_for)
    known = Community(HERE, 1, 2, 5) if ready else None
    return View(setup or Setup(HERE), CommunitySettings(HERE), there, items, {}, known)


def test_a_step_is_missing_then_left_or_done() -> None:
    assert status(view(), Step.TIMES) is Status.MISSING
    later = skipped(Setup(HERE), Step.TIMES)
    assert status(view(later), Step.TIMES) is Status.LATER
    assert status(view(confirmed(later, Step.TIMES)), Step.TIMES) is Status.DONE


def test_what_can_be_looked_up_is_not_believed() -> None:
    """A channel may have been deleted since."""
    said = confirmed(Setup(HERE), Step.SERVER)
    assert status(view(said), Step.SERVER) is Status.MISSING
    assert status(view(ready=True), Step.SERVER) is Status.DONE


def test_the_next_step_is_the_first_that_is_missing_and_comes_round_again() -> None:
    setup = confirmed(Setup(HERE), Step.GROUPS)
    assert next_step(view(setup)) is Step.SERVER
    assert next_step(view(skipped(setup, Step.SERVER))) is Step.FACILITATORS
    assert next_step(view(setup), Step.TIMES) is Step.QUESTIONS
    assert next_step(view(setup), Step.CHECK) is Step.SERVER
    everything = Setup(HERE, done=tuple(Step))
    full = replace(
        view(everything, ready=True),
        threats="We call the police.",
        settings=CommunitySettings(HERE, host_takes_part=True, lawful_basis="x"),
    )
    assert next_step(full) is Step.SAFETY


def test_what_needs_the_channels_waits_for_them() -> None:
    waiting = {step for step in Step if must_wait(view(), step)}
    assert waiting == {Step.FACILITATORS, Step.QUESTIONS, Step.PANELS, Step.CHECK}
    assert not any(must_wait(view(ready=True), step) for step in Step)


def test_the_check_is_done_only_while_nothing_is_wrong() -> None:
    green = checked(Setup(HERE), green=True)
    assert status(view(green), Step.CHECK) is Status.DONE
    assert status(view(checked(green, green=False)), Step.CHECK) is Status.MISSING
