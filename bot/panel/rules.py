"""The buttons of the panel and of the facilitators' own, from left to right, as data.

The press goes to the owner's cog.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.notices import Button

BUTTONS = (
    Button("questions:ask", "question-button-ask", main=True),
    Button("questions:mine", "question-button-mine"),
    Button("questions:promise", "question-button-promise"),
    Button("people:join", "people-button-join"),
)
FACILITATORS_BUTTONS = (
    Button("questions:meeting-starts", "question-button-meeting-starts"),
    Button("questions:meeting-ends", "question-button-meeting-ends"),
    Button("questions:now", "question-button-now"),
    Button("questions:list", "question-button-list"),
    Button("questions:settings", "question-button-settings"),
)


@dataclass(frozen=True, slots=True)
class PostedPanel:
    """Where a community's latest panel is; `key` is its delivery's; `new`: it speaks of new answers."""

    community: int
    channel: int
    message: int
    key: str
    new: bool = False
