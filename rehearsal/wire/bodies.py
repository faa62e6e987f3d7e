"""What may be in a request, and how what may not becomes Discord's answer.

A field that Discord has and that is not modelled here is refused as not known (501), never ignored. A
few fields are accepted only in the empty form in which discord.py likes to send them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic import model_validator as check
from pydantic_core import ErrorDetails, PydanticCustomError

from rehearsal.wire.bodies_files import AttachmentBodies, wanted_files
from rehearsal.wire.multipart import FilePart
from rehearsal.world import errors
from rehearsal.world.components import MessageComponent
from rehearsal.world.errors import DiscordError, NotKnownError, Problem
from rehearsal.world.mentions import AllowedMentions
from rehearsal.world.messages import Change, Draft
from rehearsal.world.snowflakes import snowflake

Model = TypeVar("Model", bound=BaseModel)
_NOT_KNOWN = {"extra_forbidden", "union_tag_invalid", "not_known"}


def parse(model: type[Model], data: Any, *prefix: str) -> Model:
    """The body as a model. Raises NotKnownError, or DiscordError 50035 with each problem at its path."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise _refusal(error.errors(include_url=False), prefix) from None


def _refusal(found: list[ErrorDetails], prefix: tuple[str, ...]) -> DiscordError | NotKnownError:
    for error in found:
        if error["type"] in _NOT_KNOWN:
            return NotKnownError(f"The rehearsal does not know {'.'.join(_path(error, prefix))} in this body")
    return errors.invalid_form(*(_problem(error, prefix) for error in found))


def _path(error: ErrorDetails, prefix: tuple[str, ...]) -> tuple[str, ...]:
    steps = (str(step) for step in error["loc"])
    return prefix + tuple(step for step in steps if not step.startswith("#"))


_SENTENCES: Mapping[str, tuple[str, str]] = {
    "missing": ("BASE_TYPE_REQUIRED", "This field is required"),
    "union_tag_not_found": ("BASE_TYPE_REQUIRED", "This field is required"),
    "string_too_long": ("BASE_TYPE_MAX_LENGTH", "Must be {max_length} or fewer in length."),
    "too_long": ("BASE_TYPE_MAX_LENGTH", "Must be {max_length} or fewer in length."),
    "string_too_short": ("BASE_TYPE_MIN_LENGTH", "Must be {min_length} or more in length."),
    "too_short": ("BASE_TYPE_MIN_LENGTH", "Must be {min_length} or more in length."),
    "literal_error": ("BASE_TYPE_CHOICES", "Value must be one of ({expected})."),
    "less_than": ("NUMBER_TYPE_MAX", "Value should be less than {lt}."),
    "less_than_equal": ("NUMBER_TYPE_MAX", "Value should be less than or equal to {le}."),
    "greater_than_equal": ("NUMBER_TYPE_MIN", "Value should be greater than or equal to {ge}."),
    "string_pattern_mismatch": ("STRING_TYPE_REGEX", "String value did not match validation regex."),
}


def _problem(error: ErrorDetails, prefix: tuple[str, ...]) -> Problem:
    """An error in capitals carries Discord's own inner code; the others are pydantic's."""
    kind, path = error["type"], _path(error, prefix)
    if kind.isupper():
        return Problem(path, kind, error["msg"])
    if kind not in _SENTENCES:
        return Problem(path, "BASE_TYPE_INVALID", error["msg"])
    code, sentence = _SENTENCES[kind]
    return Problem(path, code, sentence.format_map(error.get("ctx", {})))


def _only_empty(value: Any) -> None:
    if value not in (None, [], {}):
        raise PydanticCustomError("not_known", "not known unless empty")


def _only_false(value: Any) -> bool:
    if value not in (None, False):
        raise PydanticCustomError("not_known", "not known unless false")
    return False


def _not_none(default: Any) -> Callable[[Any], Any]:
    return lambda value: default if value is None else value


Snowflake = Annotated[int, BeforeValidator(snowflake)]
Empty = Annotated[None, BeforeValidator(_only_empty)]
NotTrue = Annotated[bool, BeforeValidator(_only_false)]
Flags = Annotated[int, BeforeValidator(_not_none(0)), Field(ge=0)]
Components = list[MessageComponent]


class Body(BaseModel):
    """A request body: nothing in it that is not modelled."""

    model_config = ConfigDict(extra="forbid")


class AllowedMentionsBody(Body):
    """`allowed_mentions`; a kind is either parsed or listed, not both."""

    parse_: list[Literal["users", "roles", "everyone"]] = Field(default_factory=list, alias="parse")
    users: list[Snowflake] = Field(default_factory=list, max_length=100)
    roles: list[Snowflake] = Field(default_factory=list, max_length=100)
    replied_user: NotTrue = False

    @check(mode="after")
    def _exclusive(self) -> AllowedMentionsBody:
        for kind, listed in (("users", self.users), ("roles", self.roles)):
            if len(set(listed)) != len(listed):
                raise PydanticCustomError(
                    "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"
                )
            if kind in self.parse_ and listed:
                raise PydanticCustomError(
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
                    {"kind": kind},
                )
        return self

    def meant(self) -> AllowedMentions:
        """As the world understands it."""
        return AllowedMentions(frozenset(self.parse_), frozenset(self.users), frozenset(self.roles))


class AnswerBody(Body):
    """A message as an interaction's answer or follow-up."""

    content: str | None = None
    components: Components | None = None
    flags: Flags = 0
    allowed_mentions: AllowedMentionsBody | None = None
    tts: NotTrue = False
    embeds: Empty = None
    attachments: AttachmentBodies | None = None
    poll: Empty = None

    def draft(self, files: Sequence[FilePart] = ()) -> Draft:
        """As the world understands it, with the files that came beside it."""
        return Draft(
            content=self.content or "",
            components=tuple(self.components or ()),
            flags=self.flags,
            allowed_mentions=self.allowed_mentions.meant() if self.allowed_mentions else None,
            files=wanted_files(self.attachments, files),
        )


def _short_nonce(value: str | int) -> str | int:
    too_large = isinstance(value, int) and not -(1 << 63) <= value < 1 << 63
    if too_large or len(str(value)) > 25:  # noqa: PLR2004 - Discord's limit, used once
        raise PydanticCustomError("NONCE_TYPE_TOO_LONG", "Nonce must be 25 or fewer in length.")
    return value


class MessageBody(AnswerBody):
    """An ordinary message."""

    nonce: Annotated[str | int, AfterValidator(_short_nonce)] | None = None
    enforce_nonce: bool | None = None
    sticker_ids: Empty = None
    message_reference: Empty = None

    def draft(self, files: Sequence[FilePart] = ()) -> Draft:
        """As the world understands it, with the files that came beside it."""
        said = AnswerBody.draft(self, files)
        return replace(said, nonce=self.nonce, enforce_nonce=bool(self.enforce_nonce))


class EditBody(Body):
    """A change of a message; what is absent stays, null empties."""

    content: str | None = None
    components: Components | None = None
    flags: Flags | None = None
    allowed_mentions: AllowedMentionsBody | None = None
    tts: NotTrue = False
    embeds: Empty = None
    attachments: AttachmentBodies | None = None

    def change(self, files: Sequence[FilePart] = ()) -> Change:
        """As the world understands it, with the files that came beside it."""
        given = self.model_fields_set
        return Change(
            content=(self.content or "") if "content" in given else None,
            components=tuple(self.components or ()) if "components" in given else None,
            flags=self.flags,
            allowed_mentions=self.allowed_mentions.meant() if self.allowed_mentions else None,
            files=wanted_files((self.attachments or []) if "attachments" in given else None, files),
        )


class DeferBody(Body):
    """What can go with a deferred answer."""

    flags: Flags = 0


class CallbackBody(Body):
    """A first answer; `data` is looked at once its type is known."""

    type: Literal[4, 5, 6, 7, 8, 9]
    data: Any = None


class DirectChannelBody(Body):
    """Whom to open a chat with."""

    recipient_id: Snowflake
