"""A glossary that communities share: read once, under their own words and over the starter's."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.errors import SettingsError
from bot.glossary.rules.term import Term
from bot.glossary.rules.writing import csv_of, json_of
from bot.glossary.service import shared
from bot.glossary.service.indexes import Indexes
from bot.glossary.service.shared import MOST_TERMS, Beneath, read_shared
from bot.glossary.service.starter import id_of
from tests.bot.glossary.making import term

BY = "the nation"
ODD = "zzyzxly"
STARTER = tuple(
    replace(each, id=id_of(each)) for each in (term("Audit", plain="Ours."), term("Zone", plain="Z."))
)
NATIONAL = (
    term("Pathway", plain="Steps of care."),
    term("Audit", plain="Theirs."),
    term("Board", plain="A group."),
)


def a_file(folder: Path, content: bytes, name: str = "nation.csv") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


async def beneath(file: Path | None) -> Beneath:
    made = Beneath(lambda: STARTER, file, BY)
    await made.read()
    return made


class Terms:
    """What communities are shown, all the same, or with a word of their own."""

    def __init__(self, under: Beneath) -> None:
        self._under = under

    async def terms(self, community: int) -> tuple[Term, ...]:
        own = (term("Own", plain="Ours."),) if community == 3 else ()
        return (*own, *self._under())

    async def version(self, community: int) -> int:
        return 0


@pytest.mark.parametrize("write", [csv_of, json_of])
async def test_its_words_come_before_the_starters_and_stand_in_their_place(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    under = (await beneath(a_file(tmp_path, write(NATIONAL))))()
    assert [each.name for each in under] == ["Pathway", "Audit", "Board", "Zone"]
    assert [each.plain for each in under if each.name == "Audit"] == ["Theirs."]
    assert [each.by for each in under] == [BY, BY, BY, ""]
    audit = next(each for each in under if each.name == "Audit")
    assert audit.id == STARTER[0].id, "a community that hid the starter's word has hidden it still"


async def test_without_one_there_is_the_starter_alone() -> None:
    assert (await beneath(None))() == STARTER


async def test_bad_rows_are_named_by_line_without_their_words_and_the_rest_is_in(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lines = ["term,plain,checked", f"{ODD},,", "Board,A group.,", f"Pathway,{ODD},{ODD}", '"' + ODD]
    file = a_file(tmp_path, "\n".join(lines).encode())
    with caplog.at_level(logging.INFO):
        under = (await beneath(file))()
    assert [each.name for each in under] == ["Board", "Audit", "Zone"]
    assert "line 2 was left out: no-plain" in caplog.text
    assert "line 4 was left out: day checked" in caplog.text
    assert "line 5 was left out: unreadable" in caplog.text
    assert ODD not in caplog.text


async def test_of_many_bad_rows_some_are_named_and_the_rest_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = a_file(tmp_path, b"term,plain\n" + b"x,\n" * 250)
    await beneath(file)
    named = [each for each in caplog.messages if "was left out" in each]
    assert len(named) == shared.MOST_NAMED
    assert "150 more lines were left out" in caplog.text


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "empty"), (b"PK\x03\x04rest", "kind"), (b"word;meaning\nx;y\n", "columns"), (b"[{", "json")],
)
def test_what_is_no_glossary_is_said_with_its_name(tmp_path: Path, content: bytes, why: str) -> None:
    file = a_file(tmp_path, content)
    with pytest.raises(SettingsError, match=rf"nation\.csv is no glossary \({why}\)"):
        read_shared(file, BY)


def test_a_file_that_is_not_there_or_is_a_folder_is_said(tmp_path: Path) -> None:
    for file in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(SettingsError, match="cannot be read"):
            read_shared(file, BY)


def test_100_000_words_are_taken_and_one_more_is_not(tmp_path: Path) -> None:
    rows = "".join(f"Word {number},A thing.\n" for number in range(MOST_TERMS))
    file = a_file(tmp_path, f"term,plain\n{rows}".encode())
    assert len(read_shared(file, BY).terms) == MOST_TERMS
    file.write_bytes(f"term,plain\n{rows}One more,A thing.\n".encode())
    with pytest.raises(SettingsError, match="100000 is the most"):
        read_shared(file, BY)


async def test_it_is_read_off_the_event_loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []
    as_it_is = shared.read_shared

    def seen(file: Path, by: str) -> shared.Shared:
        threads.append(threading.get_ident())
        return as_it_is(file, by)

    monkeypatch.setattr(shared, "read_shared", seen)
    await beneath(a_file(tmp_path, csv_of(NATIONAL)))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_communities_that_changed_nothing_share_one_index(tmp_path: Path) -> None:
    under = await beneath(a_file(tmp_path, csv_of(NATIONAL)))
    indexes = Indexes(Terms(under))
    first, second, other = [await indexes.of(community) for community in (1, 2, 3)]
    assert first.index is second.index
    assert first.terms is second.terms
    assert other.index is not first.index
    assert _shared(other.terms, first.terms) == len(first.terms), "the terms themselves are there once"


def _shared(one: Sequence[Term], other: Sequence[Term]) -> int:
    return len({id(each) for each in one} & {id(each) for each in other})
