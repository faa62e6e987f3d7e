"""What a message may be as a whole, plain or of the new components."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rehearsal.world import components as parts
from rehearsal.world import errors
from rehearsal.world.attaching import refuse_unseen
from rehearsal.world.components import ActionRow, MessageComponent
from rehearsal.world.errors import Problem
from rehearsal.world.files import Attachment
from rehearsal.world.model import MessageFlag

MAX_CONTENT = 2000


def refuse_bad_form(
    content: str, components: Iterable[MessageComponent], flags: int, attachments: Sequence[Attachment] = ()
) -> None:
    """Raises 50006 for an empty message, 50035 for what does not go together or is too much in all."""
    components = list(components)
    if not components and not content.strip() and not attachments:
        raise errors.empty_message()
    problems = _v2_problems(content, components) if flags & MessageFlag.IS_COMPONENTS_V2 else []
    if not flags & MessageFlag.IS_COMPONENTS_V2:
        problems = _legacy_problems(content, components)
    everything = list(parts.walk(components))
    ids = list(parts.custom_ids(components))
    if len(set(ids)) < len(ids):
        problems.append(
            Problem(
                ("components",), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        )
    numbers = [part.id for part in everything if part.id]
    if len(set(numbers)) < len(numbers):
        problems.append(
            Problem(("components",), "COMPONENT_ID_DUPLICATED", "Component ids cannot be duplicated")
        )
    if problems:
        raise errors.invalid_form(*problems)
    if flags & MessageFlag.IS_COMPONENTS_V2:
        refuse_unseen(components, attachments)


def _v2_problems(content: str, components: list[MessageComponent]) -> list[Problem]:
    problems = []
    if content:
        problems.append(
            Problem(
                ("content",),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )
        )
    if len(list(parts.walk(components))) > parts.MAX_COMPONENTS:
        problems.append(
            Problem(
                ("components",),
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                f"The maximum number of components is {parts.MAX_COMPONENTS}",
            )
        )
    if sum(map(len, parts.texts(components))) > parts.MAX_TEXT:
        problems.append(
            Problem(
                ("components",),
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                f"The total displayable text size in this message exceeds the maximum of {parts.MAX_TEXT}",
            )
        )
    return problems


def _legacy_problems(content: str, components: list[MessageComponent]) -> list[Problem]:
    problems = []
    if len(content) > MAX_CONTENT:
        problems.append(
            Problem(("content",), "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_CONTENT} or fewer in length.")
        )
    if len(components) > parts.MAX_ROWS:
        problems.append(
            Problem(("components",), "BASE_TYPE_BAD_LENGTH", f"Must be {parts.MAX_ROWS} or fewer in length.")
        )
    problems += [
        Problem(("components", str(index), "type"), "BASE_TYPE_CHOICES", "Value must be one of (1,).")
        for index, component in enumerate(components)
        if not isinstance(component, ActionRow)
    ]
    return problems
