"""Terms for tests: made up, and the starter glossary."""

from __future__ import annotations

import csv
from functools import cache
from io import StringIO

from bot.glossary.rules import Index, Term
from config.settings import GLOSSARY


def term(name: str, *shorts: str, also: tuple[str, ...] = (), **more: str) -> Term:
    """A term with no more than is given; its id is its name."""
    texts = {"theme": "", "plain": "", "precise": "", "example": "", "said": "", "source": "", "by": ""}
    return Term(
        id=name,
        name=name,
        shorts=shorts,
        also=also,
        related=(),
        checked_on=None,
        is_checked_by_lay=False,
        is_official=True,
        **(texts | more),
    )


def starter_terms() -> list[Term]:
    """The terms of `config/glossary`, file by file."""
    return [
        term(
            row["term"],
            *_several(row["short"]),
            also=_several(row["also"]),
            **{key: row[key] for key in ("theme", "plain", "precise", "example", "said", "source")},
        )
        for path in sorted(GLOSSARY.glob("*.csv"))
        for row in csv.DictReader(StringIO(path.read_text(encoding="utf-8"), newline=""))
    ]


@cache
def starter_index() -> Index:
    """The starter glossary, built once for all tests."""
    return Index(starter_terms())


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
