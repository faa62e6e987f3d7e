"""[About me]: what somebody has said of herself, and the forms in which she says it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.community.rules import CommunitySettings
from bot.core.notices import Button, Field, Form, Label, Line, Notice, People, Several, Words
from bot.people.rules import About, Hours, Member, is_paused
from bot.people.rules.choosing import (
    DAYS,
    LAY,
    LONGEST_HOUR,
    LONGEST_NEEDS,
    LONGEST_ZONE,
    NEEDS,
    choices,
)
from bot.people.text import groups

_ME = Button("people:me", "people-button-me")
_KINDS = ("week", "meeting", "good")
#: Discord's limit for checkboxes.
_MOST_BOXES = 10
#: One person picked in a form.
_PICKED = 25


def me(
    settings: CommunitySettings, member: Member, contact: str | Words | None, now: datetime, *, helps: bool
) -> Notice:
    """All that somebody can see and change about herself; `helps`: she is somebody's named contact."""
    about = member.about
    more = (groups.line(settings, key, main=False) for key in about.groups[1:])
    parts: list[Line | Words] = [
        Line("people-me-title"),
        groups.line(settings, member.main_group),
        *more,
        Line("people-organisation", {"words": Words(about.organisation)})
        if about.organisation
        else Line("people-organisation-none"),
        *when(settings, about),
        paused_line(member, now),
        *needed(about),
        Line("people-contact-none") if contact is None else Line("people-contact", {"who": contact}),
    ]
    return Notice(tuple(parts), _buttons(member, now, helps=helps))


def _buttons(member: Member, now: datetime, *, helps: bool) -> tuple[Button, ...]:
    paused = is_paused(member, now)
    return (
        Button("people:group", "people-button-group"),
        Button("people:place", "people-button-place"),
        Button("people:hours", "people-button-hours"),
        Button("people:start", "people-button-start") if paused else pause_button(),
        Button("people:needs", "people-button-needs"),
        Button("people:apart", "people-button-apart"),
        Button("contacts:word", "people-button-word"),
        Button("nudges:inbox", "people-button-inbox"),
        Button("privacy:data", "people-button-data"),
        Button("standing_roles:mine", "standing-button-mine"),
        Button("people:leave", "people-button-leave"),
        *((Button("people:without", "people-button-without"),) if helps else ()),
    )


def pause_button(token: str = "") -> Button:
    """[Pause messages], as it also stands below every message that nobody asked for."""
    return Button("people:pause", "people-button-pause", token)


def when(settings: CommunitySettings, about: About) -> tuple[Line, Line]:
    """In which zone somebody lives, and when messages may come."""
    quiet = settings.quiet
    hours = about.hours or Hours(quiet.days, quiet.begin, quiet.end)
    on = [_yes(day in hours.days) for day in range(DAYS)]
    times = {
        "d0": on[0],
        "d1": on[1],
        "d2": on[2],
        "d3": on[3],
        "d4": on[4],
        "d5": on[5],
        "d6": on[6],
        "begin": f"{hours.begin:%H:%M}",
        "end": f"{hours.end:%H:%M}",
    }
    zone = (about.zone or settings.zone).replace("_", " ")
    return Line("people-zone", {"zone": zone}), Line("people-hours", times)


def needed(about: About) -> tuple[Line | Words, ...]:
    """What somebody needs to take part: what she chose, and her own words."""
    if not about.needs and not about.own_words:
        return (Line("people-needs-none"),)
    chosen = {
        "bsl": _yes("bsl" in about.needs),
        "captions": _yes("captions" in about.needs),
        "print": _yes("print" in about.needs),
        "phone": _yes("phone" in about.needs),
        "post": _yes("post" in about.needs),
        "interpreter": _yes("interpreter" in about.needs),
    }
    own = (Words(about.own_words),) if about.own_words else ()
    return (Line("people-needs", chosen), *own)


def paused_line(member: Member, now: datetime) -> Line:
    """Whether messages are paused, and until when."""
    pause = member.pause
    if pause is None or not is_paused(member, now):
        return Line("people-paused-not")
    if pause.until is None:
        return Line("people-paused-good")
    return Line("people-paused-until", {"until": f"<t:{int(pause.until.timestamp())}:f>"})


def pause(member: Member, now: datetime) -> Notice:
    """Messages are paused, and for how long; with the other lengths there are."""
    kinds = (Button("people:pause-for", f"people-button-pause-{kind}", kind) for kind in _KINDS)
    start = Button("people:start", "people-button-start")
    return Notice((paused_line(member, now), Line("people-pause-still")), (*kinds, start, _ME))


def started() -> Notice:
    """Messages may come again."""
    return Notice((Line("people-started"),), (pause_button(), _ME))


def not_joined() -> Notice:
    """Somebody who has not joined pressed what is for members, in a direct message."""
    return Notice((Line("people-not-joined"),))


def group_form(settings: CommunitySettings, about: About) -> Form:
    """The main role group, and others."""
    main = about.groups[0] if about.groups else ""
    found = [group for group in (settings.group(LAY), *choices(settings)) if group is not None]
    options = [(group.key, groups.label(group)) for group in found]
    # One who has more than one group has them among the first: a box takes ten.
    options.sort(key=lambda option: option[0] not in about.groups)
    boxes = tuple(options[:_MOST_BOXES])
    chosen = tuple(key for key in about.groups[1:] if key in dict(boxes))
    more = Several("more", "people-form-more", "people-form-more-hint", boxes, chosen)
    return Form("people:group", "", "people-group-title", (groups.choice(settings, main), more))


def place_form(about: About) -> Form:
    """Organisation and time zone."""
    zone = Field(
        "zone",
        "people-form-zone",
        "people-form-zone-hint",
        LONGEST_ZONE,
        kind="line",
        value=about.zone,
        required=False,
    )
    return Form("people:place", "", "people-place-title", (groups.organisation(about.organisation), zone))


def hours_form(settings: CommunitySettings, about: About) -> Form:
    """When messages may come."""
    quiet = settings.quiet
    hours = about.hours or Hours(quiet.days, quiet.begin, quiet.end)
    options: tuple[tuple[str, Label], ...] = tuple((str(day), f"people-day-{day}") for day in range(DAYS))
    days = Several(
        "days", "people-form-days", "people-form-days-hint", options, tuple(str(day) for day in hours.days)
    )
    return Form(
        "people:hours",
        "",
        "people-hours-title",
        (days, _hour("begin", f"{hours.begin:%H:%M}"), _hour("end", f"{hours.end:%H:%M}")),
        intro=Line("people-hours-intro"),
    )


def needs_form(action: str, token: str, about: About) -> Form:
    """What somebody needs to take part."""
    options: tuple[tuple[str, Label], ...] = tuple((need, f"people-need-{need}") for need in NEEDS)
    needs = Several("needs", "people-form-needs", "people-form-needs-hint", options, about.needs)
    own = Field(
        "own",
        "people-form-own",
        "people-form-own-hint",
        LONGEST_NEEDS,
        value=about.own_words,
        required=False,
    )
    return Form(action, token, "people-needs-title", (needs, own))


def apart(shown: Sequence[str | Words]) -> Notice:
    """With whom somebody would rather not share a room; only she reads it."""
    parts = [Line("people-apart")]
    parts += [Line("people-apart-one", {"who": who}) for who in shown[:_PICKED]]
    if len(shown) > _PICKED:
        parts.append(Line("people-apart-more", {"count": len(shown) - _PICKED}))
    buttons: Collection[Button] = [Button("people:apart-add", "people-button-apart-add", main=True)]
    if shown:
        remove = Button("people:apart-remove", "people-button-apart-remove")
        buttons = [*buttons, remove, Button("people:apart-clear", "people-button-apart-clear")]
    return Notice(tuple(parts), (*buttons, Button("contacts:word", "people-button-tell"), _ME))


def apart_form(*, add: bool) -> Form:
    """Who is added, or removed."""
    if add:
        people = People("people", "people-apart-add", "people-apart-add-hint", _PICKED)
        return Form("people:apart-add", "", "people-apart-title", (people,))
    people = People("people", "people-apart-remove", "people-apart-remove-hint", _PICKED)
    return Form("people:apart-remove", "", "people-apart-title", (people,))


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _hour(name: str, value: str) -> Field:
    label, hint = f"people-form-{name}", "people-form-hour-hint"
    return Field(name, label, hint, LONGEST_HOUR, kind="line", value=value, required=False)
