"""Reading a list of people: separators, quotes, headings, line numbers; and what is wrong with a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.people.rules.inviting import (
    MOST_ROWS,
    STANDS,
    Fault,
    Found,
    Invitation,
    Row,
    account_in,
    asked_for,
    check,
    rows,
)

TODAY = date(2026, 5, 14)
HERE, AMA, BEN = 900_000_000_000_000_001, 190_000_000_000_000_042, 190_000_000_000_000_043
FOUND = Found(
    accounts={"Ama": (AMA,), "Ben": (BEN,), "Two": (AMA, BEN), "None": (), "Silent": None},
    groups={"lay": "lay", "gps": "clinical"},
    contacts={BEN: "b2"},
    joined=(BEN,),
    invited=(),
)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_row_is_read_whatever_stands_between_its_cells(separator: str) -> None:
    text = separator.join(("Ama", "lay", "Hill End", "Ben"))
    assert rows(text) == [Row(1, "Ama", "lay", "Hill End", "Ben")]


def test_quotes_headings_and_empty_lines_are_no_people_and_lines_are_counted_as_typed() -> None:
    text = '\ufeffName,Role group\r\n\r\n"Moss, Edith",lay\r\n,,,\r\n"two\nlines",lay\r\nAma\r\n'
    assert rows(text) == [Row(3, "Moss, Edith", "lay"), Row(5, "two lines", "lay"), Row(7, "Ama")]
    assert rows("Ama;lay;Hill End, Leeds") == [Row(1, "Ama", "lay", "Hill End, Leeds")]


def test_a_person_who_is_called_name_is_one_further_down() -> None:
    assert [row.name for row in rows("Ama\nName")] == ["Ama", "Name"]


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    with pytest.raises(Refused, match="error-list-unreadable"):
        rows('"' + "x" * 140_000)


@given(st.text(max_size=300))
def test_whatever_is_pasted_is_read_or_refused_and_no_row_is_empty(text: str) -> None:
    try:
        read = rows(text)
    except Refused:
        return
    assert all(any((row.name, row.group, row.organisation, row.contact, row.extra)) for row in read)
    assert [row.line for row in read] == sorted({row.line for row in read})


@pytest.mark.parametrize(
    ("typed", "account"),
    [
        (f"<@{AMA}>", AMA),
        (f"<@!{AMA}>", AMA),
        (str(AMA), AMA),
        ("12345", None),
        (f"<@&{AMA}>", None),
        ("9" * 20, None),
        ("Ama", None),
    ],
)
def test_mentions_and_ids_are_told_from_names(typed: str, account: int | None) -> None:
    assert account_in(typed) == account


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (Row(1, ""), Fault.NO_NAME),
        (Row(1, "x" * 81), Fault.LONG),
        (Row(1, "Ama", organisation="x" * 101), Fault.LONG),
        (Row(1, "Ama", extra="more"), Fault.COLUMNS),
        (Row(1, "Unknown"), Fault.NOT_FOUND),
        (Row(1, "None"), Fault.NOT_FOUND),
        (Row(1, "Two"), Fault.SEVERAL),
        (Row(1, "Silent"), Fault.NOT_ASKED),
        (Row(1, "Ama", "kings"), Fault.GROUP),
        (Row(1, "Ben"), Fault.JOINED),
        (Row(1, "Ama", contact="Ama"), Fault.CONTACT),
        (Row(1, "Ama", contact="None"), Fault.CONTACT),
    ],
)
def test_each_fault_is_found_and_without_it_the_row_is_good(row: Row, fault: Fault) -> None:
    checked = check([row], FOUND, HERE, TODAY)
    assert checked.invitations == ()
    assert [each.fault for each in checked.faulty] == [fault]
    good = check([Row(1, "Ama", "GPs", "Hill End", "Ben")], FOUND, HERE, TODAY)
    kept = Invitation(HERE, AMA, "clinical", "Hill End", "b2", until=TODAY + STANDS)
    assert good.invitations == (kept,)


def test_nobody_is_invited_twice() -> None:
    twice = check([Row(1, "Ama"), Row(2, "Ama")], FOUND, HERE, TODAY)
    assert [each.fault for each in twice.faulty] == [Fault.TWICE]
    again = check([Row(1, "Ama")], replace(FOUND, invited=(AMA,)), HERE, TODAY)
    assert [each.fault for each in again.faulty] == [Fault.INVITED]


def test_a_list_has_an_end() -> None:
    many = [Row(number, "Ama") for number in range(MOST_ROWS + 1)]
    assert check(many, FOUND, HERE, TODAY).faulty[-1].fault is Fault.MANY
    assert asked_for(many) == ["Ama"]
