"""A form on somebody's screen: what its fields hold, what the client lets go, and what is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rehearsal.offers import Offered
from rehearsal.screen import Outcome
from rehearsal.world.components import (
    ChannelSelect,
    Picker,
    RoleSelect,
    Select,
    StringSelect,
    TextDisplay,
    UserSelect,
)
from rehearsal.world.errors import CannotSend, CannotUse
from rehearsal.world.files import MAX_SIZE, Attachment, Upload
from rehearsal.world.inputs import Checkbox, CheckboxGroup, FileUpload, Label, Modal, RadioGroup, TextInput
from rehearsal.world.model import Filled, Submission

FieldKind = Literal[
    "text", "radio", "checkboxes", "checkbox", "select", "people", "roles", "channels", "files"
]
Choice = RadioGroup | CheckboxGroup | StringSelect | Picker
_KINDS: Mapping[type[Choice], FieldKind] = {
    RadioGroup: "radio",
    CheckboxGroup: "checkboxes",
    StringSelect: "select",
    UserSelect: "people",
    RoleSelect: "roles",
    ChannelSelect: "channels",
}
_SEVERAL_LINES = 2
#: What somebody fills in: a text, labels of options, yes or no, files, or nothing.
Typed = str | bool | Upload | Sequence[str] | Sequence[Upload] | None


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form; `value` is what it holds before anything is touched.

    A text holds a text, radio buttons the label of an option or None, a checkbox whether it is ticked, the
    others the labels that are chosen. Lengths are of texts; numbers of choices hold where any is made.
    """

    label: str
    description: str | None
    kind: FieldKind
    value: Typed
    required: bool
    placeholder: str | None = None
    options: tuple[str, ...] = ()
    min_length: int = 0
    max_length: int = 0
    min_values: int = 0
    max_values: int = 0
    #: What stands below each of `options`.
    descriptions: tuple[str | None, ...] = ()
    #: Whether a text is written in a box of several lines.
    long: bool = False


class Form:
    """A form on somebody's screen; it keeps being there when sending it failed."""

    def __init__(
        self,
        modal: Modal,
        offered: Offered,
        message_id: int | None,
        send: Callable[[Submission], Awaitable[Outcome]],
        hand_in: Callable[[Upload], Attachment],
    ) -> None:
        """`offered` is what its selects offer; `message_id` is where it was opened from.

        `hand_in` sends a file on its way, when the form is sent.
        """
        self._modal = modal
        self._pickable = offered
        self._message_id = message_id
        self._send = send
        self._hand_in = hand_in
        self._is_closed = False
        self.title = modal.title
        self.texts = tuple(part.content for part in modal.components if isinstance(part, TextDisplay))
        self.text = "\n".join(self.texts)
        self.fields = tuple(self._field(label) for label in modal.labels())

    async def submit(self, values: Mapping[str, Typed], *, unchecked: bool = False) -> Outcome:
        """Sends the form, filled in by label; a field that is not named keeps its value.

        A text box takes a text, radio buttons an option's label, a checkbox a bool, checkboxes and a select a
        label or several, a select of people display names, one of roles or channels their names, a field for
        files an Upload or several. None leaves a choice empty.

        Raises CannotUse once it was sent and answered, for then it has gone from the screen; CannotSend, with
        the client's reason, for what is missing, too long, too short, too much or too little, for an option
        or a label that is not there. `unchecked` skips all but the last two, which Discord itself refuses, as
        a client that was tampered with would.
        """
        if self._is_closed and not unchecked:
            raise CannotUse("the form was sent, and has gone from the screen")
        unknown = set(values) - {field.label for field in self.fields}
        if unknown:
            raise CannotSend(f"the form has no field {sorted(unknown)}")
        filled: dict[str, Filled] = {}
        for label, field in zip(self._modal.labels(), self.fields, strict=True):
            typed = values.get(field.label, field.value)
            filled[label.component.custom_id] = self._filled(label, field, typed, checked=not unchecked)
        outcome = await self._send(Submission(self._modal, filled, self._message_id))
        self._is_closed = outcome.failed is None
        return outcome

    def _field(self, label: Label) -> FormField:
        part = label.component
        if isinstance(part, TextInput):
            return FormField(
                label.label,
                label.description,
                "text",
                part.value or "",
                part.required,
                placeholder=part.placeholder,
                min_length=part.min_length,
                max_length=part.max_length,
                long=part.style == _SEVERAL_LINES,
            )
        if isinstance(part, Checkbox):
            return FormField(label.label, label.description, "checkbox", part.default, required=False)
        if isinstance(part, FileUpload):
            least, most = part.least, part.most
            about = label.description
            return FormField(
                label.label, about, "files", (), part.required, min_values=least, max_values=most
            )
        chosen = self._chosen(part)
        least, most = _numbers(part)
        return FormField(
            label.label,
            label.description,
            _KINDS[type(part)],
            next(iter(chosen), None) if isinstance(part, RadioGroup) else chosen,
            part.required,
            placeholder=part.placeholder if isinstance(part, Select) else None,
            options=tuple(self._offered(part)),
            min_values=least,
            max_values=most,
            descriptions=tuple(map(_described(part).get, self._offered(part))),
        )

    def _offered(self, part: Choice) -> dict[str, str]:
        """Labels and values; of two options that look the same, the upper one is meant."""
        if isinstance(part, Picker):
            return {name: str(id_) for name, id_ in self._pickable.by(part).items()}
        offered: dict[str, str] = {}
        for option in part.options:
            offered.setdefault(option.label, option.value)
        return offered

    def _chosen(self, part: Choice) -> tuple[str, ...]:
        if isinstance(part, Picker):
            return tuple(name for name, id_ in self._pickable.by(part).items() if id_ in part.chosen)
        return tuple(option.label for option in part.options if option.default)

    def _filled(self, label: Label, field: FormField, typed: Typed, *, checked: bool) -> Filled:
        """What goes over the wire for one field."""
        part = label.component
        if isinstance(part, TextInput):
            return _text(field, typed, checked=checked)
        if isinstance(part, Checkbox):
            if not isinstance(typed, bool):
                raise CannotSend(f"{field.label!r} is ticked or not")
            return typed
        if isinstance(part, FileUpload):
            uploads = _uploads(field, typed, checked=checked)
            return tuple(str(self._hand_in(each).id) for each in uploads)
        values = _values(field, self._offered(part), typed, checked=checked)
        return next(iter(values), None) if isinstance(part, RadioGroup) else values


def _described(part: Choice) -> dict[str, str | None]:
    """What stands below each label; of two options that look the same, the upper one is meant."""
    if isinstance(part, Picker):
        return {}
    described: dict[str, str | None] = {}
    for option in part.options:
        described.setdefault(option.label, option.description)
    return described


def _numbers(part: Choice) -> tuple[int, int]:
    if isinstance(part, RadioGroup):
        return 1, 1
    if isinstance(part, CheckboxGroup):
        return part.least, part.most
    return part.min_values, part.max_values


def _text(field: FormField, typed: Typed, *, checked: bool) -> str:
    if not isinstance(typed, str):
        raise CannotSend(f"{field.label!r} takes a text")
    if not checked:
        return typed
    if field.required and not typed.strip():
        raise CannotSend(f"{field.label!r} is required")
    if len(typed) > field.max_length:
        raise CannotSend(f"{field.label!r} takes {field.max_length} characters at most")
    if typed and len(typed) < field.min_length:
        raise CannotSend(f"{field.label!r} takes {field.min_length} characters at least")
    return typed


def _values(field: FormField, offered: Mapping[str, str], typed: Typed, *, checked: bool) -> tuple[str, ...]:
    labels = _labels(field, typed)
    for each in labels:
        if each not in offered:
            raise CannotSend(f"{field.label!r} has no option {each!r}")
    if len(set(labels)) < len(labels):
        raise CannotSend(f"{field.label!r}: an option can be chosen once")
    if field.kind == "radio" and len(labels) > 1:
        raise CannotSend(f"{field.label!r} takes one option")
    if checked:
        _refuse_number(field, len(labels))
    return tuple(offered[each] for each in labels)


def _labels(field: FormField, typed: Typed) -> list[str]:
    if typed is None:
        return []
    given = [typed] if isinstance(typed, str | bool | Upload) else list(typed)
    labels = [each for each in given if isinstance(each, str)]
    if len(labels) < len(given):
        raise CannotSend(f"{field.label!r} takes options by their labels")
    return labels


def _uploads(field: FormField, typed: Typed, *, checked: bool) -> list[Upload]:
    if typed is None:
        return []
    given = [typed] if isinstance(typed, str | bool | Upload) else list(typed)
    uploads = [each for each in given if isinstance(each, Upload)]
    if len(uploads) < len(given):
        raise CannotSend(f"{field.label!r} takes files")
    for each in uploads:
        if len(each.content) > MAX_SIZE:
            raise CannotSend(f"{field.label!r}: a file has {MAX_SIZE // 1024 // 1024} MiB at most")
    if checked:
        _refuse_number(field, len(uploads))
    return uploads


def _refuse_number(field: FormField, number: int) -> None:
    what = "files" if field.kind == "files" else "options"
    if not number:
        if field.required:
            raise CannotSend(f"{field.label!r} is required")
    elif number < field.min_values:
        raise CannotSend(f"{field.label!r} takes {field.min_values} {what} at least")
    elif number > field.max_values:
        raise CannotSend(f"{field.label!r} takes {field.max_values} {what} at most")
