"""The buttons of the panel and of the facilitators' own, from left to right, as data.

The press goes to the owner's cog.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.notices import Button

#: What helps when something is not clear stands in the first row; the second leads on.
BUTTONS = (
    Button("questions:ask", "question-button-ask", main=True),
    Button("glossary:look", "glossary-button-look"),
    Button("signals:lost", "signals-button-lost"),
    Button("signals:slower", "signals-button-slower"),
    Button("hands:raise", "hands-button-raise"),
    Button("presence:here", "presence-button-here", new_row=True),
    Button("contacts:word", "contact-button-word"),
    Button("panel:more", "panel-button-more"),
)
#: Those under [More]: what is needed less often, or once.
MORE_BUTTONS = (
    Button("questions:mine", "question-button-mine"),
    Button("attending:next", "attending-button-next"),
    Button("record:last", "record-button-last"),
    Button("people:me", "people-button-me"),
    Button("people:join", "people-button-join"),
    Button("preparation:mine", "preparation-button-mine"),
    Button("questions:promise", "question-button-promise"),
)
#: A row for the meeting that is on, one for what comes between, one for people, one for everything else.
FACILITATORS_BUTTONS = (
    Button("questions:meeting-starts", "question-button-meeting-starts"),
    Button("questions:meeting-ends", "question-button-meeting-ends"),
    Button("chairing:show", "chairing-button-show"),
    Button("hands:order", "hands-button-order"),
    Button("presence:list", "presence-button-list"),
    Button("meetings:list", "meeting-button-list", new_row=True),
    Button("questions:list", "question-button-list"),
    Button("questions:now", "question-button-now"),
    Button("questions:settings", "question-button-settings"),
    Button("stumbles:show", "stumbles-button-show"),
    Button("people:invite", "people-button-members", new_row=True),
    Button("contacts:list", "contact-button-list"),
    Button("standing_roles:list", "standing-button-list"),
    Button("preparation:show", "preparation-button-show"),
    Button("community:pause", "community-button-pause", new_row=True),
    Button("privacy:report", "privacy-button-report"),
    Button("glossary_check:open", "glossary-check-button-check"),
    Button("community:setup", "community-button-setup"),
    Button("glossary_desk:open", "glossary-desk-button-desk"),
)
#: Those of the message in the channel for joining.
JOINING_BUTTONS = (
    Button("people:join", "people-button-join", main=True),
    Button("questions:promise", "question-button-promise"),
)


@dataclass(frozen=True, slots=True)
class PostedPanel:
    """Where a community's latest panel is; `key` is its delivery's; `new`: it speaks of new answers."""

    community: int
    channel: int
    message: int
    key: str
    new: bool = False
