"""A glossary as a file: what is written is read again as it was, and what is wrong is named by its line."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.core.wording import Wording
from bot.glossary.rules import reading
from bot.glossary.rules.checking import Fault, Faulty, key_of
from bot.glossary.rules.columns import as_written, harmless
from bot.glossary.rules.reading import Read, read
from bot.glossary.rules.term import Term
from bot.glossary.rules.writing import csv_of, for_spreadsheet, json_of
from config.settings import GLOSSARY, WORDING
from tests.bot.glossary.drawn import CHECKED, PATHWAY, terms

HEADING = "term,short,also,theme,plain,precise,example,said,related,source"
EVERY_FORM = pytest.mark.parametrize("written", [csv_of, lambda all_: for_spreadsheet(csv_of(all_)), json_of])
lists_of_terms = st.lists(terms, max_size=4, unique_by=key_of)


def terms_in(found: Read) -> list[Term]:
    return [row.term for row in found.rows]


def faults(content: str | bytes) -> list[tuple[int, Fault, str]]:
    """What is wrong in a file: line, fault and column."""
    found = read(content if isinstance(content, bytes) else content.encode())
    return [(each.line, each.fault, each.column) for each in found.faulty]


def names(content: str | bytes) -> list[str]:
    return [term.name for term in terms_in(read(content if isinstance(content, bytes) else content.encode()))]


# There and back


@EVERY_FORM
@given(written_terms=lists_of_terms)
@settings(deadline=None)
def test_what_is_written_is_read_as_it_was_and_written_with_equal_bytes(written, written_terms) -> None:  # type: ignore[no-untyped-def]
    content = written(written_terms)
    if not written_terms and content.startswith(b"["):
        assert read(content) == Read((), ())
        return
    found = read(content)
    assert found.faulty == ()
    assert terms_in(found) == written_terms
    assert written(terms_in(found)) == content


@pytest.mark.parametrize("file", sorted(GLOSSARY.glob("*.csv")), ids=lambda path: path.stem)
def test_the_starter_glossary_is_written_as_it_was_read(file) -> None:  # type: ignore[no-untyped-def]
    content = file.read_bytes()
    found = read(content)
    assert found.faulty == ()
    assert len(found.rows) > 20
    assert csv_of(terms_in(found)) == content
    assert terms_in(read(json_of(terms_in(found)))) == terms_in(found)


@EVERY_FORM
def test_marks_are_written_where_there_are_any_and_names_never(written) -> None:  # type: ignore[no-untyped-def]
    content = written([replace(CHECKED, by="Amina Yusuf", id="x1")])
    assert terms_in(read(content)) == [CHECKED]
    assert b"Amina" not in content
    assert b"official" not in written([PATHWAY])


def test_a_json_file_has_an_object_in_each_line() -> None:
    lines = json_of([PATHWAY, CHECKED]).decode().splitlines()
    assert [json.loads(line.rstrip(","))["term"] for line in lines[1:-1]] == ["Care pathway"] * 2
    assert names("\n".join(line.rstrip(",") for line in lines[1:2])) == ["Care pathway"], (
        "or one a line alone"
    )


# In a spreadsheet


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "'="])
def test_a_cell_that_a_spreadsheet_would_compute_comes_out_harmless(begins: str) -> None:
    cell = f'{begins}HYPERLINK("http://example.org")'
    assert harmless(cell) == f"'{cell}"
    assert as_written(harmless(cell)) == cell
    assert as_written(harmless(harmless(cell))) == harmless(cell)


@given(cell=st.text(alphabet=st.sampled_from("=+-@'\t\r\n a＝")))
def test_every_cell_comes_back_and_none_is_computed(cell: str) -> None:
    assert as_written(harmless(cell)) == cell
    assert harmless(cell).lstrip(" ")[:1] not in tuple("=+-@\t\r\n＝")


def test_every_cell_of_a_term_is_harmless_in_the_file() -> None:
    computed = "=1+1"
    term = replace(
        PATHWAY, name=computed, shorts=("@SUM",), also=("-2",), theme="+x", plain=computed, source="=A1"
    )
    (_, cells) = csv.reader(io.StringIO(csv_of([term]).decode()))
    assert [cell[:2] for cell in cells if cell[:1] not in ("", "A", "W", "R")] == [
        *("'=", "'@", "'-", "'+", "'=", "'=")
    ]
    assert terms_in(read(csv_of([term]))) == [term]


@pytest.mark.parametrize("cell", ["'tis", "’=", "a=b", "''", "' x"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert harmless(cell) == as_written(cell) == cell


# What spreadsheets save


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_separator_and_line_end_is_read(separator: str, encoding: str, ends: str) -> None:
    plain = "“Café” – it’s a word, or two; £5"
    rows = [["Plain", "TERM", "short"], [plain, "Café", "A | B"], ["", "", ""], ["x", "", "y"]]
    text = ends.join(separator.join(f'"{cell}"' for cell in row) for row in rows) + ends
    found = read(text.encode(encoding))
    assert [(row.term.name, row.term.plain, row.term.shorts) for row in found.rows] == [
        ("Café", plain, ("A", "B"))
    ]
    assert faults(text.encode(encoding)) == [(4, Fault.NO_TERM, "")]


def test_a_few_broken_bytes_do_not_make_another_encoding_of_a_whole_file() -> None:
    content = "term,plain\nCafé,déjà vu\n".encode() + b"Br\xff,x\n" + "Crème,ß\n".encode()
    assert names(content) == ["Café", "Crème"]
    assert faults(content) == [(3, Fault.NOT_TEXT, "term")]
    assert faults(b"term,plain\nCaf\xe9,d\xe9j\xe0 vu\nx\x81,y\n") == [(3, Fault.NOT_TEXT, "term")]


def test_days_and_marks_are_read_as_spreadsheets_write_them() -> None:
    heading = "term,plain,checked,lay,official"
    rows = ["A,a,2026-05-14,yes,TRUE", "B,b,14/05/2026,x,", "C,c,,no,FALSE"]
    found = terms_in(read("\n".join([heading, *rows]).encode()))
    assert [(each.checked_on, each.is_checked_by_lay, each.is_official) for each in found] == [
        (date(2026, 5, 14), True, True),
        (date(2026, 5, 14), True, False),
        (None, False, False),
    ]


# What is wrong


@pytest.mark.parametrize(
    ("row", "fault", "column"),
    [
        (',,,x,"no word"', Fault.NO_TERM, ""),
        ("Word,,,,", Fault.NO_PLAIN, ""),
        (f"{'w' * 101},,,,plain", Fault.LONG, "term"),
        (f"Word,,,,{'p' * 301}", Fault.LONG, "plain"),
        (f"Word,,,,p,{'p' * 601}", Fault.LONG, "precise"),
        (f"Word,{'s' * 101},,,p", Fault.LONG, "short"),
        (f"Word,{' | '.join(map(str, range(11)))},,,p", Fault.MANY, "short"),
        (f"Word,,{' | '.join(map(str, range(21)))},,p", Fault.MANY, "also"),
        ("Word,,,,pl\x00ain", Fault.NOT_TEXT, "plain"),
        ("Word,,,,pl\ufffdain", Fault.NOT_TEXT, "plain"),
        ("Word,,,,a,b,c,d,e,f,g", Fault.CELLS, ""),
        ('Word,,,,"a', Fault.UNREADABLE, ""),
        ('Word,,,,"a"b', Fault.UNREADABLE, ""),
        ("CARE pathway,,,NHS,Again.", Fault.TWICE, ""),
    ],
)
def test_a_row_that_is_wrong_is_named_by_its_line_and_the_others_are_read(
    row: str, fault: Fault, column: str
) -> None:
    good = 'Care pathway,,,nhs,"The steps\nof care."\n'
    content = f"{HEADING}\n{good}{row}\nReferral,,,nhs,You are sent on.\n"
    assert faults(content) == [(4, fault, column)]
    assert names(content) == ["Care pathway", "Referral"]


def test_days_and_marks_that_cannot_be_read_are_named() -> None:
    heading = "term,plain,checked,lay"
    content = "\n".join([heading, "A,a,31/02/2026,", "B,b,soon,", "C,c,,perhaps", "D,d,1999-1-2,y"])
    assert faults(content) == [
        *((2, Fault.DAY, "checked"), (3, Fault.DAY, "checked"), (4, Fault.MARK, "lay"))
    ]
    assert names(content) == ["D"]


def test_an_unknown_column_is_named_once_and_no_row_is_lost_by_it() -> None:
    assert faults("term,Notes,plain,plain\nA,x,a,b\n") == [
        (1, Fault.COLUMN, "notes"),
        (1, Fault.COLUMN, "plain"),
    ]
    assert names("term,Notes,plain\nA,x,a\n") == ["A"]
    both = '[\n{"term": "A", "plain": "a", "notes": 1},\n{"term": "B", "plain": "b", "notes": 2}]'
    assert faults(both) == [(2, Fault.COLUMN, "notes")]
    assert names(both) == ["A", "B"]
    assert not Faulty(1, "", Fault.COLUMN, "notes").is_left_out


def test_a_quotation_mark_that_is_not_closed_costs_one_row_and_not_the_rest() -> None:
    rows = [f"Word {number},,,x,Plain {number}." for number in range(400)]
    rows[100] = 'Word 100,,,x,"Plain 100.'
    content = "\n".join([HEADING, *rows])
    assert faults(content) == [(102, Fault.UNREADABLE, "")]
    assert len(names(content)) == 399


def test_read_as_one_stream_it_would_have_cost_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault."""
    monkeypatch.setattr(reading, "MOST_LINES_OF_A_ROW", 10**6)
    rows = [f"Word {number},,,x,Plain {number}." for number in range(400)]
    rows[100] = 'Word 100,,,x,"Plain 100.'
    rows[399] = 'Word 399,,,x,Plain 399."'
    assert len(names("\n".join([HEADING, *rows]))) < 399


def test_objects_are_named_by_their_lines_too() -> None:
    first = '[\n {"term": "A",\n  "plain": "a"},\n {"term": "B"},\n\n'
    content = first + ' {"term": "C", "plain": ["c"]},\n {"plain": "d"}\n]\n'
    assert faults(content) == [
        *((4, Fault.NO_PLAIN, ""), (6, Fault.NOT_TEXT, "plain"), (7, Fault.NO_TERM, ""))
    ]
    assert faults(r'[{"term": "A\ud800", "plain": "a"}]') == [(1, Fault.NOT_TEXT, "term")]
    assert names(content) == ["A"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"PK\x03\x04 a spreadsheet", "kind"),
        (b"word,meaning\nA,b\n", "columns"),
        (b"term;short\nA;b\n", "columns"),
        (b'"term,plain\nA,b\n', "columns"),
        (b'[{"term": "A", "plain": "a"}', "json"),
        (b'[{"term": "A", "plain": "a"}] and more', "json"),
        (b'[["term", "plain"]]', "json"),
        (b'{"term": "A", "plain": a}', "json"),
        (b"[" * 100_000, "json"),
        (b'{"term": ' + b"[" * 100_000, "json"),
        (b"[" + b"9" * 10_000 + b"]", "json"),
    ],
)
def test_what_is_no_such_file_is_refused_with_a_reason(content: bytes, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read(content)
    assert refused.value.line.id == f"error-glossary-file-{why}"
    assert "Nothing was changed." in Wording(WORDING).say(refused.value.line)


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(Refused) as refused:
        read(b"term,plain\n")
    assert refused.value.line.id == "error-glossary-file-large"


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(deadline=None)
def test_any_file_is_read_or_refused(content: bytes) -> None:
    for begins in (b"", b"term,plain\n", b'[{"term": '):
        try:
            found = read(begins + content)
        except Refused:
            continue
        assert terms_in(read(csv_of(terms_in(found)))) == terms_in(found)


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_is_said_with_its_line(fault: Fault) -> None:
    said = Wording(WORDING).say(Faulty(17, "Care pathway", fault, "plain").said)
    assert said.startswith("Line 17: ")
    assert fault in (Fault.NO_TERM, Fault.COLUMN, Fault.UNREADABLE) or "Care pathway" in said
