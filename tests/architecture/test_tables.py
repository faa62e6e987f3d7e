"""Every table says whose its rows are, so that a community can be exported and erased whole."""

from __future__ import annotations

from sqlalchemy import Column, MetaData, Table, Text

import bot.app  # noqa: F401 - declares every table
from bot.core.schema import ANONYMOUS, EVERYDAY, community_column

#: Tables that need none, and why.
NOBODYS = {
    "sealed_with": "the keys' numbers, for all communities",
    "alarm": "the subject says whose it is; `CommunityRows` looks there",
}


def of_nobody(metadata: MetaData) -> list[str]:
    """The tables whose rows do not say whose they are."""
    return [each.name for each in metadata.sorted_tables if community_column(each) is None]


def test_every_table_says_whose_its_rows_are() -> None:
    for metadata in (EVERYDAY, ANONYMOUS):
        assert sorted(of_nobody(metadata)) == sorted(NOBODYS)
        assert len(metadata.sorted_tables) > len(NOBODYS)


def test_a_table_that_does_not_is_found() -> None:
    """The planted fault."""
    metadata = MetaData()
    Table("letter", metadata, Column("member", Text, primary_key=True))
    assert of_nobody(metadata) == ["letter"]
