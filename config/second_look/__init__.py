"""The words by which the second look knows jobs, places and ways to give oneself away, for each locale."""

from __future__ import annotations

import tomllib
from pathlib import Path

from bot.core.errors import SettingsError

EN_GB = Path(__file__).parent / "en-GB.toml"


def read_hints(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a file of lists, one for each key.

    Raises SettingsError: there is no such file, it is not TOML, or a key holds something but words.
    """
    try:
        lists = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"There is no file of words {path}.") from None
    except ValueError as error:
        raise SettingsError(f"{path} is not a TOML file: {error}") from None
    for key, words in lists.items():
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise SettingsError(f"In {path}, {key} takes a list of words.")
    return {key: tuple(words) for key, words in lists.items()}
