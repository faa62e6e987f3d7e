"""What is read by whoever writes the record: facilitators and note-takers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.notices import Button, Field, Form, Line, Notice, Several, Words
from bot.record.rules import (
    BOXES,
    LONGEST,
    LONGEST_UNTIL,
    LONGEST_WHAT,
    LONGEST_WHO,
    Box,
    Content,
    Knowledge,
    Part,
    Record,
    Stage,
    View,
    shortened,
    token_of,
)
from bot.record.text.page import knowledge, named, next_lines, row

#: Of each box on the page from which it is written, in characters as they are sent.
_LINE = 160
_ROW = 110
#: Of what is there, beside what she wrote herself.
_THERE = 300
KINDS = "kinds"


def working(record: Record, view: View) -> Notice:
    """The page from which it is written: what there is, and a button for each part."""
    parts: list[Line | Words] = [named("record-desk-title", record.title, record.began_at, record.zone)]
    parts.append(Line(f"record-desk-{record.stage}"))
    parts.append(Line("record-desk-held", {"items": len(view.facts.items), "asked": len(view.questions)}))
    parts += next_lines(view.facts.next)
    parts += _written(record.content)
    return Notice(tuple(parts), tuple(_buttons(record)))


def form(record: Record, part: Part) -> Form:
    """The form for one part, with what is there; its token says how often that was saved."""
    words = record.content.words
    boxes = [
        Field(
            box,
            f"record-form-{box}",
            f"record-form-{box}-hint",
            LONGEST,
            value=words.get(box, ""),
            required=False,
        )
        for box in BOXES[part]
    ]
    token = token_of(record.key, part, record.versions.get(part, 0))
    title = f"record-form-{part}-title"
    if part is not Part.KNOWLEDGE:
        return Form("record:save", token, title, tuple(boxes))
    options = tuple((each.value, f"record-kind-{each}") for each in Knowledge)
    chosen = tuple(each.value for each in record.content.knowledge)
    kinds = Several(KINDS, "record-form-kinds", "record-form-kinds-hint", options, chosen)
    return Form("record:save", token, title, (kinds, *boxes))


def meanwhile(record: Record, part: Part, hers: Mapping[Box, str]) -> Notice:
    """Somebody else saved this part while she wrote: what is there, and her own words back."""
    parts: list[Line | Words] = [Line("record-desk-conflict")]
    for box in BOXES[part]:
        there = shortened(record.content.words.get(box, ""), _THERE)
        parts += [Line(f"record-box-{box}"), Line("record-desk-there", {"text": Words(there or "–")})]
        if hers.get(box):
            parts += [Line("record-desk-yours"), Words(hers[box])]
    again = Button("record:write", "record-desk-button-again", token_of(record.key, part), main=True)
    return Notice(tuple(parts), (again, Button("record:open", "record-desk-button-back", record.key)))


def action_form(record: Record) -> Form:
    """[Add an action]."""
    boxes = (
        Field("who", "record-form-who", "record-form-who-hint", LONGEST_WHO, "line"),
        Field("what", "record-form-what", "record-form-what-hint", LONGEST_WHAT),
        Field("until", "record-form-until", "record-form-until-hint", LONGEST_UNTIL, "line", required=False),
    )
    return Form("record:act", record.key, "record-form-action-title", boxes)


def actions(record: Record) -> Notice:
    """[Remove an action]: which ones there are."""
    rows = [
        f"{number}. {shortened(row(each), _ROW)}" for number, each in enumerate(record.content.actions, 1)
    ]
    removing = [
        Button(
            "record:remove",
            "record-desk-button-remove",
            token_of(record.key, each.id),
            values={"number": number},
        )
        for number, each in enumerate(record.content.actions, 1)
    ]
    back = Button("record:open", "record-desk-button-back", record.key, new_row=True)
    if not rows:
        return Notice((Line("record-desk-actions-none"),), (back,))
    return Notice((Line("record-desk-actions"), Words("\n".join(rows))), (*removing, back))


def posted(record: Record) -> Notice:
    """It goes to everybody now, or is changed there."""
    changed = record.posted is not None and record.posted.changed_on is not None
    back = Button("record:open", "record-desk-button-back", record.key)
    return Notice((Line("record-desk-changed" if changed else "record-desk-done"),), (back,))


def already(record: Record) -> Notice:
    """Somebody has posted it already."""
    back = Button("record:open", "record-desk-button-back", record.key)
    return Notice((Line("record-desk-already"),), (back,))


def _written(content: Content) -> Iterator[Line]:
    for box in Box:
        text = content.words.get(box, "")
        if text:
            yield Line(f"record-short-{box}", {"text": Words(shortened(text, _LINE))})
        elif box is Box.PREPARE:
            yield Line("record-prepare-nothing")
    if content.knowledge:
        yield knowledge(content.knowledge)
    if content.actions:
        yield Line("record-short-actions", {"number": len(content.actions)})


def _buttons(record: Record) -> Iterator[Button]:
    for part in Part:
        yield Button("record:write", f"record-desk-button-{part}", token_of(record.key, part))
    yield Button("record:add-action", "record-desk-button-action", record.key, new_row=True)
    if record.content.actions:
        yield Button("record:actions", "record-desk-button-actions", record.key)
    if record.stage is not Stage.WAITS:
        yield Button("record:preview", "record-desk-button-preview", record.key, main=True, new_row=True)
