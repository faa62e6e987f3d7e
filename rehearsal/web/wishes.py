"""What a browser may ask for: one JSON object in each frame, told apart by `do`.

`re` is a number that the browser chose; it comes back with the end of the wish. Ids are digits in a string.
"""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AwareDatetime,
    Base64Bytes,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

#: The largest whole number that a browser holds exactly.
_LARGEST = 2**53 - 1
_ID = re.compile(r"[0-9]{1,20}")


def _number(digits: Any) -> int:
    if not isinstance(digits, str) or not _ID.fullmatch(digits):
        raise ValueError("an id is digits in a text")
    return int(digits)


Id = Annotated[int, BeforeValidator(_number)]
Re = Annotated[int, Field(ge=0, le=_LARGEST)]
Name = Annotated[str, Field(max_length=100)]
Value = str | bool | int


class BadWish(Exception):
    """It cannot be understood; `re` is the number it came with, if it had one."""

    def __init__(self, re: int | None, why: str) -> None:
        super().__init__(why)
        self.re = re
        self.why = why


class _Wish(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    re: Re


class Press(_Wish):
    """Press a button: the part `at` of a message."""

    do: Literal["press"]
    message: Id
    at: Annotated[int, Field(ge=0)]


class Choose(_Wish):
    """Choose from a select of a message, by value."""

    do: Literal["choose"]
    message: Id
    at: Annotated[int, Field(ge=0)]
    values: list[str]


class Command(_Wish):
    """Use a slash command; people, channels and roles by name."""

    do: Literal["command"]
    place: Id
    name: Name
    options: dict[str, Value] = {}


class Menu(_Wish):
    """Choose an entry in the menu of a message."""

    do: Literal["menu"]
    place: Id
    message: Id
    name: Name


class File(BaseModel):
    """A file of a form, its bytes in base64."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: Annotated[str, Field(min_length=1, max_length=255)]
    content: Base64Bytes


class Submit(_Wish):
    """Send a form, filled in by label."""

    do: Literal["submit"]
    form: Name
    values: dict[str, str | bool | list[str] | list[File] | None]


class CloseForm(_Wish):
    """Close a form without sending it."""

    do: Literal["close_form"]
    form: Name


class Say(_Wish):
    """Write a message."""

    do: Literal["say"]
    place: Id
    text: str


class Dismiss(_Wish):
    """Take a message that only she sees off her screen."""

    do: Literal["dismiss"]
    message: Id


class DirectMessages(_Wish):
    """Let direct messages from this community in, or not."""

    do: Literal["direct_messages"]
    open: bool


class Suggest(_Wish):
    """Ask for suggestions while an option of a command is typed."""

    do: Literal["suggest"]
    place: Id
    name: Name
    option: Name
    typed: str
    options: dict[str, Value] = {}


class Enter(_Wish):
    """Go into a voice room."""

    do: Literal["enter"]
    place: Id


class Leave(_Wish):
    """Leave the voice room."""

    do: Literal["leave"]


class Interested(_Wish):
    """Be interested in an event, or no longer."""

    do: Literal["interested"]
    event: Id
    yes: bool


class Start(_Wish):
    """A new world, in which a scene stands ready."""

    do: Literal["start"]
    scene: Name


class Next(_Wish):
    """Do the scene's next step."""

    do: Literal["next"]


class LeaveScene(_Wish):
    """End the scene; the world stays."""

    do: Literal["leave_scene"]


class Afresh(_Wish):
    """A new world, with the opening."""

    do: Literal["afresh"]


class Move(_Wish):
    """Move the time on."""

    do: Literal["move"]
    to: AwareDatetime


class UntilDue(_Wish):
    """Move the time on to what is due next."""

    do: Literal["until_due"]


class Flow(_Wish):
    """Let the time flow (1) or stand still (0)."""

    do: Literal["flow"]
    rate: Annotated[int, Field(ge=0, le=1)]


class RestartBot(_Wish):
    """End the bot and start it again."""

    do: Literal["restart_bot"]


class Tables(_Wish):
    """Show what the machine knows."""

    do: Literal["tables"]


PersonWish = (
    Press
    | Choose
    | Command
    | Menu
    | Submit
    | CloseForm
    | Say
    | Dismiss
    | DirectMessages
    | Suggest
    | Enter
    | Leave
    | Interested
)
StageWish = Start | Next | LeaveScene | Afresh | Move | UntilDue | Flow | RestartBot | Tables
_PERSON: TypeAdapter[PersonWish] = TypeAdapter(Annotated[PersonWish, Field(discriminator="do")])
_STAGE: TypeAdapter[StageWish] = TypeAdapter(Annotated[StageWish, Field(discriminator="do")])


AnyWish = TypeVar("AnyWish")


def of_person(frame: str) -> PersonWish:
    """A person's wish; BadWish, with a sentence, for anything else."""
    return _read(_PERSON, frame)


def of_stage(frame: str) -> StageWish:
    """The stage's wish; BadWish, with a sentence, for anything else."""
    return _read(_STAGE, frame)


def _read(known: TypeAdapter[AnyWish], frame: str) -> AnyWish:
    try:
        return known.validate_json(frame)
    except ValidationError as error:
        raise BadWish(_number_of(frame), _sentence(error)) from error


def _number_of(frame: str) -> int | None:
    """The `re` of a frame that is wrong otherwise."""
    try:
        found: Any = json.loads(frame)
    except (ValueError, RecursionError):
        return None
    number = found.get("re") if isinstance(found, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] in ("union_tag_invalid", "union_tag_not_found"):
        return "Nothing of this kind can be done here."
    if not first["loc"]:
        return "This is not a wish that the practice room understands."
    # The first step of the path is the kind of wish.
    where = ".".join(str(step) for step in first["loc"][1:]) or "the wish"
    return f"The practice room does not understand “{where}”: {first['msg'][:1].lower()}{first['msg'][1:]}."
