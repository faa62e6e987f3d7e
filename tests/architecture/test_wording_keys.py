"""Every sentence that the code asks for is there with its values, and none is there for nothing."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from discord import app_commands
from fluent.syntax import parse
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

import bot.app  # noqa: F401 - declares every table
from bot.agenda.rules import Approval, Experience, Purpose
from bot.community.rules import FOR_SETUP, GROUPS, NEEDED, Nation, Side
from bot.community.rules import Part as CommunityPart
from bot.community.rules.choices import MOST
from bot.community.rules.setup import CHANNELS, ROOM, Fate, Step
from bot.contacts.rules import Attendance, ErrandKind
from bot.core.notices import Choice, Form, Notice, Several
from bot.core.wording import DEFAULT_LOCALE, Line, Wording
from bot.disclosure.rules import Band as Size
from bot.glossary.rules.before_posting import Way
from bot.glossary.rules.checking import UNSOUND
from bot.glossary.rules.checking import Fault as GlossaryFault
from bot.glossary.rules.editing import THEMES
from bot.glossary.text.desk import Done
from bot.meetings.rules.when import Fault as WhenFault
from bot.panel.rules import BUTTONS, FACILITATORS_BUTTONS
from bot.people.rules import PauseKind
from bot.people.rules.choosing import LAY_WAYS, NEEDS
from bot.people.rules.inviting import Fault
from bot.preparation.rules import PAID, Card
from bot.proposals.rules import Fate as ProposalFate
from bot.proposals.rules import Kind as ProposalKind
from bot.questions.rules.changes import verbs
from bot.questions.rules.pauses import DAYS
from bot.questions.rules.question import Band, Ending, State
from bot.questions.rules.second_look import Kind
from bot.questions.rules.settings import PARTS, Who
from bot.questions.rules.windows import Pace
from bot.record.rules import Box, Knowledge, Part, Stage
from bot.signals.rules import Band as SignalBand
from bot.signals.rules import Kind as SignalKind
from bot.standing_roles.rules import Role
from bot.standing_roles.rules import State as StandingState
from bot.stumbles.rules import Group
from bot.tables.store import declared
from config.settings import WORDING
from tests.architecture.tree import ROOT
from tests.bot.samples import all_shown
from tests.bot.samples import question as sample
from tests.cogs.samples import cogs

PERMISSIONS = tuple(name.replace("_", "-") for name in NEEDED)
EVERY = [command for cog in cogs() for command in cog.walk_app_commands()]
COMMANDS = [command for command in EVERY if isinstance(command, app_commands.Command)]


def named(command: app_commands.Command[Any, ..., Any] | app_commands.Group) -> str:
    """A command's name as its sentence has it."""
    return command.qualified_name.replace(" ", "-")


#: What is filled in while a community is set up.
BOXES = (
    *("words", "side", "nation", "zone", "country", "begin", "end", "week", "month"),
    *("lead", "hours", "cover", "urgent", "threats", "basis"),
)
#: What a facilitator fills in for a question.
FORMS = ("answer", "plain", "aloud", "back", "meeting", "pass", "keep", "decline", "words", "merge", "pause")
REASONS = ("keep", "merge", "decline", "words", "pause")
BY_ASKER = (Ending.HELPED, Ending.TAKEN_BACK)

#: The tables of the anonymous database and their columns, as their sentences have them.
TABLES = {
    name.replace("_", "-"): [column.replace("_", "-") for column in columns]
    for name, columns in declared().items()
}

#: What stands in boxes of the glossary's forms whose labels are made from their names.
BOXED = ("said", "also", "related", "source", "by")
#: The ids that the code puts together, and what it fills into each.
FILLED: dict[str, Iterable[str]] = {
    "error-{}-empty": ("question", "answer", "plain", "note", "said", "proposal", "item-title"),
    "error-{}-long": (
        *("question", "answer", "plain", "note", "lines", "said", "proposal"),
        *("item-title", "item-speaker", "item-words"),
    ),
    "agenda-approval-{}": Approval,
    "agenda-form-purpose-{}": [purpose.name.lower() for purpose in Purpose],
    "agenda-form-wanted-{}": [experience.name.lower() for experience in Experience],
    "agenda-invite-{}": [experience.name.lower() for experience in Experience],
    "error-already-{}": State,
    "error-meeting-when-{}": WhenFault,
    "error-glossary-{}": UNSOUND,
    "error-permission-{}": PERMISSIONS,
    "error-{}s-only": CommunityPart,
    "glossary-fault-{}": GlossaryFault,
    "glossary-desk-{}": [done for done in Done if done is not Done.NOTHING],
    "glossary-desk-list-{}": ("also", "related"),
    "glossary-desk-box-{}": BOXED,
    "glossary-desk-box-{}-hint": BOXED,
    "glossary-desk-theme-{}": THEMES,
    "people-button-pause-{}": PauseKind,
    "people-day-{}": [str(day) for day in range(7)],
    "people-fault-{}": Fault,
    "people-form-{}": ("begin", "end"),
    "people-group-{}": [group.key for group in GROUPS],
    "people-lay-{}": LAY_WAYS,
    "people-need-{}": NEEDS,
    "glossary-check-button-{}": Way,
    "glossary-check-offer-{}": Way,
    "glossary-{}": ("precise", "example", "said"),
    "question-button-{}": {
        *(verb for state in State for verb in verbs(sample(state))),
        *("helped", "take-back", "more", "wonder", "own", "facilitators"),
        *("by-name", "through", "not-this-time"),
    },
    "question-button-choose-{}": PARTS,
    "question-card-{}": (Band.OTHERS, Band.SEVERAL),
    "question-card-ended-{}": set(Ending) - {Ending.TAKEN_BACK, Ending.WORDS_GONE},
    "question-card-not-out-{}": {*Ending, State.MERGED, State.CLOSED} - {Ending.WORDS_GONE},
    "question-choose-{}": ("pace", "hours", "release", "who", "close", "keep", "urgent", "threats"),
    "question-choose-{}-hint": ("pace", "hours", "release", "who", "close", "keep", "urgent", "threats"),
    "question-choose-{}-title": PARTS,
    "question-example-{}": REASONS,
    "question-list-{}": (State.HELD, State.OUT, State.ANSWERED),
    "question-look-{}": Kind,
    "question-menu-{}": State,
    "question-mine-{}": (
        *State,
        *(f"closed-{ending}" for ending in Ending),
        *("merged-held", "closed-held"),
    ),
    "question-own-{}": BY_ASKER,
    "question-pace-{}": Pace,
    "question-passed-hint-{}": ("by-name", "through"),
    "question-pause-{}": [str(days) for days in DAYS],
    "question-preview-{}": ("everyone", "facilitators"),
    "question-reason-hint-{}": REASONS,
    "question-told-{}": (*Pace, "release", "straight"),
    "question-told-who-{}": Who,
    "question-when-{}": Pace,
    "question-who-{}": Who,
    "question-{}": (
        "words-gone",
        *("answered", "answered-by-member", "changed", "released", "merged", "closed"),
        *("passed", "passed-not-joined", "suggested", "suggestion", "came-back", "reported"),
    ),
    "question-{}-after-meeting": BY_ASKER,
    "question-{}-soon": BY_ASKER,
    "question-{}-title": FORMS,
    "preparation-button-path-{}": ("lay", "professional"),
    "preparation-card-{}": Card,
    "preparation-name-{}": Card,
    "preparation-paid-{}": PAID,
    "preparation-path-{}": ("lay", "professional"),
    "preparation-pay-{}": PAID,
    "preparation-pay-{}-hint": PAID,
    "privacy-periods-{}": ("gone", "forget"),
    "privacy-periods-{}-hint": ("gone", "forget"),
    "record-box-{}": Box,
    "record-short-{}": Box,
    "record-form-{}": Box,
    "record-form-{}-hint": Box,
    "record-form-{}-title": Part,
    "record-desk-button-{}": Part,
    "record-desk-{}": Stage,
    "record-kind-{}": Knowledge,
    "record-print-{}": ("who", "what", "until"),
    "record-print-box-{}": [box for box in Box if box is not Box.PREPARE],
    "signals-told-{}": SignalKind,
    "signals-hint-{}": SignalKind,
    "signals-{}-{}": [f"{kind} {band}" for kind in SignalKind for band in SignalBand],
    "events-lacks-{}-inside": ("view-channel", "connect", "create-events"),
    "stumbles-{}-{}": [f"{group} {band}" for group in Group for band in Size],
    "table-{}": TABLES,
    "table-{}-{}": [f"{name} {column}" for name, columns in TABLES.items() for column in columns],
    "community-button-{}": Step,
    "community-channel-{}": CHANNELS,
    "community-count-{}": [str(count) for count in range(MOST.a_month + 1)],
    "community-day-{}": [str(day) for day in MOST.days],
    "community-form-{}": (*BOXES, *(use for use in CHANNELS if use != ROOM)),
    "community-form-{}-hint": BOXES,
    "community-group-name-{}": [group.key for group in GROUPS],
    "community-group-{}": Side,
    "community-host-{}": ("unsaid", "yes", "no"),
    "community-item-{}": Fate,
    "community-line-{}": Step,
    "community-nation-{}": [nation.name.lower().replace("_", "-") for nation in Nation],
    "community-refused-{}": [*(name.replace("_", "-") for name in FOR_SETUP), "basics"],
    "community-side-{}": Side,
    "community-{}-title": Step,
    "doctor-use-{}": ("questions", "facilitators", "joining"),
    "permission-{}": PERMISSIONS,
    "permission-{}-without-{}": (
        f"{name} {use}" for name in PERMISSIONS for use in ("questions", "facilitators", "joining")
    ),
    "contact-attends-{}": Attendance,
    "contact-errand-{}": ErrandKind,
    "contact-how-{}": Attendance,
    "contact-kind-{}": [kind for kind in ErrandKind if kind not in (ErrandKind.ANSWER, ErrandKind.OFFER)],
    "proposal-fate-{}": ProposalFate,
    "proposal-form-{}-title": ProposalKind,
    "standing-briefing-{}": Role,
    "standing-button-give-{}": Role,
    "standing-errand-{}": Role,
    "standing-held-{}": Role,
    "standing-offer-{}": Role,
    "standing-role-{}": Role,
    "standing-row-{}": Role,
    "standing-state-{}": StandingState,
    "command-{}": [named(command) for command in EVERY],
    "command-{}-{}": [
        f"{named(command)} {parameter.name.replace('_', '-')}"
        for command in COMMANDS
        for parameter in command.parameters
    ],
}
FILLED = {pattern: tuple(values) for pattern, values in FILLED.items()}


@dataclass
class Asked:
    """What the code asks for: ids, the values that it gives with each, and patterns it fills."""

    ids: set[str] = field(default_factory=set)
    given: dict[str, list[frozenset[str]]] = field(default_factory=lambda: defaultdict(list))
    patterns: set[str] = field(default_factory=set)


def asked_by(sources: Iterable[str], features: Iterable[str]) -> Asked:
    """Look for ids in the code: any string that begins as an id does."""
    begins = re.compile(rf"(?:{'|'.join(sorted(features))})-[a-z0-9{{}}-]+")
    asked = Asked()
    for source in sources:
        strings, calls = _in_source(source)
        for id_, names in calls:
            asked.given[id_].append(names)
        for id_ in strings:
            if begins.fullmatch(id_):
                (asked.patterns if "{" in id_ else asked.ids).add(id_)
    return asked


@cache
def _in_source(source: str) -> tuple[list[str], list[tuple[str, frozenset[str]]]]:
    tree = ast.parse(source)
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    named = _constants(tree)
    return list(_strings(tree)), [call for function in functions for call in _calls(function, named)]


def _constants(tree: ast.Module) -> dict[str, str]:
    """The strings that a module has given a name."""
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    return {
        target.id: node.value.value
        for node in assigned
        for target in node.targets
        if isinstance(target, ast.Name)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def _strings(tree: ast.AST) -> Iterator[str]:
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in inside:
            yield from _ids(node)


def _ids(node: ast.expr, constants: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """What a string, its name, or a choice of two, can be; `{}` where something is filled in."""
    if isinstance(node, ast.IfExp):
        return [*_ids(node.body, constants), *_ids(node.orelse, constants)]
    if isinstance(node, ast.Name):
        return [constants[node.id]] if node.id in constants else []
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)]
    return []


def _calls(scope: ast.AST, constants: Mapping[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each id that is given values, and their names. `named=` in a function is given to all of its lines."""
    calls = [node for node in ast.walk(scope) if isinstance(node, ast.Call)]
    local = {
        target.id: node.value
        for node in ast.walk(scope)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    named = {
        key for call in calls for word in call.keywords if word.arg == "named" for key in _keys(word.value)
    }
    for call in calls:
        function = call.func.id if isinstance(call.func, ast.Name) else ""
        if function not in ("Line", "Refused", "Button", "well", "wrong") or not call.args:
            continue
        values = {word.arg for word in call.keywords if word.arg} | named
        if function == "Button":
            values = {k for word in call.keywords if word.arg == "values" for k in _keys(word.value)}
        if function == "Line" and len(call.args) > 1:
            values |= _keys(_resolved(call.args[1], local))
        for id_ in _ids(_resolved(call.args[1 if function == "Button" else 0], local), constants):
            yield id_, frozenset(values)


def _resolved(node: ast.expr, local: Mapping[str, ast.expr]) -> ast.expr:
    """What a name in a function stands for."""
    return local.get(node.id, node) if isinstance(node, ast.Name) else node


def _keys(node: ast.expr) -> set[str]:
    found = node.keys if isinstance(node, ast.Dict) else []
    return {key.value for key in found if isinstance(key, ast.Constant) and isinstance(key.value, str)}


def filled(pattern: str) -> list[str]:
    """Every id that a pattern stands for."""
    return [_fill(pattern, value.split()) for value in FILLED[pattern]]


def _fill(pattern: str, values: list[str]) -> str:
    return pattern.format(*values)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - fluent's name
        self.names.add(node.id.name)


def sentences(*texts: str) -> dict[str, set[str]]:
    """The ids of Fluent texts, and the values that each needs."""
    found = {}
    for text in texts:
        for entry in parse(text).body:
            if isinstance(entry, Message):
                variables = _Variables()
                variables.visit(entry)
                found[entry.id.name] = variables.names
    return found


def faults(sources: Mapping[str, str], there: Mapping[str, set[str]]) -> set[str]:
    """What is missing, unused, unknown to this test, or asked for without its values."""
    unknown, given = _used(tuple(sources.values()), frozenset(id_.split("-")[0] for id_ in there))
    found = {*unknown}
    found |= {f"missing: {id_}" for id_ in given.keys() - there.keys()}
    found |= {f"unused: {id_}" for id_ in there.keys() - given.keys()}
    for id_ in given.keys() & there.keys():
        for names in given[id_]:
            found |= {f"without its value: {id_} {name}" for name in there[id_] - names}
    return found


@lru_cache(maxsize=16)
def _used(
    sources: tuple[str, ...], features: frozenset[str]
) -> tuple[set[str], dict[str, list[frozenset[str]]]]:
    """The patterns that are known on one side only; each id that is used, with the values it is given."""
    asked = asked_by(sources, features)
    found = {f"a pattern that FILLED does not know: {pattern}" for pattern in asked.patterns - FILLED.keys()}
    found |= {f"in FILLED and not in the code: {pattern}" for pattern in FILLED.keys() - asked.patterns}
    used = set(asked.ids)
    given = dict(asked.given)
    for pattern in asked.patterns & FILLED.keys():
        used.update(filled(pattern))
        given.update({id_: asked.given.get(pattern, []) for id_ in filled(pattern)})
    return found, {id_: given.get(id_) or at_run_time().get(id_) or [frozenset()] for id_ in used}


@cache
def at_run_time() -> dict[str, list[frozenset[str]]]:
    """The values of sentences in what is shown: for those chosen in one place and filled in another."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for _, shown in all_shown():
        for line in _lines(shown):
            found[line.id].append(frozenset(line.values))
    return {id_: list(set(names)) for id_, names in found.items()}


SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for package in ("bot", "cogs", "config")
    for path in sorted((ROOT / package).rglob("*.py"))
}
ENGLISH = [path.read_text(encoding="utf-8") for path in sorted((WORDING / DEFAULT_LOCALE).glob("*.ftl"))]
THERE = sentences(*ENGLISH)


def test_every_sentence_asked_for_is_there_and_every_one_there_is_asked_for() -> None:
    assert len(THERE) > 50
    assert faults(SOURCES, THERE) == set()


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("Line('question-forgotten')", "missing: question-forgotten"),
        ("Button('a:b', 'question-button-lost')", "missing: question-button-lost"),
        ("f'question-new-{x}'", "a pattern that FILLED does not know: question-new-{}"),
        ("def f():\n    Line('question-card', {'nummer': 1})", "without its value: question-card number"),
        ("def f():\n    Refused('question-card')", "without its value: question-card number"),
        ("ID = 'question-card'\ndef f():\n    Line(ID)", "without its value: question-card number"),
        ("def f():\n    Line(f'question-mine-{s}')", "without its value: question-mine-out number"),
        (
            "def f():\n    v = {'x': 1}\n    Line('question-card', v)",
            "without its value: question-card number",
        ),
        (
            "def f():\n    Button('a:b', 'question-button-lift', values={'x': 1})",
            "without its value: question-button-lift number",
        ),
    ],
)
def test_code_that_asks_for_what_is_not_there_is_found(code: str, fault: str) -> None:
    """The planted faults."""
    assert fault in faults({**SOURCES, "planted.py": code}, THERE)


def test_a_sentence_that_nobody_asks_for_is_found() -> None:
    """The planted fault."""
    planted = sentences(*ENGLISH, "question-planted = Nobody says this.")
    assert faults(SOURCES, planted) == {"unused: question-planted"}


def test_a_sentence_that_was_forgotten_is_found() -> None:
    for id_ in THERE:
        without = {other: values for other, values in THERE.items() if other != id_}
        assert faults(SOURCES, without) == {f"missing: {id_}"}


def test_no_sentence_is_there_twice() -> None:
    ids = [entry.id.name for text in ENGLISH for entry in parse(text).body if isinstance(entry, Message)]
    assert len(ids) == len(set(ids))


WORDS = Wording(WORDING)


@pytest.mark.parametrize("locale", WORDS.locales)
def test_every_sentence_is_said_with_the_values_that_it_is_given(locale: str) -> None:
    for id_, names in THERE.items():
        said = WORDS.say(Line(id_, dict.fromkeys(names, 7)), locale)
        assert said.strip()
        assert "{" not in said


@pytest.mark.parametrize("locale", WORDS.locales)
def test_all_that_can_be_shown_can_be_said(locale: str) -> None:
    for _, shown in all_shown():
        for line in _lines(shown):
            assert WORDS.say(line, locale).strip()


def _lines(shown: Notice | Form) -> Iterator[Line]:
    if isinstance(shown, Notice):
        yield from (part for part in shown.parts if isinstance(part, Line))
        buttons = (*shown.buttons, *BUTTONS, *FACILITATORS_BUTTONS)
        yield from (Line(button.label, button.values) for button in buttons)
        return
    yield Line(shown.title)
    yield from (Line(id_) for box in shown.fields for id_ in (box.label, box.hint))
    choices = (box for box in shown.fields if isinstance(box, Choice | Several))
    yield from (Line(label) for box in choices for _, label in box.options if isinstance(label, str))
    labels = (label for choice in choices for _, label in choice.options)
    # What people called something themselves is no sentence of ours.
    yield from (Line(label) for label in labels if isinstance(label, str))
    if shown.intro is not None:
        yield shown.intro


@pytest.mark.parametrize(
    "folder", [path for path in sorted(WORDING.iterdir()) if path.is_dir()], ids=lambda p: p.name
)
def test_a_translation_has_no_sentence_and_no_value_of_its_own(folder: Path) -> None:
    translated = sentences(*(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))))
    assert translated.keys() <= THERE.keys()
    for id_, names in translated.items():
        assert names <= THERE[id_]
