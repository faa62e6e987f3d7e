"""The panel's buttons, from left to right, as data. The press goes to the owner's cog."""

from __future__ import annotations

from bot.core.notices import Button

BUTTONS = (
    Button("questions:ask", "question-button-ask", main=True),
    Button("questions:mine", "question-button-mine"),
    Button("questions:promise", "question-button-promise"),
)
