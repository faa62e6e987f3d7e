"""What is filled in while a community is set up: what is taken, and what is refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest

from bot.community.rules import CommunitySettings, Nation, Quiet, RoleGroup, Safeguarding, Side
from bot.community.rules.choices import (
    LONGEST_GROUP,
    LONGEST_LINE,
    parse_time,
    with_basis,
    with_group,
    with_place,
    with_quiet,
    with_safeguarding,
)
from bot.community.rules.setup import MOST_GROUPS
from bot.core.errors import Refused

PLAIN = CommunitySettings(100)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.line.id


# Time and place


def test_time_zone_and_nation() -> None:
    typed = {"zone": " Europe/Belfast ", "nation": "NORTHERN_IRELAND", "country": ""}
    chosen = with_place(PLAIN, typed)
    assert (chosen.zone, chosen.nation, chosen.country) == ("Europe/Belfast", Nation.NORTHERN_IRELAND, "GB")


def test_a_zone_may_be_typed_with_a_space() -> None:
    typed = {"zone": "America/New York", "nation": "ELSEWHERE", "country": "us"}
    chosen = with_place(PLAIN, typed)
    assert (chosen.zone, chosen.country) == ("America/New_York", "US")


@pytest.mark.parametrize("zone", ["", "London", "Europe/Nowhere", "../../secret", "/etc/localtime", "x" * 99])
def test_a_zone_that_nobody_knows_is_refused(zone: str) -> None:
    typed = {"zone": zone, "nation": "ENGLAND", "country": "GB"}
    assert refusal(lambda: with_place(PLAIN, typed)) == "community-refused-zone"


@pytest.mark.parametrize(("nation", "country"), [("ELSEWHERE", "Ireland"), ("FRANCE", "FR")])
def test_a_country_that_nobody_knows_is_refused(nation: str, country: str) -> None:
    typed = {"zone": "Europe/London", "nation": nation, "country": country}
    assert refusal(lambda: with_place(PLAIN, typed)) == "community-refused-country"


# Times for messages


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("9", time(9)), ("9:30", time(9, 30)), ("4pm", time(16)), ("12 am", time(0)), ("17.05", time(17, 5))],
)
def test_times_as_people_type_them(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "24", "9:60", "13pm", "0am", "nine", "٩"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    assert refusal(lambda: parse_time(typed)) == "community-refused-time"


def quiet(*days: str, **changes: str) -> CommunitySettings:
    typed = {"begin": "9:00", "end": "18:00", "week": "1", "month": "3", **changes}
    return with_quiet(PLAIN, typed, days)


def test_a_community_may_be_quieter() -> None:
    chosen = quiet("4", "1", begin="10", end="4pm", week="0", month="2").quiet
    assert chosen == Quiet((1, 4), time(10), time(16), 0, 2)


@pytest.mark.parametrize(
    ("days", "changes"),
    [
        ((), {}),
        (("0", "5"), {}),
        (("0",), {"begin": "8:59"}),
        (("0",), {"end": "18:01"}),
        (("0",), {"begin": "12", "end": "12"}),
        (("0",), {"week": "2"}),
        (("0",), {"month": "4"}),
    ],
)
def test_a_community_may_not_be_louder(days: tuple[str, ...], changes: dict[str, str]) -> None:
    assert refusal(lambda: quiet(*days, **changes)) == "community-refused-quiet"


# Safety, lawful basis


def test_the_lead_and_the_cover() -> None:
    typed = {"lead": " Ruth Calder ", "hours": "9 to 5", "cover": ""}
    assert with_safeguarding(PLAIN, typed).safeguarding == Safeguarding("Ruth Calder", "9 to 5", "")


def test_what_is_too_long_is_refused() -> None:
    typed = {"lead": "x" * (LONGEST_LINE + 1), "hours": "", "cover": ""}
    assert refusal(lambda: with_safeguarding(PLAIN, typed)) == "community-refused-long"
    assert refusal(lambda: with_basis(PLAIN, {"basis": "x" * 4_000})) == "community-refused-long"
    assert with_basis(PLAIN, {"basis": " Our public task. "}).lawful_basis == "Our public task."


# Groups


def test_a_group_is_reworded_and_gets_a_role() -> None:
    chosen = with_group(PLAIN, "lay", {"words": "People who use the clinic"}, 7)
    assert chosen.group("lay") == RoleGroup("lay", Side.LAY, "People who use the clinic", 7)
    assert len(chosen.groups) == len(PLAIN.groups)


def test_groups_are_added_each_under_a_key_of_its_own() -> None:
    chosen = with_group(PLAIN, "", {"words": "Pharmacists", "side": "professional"}, None)
    chosen = with_group(chosen, "", {"words": "Carers", "side": "lay"}, None)
    assert [(group.key, group.words, group.side) for group in chosen.groups[-2:]] == [
        ("own1", "Pharmacists", Side.PROFESSIONAL),
        ("own2", "Carers", Side.LAY),
    ]
    assert chosen.is_lay("own2")


@pytest.mark.parametrize(
    ("key", "words", "role", "line"),
    [
        ("", "", None, "community-refused-words"),
        ("nobody", "Nobody", None, "error-choice"),
        ("clinical", "pharmacists", None, "community-refused-same"),
        ("clinical", "Clinicians", 7, "community-refused-same"),
        ("clinical", "Clinicians", PLAIN.id, "community-refused-same"),
        ("clinical", "x" * (LONGEST_GROUP + 1), None, "community-refused-long"),
    ],
)
def test_a_group_that_cannot_be_is_refused(key: str, words: str, role: int | None, line: str) -> None:
    before = with_group(PLAIN, "", {"words": "Pharmacists", "side": "professional"}, 7)
    assert refusal(lambda: with_group(before, key, {"words": words, "side": "lay"}, role)) == line


def test_there_is_an_end_to_groups() -> None:
    chosen = PLAIN
    while len(chosen.groups) < MOST_GROUPS:
        chosen = with_group(chosen, "", {"words": f"Group {len(chosen.groups)}", "side": "lay"}, None)
    typed = {"words": "One more", "side": "lay"}
    assert refusal(lambda: with_group(chosen, "", typed, None)) == "community-refused-groups"
