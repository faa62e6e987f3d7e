"""What facilitators read when they prepare an agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.agenda import rules
from bot.agenda.rules import (
    LONGEST_SPEAKER,
    LONGEST_TITLE,
    LONGEST_WORDS,
    MOST_GROUPS,
    NO_GROUP,
    Approval,
    Draft,
    Experience,
    Item,
    Purpose,
)
from bot.agenda.text import lines
from bot.agenda.text.lines import Known
from bot.community.rules import CommunitySettings
from bot.core.notices import Button, Choice, Field, Form, Label, Line, Notice, Several, Words
from bot.meetings.rules import Meeting
from bot.people.text import groups

_MEETINGS = Button("meetings:list", "meeting-button-back")
_LONGEST_MINUTES = 3


def meetings(planned: Sequence[Meeting]) -> Notice:
    """The meetings that are not over, each with its agenda."""
    parts = [Line("agenda-meetings" if planned else "agenda-meetings-none")]
    buttons = []
    for number, meeting in enumerate(planned, 1):
        parts.append(lines.dated("agenda-meeting", meeting, number=number, title=Words(meeting.title)))
        buttons.append(Button("agenda:open", "agenda-button-open", meeting.id, values={"number": number}))
    return Notice(tuple(parts), (*buttons, replace(_MEETINGS, new_row=True)))


def agenda(known: Known, approval: Approval, page: int) -> Notice:
    """The agenda of a meeting as it is now, page by page, with what can be done about it."""
    plan, id_ = known.plan, known.meeting.id
    parts = (
        lines.titled("agenda-title", known),
        lines.dated("agenda-when", known.meeting),
        *lines.early(known, page),
        *(lines.page(known, page) if plan.items else (Line("agenda-none"),)),
        *((_length(known),) if plan.items else ()),
        *((Line("agenda-proposals"),) if plan.items else ()),
        Line(f"agenda-approval-{approval}"),
    )
    numbers = {each.id: number for number, each in enumerate(plan.items, 1)}
    items = (
        Button("agenda:item", "agenda-button-item", f"{id_}.{each.id}", values={"number": numbers[each.id]})
        for each in lines.items_on(plan, page)
    )
    turning = tuple(lines.turning("agenda:open", known, page))
    doing = (
        Button("agenda:add", "agenda-button-add", id_, main=True, new_row=True),
        Button("agenda:pauses", "agenda-button-pauses", id_),
        Button("agenda:groups", "agenda-button-groups", id_),
        Button("agenda:asking", "agenda-button-ask", id_),
        Button("agenda:invite", "agenda-button-invite", id_),
    )
    return Notice(parts, (*items, *turning, *(doing if plan.items else doing[:1]), _MEETINGS))


def item(known: Known, item: Item, settings: CommunitySettings) -> Notice:
    """One item, with what can be done about it."""
    token = f"{known.meeting.id}.{item.id}"
    steps = rules.steps(known.plan, known.meeting.starts_at)
    time = next((lines.clock(known, each.starts_at) for each in steps if each.item == item), "")
    parts = (*lines.item(item, item.position + 1, time), _group(settings, item))
    buttons = (
        Button("agenda:change", "agenda-button-change", token),
        Button("agenda:up", "agenda-button-up", token),
        Button("agenda:down", "agenda-button-down", token),
        Button("agenda:remove", "agenda-button-remove", token),
        _back(known.meeting.id),
    )
    return Notice(parts, buttons)


def item_form(settings: CommunitySettings, token: str, item: Item | None) -> Form:
    """The form about an item; `token` is the meeting's, with the item's if it is there already."""
    known = item or Item("", settings.id, "", 0, "", 0)
    known_groups = ((each.key, groups.label(each)) for each in settings.groups[:MOST_GROUPS])
    options: tuple[tuple[str, Label], ...] = (*known_groups, (NO_GROUP, "agenda-form-group-none"))
    keys = [key for key, _ in options]
    purposes = tuple((each.value, f"agenda-form-purpose-{each.name.lower()}") for each in Purpose)
    minutes = str(known.minutes) if known.minutes else ""
    return Form(
        "agenda:add" if item is None else "agenda:change",
        token,
        "agenda-form-title",
        (
            Field("title", "agenda-form-name", "agenda-form-name-hint", LONGEST_TITLE, "line", known.title),
            Field(
                *("minutes", "agenda-form-minutes", "agenda-form-minutes-hint", _LONGEST_MINUTES),
                *("line", minutes),
            ),
            Field(
                *("speaker", "agenda-form-speaker", "agenda-form-speaker-hint", LONGEST_SPEAKER),
                *("line", known.speaker),
                required=False,
            ),
            Choice(
                *("group", "agenda-form-group", "agenda-form-group-hint", options),
                known.group if known.group in keys else NO_GROUP,
            ),
            Choice(
                *("purpose", "agenda-form-purpose", "agenda-form-purpose-hint", purposes), known.purpose.value
            ),
        ),
    )


def words_form(token: str, item: Item) -> Form:
    """The form about what is open and fixed, and whose experience is wanted; `token` is the draft's."""
    wanted = tuple((each.value, f"agenda-form-wanted-{each.name.lower()}") for each in Experience)
    chosen = tuple(each.value for each in Experience if each in item.wanted)
    return Form(
        "agenda:words",
        token,
        "agenda-form-title",
        (
            _words("open", "agenda-form-open", "agenda-form-open-hint", item.open),
            _words("fixed", "agenda-form-fixed", "agenda-form-fixed-hint", item.fixed),
            Several("wanted", "agenda-form-wanted", "agenda-form-wanted-hint", wanted, chosen),
        ),
    )


def preview(token: str, draft: Draft, settings: CommunitySettings) -> Notice:
    """What an item will be, before it is; `token` is the draft's."""
    after = draft.after
    before = () if draft.before is None else (Line("agenda-preview-before"), *_plain(draft.before))
    follows = "agenda-preview-new" if draft.before is None else "agenda-preview-changed"
    parts = (*before, Line("agenda-preview-after"), *_plain(after), _group(settings, after), Line(follows))
    buttons = (
        Button("agenda:use", "agenda-button-use", token, main=True),
        Button("agenda:words", "agenda-button-words", token),
        _back(after.meeting),
    )
    return Notice(parts, buttons)


def removed(known: Known, item: Item, token: str) -> Notice:
    """An item is gone, and can be put back; `token` is the draft's."""
    back = Button("agenda:put-back", "agenda-button-put-back", token)
    return Notice((Line("agenda-removed", {"title": Words(item.title)}),), (back, _back(known.meeting.id)))


def pauses(known: Known) -> Notice:
    """The room for arriving early, and the break: proposed, taken out or moved."""
    plan, id_ = known.plan, known.meeting.id
    rest = rules.rest_after(plan)
    early = "agenda-button-early-off" if plan.early else "agenda-button-early-on"
    parts = [
        Line("agenda-pauses-title"),
        *(lines.early(known) if plan.early else (Line("agenda-early-off"),)),
    ]
    buttons = [Button("agenda:early", early, f"{id_}.{'off' if plan.early else 'on'}")]
    if rest:
        proposed = "yes" if plan.rest is None else "no"
        after = Words(plan.items[rest - 1].title)
        parts += [lines.rest(known), Line("agenda-rest-after", {"title": after, "proposed": proposed})]
        buttons.append(Button("agenda:rest", "agenda-button-rest-off", f"{id_}.off"))
        if rest > 1:
            buttons.append(Button("agenda:rest", "agenda-button-rest-before", f"{id_}.before"))
        if rest < len(plan.items) - 1:
            buttons.append(Button("agenda:rest", "agenda-button-rest-later", f"{id_}.later"))
    elif len(plan.items) > 1:
        parts.append(Line("agenda-rest-off"))
        buttons.append(Button("agenda:rest", "agenda-button-rest-on", f"{id_}.on"))
    else:
        parts.append(Line("agenda-rest-not-yet"))
    return Notice((*parts, Line("agenda-pauses-why")), (*buttons, _back(id_)))


def shares(known: Known, settings: CommunitySettings) -> Notice:
    """How the minutes fall over role groups: groups, never persons."""
    keys = [each.key for each in settings.groups[:MOST_GROUPS]]
    parts = [Line("agenda-groups-title")]
    for key, minutes in rules.shares(known.plan.items, keys):
        if key:
            values = groups.line(settings, key).values
            which = {"key": values["key"], "words": values["words"], "minutes": minutes}
            parts.append(Line("agenda-share", which))
        else:
            parts.append(Line("agenda-share-none", {"minutes": minutes}))
    return Notice((*parts, Line("agenda-groups-hint")), (_back(known.meeting.id),))


def _plain(item: Item) -> list[Line]:
    return lines.item(item, item.position + 1, "")


def _group(settings: CommunitySettings, item: Item) -> Line:
    if not item.group:
        return Line("agenda-group-none")
    values = groups.line(settings, item.group).values
    return Line("agenda-group", {"key": values["key"], "words": values["words"]})


def _length(known: Known) -> Line:
    takes, room = rules.minutes_of(known.plan), known.meeting.minutes
    over = "yes" if takes > room else "no"
    return Line("agenda-length", {"minutes": takes, "room": room, "over": over, "more": abs(takes - room)})


def _words(name: str, label: str, hint: str, value: str) -> Field:
    return Field(name, label, hint, LONGEST_WORDS, "paragraph", value, required=False)


def _back(meeting: str) -> Button:
    return Button("agenda:open", "agenda-button-back", meeting)
