"""Bodies about channels, and about members who are moved between voice rooms."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic import model_validator as check
from pydantic_core import PydanticCustomError

from rehearsal.wire.bodies import Body, Snowflake
from rehearsal.world.management import MAX_CHANNEL_NAME, NOWHERE, ChannelChange, NewChannel
from rehearsal.world.model import ChannelKind, Overwrite, OverwriteKind

MAX_OVERWRITES = 100
MAX_USER_LIMIT = 99
#: Channels that Discord can make and the rehearsal cannot: news, stage, directory, forum.
_OTHER_KINDS = (5, 13, 14, 15)
MAX_TOPIC = 1024


def _known_kind(value: Any) -> Any:
    if value in _OTHER_KINDS:
        raise PydanticCustomError("not_known", "not known")
    return ChannelKind.TEXT if value is None else value


def not_null(value: Any) -> Any:
    """A validator: null is not known where the field may only be absent."""
    if value is None:
        raise PydanticCustomError("not_known", "not known as null")
    return value


def _bits(value: Any) -> int:
    if value is None:
        return 0
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,20}", str(value)):
        raise PydanticCustomError(
            "NUMBER_TYPE_COERCE", 'Value "{value}" is not a bit set.', {"value": str(value)}
        )
    return int(value)


def _named(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


Bits = Annotated[int, BeforeValidator(_bits)]
Name = Annotated[str, BeforeValidator(_named), Field(min_length=1, max_length=MAX_CHANNEL_NAME)]
Position = Annotated[int, Field(ge=0)]
Topic = Annotated[str, Field(max_length=MAX_TOPIC)]
UserLimit = Annotated[int, Field(ge=0, le=MAX_USER_LIMIT)]


class OverwriteBody(Body):
    """What a role (0) or a member (1) is allowed and denied."""

    id: Snowflake
    type: Annotated[Literal[0, 1], BeforeValidator(not_null)] = Field(default=None, validate_default=True)
    allow: Bits = 0
    deny: Bits = 0

    def meant(self) -> Overwrite:
        """As the world understands it."""
        return Overwrite(self.id, OverwriteKind(self.type), self.allow, self.deny)


Overwrites = Annotated[list[OverwriteBody], Field(max_length=MAX_OVERWRITES)]


class ChannelBody(Body):
    """A channel to be made: of text (0) or voice (2), or a category (4)."""

    name: Name
    type: Annotated[Literal[0, 2, 4], BeforeValidator(_known_kind)] = 0
    permission_overwrites: Overwrites | None = None
    parent_id: Snowflake | None = None
    topic: Topic | None = None
    user_limit: UserLimit | None = None
    position: Position | None = None

    @check(mode="after")
    def _of_its_kind(self) -> ChannelBody:
        if self.topic is not None and ChannelKind(self.type) is not ChannelKind.TEXT:
            raise PydanticCustomError("not_known", "a topic is known in text alone")
        if self.user_limit is not None and ChannelKind(self.type) is not ChannelKind.VOICE:
            raise PydanticCustomError("not_known", "user_limit is known in voice alone")
        return self

    def wanted(self) -> NewChannel:
        """As the world understands it."""
        return NewChannel(
            self.name,
            ChannelKind(self.type),
            tuple(each.meant() for each in self.permission_overwrites or ()),
            self.user_limit or 0,
            self.position,
            self.parent_id,
            self.topic or "",
        )


class ChannelEditBody(Body):
    """A change of a channel; what is absent stays."""

    name: Annotated[Name | None, BeforeValidator(not_null)] = None
    permission_overwrites: Annotated[Overwrites | None, BeforeValidator(not_null)] = None
    parent_id: Snowflake | None = None
    topic: Topic | None = None
    user_limit: Annotated[UserLimit | None, BeforeValidator(not_null)] = None
    position: Annotated[Position | None, BeforeValidator(not_null)] = None

    @check(mode="after")
    def _something(self) -> ChannelEditBody:
        if not self.model_fields_set:
            raise PydanticCustomError("not_known", "a change of nothing is not known")
        return self

    def change(self) -> ChannelChange:
        """As the world understands it."""
        given = self.permission_overwrites
        overwrites = None if given is None else tuple(each.meant() for each in given)
        moved, told = "parent_id" in self.model_fields_set, "topic" in self.model_fields_set
        return ChannelChange(
            self.name,
            overwrites,
            self.user_limit,
            self.position,
            (self.parent_id or NOWHERE) if moved else None,
            (self.topic or "") if told else None,
        )


class MemberEditBody(Body):
    """A change of a member: into which voice room, or out of voice for null."""

    channel_id: Snowflake | None

    @check(mode="before")
    @classmethod
    def _somewhere(cls, data: Any) -> Any:
        if data == {}:
            raise PydanticCustomError("not_known", "a change of nothing is not known")
        return data
