"""Samples of what facilitators are told about events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

#: Nothing, one, or all that the bot can lack, by the name of the parameter.
NAMED: Mapping[tuple[str, Any], Any] = {
    ("lacks", Sequence[str]): ((), ("create_events",), ("view_channel", "connect", "create_events")),
}
