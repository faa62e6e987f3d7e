"""Bodies about roles, and about what one role or member may do in a channel."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from rehearsal.wire.bodies import Body, Empty, Snowflake
from rehearsal.wire.bodies_channels import Bits, not_null
from rehearsal.world.model import Overwrite, OverwriteKind
from rehearsal.world.roles import MAX_ROLE_NAME, RoleChange


def _none(value: Any) -> Any:
    if value not in (None, 0) or isinstance(value, bool):
        raise PydanticCustomError("not_known", "colours are not known")
    return value


class ColoursBody(BaseModel):
    """A role's colours: none, as discord.py says it."""

    model_config = ConfigDict(extra="forbid")

    primary_color: Annotated[int, BeforeValidator(_none)]
    secondary_color: Empty = None
    tertiary_color: Empty = None


class RoleBody(Body):
    """A role to be made, or a change of one; what is absent stays. Colours and icons are not known."""

    name: Annotated[
        Annotated[str, Field(min_length=1, max_length=MAX_ROLE_NAME)] | None, BeforeValidator(not_null)
    ] = None
    permissions: Annotated[Bits | None, BeforeValidator(not_null)] = None
    hoist: Annotated[bool | None, BeforeValidator(not_null)] = None
    mentionable: Annotated[bool | None, BeforeValidator(not_null)] = None
    colors: Annotated[ColoursBody | None, BeforeValidator(not_null)] = None

    def wanted(self) -> RoleChange:
        """As the world understands it."""
        return RoleChange(self.name, self.permissions, self.hoist, self.mentionable)


class OverwriteOfOneBody(Body):
    """What a role (0) or a member (1) is allowed and denied; discord.py repeats the id of the path."""

    type: Annotated[Literal[0, 1], BeforeValidator(not_null)] = Field(default=None, validate_default=True)
    allow: Bits = 0
    deny: Bits = 0
    id: Snowflake | None = None

    def meant(self, target_id: int) -> Overwrite:
        """As the world understands it."""
        return Overwrite(target_id, OverwriteKind(self.type), self.allow, self.deny)
