"""A term as a community keeps it: with its marks, and with the member whose name it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.glossary.rules.checking import marks_kept
from bot.glossary.rules.history import Entry
from bot.glossary.rules.term import Term


def entry_of(own: Mapping[str, Entry], starter: Mapping[str, Term], term: Term, who: str | None) -> Entry:
    """A term that `who` puts in place of what was there, own or the starter's, by their ids."""
    before = own.get(term.id)
    stood = before.term if before else starter.get(term.id)
    if before is None and stood is not None and term.by == stood.by:
        if _words_of(term) == _words_of(stood):
            return Entry(term)
        # Whoever changes the starter's words is not the starter's writer.
        term = replace(term, by="")
    return Entry(marks_kept(stood, term), _whose_name(own, term, who))


def from_file(own: Mapping[str, Entry], term: Term) -> Entry:
    """A term that was taken from a file: of a name in it that was not here before, nobody is the owner."""
    return Entry(term, _whose_name(own, term, None))


def _words_of(term: Term) -> Term:
    """The term without its marks, for which nobody is its writer."""
    return replace(term, checked_on=None, is_checked_by_lay=False, is_official=False)


def _whose_name(own: Mapping[str, Entry], term: Term, who: str | None) -> str | None:
    """The member whose name a term shows: whoever's it was if it is the same one, else whoever gave it."""
    before = own.get(term.id)
    if before is not None and before.term.by == term.by:
        return before.named
    return who if term.by else None
