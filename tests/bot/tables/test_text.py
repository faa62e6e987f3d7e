"""Each table and each column is told with a sentence of its own, in the shape that others read."""

from __future__ import annotations

import json

import bot.app  # noqa: F401 - declares every table
from bot.core.wording import Wording
from bot.tables.rules import Column, Table
from bot.tables.store import declared
from bot.tables.text import about_column, about_table, say
from config.settings import WORDING

WORDS = Wording(WORDING)
OURS = Table(
    "sealed_with",
    is_ours=True,
    columns=(Column("number", is_ours=True), Column("added", is_ours=False)),
    rows=(("1", None),),
)
THEIRS = Table("notes", is_ours=False, columns=(Column("number", is_ours=False),), rows=())


def test_it_has_the_shape_that_others_read() -> None:
    told = json.loads(json.dumps(say([OURS, THEIRS], WORDS)))
    assert told.keys() == {"database", "tables"}
    first, second = told["tables"]
    assert first.keys() == second.keys() == {"name", "about", "columns", "rows"}
    assert (first["name"], first["rows"], second["rows"]) == ("sealed_with", [["1", None]], [])
    assert [column["name"] for column in first["columns"]] == ["number", "added"]


def test_what_the_bot_did_not_make_is_shown_and_said_to_be_so() -> None:
    first, second = json.loads(json.dumps(say([OURS, THEIRS], WORDS)))["tables"]
    assert "The number of the key" in first["columns"][0]["about"]
    assert "did not make this column" in first["columns"][1]["about"]
    assert "did not make this table" in second["about"]
    assert "did not make this column" in second["columns"][0]["about"], "whatever it is called"


def test_no_two_tables_or_columns_share_a_sentence() -> None:
    ids = [about_table(name).id for name in declared()]
    ids += [about_column(name, column).id for name, columns in declared().items() for column in columns]
    assert len(ids) == len(set(ids)) > 40
