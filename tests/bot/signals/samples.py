"""Signals, for tests that hold for all that the bot shows."""

from __future__ import annotations

from typing import Any

from bot.signals.rules import Band, Kind

KINDS: dict[Any, Any] = {Kind: lambda: tuple(Kind), Band: lambda: tuple(Band)}
