"""Who looks after whom, a fair suggestion, whom a word goes to next, and whose question a relayed one is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.rules import CommunitySettings
from bot.contacts.rules import Circle, Supporter, Word, in_order, next_keeper, shown, suggest
from bot.core.notices import Words
from bot.people.rules import About, Member
from bot.questions.rules.stand_in import stand_in

HERE = 900_000_000_000_000_001
NOW = datetime(2026, 5, 14, 13, tzinfo=UTC)
SETTINGS = CommunitySettings(HERE)
LAY, CLINICAL = About(groups=("lay",)), About(groups=("clinical",))


def member(id_: str, about: About = CLINICAL, contact: str | None = None) -> Member:
    return Member(id_, HERE, hash(id_) % 2**60, NOW.date(), frozenset(), NOW, about, contact)


def circle(*members: Member, covers: dict[str, str | None]) -> Circle:
    """These members; the named contacts among them with who covers for each."""
    supporters = {each: Supporter(HERE, each, cover=cover) for each, cover in covers.items()}
    return Circle({each.id: each for each in members}, supporters)


def word(keeper: str | None, *before: str, of: str = "amina") -> Word:
    return Word("w", HERE, "", NOW, of, keeper=keeper, keepers=(*before, *([keeper] if keeper else [])))


def test_while_her_contact_is_gone_the_cover_takes_over() -> None:
    amina = member("amina", LAY, "leila")
    there = circle(amina, member("leila"), member("owen"), covers={"leila": "owen"})
    assert there.contact_of(amina) == there.members["leila"]
    left = replace(member("leila"), left_on=date(2026, 5, 1))
    gone = circle(amina, left, member("owen"), covers={"leila": "owen"})
    assert gone.contact_of(amina) == gone.members["owen"]
    assert circle(amina, left, member("owen"), covers={"leila": None}).contact_of(amina) is None
    assert circle(amina, left, covers={"leila": "amina"}).contact_of(amina) is None
    assert gone.looked_after("owen") == [amina]
    assert gone.lay_without(SETTINGS) == []


def test_only_patients_and_public_are_counted_as_without() -> None:
    there = circle(member("amina", LAY), member("priya"), member("x", About()), covers={})
    assert [each.id for each in there.lay_without(SETTINGS)] == ["amina"]
    assert [each.id for each in in_order(there, SETTINGS)] == ["amina", "priya", "x"]


def test_a_suggestion_gives_to_whoever_has_the_fewest_and_never_herself() -> None:
    lay = [member(name, LAY) for name in ("a", "b", "c")]
    busy = member("z", LAY, "leila")
    there = circle(*lay, busy, member("leila"), member("owen"), covers={"leila": None, "owen": None})
    assert [(one.id, contact.id) for one, contact in suggest(there, lay)] == [
        ("a", "owen"),
        ("b", "leila"),
        ("c", "owen"),
    ]
    alone = circle(member("a", LAY), covers={"a": None})
    assert suggest(alone, alone.lay_without(SETTINGS)) == []


def test_whoever_covers_for_a_contact_gets_another_contact() -> None:
    amina = member("amina", LAY)
    there = circle(amina, member("leila"), member("owen"), covers={"leila": "amina", "owen": None})
    assert [contact.id for _, contact in suggest(there, [amina])] == ["owen"]
    covered = circle(amina, member("leila"), member("owen"), covers={"leila": None, "owen": "leila"})
    assert [contact.id for _, contact in suggest(covered, [amina])] == ["owen"]


@given(st.integers(1, 40), st.integers(1, 8), st.integers(0, 8))
def test_a_suggestion_is_fair_and_the_same_each_time(lay: int, contacts: int, both: int) -> None:
    names = [f"c{at}" for at in range(contacts)]
    members = [member(f"m{at:02}", LAY) for at in range(lay)]
    helpers = [member(name, LAY if at < both else CLINICAL) for at, name in enumerate(names)]
    there = circle(*members, *helpers, covers=dict.fromkeys(names))
    wanted = there.lay_without(SETTINGS)
    pairs = suggest(there, wanted)
    assert pairs == suggest(there, wanted)
    assert all(one.id != contact.id for one, contact in pairs)
    load = Counter(contact.id for _, contact in pairs)
    # One more than even at most, where nobody may be given herself.
    assert max(load.values(), default=0) - min((load[name] for name in names), default=0) <= 2
    assert len(pairs) == len(wanted) or contacts == 1


def test_a_word_goes_to_the_cover_once_and_then_to_the_facilitators() -> None:
    there = circle(
        member("amina", LAY), member("leila"), member("owen"), covers={"leila": "owen", "owen": "leila"}
    )
    assert next_keeper(there, word("leila")) == "owen"
    assert next_keeper(there, word("owen", "leila")) is None
    assert next_keeper(there, word(None, "leila", "owen")) is None
    assert next_keeper(there, word("leila", of="owen")) is None


def test_a_member_without_discord_is_shown_by_her_name() -> None:
    margaret = replace(member("m"), account=None, about=About(name="Margaret <@&1>"))
    assert shown(margaret) == Words("Margaret <@&1>")
    assert shown(replace(margaret, account=5)) == "<@5>"


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**63 - 1))
def test_no_members_number_is_that_of_an_account(number: int, account: int) -> None:
    mine = stand_in(f"{number:016x}")
    assert mine != account
    assert mine.bit_length() == 64
    # Two members share one only if their ids differ in nothing but the bit that is set.
    assert stand_in(f"{number ^ 1:016x}") != mine


@pytest.mark.parametrize("id_", ["", "margaret", "1" + "0" * 16])
def test_what_is_no_members_id_stands_for_nobody(id_: str) -> None:
    with pytest.raises(ValueError):
        stand_in(id_)
