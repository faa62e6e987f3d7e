"""What all components share, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

CustomId = Annotated[str, Field(min_length=1, max_length=100)]


def tag(value: Any) -> str | None:
    """The `#type` that marks a union's member; the mark is taken out of error paths again."""
    kind = value.get("type") if isinstance(value, dict) else getattr(value, "type", None)
    return None if kind is None else f"#{kind}"


class Component(BaseModel):
    """What all components share."""

    model_config = ConfigDict(extra="forbid")

    id: int | None = Field(default=None, ge=0, le=2**31 - 1)


def refuse_duplicates(custom_ids: Iterable[str]) -> None:
    """Raises where two components share a custom_id."""
    seen: set[str] = set()
    for custom_id in custom_ids:
        if custom_id in seen:
            raise PydanticCustomError(
                "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        seen.add(custom_id)
