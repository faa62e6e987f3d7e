"""The guided panel: the list of steps, one page for each, and what is said when something was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.community.rules.choices import MOST
from bot.community.rules.setup import CHANNELS, FACILITATORS_ROLE, Fate, Item, Status, Step, to_do
from bot.community.rules.steps import View, must_wait, next_step, status
from bot.core.notices import Button, Line, Notice, Words

Parts = tuple[Line | Words, ...]
Page = tuple[Parts, tuple[Button, ...]]


def overview(view: View) -> Notice:
    """The list of steps, with what is there and what is missing; a button for each."""
    lines = [_line(view, step) for step in Step]
    first = next_step(view)
    go_on = Button("community:step", "community-button-go-on", first, main=True)
    steps = [Button("community:open", f"community-button-{step}", step) for step in Step]
    return Notice((Line("community-setup"), *lines, Line("community-setup-how")), (go_on, *steps))


def page(view: View, step: Step, said: Sequence[Line], *, again: bool = False) -> Notice:
    """One step; `said` is what was just done, or refused, and stands above it; `again`: to be tried again."""
    top = (*said, Line(f"community-{step}-title"))
    if must_wait(view, step):
        first = Button("community:step", "community-button-server", Step.SERVER, main=True)
        return Notice((*top, Line("community-server-first")), (first, _back()))
    parts, buttons = _PAGES[step](view)
    if again:
        buttons = (_named(buttons[0], "community-button-try-again"), *buttons[1:])
    skip = () if step is Step.CHECK else (Button("community:skip", "community-button-skip", step),)
    return Notice((*top, *parts), (*buttons, *skip, _back()))


def _line(view: View, step: Step) -> Line:
    return Line(f"community-line-{step}", {"state": str(status(view, step))})


def _back() -> Button:
    return Button("community:setup", "community-button-back")


def _named(button: Button, label: str) -> Button:
    return Button(button.action, label, button.token, main=button.main)


def _right(step: Step, *, main: bool = False) -> Button:
    return Button("community:right", "community-button-right", step, main=main)


# The pages


def _groups(view: View) -> Page:
    lines = [
        Line(f"community-group-{group.side}", {"name": Words(view.names[group.key])})
        for group in view.settings.groups
    ]
    change = [
        Button(
            "community:group",
            "community-button-group",
            group.key,
            values={"name": Words(view.names[group.key])},
        )
        for group in view.settings.groups
    ]
    add = Button("community:group", "community-button-add-group")
    return (Line("community-groups-text"), *lines), (_right(Step.GROUPS, main=True), *change, add)


def _server(view: View) -> Page:
    lines = [_item(item) for item in view.items]
    undo = Button("community:undo", "community-button-undo")
    existing = Button("community:existing", "community-button-existing")
    make: tuple[Button, ...] = ()
    if to_do(view.items, only_needed=False):
        make = (Button("community:make", "community-button-make", "all", main=True),)
    if to_do(view.items, only_needed=True) and make:
        make = (*make, Button("community:make", "community-button-make-needed", "needed"))
    wants_lay = any(item.wanted.use == "lay" and item.fate is Fate.MAKE for item in view.items)
    about_lay = (Line("community-server-lay"),) if wants_lay else ()
    text = Line("community-server-text" if make else "community-server-there")
    buttons = (*make, existing, undo) if view.setup.made else (*make, existing)
    return (text, *lines, *about_lay), buttons


def _item(item: Item) -> Line:
    kind = "role" if item.wanted.use == FACILITATORS_ROLE else "group"
    if item.wanted.use in CHANNELS:
        kind = f"channel-{item.wanted.use}"
    return Line(f"community-item-{item.fate}", {"kind": kind, "name": Words(item.wanted.name)})


def _facilitators(view: View) -> Page:
    people = Button("community:people", "community-button-people", main=True)
    return (Line("community-facilitators-text"),), (people, _right(Step.FACILITATORS))


def _host(view: View) -> Page:
    said = {None: "unsaid", True: "yes", False: "no"}[view.settings.host_takes_part]
    return (
        (Line("community-host-text"), Line(f"community-host-{said}")),
        (
            Button("community:host", "community-button-host-yes", "yes"),
            Button("community:host", "community-button-host-no", "no"),
        ),
    )


def _place(view: View) -> Page:
    chosen = view.settings
    line = Line(
        "community-place-text",
        {"zone": chosen.zone, "nation": chosen.nation.name.lower(), "country": chosen.country},
    )
    return (line,), (_right(Step.PLACE, main=True), Button("community:place", "community-button-change"))


def _times(view: View) -> Page:
    quiet = view.settings.quiet
    monday, tuesday, wednesday, thursday, friday = ("yes" if day in quiet.days else "no" for day in MOST.days)
    line = Line(
        "community-times-text",
        {
            "monday": monday,
            "tuesday": tuesday,
            "wednesday": wednesday,
            "thursday": thursday,
            "friday": friday,
            "begin": f"{quiet.begin:%H:%M}",
            "end": f"{quiet.end:%H:%M}",
            "week": quiet.a_week,
            "month": quiet.a_month,
        },
    )
    return (line,), (_right(Step.TIMES, main=True), Button("community:times", "community-button-change"))


def _questions(view: View) -> Page:
    settings = Button("questions:settings", "community-button-question-settings")
    return (Line("community-questions-text"), *view.about_questions), (
        _right(Step.QUESTIONS, main=True),
        settings,
    )


def _safety(view: View) -> Page:
    safe = view.settings.safeguarding
    unsaid = Line("community-safety-nobody")
    lead = Line("community-safety-lead", {"lead": Words(safe.lead)}) if safe.lead else unsaid
    hours = (Line("community-safety-hours", {"hours": Words(safe.hours)}),) if safe.hours else ()
    cover = (Line("community-safety-cover", {"cover": Words(safe.cover)}),) if safe.cover else ()
    urgent: Parts = (Line("community-safety-urgent"), Words(view.urgent)) if view.urgent else ()
    threats: Parts = (Line("community-safety-threats-none"),)
    if view.threats:
        threats = (Line("community-safety-threats"), Words(view.threats))
    text = (Line("community-safety-text"), Line("community-safety-no-trace"))
    button = Button("community:safety", "community-button-fill-in", main=True)
    return (*text, lead, *hours, *cover, *urgent, *threats), (button,)


def _basis(view: View) -> Page:
    words = view.settings.lawful_basis
    said: Parts = (Line("community-basis-said"), Words(words)) if words else (Line("community-basis-none"),)
    button = Button("community:basis", "community-button-fill-in", main=True)
    return (Line("community-basis-text"), *said), (button,)


def _panels(view: View) -> Page:
    if status(view, Step.PANELS) is not Status.DONE:
        post = Button("community:post", "community-button-post", main=True)
        return (Line("community-panels-text"),), (post,)
    said = "community-panels-there" if view.panels else "community-panels-on-their-way"
    check = Button("community:step", "community-button-check", Step.CHECK, main=True)
    return (Line(said),), (check, Button("community:post", "community-button-post-again", "again"))


def _check(view: View) -> Page:
    found = view.findings
    wrong = [line for line, is_well in found if not is_well]
    fine = [line for line, is_well in found if is_well]
    title = (
        Line("community-check-green") if not wrong else Line("community-check-wrong", {"count": len(wrong)})
    )
    works = (Line("community-check-works"), *fine) if fine else ()
    again = Button("community:step", "community-button-check-again", Step.CHECK, main=True)
    return (title, *wrong, *works), (again,)


_PAGES: Mapping[Step, Callable[[View], Page]] = {
    Step.GROUPS: _groups,
    Step.SERVER: _server,
    Step.FACILITATORS: _facilitators,
    Step.HOST: _host,
    Step.PLACE: _place,
    Step.TIMES: _times,
    Step.QUESTIONS: _questions,
    Step.SAFETY: _safety,
    Step.BASIS: _basis,
    Step.PANELS: _panels,
    Step.CHECK: _check,
}


# Taking back, and taking over


def taking_back(going: Sequence[str], staying: Sequence[str], by_hand: Sequence[str]) -> Notice:
    """What would go; what has messages of people and stays; what somebody has to delete by hand."""
    lines = [Line("community-undo-title")]
    lines += [Line("community-undo-going", {"name": Words(name)}) for name in going]
    lines += [Line("community-undo-staying", {"name": Words(name)}) for name in staying]
    lines += [Line("community-undo-by-hand", {"name": Words(name)}) for name in by_hand]
    buttons = []
    if going:
        buttons.append(Button("community:delete", "community-button-delete", "empty", main=True))
    if staying:
        buttons.append(Button("community:delete", "community-button-delete-all", "all"))
    if not buttons:
        lines.append(Line("community-undo-nothing"))
    return Notice(tuple(lines), (*buttons, Button("community:step", "community-button-keep", Step.SERVER)))


def anybody_can_go_on(key: str) -> Notice:
    """What facilitators read in their new channel, so that any of them can go on."""
    return Notice(
        (Line("community-begun"),), (Button("community:setup", "community-button-setup", key, main=True),)
    )
