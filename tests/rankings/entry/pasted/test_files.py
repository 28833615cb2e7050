import datetime
import io
import zipfile
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from rankings.entry.pasted.files import MAX_BYTES, read_file
from rankings.entry.pasted.table import MAX_COLUMNS, UnreadableTableError
from rankings.entry.pasted.text import MAX_LINES
from rankings.entry.pasted.workbook import MAX_UNPACKED

# What openpyxl cannot read it warns of; in production that goes to the log.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

HERE = Path(__file__).parent
TEXT = "도시,순위\r\n부산,8\r\n서울,9\r\n"
ROWS = [("도시", "순위"), ("부산", "8"), ("서울", "9")]


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(*rows, **sheets):
    """The bytes of a workbook with `rows` on its first sheet, and more sheets by their titles."""
    book = Workbook()
    book.active.title = "순위"
    for row in rows:
        book.active.append(row)
    for title, more in sheets.items():
        sheet = book.create_sheet(title)
        for row in more:
            sheet.append(row)
    return book


def cells(table):
    return [line.cells for line in table.lines]


def said(table):
    """The notes in English, whichever language was spoken when the table was read."""
    with translation.override("en"):
        return [str(note) for note in table.notes]


def edited(content, part, *edits):
    """A workbook's bytes with texts in one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in edits if name == part else ():
                assert before in data
                data = data.replace(before, after, 1)
            new.writestr(name, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


@pytest.mark.parametrize(
    ("encoding", "mark", "told"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8-sig", b"", "UTF-8"),
        ("cp949", b"", "CP949"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("utf-32", b"", "UTF-32"),
    ],
)
def test_text_is_read_in_the_encodings_that_spreadsheets_save(encoding, mark, told):
    table = read_file(mark + TEXT.encode(encoding))

    assert cells(table) == ROWS
    assert table.origin == told


def test_content_decides_and_not_the_name():
    assert cells(read_file(TEXT.replace(",", "\t").encode())) == ROWS
    assert cells(read_file(saved(workbook(*ROWS)))) == ROWS


def test_workbook_is_read_as_it_is_typed():
    book = workbook(
        ["도시", "순위", "평점", "x"],
        ["부산", 8, 636.4, datetime.date(2026, 1, 8)],
        [None, None, None, None],
        [" 서울 ", "공동 9", 1234.5, True],
        ["런던", 1.0, 0.1 + 0.2, datetime.datetime(2026, 1, 8, 9, 30)],
        ["파리", 1e20, "8\n1)", "\u200b#N/A"],
    )
    book.active["C2"].number_format = "0"
    book.active["B5"].number_format = "0.0%"

    table = read_file(saved(book))

    assert [(line.number, *line.cells) for line in table.lines] == [
        (1, "도시", "순위", "평점", "x"),
        (2, "부산", "8", "636.4", "2026-01-08"),
        (4, "서울", "공동 9", "1234.5", "TRUE"),
        (5, "런던", "100%", "0.3", "2026-01-08 09:30:00"),
        (6, "파리", "1e+20", "8\n1)", "#N/A"),
    ]
    assert (table.separator, table.origin) == ("sheet", "순위")
    assert said(table) == ["Invisible characters were removed from these lines: 6."]


def test_workbook_that_a_spreadsheet_wrote_is_read():
    table = read_file((HERE / "spreadsheet.xlsx").read_bytes())

    assert cells(table) == [
        ("도시", "순위", "평점", "발표일"),
        ("부산", "8", "636.4", "2026-01-08"),
        ("서울", "=9", "637", "2026-01-09"),
    ]


def test_first_sheet_that_shows_a_table_is_read_and_the_others_are_named():
    book = workbook(Extra=[["x", "1"]], Main=ROWS, Later=[["y", "2"]])
    book["Extra"].sheet_state = "hidden"

    table = read_file(saved(book))

    assert cells(table) == ROWS
    assert "Main" in table.origin
    assert said(table) == ["These sheets were not read: 순위, Extra, Later."]


def test_hidden_sheet_is_read_only_when_no_other_holds_anything_and_says_so():
    book = workbook(Main=ROWS)
    book["Main"].sheet_state = "hidden"

    table = read_file(saved(book))

    assert cells(table) == ROWS
    assert "hidden in the workbook" in said(table)[0]


def test_hidden_rows_and_columns_are_left_out_and_told():
    book = workbook(
        ("도시", "비고", "순위"), ("부산", "a", "8"), ("제주", "b", "99"), ("서울", "c", "9")
    )
    book.active.row_dimensions[3].hidden = True
    book.active.row_dimensions[9].hidden = True
    book.active.column_dimensions["B"].hidden = True

    table = read_file(saved(book))

    assert cells(table) == ROWS
    assert said(table) == [
        "Hidden rows were left out: 3.",
        "Hidden columns were left out.",
    ]


def test_merged_cell_counts_for_all_that_it_covers():
    book = workbook(
        ("도시", "종합", None), (None, "순위", "평점"), ("부산", 8, 636), ("서울", None, 637)
    )
    for cells_of in ("A1:A2", "B1:C1", "B3:B4"):
        book.active.merge_cells(cells_of)

    table = read_file(saved(book))

    assert cells(table) == [
        ("도시", "종합", "종합"),
        ("도시", "순위", "평점"),
        ("부산", "8", "636"),
        ("서울", "8", "637"),
    ]
    assert "merged" in said(table)[0]


def test_formula_is_read_by_its_result_and_is_trouble_without_one():
    book = workbook(("도시", "순위"), ("부산", "=3+5"), ("서울", "=4+5"))
    book.active["C2"].number_format = "0"
    content = edited(
        saved(book), "xl/worksheets/sheet1.xml", (b"<f>3+5</f><v />", b"<f>3+5</f><v>8</v>")
    )

    table = read_file(content)

    assert cells(table) == [("도시", "순위"), ("부산", "8"), ("서울",)]
    assert [list(line.cell_troubles) for line in table.lines] == [[], [], [1]]


def test_size_that_a_sheet_only_claims_costs_nothing():
    content = edited(
        saved(workbook(*ROWS)),
        "xl/worksheets/sheet1.xml",
        (b'<dimension ref="A1:B3"', b'<dimension ref="A1:XFD1048576"'),
    )

    assert cells(read_file(content)) == ROWS


OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, data in parts.items():
            new.writestr(
                name, data, zipfile.ZIP_DEFLATED if len(data) > 999 else zipfile.ZIP_STORED
            )
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"x" * (MAX_BYTES + 1), "larger than 5 MB"),
        (b"%PDF-1.7\n...", "a PDF document.* paste"),
        (b"\n<!DOCTYPE html><table>", "web page"),
        (b"<HTML><table>", "web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "XML file.* XLSX"),
        (b"{\\rtf1 }", "text document"),
        (OLD_WORKBOOK, "Excel workbook.* save it as XLSX"),
        (OLD_WORKBOOK + b"HWP Document File V5.00", "HWP document"),
        (archive(mimetype="application/hwp+zip"), "HWP document"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (archive(word="x"), "cannot be read as an Excel workbook"),
        (b"PK\x03\x04 broken", "cannot be read as an Excel workbook"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither a workbook nor text"),
        (TEXT.encode("utf-16-le"), "neither a workbook nor text"),
        (b"\xff\xfe\x00", "neither a workbook nor text"),
        (archive(zeros=bytes(MAX_UNPACKED + 1)), "too large"),
        (saved(workbook()), "all of its sheets are empty"),
        (saved(workbook(["x"] * (MAX_COLUMNS + 1))), "101 columns"),
        (saved(workbook(*[["x", 1]] * (MAX_LINES + 1))), "5001 rows"),
    ],
)
def test_other_files_are_refused_with_what_to_do(content, says):
    with translation.override("en"), pytest.raises(UnreadableTableError, match=says):
        read_file(content)


def test_sheet_that_reaches_too_far_is_refused():
    far = workbook(*ROWS)
    far.active["A1048576"] = "x"
    wide = workbook(*ROWS)
    wide.active.merge_cells("A5:CV1000")

    for book in (far, wide):
        with translation.override("en"), pytest.raises(UnreadableTableError, match="further than"):
            read_file(saved(book))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_workbook_with_entities_is_refused(part):
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><'
    content = edited(saved(workbook(*ROWS)), part, (b"<", bomb))

    with pytest.raises(UnreadableTableError):
        read_file(content)


SOUND = (HERE / "spreadsheet.xlsx").read_bytes()
with zipfile.ZipFile(io.BytesIO(SOUND)) as sound:
    PARTS = sound.namelist()


@settings(deadline=None)
@given(
    st.sampled_from(PARTS),
    st.integers(0, 3000),
    st.integers(0, 12),
    st.binary(max_size=6) | st.sampled_from([b"-1", b"999999999999", b'"', b"<", b"x", b"1e999"]),
)
def test_damaged_workbook_is_read_or_refused(part, start, length, noise):
    with zipfile.ZipFile(io.BytesIO(SOUND)) as old:
        data = old.read(part)
    place = start % len(data)
    content = edited(SOUND, part, (data, data[:place] + noise + data[place + length :]))

    try:
        table = read_file(content)
    except UnreadableTableError:
        return

    assert table.lines


@settings(deadline=None)
@given(st.binary() | st.binary().map(lambda noise: SOUND[:400] + noise + SOUND[400:]))
def test_any_bytes_are_read_or_refused(content):
    try:
        table = read_file(content)
    except UnreadableTableError:
        return

    assert table.lines
