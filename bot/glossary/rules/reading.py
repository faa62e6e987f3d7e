"""A file of terms, read: CSV or JSON, in the encodings that spreadsheets save.

A row that is wrong is named by its line and left out, and never keeps the others from being read.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.errors import Refused
from bot.glossary.rules.checking import Fault, Faulty, Wrong, check, key_of, squeezed, tidied
from bot.glossary.rules.columns import DAY, FIELDS, LISTS, MARKS, NEEDED, TEXTS, as_written, column_of
from bot.glossary.rules.term import LONGEST_NAME, Term

#: The largest file that is read: a glossary of some 50,000 terms.
MOST_BYTES = 50_000_000
#: A row that goes on for longer has a quotation mark that nobody closed.
MOST_LINES_OF_A_ROW = 30

_SEPARATORS = ",;\t"
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOST = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[\x80-\ud7ff\ue000-\U0010ffff]")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_BRITISH = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_SPACE = re.compile(r"[\s,]*")
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"", "no", "n", "false", "0"})

#: What stands in the columns of one row: texts, lists of them, or (in JSON) what a mark is.
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """A term in a file: the line it begins in, and the columns that are there, whatever is in them.

    Its `id` and `by` are empty.
    """

    line: int
    term: Term
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class Read:
    """What is in a file, in its order, and what is wrong with it."""

    rows: tuple[Row, ...]
    faulty: tuple[Faulty, ...]


def read(content: bytes, most: int | None = None) -> Read:
    """Read a file: CSV with a heading (commas, semicolons or tabs), a JSON list, or one JSON object a line.

    Raises Refused for what is no such file as a whole, or for more than `most` bytes (MOST_BYTES if
    none are given), and then nothing of it is read.
    """
    if len(content) > (MOST_BYTES if most is None else most):
        raise Refused("error-glossary-file-large")
    if content.startswith(_NO_TEXT):
        raise Refused("error-glossary-file-kind")
    text = decoded(content)
    if not text.strip():
        raise Refused("error-glossary-file-empty")
    found = _in_json(text) if text.lstrip()[0] in "[{" else _in_csv(text)
    return _checked(found)


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; bytes that are no text become half a surrogate."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace")
    whole = content.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    lost = len(_LOST.findall(whole))
    is_utf_8 = content.startswith(codecs.BOM_UTF8) or lost == 0 or lost < len(_BEYOND_ASCII.findall(whole))
    return whole if is_utf_8 else content.decode("cp1252", "surrogateescape")


def _checked(found: Iterator[tuple[int, Values] | Faulty]) -> Read:
    rows: list[Row] = []
    faulty: list[Faulty] = []
    there: set[tuple[str, str]] = set()
    for each in found:
        made = each if isinstance(each, Faulty) else _row(*each)
        if isinstance(made, Row) and key_of(made.term) in there:
            made = Faulty(made.line, made.term.name, Fault.TWICE)
        if isinstance(made, Faulty):
            faulty.append(made)
        else:
            there.add(key_of(made.term))
            rows.append(made)
    return Read(tuple(rows), tuple(faulty))


def _row(line: int, values: Values) -> Row | Faulty:
    try:
        term = tidied(_term(values))
        check(term)
    except Wrong as wrong:
        return Faulty(line, _named(values.get("term")), wrong.fault, column_of(wrong.field))
    return Row(line, term, frozenset(values))


def _term(values: Values) -> Term:
    texts = {field: _text(values.get(column), field) for column, field in TEXTS.items()}
    lists = {field: _list(values.get(column), field) for column, field in LISTS.items()}
    marks = {field: _mark(values.get(column), field) for column, field in MARKS.items()}
    day = _day(_text(values.get(DAY), FIELDS[DAY]).strip())
    return Term(id="", by="", checked_on=day, **texts, **lists, **marks)  # type: ignore[arg-type]


def _text(value: object, field: str) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    raise Wrong(Fault.NOT_TEXT, field)


def _list(value: object, field: str) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(_text(each, field) for each in values)


def _mark(value: object, field: str) -> bool:
    if isinstance(value, bool):
        return value
    said = _text(value, field).strip().casefold()
    if said not in _YES | _NO:
        raise Wrong(Fault.MARK, field)
    return said in _YES


def _day(typed: str) -> date | None:
    if not typed:
        return None
    found = _ISO.fullmatch(typed) or _BRITISH.fullmatch(typed)
    try:
        return (
            date(**{part: int(number) for part, number in found.groupdict().items()}) if found else _no_day()
        )
    except ValueError:
        return _no_day()


def _no_day() -> date:
    raise Wrong(Fault.DAY, FIELDS[DAY])


def _named(value: object) -> str:
    """How a row is named to whoever reads what is wrong with it: what can be shown of its term."""
    shown = "".join(each if each.isprintable() else "\ufffd" for each in squeezed(str(value or "")))
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"


# CSV


def _in_csv(text: str) -> Iterator[tuple[int, Values] | Faulty]:
    lines = list(io.StringIO(text, newline=""))
    separator = _separator(next(line for line in lines if line.strip()))
    records = ((line, cells) for line, cells in _records(lines, separator) if cells is None or any(cells))
    begins, heading = next(records, (1, None))
    columns = [squeezed(as_written(cell)).casefold() for cell in heading or ()]
    if not set(columns) >= NEEDED:
        raise Refused("error-glossary-file-columns")
    # Of two columns of one name, the second is as unknown as one of another name.
    known = {column: columns.index(column) for column in columns if column in FIELDS}
    strangers = [at for at, column in enumerate(columns) if at not in known.values() and column]
    yield from (Faulty(begins, "", Fault.COLUMN, _named(columns[at])) for at in strangers)
    for line, cells in records:
        yield _from_cells(line, cells, known, len(columns))


def _from_cells(
    line: int, cells: Sequence[str] | None, known: Mapping[str, int], width: int
) -> tuple[int, Values] | Faulty:
    if cells is None:
        return Faulty(line, "", Fault.UNREADABLE)
    written = {
        column: as_written(cells[at].strip()) if at < len(cells) else "" for column, at in known.items()
    }
    if any(cell.strip() for cell in cells[width:]):
        return Faulty(line, _named(written["term"]), Fault.CELLS)
    return line, written


def _records(lines: Sequence[str], separator: str) -> Iterator[tuple[int, list[str] | None]]:
    """The rows with the line that each begins in; None for one that cannot be read: the next line goes on.

    Read as one stream, a quotation mark that is not closed would swallow all that follows it.
    """
    at = 0
    while at < len(lines):
        ahead = (lines[each] for each in range(at, min(at + MOST_LINES_OF_A_ROW, len(lines))))
        reader = csv.reader(ahead, delimiter=separator, strict=True)
        try:
            yield at + 1, [cell.strip() for cell in next(reader)]
            at += reader.line_num
        except csv.Error:
            yield at + 1, None
            at += 1


def _separator(heading: str) -> str:
    def known(separator: str) -> int:
        return len(FIELDS.keys() & {cell.strip(' "\r\n').casefold() for cell in heading.split(separator)})

    return max(_SEPARATORS, key=known)


# JSON


def _in_json(text: str) -> Iterator[tuple[int, Values] | Faulty]:
    strangers: set[str] = set()
    for line, found in _objects(text):
        for column in found.keys() - FIELDS.keys() - strangers:
            strangers.add(column)
            yield Faulty(line, "", Fault.COLUMN, _named(column))
        yield line, {column: value for column, value in found.items() if column in FIELDS}


def _objects(text: str) -> Iterator[tuple[int, dict[str, object]]]:
    """Each object with the line that it begins in. Raises Refused where the text is no JSON any more."""
    decoder = json.JSONDecoder()
    at, line = len(text) - len(text.lstrip()), 1
    is_list = text[at] == "["
    at, counted = at + is_list, 0
    while (at := _SPACE.match(text, at).end()) < len(text):  # type: ignore[union-attr]
        line, counted = line + text.count("\n", counted, at), at
        if is_list and text[at] == "]" and not text[at + 1 :].strip():
            return
        try:
            found, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            raise Refused("error-glossary-file-json", at=line) from None
        if not isinstance(found, dict):
            raise Refused("error-glossary-file-json", at=line)
        yield line, found
    if is_list:
        raise Refused("error-glossary-file-json", at=line)
