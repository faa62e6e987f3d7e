"""Wording: a sentence or an error, never an id or a gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.errors import WordingError
from bot.core.wording import DEFAULT_LOCALE, Line, Wording


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, DEFAULT_LOCALE, "hello = Hello, { $name }.\nbye = Goodbye.\n")
    write(tmp_path, "cy", "hello = Helo, { $name }.\n")
    return tmp_path


def write(folder: Path, locale: str, text: str, name: str = "test.ftl") -> None:
    (folder / locale).mkdir(exist_ok=True)
    (folder / locale / name).write_text(text, encoding="utf-8")


def test_a_sentence_is_said_with_its_values(folder: Path) -> None:
    assert Wording(folder).say(Line("hello", {"name": "Ama"})) == "Hello, Ama."


def test_nothing_invisible_is_put_round_a_value(folder: Path) -> None:
    assert Wording(folder).say(Line("hello", {"name": "Ama"})).isascii()


def test_each_locale_has_its_own_sentence(folder: Path) -> None:
    wording = Wording(folder)
    assert wording.say(Line("hello", {"name": "Ama"}), "cy") == "Helo, Ama."
    assert set(wording.locales) == {DEFAULT_LOCALE, "cy"}


def test_an_unknown_locale_reads_the_default_one(folder: Path) -> None:
    assert Wording(folder).say(Line("hello", {"name": "Ama"}), "fr") == "Hello, Ama."


def test_a_sentence_not_translated_yet_is_read_in_the_default_locale(folder: Path) -> None:
    assert Wording(folder).say(Line("bye"), "cy") == "Goodbye."


def test_a_missing_sentence_is_an_error(folder: Path) -> None:
    with pytest.raises(WordingError, match="no sentence 'nothing'"):
        Wording(folder).say(Line("nothing"))


def test_a_missing_value_is_an_error_and_not_a_gap(folder: Path) -> None:
    with pytest.raises(WordingError, match="name"):
        Wording(folder).say(Line("hello"))


def test_an_empty_sentence_is_an_error(folder: Path) -> None:
    write(folder, DEFAULT_LOCALE, "empty =\n    .attribute = only\n", "more.ftl")
    with pytest.raises(WordingError, match="empty"):
        Wording(folder).say(Line("empty"))


def test_a_file_that_does_not_parse_is_named(folder: Path) -> None:
    write(folder, "cy", "this is not a sentence\n", "broken.ftl")
    with pytest.raises(WordingError, match=r"cy/broken\.ftl does not parse"):
        Wording(folder)


def test_without_the_default_locale_nothing_starts(tmp_path: Path) -> None:
    write(tmp_path, "cy", "hello = Helo.\n")
    with pytest.raises(WordingError, match=DEFAULT_LOCALE):
        Wording(tmp_path)


def test_all_files_of_a_locale_are_read(folder: Path) -> None:
    write(folder, DEFAULT_LOCALE, "second = Second file.\n", "second.ftl")
    assert Wording(folder).say(Line("second")) == "Second file."
