"""The parts of a message as plain data, in the order of reading.

`at` is a part's number in `components.walk`: by it a press names the part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from rehearsal.world.components import (
    ActionRow,
    AnyComponent,
    Button,
    Container,
    FileDisplay,
    MediaGallery,
    Section,
    Separator,
    StringSelect,
    TextDisplay,
    Thumbnail,
    UserSelect,
)

Json = dict[str, Any]

_STYLES: Mapping[int, str] = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
_LARGE = 2


def drawn(components: Sequence[AnyComponent], people: Mapping[str, int], files: Sequence[Json]) -> list[Json]:
    """All parts; `people` are those whom selects offer, `files` those that the parts show, in their order."""
    return list(_Drawing(people, iter(files)).parts(components))


class _Drawing:
    def __init__(self, people: Mapping[str, int], files: Iterator[Json]) -> None:
        self._people = people
        self._files = files
        self._numbers = count()

    def parts(self, components: Sequence[AnyComponent]) -> Iterator[Json]:
        for component in components:
            yield self._part(component, next(self._numbers))

    def _part(self, component: AnyComponent, at: int) -> Json:
        match component:
            case ActionRow() | Container() | Section():
                return self._holder(component)
            case MediaGallery():
                return {"kind": "files", "files": [next(self._files) for _ in component.items]}
            case Thumbnail() | FileDisplay():
                return {"kind": "files", "files": [next(self._files)]}
            case StringSelect() | UserSelect():
                return _select(component, at, self._people)
            case _:
                return _single(component, at)

    def _holder(self, component: ActionRow | Container | Section) -> Json:
        inside = list(self.parts(component.components))
        match component:
            case ActionRow():
                return {"kind": "row", "parts": inside}
            case Section():
                return {"kind": "section", "parts": inside, "beside": next(self.parts([component.accessory]))}
            case Container():
                accent, spoiler = component.accent_color, component.spoiler
                return {"kind": "container", "accent": accent, "spoiler": spoiler, "parts": inside}


def _single(component: TextDisplay | Separator | Button, at: int) -> Json:
    match component:
        case TextDisplay():
            return {"kind": "text", "content": component.content}
        case Separator():
            large = component.spacing == _LARGE
            return {"kind": "separator", "line": component.divider, "large": large}
        case Button():
            return _button(component, at)


def _button(button: Button, at: int) -> Json:
    return {
        "kind": "button",
        "at": at,
        "label": button.label,
        "style": _STYLES[button.style],
        "disabled": button.disabled,
        "url": button.url,
    }


def _select(select: StringSelect | UserSelect, at: int, people: Mapping[str, int]) -> Json:
    return {
        "kind": "select",
        "at": at,
        "placeholder": select.placeholder,
        "options": _lines(select, people),
        "least": select.min_values,
        "most": select.max_values,
        "disabled": select.disabled,
        "people": not isinstance(select, StringSelect),
    }


def _lines(select: StringSelect | UserSelect, people: Mapping[str, int]) -> list[Json]:
    if isinstance(select, StringSelect):
        return [
            {"label": each.label, "value": each.value, "about": each.description, "chosen": each.default}
            for each in select.options
        ]
    chosen = {each.id for each in select.default_values or ()}
    return [
        {"label": name, "value": str(user_id), "about": None, "chosen": user_id in chosen}
        for name, user_id in people.items()
    ]
