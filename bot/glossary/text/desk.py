"""What facilitators read who write words for the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.notices import Box, Button, Choice, Field, Form, Label, Line, Notice, Words
from bot.glossary.rules.checking import LONGEST, MOST
from bot.glossary.rules.editing import LONGEST_REASON, THEMES, boxed_name, joined, state_of
from bot.glossary.rules.history import Change
from bot.glossary.rules.pages import WORDS_ON_A_PAGE, cut
from bot.glossary.rules.term import LONGEST_NAME, Term
from bot.glossary.text.meaning import all_of, named
from bot.questions.rules.writing import shortened

BACK = Button("glossary_desk:open", "glossary-desk-button-back")
_ADD = Button("glossary_desk:add", "glossary-desk-button-add")
_FIND = Button("glossary_desk:find", "glossary-desk-button-find")
#: Between a token and a number, or the state of a term.
APART = "."
#: What was done with a word stands on a page three times with all that was said before.
HISTORY_ON_A_PAGE = 3
_BETWEEN = len(joined(("", "")))
_LABEL, _THEME = 36, 30
_ROOM_OF_LIST, _ROOM_BEFORE = 120, 400


class Done(StrEnum):
    """What has just been done with a word."""

    NOTHING = "nothing"
    ADDED = "added"
    KEPT = "kept"
    HIDDEN = "hidden"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many words there are, shown and hidden; how many proposals wait, how many words are old.

    `files`: whoever reads it may read files in and write them out.
    """

    shown: int
    hidden: int
    waiting: int = 0
    old: int = 0
    files: bool = True


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A word, and what has just been done with it."""

    term: Term
    is_hidden: bool = False
    done: Done = Done.NOTHING


@dataclass(frozen=True, slots=True)
class Several:
    """What was found by a word, the hidden ones among them."""

    word: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """A page of what is hidden; `page` counts from 0."""

    terms: tuple[Term, ...]
    page: int
    of: int


@dataclass(frozen=True, slots=True)
class Told:
    """A page of what was done with a term, the latest first; `page` counts from 0."""

    term: Term
    changes: tuple[Change, ...]
    page: int
    of: int


def desk(counted: Counted) -> Notice:
    """All that can be done with the glossary: first what waits for somebody to do it."""
    files = (
        Button("glossary_files:choose", "glossary-desk-button-read"),
        Button("glossary_files:write", "glossary-desk-button-write"),
    )
    waits, is_old = counted.waiting > 0, counted.old > 0
    buttons = (
        Button("proposals:waiting", "proposal-button-waiting", main=waits),
        Button("glossary_review:next", "glossary-review-button-see", main=is_old and not waits),
        replace(_ADD, new_row=True),
        _FIND,
        Button("glossary_desk:hidden", "glossary-desk-button-hidden"),
        *(files if counted.files else ()),
        # A facilitator does it by her role in the server, and has nothing to give back.
        *(() if counted.files else (Button("standing_roles:mine", "standing-button-mine"),)),
    )
    words = Line("glossary-desk", {"shown": counted.shown, "hidden": counted.hidden})
    to_do = Line("glossary-desk-to-do", {"waiting": counted.waiting, "old": counted.old})
    return Notice((Line("glossary-desk-title"), to_do, words), buttons)


def add_form(themes: Sequence[str]) -> Form:
    """A new word."""
    fields: tuple[Box, ...] = (*meaning_boxes(None), theme_box(themes, ""))
    return Form("glossary_desk:add", "", "glossary-desk-add-title", fields)


def change_form(term: Term) -> Form:
    """A word's meanings."""
    title = "glossary-desk-change-title"
    return Form("glossary_desk:change", token_of(term), title, (*meaning_boxes(term), reason_box()))


def more_form(term: Term, themes: Sequence[str]) -> Form:
    """The rest of a word."""
    fields = (
        _field("said", LONGEST["said"], term.said),
        _list_field("also", term.also),
        _list_field("related", term.related),
        theme_box(themes, term.theme),
        _field("source", LONGEST["source"], term.source),
    )
    return Form("glossary_desk:more", token_of(term), "glossary-desk-more-title", fields)


def find_form() -> Form:
    """Which word is to be changed."""
    word = Field("word", "glossary-form-label", "glossary-desk-find-hint", LONGEST_NAME, kind="line")
    return Form("glossary_desk:find", "", "glossary-desk-find-title", (word,))


def sign_form(term: Term) -> Form:
    """The name that is shown as the writer's."""
    name = _field("by", LONGEST["by"], term.by)
    intro = Line("glossary-desk-sign-intro")
    return Form("glossary_desk:sign", token_of(term), "glossary-desk-sign-title", (name,), intro)


def hide_form(term: Term) -> Form:
    """Why a word is hidden."""
    intro = Line("glossary-desk-hide-intro")
    return Form("glossary_desk:hide", token_of(term), "glossary-desk-hide-title", (reason_box(),), intro)


def show_form(term: Term) -> Form:
    """Why a word is shown again."""
    return Form("glossary_desk:show", token_of(term), "glossary-desk-show-title", (reason_box(),))


def mark_form(term: Term) -> Form:
    """Who may set the mark that patients or the public checked a meaning; or why it is taken off."""
    off = term.is_checked_by_lay
    intro = Line("glossary-desk-unmark-intro" if off else "glossary-desk-mark-intro")
    title = "glossary-desk-unmark-title" if off else "glossary-desk-mark-title"
    return Form("glossary_desk:mark", token_of(term), title, (reason_box(),), intro)


def word(on_desk: OnDesk) -> Notice:
    """A word with all that can be done with it."""
    term = on_desk.term
    done = () if on_desk.done is Done.NOTHING else (Line(f"glossary-desk-{on_desk.done}"),)
    hidden = (Line("glossary-desk-is-hidden"),) if on_desk.is_hidden else ()
    lists = [
        Line(f"glossary-desk-list-{name}", {"words": Words(cut(joined(values), _ROOM_OF_LIST))})
        for name, values in (("also", term.also), ("related", term.related))
        if values
    ]
    theme = Line("glossary-desk-theme", {"theme": shortened(term.theme, _THEME)})
    return Notice((*done, *hidden, *all_of(term), theme, *lists), tuple(_to_do(term, on_desk.is_hidden)))


def several(found: Several) -> Notice:
    """A button for each word that was found; or none was."""
    word_ = Words(shortened(found.word, LONGEST_NAME))
    line = Line("glossary-desk-found", {"word": word_, "count": len(found.terms)})
    buttons = map(_opens, found.terms[:WORDS_ON_A_PAGE])
    return Notice((line,), (*buttons, _FIND, _ADD, BACK))


def hidden(page: Hidden) -> Notice:
    """The words that nobody finds when she looks them up."""
    if not page.terms:
        return Notice((Line("glossary-desk-none-hidden"),), (BACK,))
    line = Line("glossary-desk-hidden-ones", {"page": page.page + 1, "of": page.of})
    turning = _turning("glossary_desk:hidden", "", page.page, page.of)
    return Notice((line,), (*map(_opens, page.terms), *turning, BACK))


def history(told: Told) -> Notice:
    """What became of a word, and why; never by whom, but for the name that a writer gave."""
    heading = Line("glossary-desk-history", {"name": named(told.term), "page": told.page + 1, "of": told.of})
    lines = [line for change in told.changes for line in _said_of(change)]
    empty = () if told.changes else (Line("glossary-desk-no-history"),)
    turning = _turning("glossary_desk:history", f"{told.term.id}{APART}", told.page, told.of)
    back = Button("glossary_desk:word", "glossary-desk-button-word", told.term.id)
    return Notice((heading, *empty, *lines), (*turning, back))


def token_of(term: Term) -> str:
    """A term as it is now: sent back later, it tells whether somebody has changed it since."""
    return f"{term.id}{APART}{state_of(term)}"


def meaning_boxes(term: Term | None) -> Iterator[Field]:
    """The boxes for a word and its meanings, empty or as they are."""
    # The name and its short forms stand in one box: a form has five.
    names = LONGEST_NAME + MOST["shorts"] * (LONGEST_NAME + _BETWEEN)
    name = boxed_name(term) if term else ""
    yield Field("name", "glossary-desk-name", "glossary-desk-name-hint", names, "line", name)
    plain, precise, example = (term.plain, term.precise, term.example) if term else ("", "", "")
    yield Field("plain", "glossary-desk-plain", "glossary-desk-plain-hint", LONGEST["plain"], value=plain)
    hint, most = "glossary-desk-precise-hint", LONGEST["precise"]
    yield Field("precise", "glossary-desk-precise", hint, most, value=precise, required=False)
    hint, most = "glossary-desk-example-hint", LONGEST["example"]
    yield Field("example", "glossary-desk-example", hint, most, value=example, required=False)


def reason_box() -> Field:
    """Why something is done; it may be empty."""
    label, hint = "glossary-desk-reason", "glossary-desk-reason-hint"
    return Field("reason", label, hint, LONGEST_REASON, kind="line", required=False)


def _field(name: str, most: int, value: str) -> Field:
    label, hint = f"glossary-desk-box-{name}", f"glossary-desk-box-{name}-hint"
    return Field(name, label, hint, most, kind="line", value=value, required=False)


def _list_field(name: str, values: Sequence[str]) -> Field:
    return _field(name, MOST[name] * (LONGEST_NAME + _BETWEEN), joined(values))


def theme_box(themes: Sequence[str], chosen: str) -> Choice:
    """What a word is about."""
    options = tuple((theme, _theme_label(theme)) for theme in themes)
    return Choice("theme", "glossary-desk-box-theme", "glossary-desk-box-theme-hint", options, chosen)


def _theme_label(theme: str) -> Label:
    return f"glossary-desk-theme-{theme}" if theme in THEMES else Words(theme)


def _to_do(term: Term, is_hidden: bool) -> Iterator[Button]:
    history_ = Button("glossary_desk:history", "glossary-desk-button-history", f"{term.id}{APART}0")
    if is_hidden:
        yield Button("glossary_desk:show", "glossary-desk-button-show", term.id, main=True)
        yield from (history_, BACK)
        return
    yield Button("glossary_desk:change", "glossary-desk-button-change", term.id, main=True)
    yield Button("glossary_desk:more", "glossary-desk-button-more", term.id)
    yield Button("glossary_desk:sign", "glossary-desk-button-sign", term.id)
    yield Button("glossary_desk:hide", "glossary-desk-button-hide", term.id)
    mark = "glossary-desk-button-unmark" if term.is_checked_by_lay else "glossary-desk-button-mark"
    yield Button("glossary_desk:mark", mark, term.id, new_row=True)
    yield Button("glossary_desk:checked", "glossary-desk-button-checked", token_of(term))
    yield from (history_, BACK)


def _opens(term: Term) -> Button:
    name, theme = shortened(term.name, _LABEL), shortened(term.theme, _LABEL)
    return Button(
        "glossary_desk:word", "glossary-button-meaning", term.id, values={"name": name, "theme": theme}
    )


def _turning(action: str, token: str, page: int, of: int) -> Iterator[Button]:
    if page > 0:
        yield Button(action, "glossary-desk-button-before", f"{token}{page - 1}", new_row=True)
    if page < of - 1:
        yield Button(action, "glossary-desk-button-after", f"{token}{page + 1}", new_row=page == 0)


def _said_of(change: Change) -> Iterator[Line]:
    day = change.day
    yield Line(
        "glossary-desk-what",
        {"kind": change.kind.value, "day": day.day, "month": day.month, "year": day.year},
    )
    if change.reason:
        yield Line("glossary-desk-why", {"reason": Words(cut(change.reason, 2 * LONGEST_REASON))})
    if change.before is not None:
        before = change.before.term
        yield Line("glossary-desk-before", {"plain": Words(cut(before.plain, _ROOM_BEFORE))})
        if before.by:
            yield Line("glossary-by", {"by": Words(cut(before.by, 2 * LONGEST_NAME))})
