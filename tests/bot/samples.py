"""Everything that the bot can show, built from samples: for tests that hold for all of it.

Each public function of a feature's `text` that makes a notice or a form is called with every combination of
the samples for its parameters. A parameter without samples is an error, so that a new kind of notice cannot
be left out.
"""

from __future__ import annotations

import inspect
import itertools
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from bot.community.rules import LONGEST_WORDS, CommunitySettings, PastDate, PauseOfAll, RoleGroup, Side
from bot.core.deliveries import new_key
from bot.core.notices import Attached, Button, Form, Line, Notice, Words
from bot.glossary.rules.showing import SHOW_WORD
from bot.meetings.rules import LONGEST_TITLE, Meeting
from bot.nudges.rules import Undelivered
from bot.people.rules import About, Hours, Member, PauseKind
from bot.people.rules import Pause as OwnPause
from bot.people.rules.choosing import (
    DAYS,
    LONGEST_NAME,
    LONGEST_NEEDS,
    LONGEST_ORGANISATION,
    LONGEST_ZONE,
    MOST_APART,
    NEEDS,
)
from bot.people.rules.inviting import Checked, Fault, Faulty, Invitation
from bot.preparation import rules as preparation
from bot.preparation.text.calls import Waiting
from bot.privacy.rules import LONGEST_VALUE, Page, pages, sections
from bot.proposals.rules import UNSIGNED
from bot.questions.rules.acts import Asked, Ended, Told
from bot.questions.rules.changes import verbs
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, Answer, Band, Card, Ending, State, listed
from bot.questions.rules.saying import LONGEST_NAME as LONGEST_SUBJECTS_NAME
from bot.questions.rules.saying import LONGEST_SUBJECT
from bot.questions.rules.second_look import Finding, Kind
from bot.questions.rules.settings import PARTS, QuestionSettings, Terms, Who
from bot.questions.rules.windows import Pace
from bot.questions.rules.writing import LONGEST, LONGEST_LINE, LONGEST_LINES, LONGEST_NOTE, LONGEST_QUOTE
from bot.questions.text import Mine, MinePage, ToSay
from bot.questions.text.asker import Filled
from tests.bot import samples_of_setup as setting_up
from tests.bot.agenda import samples as agenda
from tests.bot.attending import samples as attending
from tests.bot.chairing import samples as chairing
from tests.bot.contacts import samples as contacts
from tests.bot.events import samples as events
from tests.bot.glossary import samples as glossary
from tests.bot.glossary import samples_of_checking as checking
from tests.bot.glossary import samples_of_desk as glossary_desk
from tests.bot.hands import samples as hands
from tests.bot.meeting_words import samples as meeting_words
from tests.bot.meetings import samples as meetings
from tests.bot.papers import samples as papers
from tests.bot.proposals import samples as proposals
from tests.bot.record import samples as record
from tests.bot.signals import samples as signals
from tests.bot.standing_roles import samples as standing_roles
from tests.bot.stumbles import samples as stumbles
from tests.bot.wishes import samples as wishes

BOT = Path(__file__).parents[2] / "bot"
SNOWFLAKE = 2**63 - 1
NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)

WORST = {
    "letters": "x" * LONGEST,
    "asterisks": "*" * LONGEST,
    "backticks": "`" * LONGEST,
    "newlines": "\n" * LONGEST,
    "lines": "a\n" * (LONGEST // 2),
    "dashes": "-\n" * (LONGEST // 2),
    "mentions": ("<@&1>" * LONGEST)[:LONGEST],
    "links": ("[a](b) " * LONGEST)[:LONGEST],
    "four bytes": "\N{FACE WITH TEARS OF JOY}" * LONGEST,
    "one letter": "x",
}


def question(state: State, number: int = 1, words: str = "x", answer: str | None = None) -> AnonymousQuestion:
    """A question in a state, with its card out."""
    without = state in (State.OUT, State.HELD, State.MERGED)
    return AnonymousQuestion(
        id=f"question {number}",
        community=SNOWFLAKE,
        number=None if state is State.HELD else number,
        text=words,
        card=Card(SNOWFLAKE, new_key(), SNOWFLAKE),
        window=NOW,
        state=state,
        answer=None if without else Answer(answer or words),
        merged_into="question 2" if state is State.MERGED else None,
        ending=Ending.FACILITATOR if state is State.CLOSED else None,
        closed_on=NOW.date() if state is State.CLOSED else None,
    )


@cache
def questions() -> tuple[AnonymousQuestion, ...]:
    """Questions in every state and at every end, with the worst texts, and with all that can stand on one."""
    plain = itertools.product(State, enumerate(WORST.values(), 10**6))
    made = [question(state, number, words) for state, (number, words) in plain]
    made += [replace(question(State.CLOSED), ending=ending) for ending in Ending]
    made += [replace(each, number=None) for each in made if each.state in (State.MERGED, State.CLOSED)][::5]
    # Each has a card of its own.
    return tuple(replace(each, card=Card(SNOWFLAKE, new_key(), SNOWFLAKE)) for each in (*made, *_decorated()))


def _decorated() -> Iterator[AnonymousQuestion]:
    line, note = "*" * LONGEST_LINE, "*" * LONGEST_NOTE
    for state, band in itertools.product(State, Band):
        plain = replace(question(state), band=band, reason=note, about=7, nudged=14)
        yield replace(plain, text="", quote="*" * LONGEST_QUOTE, on_agenda=state is State.OUT)
        yield replace(plain, meeting=line, answering=True, asked=note, suggested="x" * LONGEST)
        if plain.answer is not None:
            for by, account, aloud in (("Ben B.", SNOWFLAKE, False), ("", 0, True), ("", SNOWFLAKE, False)):
                given = Answer("" if aloud else "x", by=by, account=account, aloud=aloud, plain=note)
                yield replace(plain, answer=given)


def chosen() -> list[QuestionSettings]:
    """What communities choose: each pace and each audience, with and without words and a meeting."""
    plain = QuestionSettings(SNOWFLAKE)
    lines, later = "*" * LONGEST_LINES, NOW + timedelta(hours=1)
    full = replace(plain, urgent=lines, threats=lines, release_first=True, meeting_until=later)
    full = replace(full, safeguarding=setting_up.SAFE)
    return [plain, *(replace(full, pace=pace, who=who) for pace, who in itertools.product(Pace, Who))]


def _asked(words: str) -> Asked:
    terms = Terms(SNOWFLAKE, to_facilitators=True, release_first=True, pace=Pace.CAREFUL)
    return Asked(new_key(), SNOWFLAKE, words, terms, 0, quote=words[:LONGEST_QUOTE])


def _to_say() -> list[ToSay]:
    """What can be said that is no question: a press, and words; short, and as long as there can be."""
    subject, name = "x" * LONGEST_SUBJECT, "*" * LONGEST_SUBJECTS_NAME
    typed = [
        each
        for kind in (*UNSIGNED.values(), *wishes.UNSIGNED)
        for each in (
            ToSay(kind),
            ToSay(kind, subject, name, {box.name: "*" * box.most for box in kind.boxes}),
        )
    ]
    return [ToSay(SHOW_WORD, subject, name), *typed]


def _told(kind: str, words: str) -> Told:
    return Told(new_key(), SNOWFLAKE, kind, "a1", words, "*" * LONGEST_SUBJECTS_NAME, None, True, 0)


def _pause(question: str = "question 1") -> Pause:
    return Pause(question, b"salt", b"handle", NOW, NOW + timedelta(days=7), "*" * LONGEST_NOTE)


def _pages() -> list[Mine]:
    """What somebody can find under [My questions]."""
    into = {each.id: question(State.ANSWERED, 2) for each in questions()}
    waiting = [[], *([_asked(words), _asked(words)] for words in WORST.values())]
    passed = [question(State.OUT, 7), question(State.OUT, 8)]
    pages = [Mine(acts, [], {}) for acts in waiting]
    kinds = {kind.code: kind for kind in (SHOW_WORD, *UNSIGNED.values(), *wishes.UNSIGNED)}
    told = [_told(code, words) for code in (*kinds, "?") for words in WORST.values()]
    pages += [Mine(told[at : at + 3], [], {}, kinds=kinds) for at in range(0, len(told), 3)]
    pages += [Mine([], [each], into, _pause(), passed) for each in questions()[::3]]
    pages += [Mine(waiting[1], list(questions())[at : at + 9], into) for at in range(0, len(questions()), 9)]
    return [*pages, Mine([], [], {}, _pause()), Mine([], [], {}, None, passed)]


def _pauses() -> list[list[tuple[Pause, AnonymousQuestion | None]]]:
    many = [(_pause(new_key()), question(State.OUT, number)) for number in range(1, 9)]
    held = [(_pause(new_key()), question(State.HELD)), (_pause(new_key()), None)]
    return [[], [*held, *many], many]


def _meeting(number: int = 1) -> Meeting:
    return Meeting(new_key(), SNOWFLAKE, "*" * LONGEST_TITLE, NOW + timedelta(days=number))


def _composed() -> list[preparation.Composed]:
    """What a community starts with, and the longest that it can compose."""
    own = dict.fromkeys(preparation.CARDS, "*" * preparation.LONGEST_OWN)
    paid = dict.fromkeys(preparation.PAID, "*" * preparation.LONGEST_PAID)
    plain = preparation.defaults(SNOWFLAKE)
    return [plain, replace(plain, own=own, paid=paid), replace(plain, lay=(), professional=())]


def _slot(number: int = 1) -> preparation.Slot:
    return preparation.Slot(new_key(), SNOWFLAKE, new_key(), NOW + timedelta(days=number))


def _waiting() -> list[list[Waiting]]:
    name = Words("*" * 100)
    slots = (None, _slot()) * 6
    return [[], [Waiting(new_key(), name, slot, has_discord=slot is None) for slot in slots]]


#: A message of the bot's own accord that says as much as one can.
_MESSAGE = Notice(
    (Line("panel-new-answers"), Words("*" * LONGEST)), (Button("people:join", "people-button-join"),)
)


def _privacy_pages() -> list[Page]:
    """Pages of what is kept about somebody, with the worst texts."""
    many = {f"thing_{number}": "x" * 400 for number in range(20)}
    kept: dict[str, dict[str, object]] = {
        "people": {"joined_on": "2026-03-02", "account": str(SNOWFLAKE), **many},
        "questions": {"waiting": [{"text": words} for words in WORST.values()]},
        "standing_roles": {"own_words": "*" * LONGEST_VALUE, "id": "x"},
    }
    return pages(sections(kept)) + pages(sections({"people": {"id": "x"}}))


def communities() -> list[CommunitySettings]:
    """What communities choose for themselves: nothing, and many groups with long words."""
    own = tuple(RoleGroup(f"own{at}", Side.PROFESSIONAL, "*" * 80, SNOWFLAKE) for at in range(25))
    plain = CommunitySettings(SNOWFLAKE)
    return [plain, replace(plain, groups=(plain.groups[0], *own), lawful_basis="*" * 500)]


def members() -> list[Member]:
    """Members who have said nothing, and all that can be said; with and without Discord."""
    said = About(
        name="*" * LONGEST_NAME,
        groups=("lay", "own1", "gone"),
        organisation="*" * LONGEST_ORGANISATION,
        zone="x" * LONGEST_ZONE,
        hours=Hours(tuple(range(DAYS))),
        needs=NEEDS,
        own_words="*" * LONGEST_NEEDS,
        apart=(str(SNOWFLAKE),) * MOST_APART,
        permission="a named contact, 14 May 2026",
    )
    plain = Member(new_key(), SNOWFLAKE, SNOWFLAKE, NOW.date(), frozenset(), NOW)
    full = replace(plain, about=said, contact="a1")
    pauses = (OwnPause(PauseKind.GOOD), OwnPause(PauseKind.WEEK, NOW + timedelta(days=7)))
    return [plain, full, *(replace(full, account=None, pause=pause) for pause in pauses)]


def _invitations() -> list[Invitation]:
    plain = Invitation(SNOWFLAKE, SNOWFLAKE)
    full = replace(plain, group="lay", organisation="*" * LONGEST_ORGANISATION, contact="a1")
    return [plain, full, replace(full, group="own1")]


def _checked() -> list[Checked]:
    faulty = tuple(Faulty(at, "*" * 99, fault) for at, fault in enumerate(Fault, 10**6))
    return [
        Checked((), faulty),
        Checked(tuple(_invitations()), ()),
        Checked((_invitations()[0],), faulty * 9),
    ]


#: What a parameter of this name and kind can be, where the kind alone does not tell.
_NAMED: dict[tuple[str, Any], Any] = {
    ("part", str): PARTS,
    ("typed", ToSay): [each for each in _to_say() if each.kind.boxes],
    ("path", preparation.PathOf): (preparation.PathOf.LAY, preparation.PathOf.PROFESSIONAL),
    ("zone", str): ("Europe/London", "America/Argentina/ComodRivadavia"),
    ("name", Words | str): (Words("*" * 100), f"<@{SNOWFLAKE}>"),
    ("how", Ending): (Ending.HELPED, Ending.TAKEN_BACK),
    ("quote", str): ("*" * LONGEST_QUOTE,),
    ("words", str): ("*" * LONGEST, "x"),
    ("typed", str): ("", "*" * LONGEST),
    ("answer", str): ("*" * LONGEST,),
    ("worry", str): ("", "*" * LONGEST_NOTE),
    ("threats", str): ("", "*" * LONGEST_LINES),
    ("most", int): (1, 3),
    ("number", int): (1, 3),
    ("action", str): ("people:needs", "people:without-needs"),
    ("members", Sequence[Member]): (members()[1:2], (members() * 9)[:20]),
    **setting_up.NAMED,
    ("into", AnonymousQuestion): (question(State.OUT, 3),),
    **contacts.NAMED,
    **events.NAMED,
    **checking.NAMED,
    **meeting_words.NAMED,
    **meetings.NAMED,
    **glossary_desk.NAMED,
    **proposals.NAMED,
}
_KINDS: dict[Any, Any] = {
    AnonymousQuestion: questions,
    CommunitySettings: communities,
    Member: members,
    About: lambda: [member.about for member in members()],
    Invitation: _invitations,
    Invitation | None: lambda: [None, *_invitations()],
    Checked: _checked,
    Sequence[Member]: lambda: [[], members(), (members() * 9)[:20]],
    Sequence[str | Words]: lambda: [[], [f"<@{SNOWFLAKE}>", Words("*" * LONGEST_NAME)] * 30],
    str | Words | None: lambda: (None, f"<@{SNOWFLAKE}>", Words("*" * LONGEST_NAME)),
    AnonymousQuestion | None: lambda: (None, question(State.ANSWERED, 2), question(State.OUT, 3)),
    QuestionSettings: chosen,
    Terms: lambda: [_asked("x").terms, Terms(SNOWFLAKE)],
    Pause | None: lambda: (None, _pause()),
    datetime: lambda: (NOW,),
    date: lambda: (NOW.date(),),
    Mine: _pages,
    Notice: lambda: (_MESSAGE, Notice((Line("panel-new-answers"),))),
    Undelivered: lambda: (Undelivered(new_key(), SNOWFLAKE, "ab", _MESSAGE, NOW.date()),),
    PauseOfAll: lambda: (PauseOfAll(NOW, "*" * LONGEST_WORDS, new_key(), SNOWFLAKE, SNOWFLAKE),),
    Sequence[PastDate]: lambda: [
        [],
        [PastDate("preparation:again", new_key(), Line("preparation-past-call", {"day": 14, "month": 5}))],
        [PastDate("people:join", str(at), Line("question-button-lift", {"number": at})) for at in range(25)],
    ],
    Page: _privacy_pages,
    Attached: lambda: (Attached("my-data.json", b"{}"),),
    Mapping[str, int]: lambda: ({}, {"gone": 1, "questions": 7, "new": 5}),
    ToSay: _to_say,
    Filled | None: lambda: (None, Filled("*" * LONGEST, to_facilitators=True, tell=True), Filled("x")),
    Ended | None: lambda: (
        None,
        *(Ended("question 1", how, 0) for how in (Ending.HELPED, Ending.TAKEN_BACK)),
    ),
    bool: lambda: (False, True),
    int: lambda: (0, 3, SNOWFLAKE),
    str: lambda: (new_key(), f"t{SNOWFLAKE}"),
    Meeting | None: lambda: (None, _meeting()),
    Sequence[Meeting]: lambda: ([], [_meeting(number) for number in range(10)]),
    preparation.Card: lambda: preparation.CARDS,
    preparation.Composed: _composed,
    preparation.CallState: lambda: tuple(preparation.CallState),
    preparation.Slot: lambda: (_slot(),),
    preparation.Slot | None: lambda: (None, _slot()),
    Sequence[preparation.Card]: lambda: ([], preparation.CARDS),
    Sequence[preparation.Slot]: lambda: ([], [_slot(number) for number in range(10)]),
    Sequence[datetime]: lambda: ([NOW] * 5,),
    Sequence[Waiting]: _waiting,
    **setting_up.KINDS,
    Sequence[Finding]: lambda: (
        [[Finding(kind, "x" * 99, 0)] for kind in Kind]
        + [[Finding(kind, "*" * 99, at) for at, kind in enumerate(Kind)]]
    ),
    Sequence[tuple[int, str]]: lambda: [
        [],
        [(SNOWFLAKE, "*" * 100)],
        [(SNOWFLAKE - at, "x" * 100) for at in range(4)],
    ],
    Sequence[AnonymousQuestion]: lambda: [[], listed(questions()), listed(questions())[::-1]],
    Sequence[tuple[Pause, AnonymousQuestion | None]]: _pauses,
    **agenda.KINDS,
    **attending.KINDS,
    **hands.KINDS,
    **chairing.KINDS,
    **contacts.KINDS,
    **glossary.KINDS,
    **checking.KINDS,
    **meeting_words.KINDS,
    **meetings.KINDS,
    **papers.KINDS,
    **glossary_desk.KINDS,
    **proposals.KINDS,
    **record.KINDS,
    **signals.KINDS,
    **standing_roles.KINDS,
    **stumbles.KINDS,
    **wishes.KINDS,
}


def _samples(name: str, kind: Any) -> Any:
    if (name, kind) in _NAMED:
        return _NAMED[name, kind]
    if kind not in _KINDS:
        raise LookupError(f"tests/bot/samples.py has no samples of {name}: {kind}")
    return _KINDS[kind]()


def _combinations(function: Any, hints: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if list(hints) == ["question", "verb"]:
        yield from _with_their_verbs()
        return
    samples = (_samples(name, kind) for name, kind in hints.items())
    for values in itertools.product(*samples):
        yield dict(zip(hints, values, strict=True))


def _with_their_verbs() -> Iterator[dict[str, Any]]:
    """A question, and each thing to do with it that has a form of its own."""
    at_once = ("release", "answering", "close", "report")
    for each in questions():
        yield from ({"question": each, "verb": verb} for verb in verbs(each) if verb not in at_once)


def _made_by(function: Any) -> Iterator[Any]:
    hints = typing.get_type_hints(function)
    if hints.pop("return", None) in (Notice, Form, MinePage):
        for values in _combinations(function, hints):
            yield function(**values)


def shown_by(module: ModuleType) -> Iterator[tuple[str, Notice | Form]]:
    """What a module's public functions make, with the function's name."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            for made in _made_by(function):
                yield f"{module.__name__}.{name}", made.notice if isinstance(made, MinePage) else made


def text_modules() -> list[ModuleType]:
    """Every feature's `text`, a file or a folder of them."""
    files = [*BOT.glob("*/text.py"), *BOT.glob("*/text/*.py")]
    names = (path.relative_to(BOT.parent).with_suffix("").parts for path in sorted(files))
    return [import_module(".".join(parts)) for parts in names if parts[-1] != "__init__"]


@cache
def all_shown() -> list[tuple[str, Notice | Form]]:
    """Everything that the bot can show, with the name of the function that made it."""
    return [made for module in text_modules() for made in shown_by(module)]


@cache
def all_buttons() -> list[Button]:
    """Every button on anything, and those of the panels as they are declared."""
    from bot.panel.rules import (  # noqa: PLC0415 - the lists of buttons outside a text
        BUTTONS,
        FACILITATORS_BUTTONS,
    )

    on_notices = (each.buttons for _, each in all_shown() if isinstance(each, Notice))
    return [*BUTTONS, *FACILITATORS_BUTTONS, *itertools.chain.from_iterable(on_notices)]
