"""The parts of a message as plain data, in the order of reading.

`at` is a part's number in `components.walk`: by it a press names the part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from rehearsal.offers import Offered
from rehearsal.world.components import (
    ActionRow,
    AnyComponent,
    Button,
    ChannelSelect,
    Container,
    FileDisplay,
    MediaGallery,
    Picker,
    RoleSelect,
    Section,
    Separator,
    StringSelect,
    TextDisplay,
    Thumbnail,
)

Json = dict[str, Any]

_STYLES: Mapping[int, str] = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
_LARGE = 2


def drawn(components: Sequence[AnyComponent], pickable: Offered, files: Sequence[Json]) -> list[Json]:
    """All parts; `pickable` is what selects offer, `files` those that the parts show, in their order."""
    return list(_Drawing(pickable, iter(files)).parts(components))


class _Drawing:
    def __init__(self, pickable: Offered, files: Iterator[Json]) -> None:
        self._pickable = pickable
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
            case StringSelect() | Picker():
                return _select(component, at, self._pickable)
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


def _select(select: StringSelect | Picker, at: int, pickable: Offered) -> Json:
    return {
        "kind": "select",
        "at": at,
        "placeholder": select.placeholder,
        "options": _lines(select, pickable),
        "least": select.min_values,
        "most": select.max_values,
        "disabled": select.disabled,
        "of": _of(select),
    }


def _of(select: StringSelect | Picker) -> str:
    """What there is to choose from."""
    match select:
        case StringSelect():
            return "options"
        case RoleSelect():
            return "roles"
        case ChannelSelect():
            return "channels"
        case _:
            return "people"


def _lines(select: StringSelect | Picker, pickable: Offered) -> list[Json]:
    if isinstance(select, StringSelect):
        return [
            {"label": each.label, "value": each.value, "about": each.description, "chosen": each.default}
            for each in select.options
        ]
    return [
        {"label": name, "value": str(id_), "about": None, "chosen": id_ in select.chosen}
        for name, id_ in pickable.by(select).items()
    ]
