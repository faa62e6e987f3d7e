"""What facilitators and named contacts read about members without a Discord account."""

from __future__ import annotations

from collections.abc import Sequence

from bot.community.rules import CommunitySettings
from bot.core.notices import Button, Choice, Field, Form, Label, Line, Notice, People, Several, Words
from bot.people.rules import Member
from bot.people.rules.choosing import LONGEST_NAME
from bot.people.text import groups
from bot.people.text.me import needed

#: How many members one page of the list has, and one choice.
PAGE = 20
_LIST = Button("people:without", "people-button-without-list")


def listing(shown: Sequence[Member], skip: int, total: int) -> Notice:
    """Members without Discord: one page of them, after `skip` others of `total`."""
    names = tuple(Line("people-without-one", {"name": Words(member.about.name)}) for member in shown)
    add = Button("people:add-without", "people-button-add-without", main=True)
    one = (Button("people:without-pick", "people-button-without-pick", f"s{skip}"),) if shown else ()
    later = skip + len(shown)
    more = (Button("people:without", "people-button-more", f"s{later}"),) if later < total else ()
    return Notice((Line("people-without", {"count": total}), *names), (add, *one, *more))


def pick_form(members: Sequence[Member], skip: int) -> Form:
    """Which of them."""
    options: tuple[tuple[str, Label], ...] = tuple(
        (each.id, Words(each.about.name)) for each in members[:PAGE]
    )
    choice = Choice("member", "people-without-who", "people-without-who-hint", options, "")
    return Form("people:without-pick", f"s{skip}", "people-without-title", (choice,))


def add_form(settings: CommunitySettings) -> Form:
    """The form for one who is added."""
    tick = Several(
        "permission",
        "people-form-permission",
        "people-form-permission-hint",
        (("yes", "people-form-permission-yes"),),
    )
    boxes = (_name(""), groups.choice(settings, None), groups.organisation(""), _contact(), tick)
    return Form("people:add-without", "", "people-add-title", boxes)


def change_form(settings: CommunitySettings, member: Member) -> Form:
    """What can be changed about one."""
    about = member.about
    boxes = (
        _name(about.name),
        groups.choice(settings, member.main_group),
        groups.organisation(about.organisation),
        _contact(),
    )
    return Form("people:without-change", member.id, "people-change-title", boxes)


def one(settings: CommunitySettings, member: Member, contact: str | Words | None) -> Notice:
    """All that is kept of a member without Discord."""
    about = member.about
    more = (groups.line(settings, key, main=False) for key in about.groups[1:])
    place = (Line("people-organisation", {"words": Words(about.organisation)}),) if about.organisation else ()
    parts: tuple[Line | Words, ...] = (
        Line("people-without-name", {"name": Words(about.name)}),
        groups.line(settings, member.main_group),
        *more,
        *place,
        *needed(about),
        Line("people-contact-none") if contact is None else Line("people-contact", {"who": contact}),
        Line("people-permission", {"by": Words(about.permission)}),
    )
    return Notice(
        parts,
        (
            Button("people:without-change", "people-button-change", member.id),
            Button("people:without-needs", "people-button-without-needs", member.id),
            Button("people:without-leave", "people-button-without-leave", member.id),
            _LIST,
        ),
    )


def leave_first(member: Member) -> Notice:
    """What goes when she leaves, before it goes."""
    return Notice(
        (Line("people-without-leave-first", {"name": Words(member.about.name)}),),
        (Button("people:without-erase", "people-button-without-erase", member.id), _LIST),
    )


def erased() -> Notice:
    """Nothing is kept of her any more."""
    return Notice((Line("people-without-erased"),), (_LIST,))


def _name(value: str) -> Field:
    return Field("name", "people-form-name", "people-form-name-hint", LONGEST_NAME, kind="line", value=value)


def _contact() -> People:
    return People("contact", "people-form-her-contact", "people-form-her-contact-hint", 1)
