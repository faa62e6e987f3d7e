"""Role groups as options and as lines, in the community's words or in ours."""

from __future__ import annotations

from bot.community.rules import GROUPS, CommunitySettings, RoleGroup
from bot.core.notices import Choice, Field, Label, Line, Words
from bot.people.rules.choosing import (
    LAY,
    LAY_WAYS,
    LONGEST_ORGANISATION,
    MOST_OPTIONS,
    NOT_SAID,
    choices,
    value_of,
)

#: The groups for which the wording has words.
_OURS = tuple(group.key for group in GROUPS)
#: The role groups by what we call them: for lists that people type.
OURS = {
    **{f"people-group-{key}": key for key in _OURS},
    **{f"people-lay-{way}": LAY for way in LAY_WAYS},
}


def label(group: RoleGroup) -> Label:
    """What a role group is called as an option."""
    if group.words or group.key not in _OURS:
        return Words(group.words or group.key)
    return f"people-group-{group.key}"


def choice(settings: CommunitySettings, chosen: str | None) -> Choice:
    """The box in which a role group is chosen; `chosen` is a key, or None before anything is.

    There are four ways to say that one is a patient or public member. Which one it was is not kept, so
    somebody who is lay already finds that itself among the options.
    """
    options: list[tuple[str, Label]] = []
    lay = settings.group(LAY)
    if lay is not None:
        options += [(f"{LAY}-{way}", f"people-lay-{way}") for way in LAY_WAYS]
    others = choices(settings)
    if lay is not None and chosen == LAY:
        options.insert(0, (LAY, label(lay)))
        others = others[: MOST_OPTIONS - len(options) - 1]
    options += [(group.key, label(group)) for group in others]
    options.append((NOT_SAID, "people-group-none"))
    begins = "" if chosen is None else value_of(chosen)
    return Choice("group", "people-form-group", "people-form-group-hint", tuple(options), begins)


def organisation(value: str) -> Field:
    """The box for an organisation."""
    label_, hint = "people-form-organisation", "people-form-organisation-hint"
    return Field("organisation", label_, hint, LONGEST_ORGANISATION, kind="line", value=value, required=False)


def line(settings: CommunitySettings, key: str, *, main: bool = True) -> Line:
    """The role group with this key, as a line; an empty key is "I'd rather not say"."""
    group = settings.group(key)
    words = key if group is None else group.words or group.key
    is_ours = not key or (group is not None and not group.words and key in _OURS)
    shown = (key or NOT_SAID) if is_ours else "words"
    return Line("people-group", {"main": "yes" if main else "no", "key": shown, "words": Words(words)})
