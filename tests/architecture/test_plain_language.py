"""Everything that a member reads by default is easy to read, and somebody has said who reads what.

The check is `bot.plain.rules`. When a sentence of yours fails, make it shorter, take an everyday word, or
write out what the letters stand for. A new file needs a line in FILES; lines of it that members never see,
in NOT_FOR_MEMBERS. A long word that members cannot do without, because it is the name of something that they
are told about, goes into EXPLAINED, with the place where it is explained.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import parse
from fluent.syntax.ast import Message, Pattern, Placeable, SelectExpression, StringLiteral, TextElement

from bot.core.wording import DEFAULT_LOCALE
from bot.plain.rules import Finding, Known, look
from config.settings import WORDING

MEMBERS, FACILITATORS, HOST = "members", "facilitators", "the host"

#: Who reads the sentences of a file.
FILES = {
    "agenda": MEMBERS,
    "attending": MEMBERS,
    "chairing": MEMBERS,
    "backup": HOST,
    "community": FACILITATORS,
    "contacts": MEMBERS,
    "doctor": HOST,
    "errors": MEMBERS,
    "events": MEMBERS,
    "glossary": MEMBERS,
    "glossary_check": MEMBERS,
    "glossary_desk": FACILITATORS,
    "glossary_files": FACILITATORS,
    "hands": MEMBERS,
    "meeting_words": MEMBERS,
    "glossary_review": MEMBERS,
    "meetings": MEMBERS,
    "nudges": MEMBERS,
    "panel": MEMBERS,
    "papers": MEMBERS,
    "people": MEMBERS,
    "preparation": MEMBERS,
    "presence": MEMBERS,
    "privacy": MEMBERS,
    "proposals": MEMBERS,
    "questions": MEMBERS,
    "record": MEMBERS,
    "signals": MEMBERS,
    "standing_roles": MEMBERS,
    "stumbles": MEMBERS,
    "tables": HOST,
    "wishes": MEMBERS,
}

#: Lines in members' files that only facilitators, or whoever sets the bot up, read.
NOT_FOR_MEMBERS = {
    "agenda": (
        "agenda-button-(?!before|after|see|agree|wish).*",
        "agenda-(meeting|title|none|length|proposals|approval|group|form|preview|removed|pauses|share|groups|asked)-?.*",
        "agenda-(early-off|rest-(after|off|not-yet)|ask-(preview|follows)|wish-came|errand)",
        "agenda-invite-(intro|form|box.*)",
    ),
    "chairing": ("chairing-(?!members).*", "command-.*", "error-.*"),
    "errors": (
        "error-permission-.*",
        "error-(administrators|setters-up|role)-.*",
        "error-(merge|pass|pause|already|no-pause|now|hours|days|close|meeting)-?.*",
        "error-(file|not-set-up)-?.*",
        "error-item-.*",
        "error-agenda-(?!steering|other|meeting).*",
        "error-glossary-(file|no|long|many|not|twice|gone|meanwhile)-?.*",
    ),
    "hands": ("hands-(?!(button|up|who|down|no-meeting|not-joined)).*", "error-hands-.*"),
    "events": (r"events-(?!(coming|link|location-.*)$).*",),
    "meetings": ("(command|meeting)-(?!calendar|button-calendar).*",),
    "panel": ("command-panel.*", "panel-facilitators-.*", "panel-posted"),
    "questions": (
        "command-questions.*",
        "question-(settings|choose|told|pace|release|list|menu|reason|example|examples|merge|decline|words)-?.*",
        "question-(keep|back|aloud|plain|pass|answer|pause)-(title|label|hint|\\d+)",
        "question-(pause-set|pause-lifted|retried|opened|meeting|reminder|trouble|suggestion|came-back)-?.*",
        "question-(changed|released|merged|closed|passed)(-held|-not-joined)?",
        "question-button-(choose|use|leave|pause|decline|words|merge|meeting).*",
    ),
    "contacts": (".*-facilitator.*",),
    "nudges": (".*-facilitator.*",),
    "people": ("command-people.*", ".*-facilitator.*", "people-(bulk|invit|without|add|list)-?.*"),
    "papers": (
        "papers-(card|shown|sent|held|added|taken|bring-kept|form|errand)-?.*",
        "papers-button-(look|send|hold|add|out|bring)",
        "error-papers-(?!gone).*",
    ),
    "preparation": (".*-facilitator.*", "preparation-compose-?.*"),
    "presence": ("presence-count.*", "presence-button-list"),
    "privacy": ("privacy-report-?.*", "command-privacy.*"),
    "record": ("record-(desk|form|offer|reminder|trouble|addition)-?.*", "error-record-.*"),
    "signals": ("signals-(lost|slower)-.*", "signals-(hint|seen|over)-?.*"),
    "standing_roles": (".*-facilitator.*",),
    "stumbles": ("stumbles-(?!told).*", "error-stumbles-.*"),
}

#: Long words that have a place where members are told what they mean.
EXPLAINED = frozenset(
    {
        # The panel, and [What can anyone find out?]
        "anonymous",
        "facilitator",
        "community",
        # Discord's own words, which stand on its screen
        "permission",
        "direct",
        # The months
        *("january", "february", "september", "october", "november", "december"),
    }
)
#: Everybody in the United Kingdom knows these, or they are the names of helplines and of Discord's files.
ACRONYMS = frozenset({"NHS", "GP", "UK", "OK"})
KNOWN = Known(EXPLAINED, ACRONYMS)


def variants(pattern: Pattern) -> Iterator[str]:
    """What a sentence can be: each choice in it made in turn, and `7` for every value."""
    choices = [list(_part(element)) for element in pattern.elements]
    yield from ("".join(made) for made in itertools.product(*choices))


def _part(element: TextElement | Placeable) -> Iterator[str]:
    if isinstance(element, TextElement):
        yield element.value
    elif isinstance(element.expression, SelectExpression):
        for each in element.expression.variants:
            yield from variants(each.value)
    elif isinstance(element.expression, StringLiteral):
        yield element.expression.value
    else:
        yield "7"


def said_in(text: str) -> Iterator[tuple[str, str]]:
    """The id of each message of a Fluent text, with everything that it can say."""
    for entry in parse(text).body:
        if isinstance(entry, Message) and entry.value is not None:
            for said in dict.fromkeys(variants(entry.value)):
                yield entry.id.name, said


def for_members(feature: str, id_: str) -> bool:
    """Whether members read a message."""
    apart = NOT_FOR_MEMBERS.get(feature, ())
    return FILES.get(feature) == MEMBERS and not any(re.fullmatch(each, id_) for each in apart)


def faults(feature: str, text: str) -> list[str]:
    """What is hard to read in a file for members: file, message, fault, and where it is."""
    found: dict[str, None] = {}
    for id_, said in said_in(text):
        if for_members(feature, id_):
            found |= dict.fromkeys(_told(feature, id_, each) for each in look(said, KNOWN).findings)
    return list(found)


def _told(feature: str, id_: str, finding: Finding) -> str:
    what = {
        "long-sentence": "a sentence of more than 20 words. Make two of it",
        "long-words": "too many words of three syllables or more. Take everyday words in place of some",
        "acronym": "letters that nothing explains. Write the words, with the letters in brackets behind",
    }
    return f"{feature}.ftl: {id_}: {what[finding.fault]}: {finding.found}"


ENGLISH = sorted((WORDING / DEFAULT_LOCALE).glob("*.ftl"))


@pytest.mark.parametrize("file", ENGLISH, ids=lambda path: path.stem)
def test_somebody_has_said_who_reads_each_file(file: Path) -> None:
    assert file.stem in FILES, f"Say in FILES who reads {file.name}: members, facilitators, or the host."


@pytest.mark.parametrize("file", ENGLISH, ids=lambda path: path.stem)
def test_what_members_read_is_easy_to_read(file: Path) -> None:
    found = faults(file.stem, file.read_text(encoding="utf-8"))
    assert not found, "\n".join(["", *found])


def test_most_of_what_is_in_members_files_is_held_against_it() -> None:
    """A pattern that leaves out too much would let everything pass."""
    ids = [(file.stem, id_) for file in ENGLISH for id_, _ in said_in(file.read_text(encoding="utf-8"))]
    theirs = [(feature, id_) for feature, id_ in ids if FILES[feature] == MEMBERS]
    assert sum(itertools.starmap(for_members, theirs)) > len(theirs) / 2


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (f"people-new = {'word ' * 21}.", "people-new: a sentence of more than 20 words"),
        ("people-new = We utilise considerable methodologies.", "people-new: too many words of three"),
        ("people-new = Ask the ICB.", "people-new: letters that nothing explains"),
        (
            "people-new = Opportunities: { $n ->\n    [1] one\n   *[other] considerable and additional\n }.",
            "people-new: too many words",
        ),
    ],
)
def test_a_hard_sentence_is_found_and_named(planted: str, told: str) -> None:
    """The planted faults."""
    (found,) = faults("people", planted)
    assert found.startswith(f"people.ftl: {told}")


def test_what_facilitators_and_the_host_read_is_held_to_nothing_here() -> None:
    hard = "We utilise considerable methodologies. Ask the ICB."
    assert faults("doctor", f"doctor-new = {hard}") == []
    assert faults("questions", f"question-told-new = {hard}") == []
    assert faults("questions", f"question-card-new = {hard}") != []
