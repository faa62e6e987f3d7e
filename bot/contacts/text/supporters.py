"""What facilitators read about named contacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.contacts.rules import LONGEST_HOURS, Name
from bot.core.notices import Button, Field, Form, Line, Notice, People, Person, Words

#: How many members one page holds, and how many named contacts.
ROWS = 5
_ENTRIES = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One named contact: when she reads messages, who covers, and how many she looks after."""

    name: Name
    hours: str
    cover: Name | None
    load: int


@dataclass(frozen=True, slots=True)
class Row:
    """One member and her contact; `member` is her id."""

    member: str
    name: Name
    contact: Name | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of `total` rows, from the `skip`th on."""

    rows: tuple[Row, ...]
    skip: int
    total: int

    @property
    def rest(self) -> int:
        """How many come after these."""
        return self.total - self.skip - len(self.rows)


def overview(entries: Sequence[Entry], without: int) -> Notice:
    """[Named contacts]."""
    lines = [Line("contact-list-title"), Line("contact-list-without", {"number": without})]
    if not entries:
        lines.append(Line("contact-list-nobody"))
    for each in entries[:_ENTRIES]:
        lines += _about(each)
    if len(entries) > _ENTRIES:
        lines.append(Line("contact-list-more", {"number": len(entries) - _ENTRIES}))
    suggest = (Button("contacts:suggest", "contact-button-suggest"),) if entries and without else ()
    remove = (Button("contacts:remove", "contact-button-remove"),) if entries else ()
    return Notice(
        tuple(lines),
        (
            Button("contacts:add", "contact-button-add", main=not entries),
            *suggest,
            Button("contacts:pairs", "contact-button-pairs"),
            *remove,
            Button("contacts:errands", "contact-button-errands"),
        ),
    )


def _about(entry: Entry) -> list[Line]:
    lines = [Line("contact-entry", {"name": entry.name, "number": entry.load})]
    if entry.hours:
        lines.append(Line("contact-entry-hours", {"hours": Words(entry.hours)}))
    if entry.cover is None:
        return [*lines, Line("contact-entry-no-cover")]
    return [*lines, Line("contact-entry-cover", {"cover": entry.cover})]


def add_form() -> Form:
    """Who is a named contact, when she reads messages, who covers."""
    return Form(
        "contacts:add",
        "",
        "contact-add-title",
        (
            Person("contact", "contact-add-who", "contact-add-who-hint"),
            Field(
                "hours", "contact-add-hours", "contact-add-hours-hint", LONGEST_HOURS, "line", required=False
            ),
            People("cover", "contact-add-cover", "contact-add-cover-hint", most=1),
        ),
    )


def added(name: Name, hours: str, cover: Name | None) -> Notice:
    """Somebody is a named contact now."""
    about = _about(Entry(name, hours, cover, 0))[1:]
    suggest = Button("contacts:suggest", "contact-button-suggest", main=True)
    again = Button("contacts:list", "contact-button-list")
    return Notice((Line("contact-added", {"name": name}), *about), (suggest, again))


def remove_form() -> Form:
    """Who is to be no named contact any more."""
    box = Person("contact", "contact-remove-who", "contact-remove-hint")
    return Form("contacts:remove", "", "contact-remove-title", (box,), Line("contact-remove-intro"))


def removed(name: Name, without: int) -> Notice:
    """Somebody is no named contact any more."""
    lines = (Line("contact-removed", {"name": name}), Line("contact-removed-without", {"number": without}))
    return Notice(lines, (Button("contacts:list", "contact-button-list"),))


def pairs(page: Page) -> Notice:
    """Everybody with her contact."""
    title = Line("contact-pairs-title" if page.rows else "contact-pairs-nobody")
    back = Button("contacts:list", "contact-button-list")
    return Notice((title, *_lines(page)), (*_changes(page), *_next(page, "contacts:pairs"), back))


def choose_form(member: str) -> Form:
    """Which contact a member gets; `member` is her id."""
    box = People("contact", "contact-choose-who", "contact-choose-hint", most=1)
    return Form("contacts:choose", member, "contact-choose-title", (box,))


def assigned(name: Name, contact: Name | None) -> Notice:
    """A member has a contact now, or none."""
    line = Line("contact-assigned-none", {"name": name})
    if contact is not None:
        line = Line("contact-assigned", {"name": name, "contact": contact})
    buttons = (
        Button("contacts:pairs", "contact-button-pairs"),
        Button("contacts:suggest", "contact-button-suggest"),
    )
    return Notice((line,), buttons)


def suggestion(page: Page, fingerprint: str, *, changed: bool = False) -> Notice:
    """A preview of who would get whom; `fingerprint` is of all pairs, also of those on other pages."""
    back = Button("contacts:list", "contact-button-list")
    if not page.rows:
        return Notice((Line("contact-suggest-nobody"),), (back,))
    head = (Line("contact-suggest-changed"),) if changed else ()
    title = Line("contact-suggest-title", {"number": page.total})
    use = Button("contacts:use", "contact-button-use", fingerprint, main=True)
    return Notice(
        (*head, title, *_lines(page)), (*_changes(page), use, *_next(page, "contacts:suggest"), back)
    )


def used(number: int) -> Notice:
    """So many members have a contact now."""
    buttons = (
        Button("contacts:pairs", "contact-button-pairs"),
        Button("contacts:list", "contact-button-list"),
    )
    return Notice((Line("contact-used", {"number": number}),), buttons)


def somebody_without(key: str) -> Notice:
    """The note in the facilitators' channel: it names nobody."""
    return Notice((Line("contact-somebody-without"),), (Button("contacts:list", "contact-button-list", key),))


def _lines(page: Page) -> list[Line]:
    lines = []
    for number, row in enumerate(page.rows, page.skip + 1):
        named = {"number": number, "name": row.name}
        if row.contact is None:
            lines.append(Line("contact-row-none", named))
        else:
            lines.append(Line("contact-row", {"number": number, "name": row.name, "contact": row.contact}))
    return lines


def _changes(page: Page) -> tuple[Button, ...]:
    return tuple(
        Button("contacts:choose", "contact-button-change", row.member, values={"number": number})
        for number, row in enumerate(page.rows, page.skip + 1)
    )


def _next(page: Page, action: str) -> tuple[Button, ...]:
    after = str(page.skip + len(page.rows))
    return (Button(action, "contact-button-next", after),) if page.rest else ()
