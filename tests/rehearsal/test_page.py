"""The practice room's page can be read with weak sight, light and dark, and takes no data for markup."""

from __future__ import annotations

import re
from importlib import resources
from itertools import product

import pytest

_STATIC = resources.files("rehearsal") / "web" / "static"
_TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
_GROUNDS = ("ground", "surface", "surface-2", "accent-soft")
_WORDS = ("text", "text-soft", "accent", "danger", "good")
_MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|style=")
#: WCAG 2.2, success criteria 1.4.3 (words) and 1.4.11 (the edge of what can be pressed, the focus).
_FOR_WORDS, _FOR_EDGES = 4.5, 3.0
#: What is read, on what, and the contrast that it needs.
_PAIRS = [
    *((word, ground, _FOR_WORDS) for word, ground in product(_WORDS, _GROUNDS)),
    *((edge, ground, _FOR_EDGES) for edge, ground in product(("edge", "focus"), _GROUNDS)),
    ("accent-text", "accent", _FOR_WORDS),
    ("danger-text", "danger", _FOR_WORDS),
]


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _too_faint(css: str) -> list[str]:
    """Each pair that cannot be told apart well enough, with its contrast."""
    colours = {name: (light, dark) for name, light, dark in _TOKEN.findall(css)}
    faint = []
    for (front, back, least), theme in product(_PAIRS, (0, 1)):
        low, high = sorted(_luminance(colours[name][theme]) for name in (front, back))
        contrast = (high + 0.05) / (low + 0.05)
        if contrast < least:
            faint.append(f"{front} on {back}, {('light', 'dark')[theme]}: {contrast:.2f}")
    return faint


def _base() -> str:
    return (_STATIC / "css" / "base.css").read_text(encoding="utf-8")


def test_all_words_and_edges_can_be_told_from_what_is_behind_them() -> None:
    assert _too_faint(_base()) == []


@pytest.mark.parametrize(("theme", "faint"), [(0, "#8a8478"), (1, "#6b6459")])
def test_a_colour_that_is_too_faint_is_found(theme: int, faint: str) -> None:
    given = _TOKEN.search(_base()[_base().index("--text-soft") :])
    assert given is not None

    found = _too_faint(_base().replace(given.group(2 + theme), faint))

    assert f"text-soft on surface, {('light', 'dark')[theme]}" in " ".join(found)


def test_nothing_on_the_page_turns_data_into_markup() -> None:
    scripts = [file for file in (_STATIC / "js").iterdir() if file.name.endswith(".js")]

    assert [file.name for file in scripts if _MARKUP.search(file.read_text(encoding="utf-8"))] == []
    assert not _MARKUP.search((_STATIC / "index.html").read_text(encoding="utf-8"))
    assert _MARKUP.search("row.innerHTML = name")
